// 值班表, for everybody: a day, a week or a month; who, when, and whether they came.
#pragma once

#include <memory>

#include "app/duty/month_view.h"
#include "ui/host/screen.h"
#include "ui/press/paged_list.h"
#include "ui/screens/parts/screen_parts.h"
#include "ui/screens/pieces/roster_pieces.h"

namespace studio {

class RosterScreen : public Screen {
 public:
  explicit RosterScreen(ScreenParts parts);

  std::string_view Tag() const override { return "roster"; }
  void Draw(Frame& frame) override;
  bool ForVillagers() const override { return true; }

 private:
  enum class Span { kDay, kWeek, kMonth };
  struct DayCard;

  // roster_screen.cpp
  void Show(Span span, CalendarDate date);
  void Step(int by);
  PeriodLook Period() const;
  // The month that the date lies in; a week may lie in two.
  MonthView& MonthOf(CalendarDate date);
  bool DrawTop(Frame& frame, Rect& area);
  void DrawSpans(Frame& frame, Rect row);
  void DrawMonth(Frame& frame, const Rect& area);
  // roster_day.cpp
  void DrawDay(Frame& frame, Rect area);
  void DrawDayMarks(Frame& frame, Rect& area, const DayMonth& day);
  void DrawDayCard(Frame& frame, Rect rect, const DayCard& card);
  // roster_week.cpp
  void DrawWeek(Frame& frame, const Rect& area);

  ScreenParts parts_;
  MonthView month_;                   // of `date_`, or of its week's Monday
  std::unique_ptr<MonthView> other_;  // of its week's Sunday, where that lies in another
  Span span_ = Span::kDay;
  CalendarDate date_;
  ScrollState scroll_;
};

}  // namespace studio
