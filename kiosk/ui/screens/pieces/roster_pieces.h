// What the pages of the roster and of the rotation draw the same way.
#pragma once

#include <string>
#include <string_view>

#include "app/duty/month_view.h"
#include "app/rules/duty_day.h"
#include "ui/kit/frame.h"
#include "ui/kit/theme.h"

namespace studio {

// ‹ label ›; what the arrows are called is for scripts and tests.
struct PeriodLook {
  std::string label, earlier, later;
};
float PeriodStepperWidth(const Frame& frame, const PeriodLook& look);
// -1, 0 or 1: earlier, nothing, later.
int PeriodStepper(Frame& frame, const Rect& row, const PeriodLook& look);

// In landscape these pages need their height: back, title and whatever `line` is left for stand in
// one row. True when back was tapped.
bool RowHeader(Frame& frame, Rect& area, std::string_view title, Rect& line);

// Whose eyes a page is for: absence and lateness are the manager's.
enum class DutyReader { kEverybody, kManager };

// The word of a line with its mark, on public pages.
struct DutyLook {
  std::string word;
  std::string_view icon;
  Tone tone = Tone::kSand;
};
DutyLook LookOf(PublicDuty duty);

// What stands where the month is not there to be shown; nothing where it is, and then false.
bool DrawUnread(Frame& frame, const Rect& area, MonthView& view);

}  // namespace studio
