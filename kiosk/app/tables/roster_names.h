// Which members a cell of names means. Names are compared by NameKey: spaces in them do not count
// (two-character names are often spread out), all middle dots are one.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/feed/entities.h"

namespace studio {

class RosterNames {
 public:
  // `members` outlives it.
  explicit RosterNames(const std::vector<Member>& members);

  struct Found {
    std::string text;  // as written
    std::vector<std::string>
        ids;  // one: found; none: unknown; more: of that name there are several
  };
  // Several names may stand in a cell (、，,/;, space, line break), ids may stand for names.
  // `sectors` and `groups` are the row's cells for these; they, or what is written in brackets
  // behind a name (界别, 活动组 or id), decide between members of one name.
  std::vector<Found> In(std::string_view cell, std::string_view sectors,
                        std::string_view groups) const;

 private:
  struct Hints {
    std::vector<std::string> sectors, groups;
  };
  Found Find(std::string_view name, const Hints& hints) const;
  bool Knows(std::string_view name) const;

  std::map<std::string, std::vector<const Member*>> by_name_;
  std::map<std::string, const Member*> by_id_;
};

}  // namespace studio
