// A month as a grid, Monday first: who is on duty on which day and whether somebody came.
#pragma once

#include <optional>

#include "app/duty/month_view.h"
#include "ui/kit/frame.h"
#include "ui/screens/pieces/roster_pieces.h"

namespace studio {

// On a card as large as `card`. `view` is ready. Names are left for counts where a day has too
// little room for them. Returns the day that was tapped.
std::optional<CalendarDate> DrawMonthCalendar(Frame& frame, const Rect& card, const MonthView& view,
                                              DutyReader reader);

}  // namespace studio
