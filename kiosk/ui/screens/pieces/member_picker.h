// A list of members to choose from: groups as chips, big rows, who cannot greyed with the reason.
#pragma once

#include <string>
#include <vector>

#include "app/duty/roster_offers.h"
#include "ui/kit/frame.h"
#include "ui/press/paged_list.h"

namespace studio {

class MemberPicker {
 public:
  void Restart();  // at the top of all groups
  // `chosen`: ids drawn as chosen. The id that was tapped; empty: none.
  // The groups stand in `left` unless it is empty, else above.
  std::string Draw(Frame& frame, Rect area, Rect left, const MonthView& view,
                   const std::vector<MemberChoice>& choices,
                   const std::vector<std::string>& chosen);

 private:
  void DrawGroups(Frame& frame, Rect& area, int lines, const MonthView& view);

  std::string group_;  // empty: all
  std::size_t first_group_ = 0;
  ScrollState scroll_;
};

// What cannot be chosen or done, and why: no button, so that nobody waits for one.
void DrawBarred(Frame& frame, const Rect& rect, std::string_view title, std::string_view why);

}  // namespace studio
