// Each member's part in the deeds, found quickly: what an assessment reads.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/mechanism/assess.h"

namespace studio {

struct DeedPart {
  const Deed* deed;
  std::size_t place;  // among its members
  bool waiting() const { return deed->waiting || !deed->members[place].confirmed; }
};

// Points into the input, which outlives it. What is later than today is not there yet, deeds and
// their states alike, and what was sent back does not count. Of several deeds with one id the
// confirmed one stands, and of several mentions of somebody in one deed the first.
class DeedParts {
 public:
  DeedParts(const std::vector<Deed>& deeds, CalendarDate today);

  const std::vector<const Deed*>& deeds() const { return deeds_; }  // by id
  const std::vector<DeedPart>& Of(std::string_view member) const;   // by id of the deed

 private:
  std::deque<Deed> so_far_;  // those whose course goes on after today, without that
  std::vector<const Deed*> deeds_;
  std::map<std::string, std::vector<DeedPart>, std::less<>> parts_;
};

}  // namespace studio
