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
    // One: found; none: unknown; more: of that name there are several.
    std::vector<std::string> ids;
    // Of an unknown one: who may be meant. Never taken without asking.
    std::vector<std::string> similar;
    bool group = false;  // 全体委员, 第一活动组: not a person
  };
  struct Names {
    std::vector<Found> found;
    std::vector<std::string> notes;  // (带班), a telephone: written beside a name
  };
  // Several names may stand in a cell, between marks, spaces, line breaks, 和, numbers or one right
  // behind the other; ids may stand for names. A name may have 委员, an office, a telephone or
  // brackets behind it. `sectors` and `groups` are the row's cells for these; they, or what is
  // written in brackets behind a name (界别, 活动组 or id), decide between members of one name.
  Names In(std::string_view cell, std::string_view sectors, std::string_view groups) const;

  // The cell is one member's name and nothing else.
  bool IsName(std::string_view cell) const;
  // Anywhere in a text, also within a longer word.
  bool Mentions(std::string_view text) const;
  // Somebody known stands in it.
  bool HasName(std::string_view cell) const;

 private:
  struct Hints {
    std::vector<std::string> sectors, groups;
  };
  class Reader;

  std::vector<std::string> Decide(const std::string& key, const std::string& bracket,
                                  const Hints& hints) const;
  std::vector<std::string> Similar(std::string_view key) const;

  std::map<std::string, std::vector<const Member*>, std::less<>> by_name_;  // by NameKey
  std::map<std::string, const Member*, std::less<>> by_id_;
  std::map<std::string, bool, std::less<>> groups_;  // names of groups and sectors, folded
  std::size_t longest_ = 0;                          // key, in bytes
};

}  // namespace studio
