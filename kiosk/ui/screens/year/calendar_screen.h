// 年度安排: what the county's body owes this year and has held, and what is on its calendar.
#pragma once

#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"

namespace studio {

class CalendarScreen : public Screen {
 public:
  explicit CalendarScreen(ScreenParts parts) : parts_(parts) {}

  // Whether there is anything to show.
  static bool HasAny(const Station& station);

  std::string_view Tag() const override { return "calendar"; }
  void Draw(Frame& frame) override;
  Patience TimeOut() const override { return Patience::kWriting; }

 private:
  void DrawOwed(Frame& frame, Rect area);
  void DrawPlanned(Frame& frame, Rect area);

  ScreenParts parts_;
  ScrollState owed_scroll_, planned_scroll_;
};

}  // namespace studio
