#include "ui/screens/duty/roster_screen.h"

#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/pieces/month_calendar.h"
#include "ui/words/staff/roster_strings.h"

namespace studio {
namespace {

std::chrono::year_month YearMonth(CalendarDate date) { return date.year() / date.month(); }

CalendarDate MondayOf(CalendarDate date) {
  return AddDays(date, 1 - static_cast<int>(WeekdayOf(date).iso_encoding()));
}

}  // namespace

RosterScreen::RosterScreen(ScreenParts parts)
    : parts_(parts), month_(parts.duty, parts.state, parts.clock), date_(month_.today()) {}

void RosterScreen::Show(Span span, CalendarDate date) {
  span_ = span;
  date_ = date;
  scroll_ = {};
  const CalendarDate first = span == Span::kWeek ? MondayOf(date) : date;
  if (month_.shown() != YearMonth(first)) month_.Show(YearMonth(first));
  const auto last = YearMonth(AddDays(first, 6));
  if (span != Span::kWeek || last == YearMonth(first)) {
    other_.reset();
    return;
  }
  if (!other_) other_ = std::make_unique<MonthView>(parts_.duty, parts_.state, parts_.clock);
  if (other_->shown() != last) other_->Show(last);
}

void RosterScreen::Step(int by) {
  switch (span_) {
    case Span::kDay:
      return Show(span_, AddDays(date_, by));
    case Span::kWeek:
      return Show(span_, AddDays(date_, 7 * by));
    case Span::kMonth:
      return Show(span_, FirstOf(YearMonth(date_) + std::chrono::months(by)));
  }
}

PeriodLook RosterScreen::Period() const {
  const auto look = [](std::string label, std::string_view earlier, std::string_view later) {
    return PeriodLook{std::move(label), std::string(earlier), std::string(later)};
  };
  switch (span_) {
    case Span::kDay:
      return look(say::LongDay(date_), say::kDayBefore, say::kDayAfter);
    case Span::kWeek:
      return look(say::WeekName(MondayOf(date_)), say::kWeekBefore, say::kWeekAfter);
    case Span::kMonth:
      break;
  }
  return look(say::MonthName(YearMonth(date_)), say::kMonthBefore, say::kMonthAfter);
}

MonthView& RosterScreen::MonthOf(CalendarDate date) {
  return other_ && other_->shown() == YearMonth(date) ? *other_ : month_;
}

void RosterScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  month_.Update();
  if (other_) other_->Update();
  Rect area = frame.area;
  if (DrawTop(frame, area)) return parts_.navigator.GoHome();
  area = area.Inset(theme.size.margin, 0);
  if (parts_.state.station->as_of_ms == 0) {
    return DrawEmptyPage(frame, area, "event_note", say::kRosterEmpty);
  }
  if (DrawUnread(frame, area, month_) || (other_ && DrawUnread(frame, area, *other_))) return;
  switch (span_) {
    case Span::kDay:
      return DrawDay(frame, area);
    case Span::kWeek:
      return DrawWeek(frame, area);
    case Span::kMonth:
      return DrawMonth(frame, area);
  }
}

bool RosterScreen::DrawTop(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const PeriodLook period = Period();
  const CalendarDate today = month_.today();
  const bool away = span_ == Span::kDay    ? date_ != today
                    : span_ == Span::kWeek ? MondayOf(date_) != MondayOf(today)
                                           : YearMonth(date_) != YearMonth(today);
  int step = 0;
  bool home = false, back_to_today = false;
  if (frame.wide) {
    Rect line;
    home = RowHeader(frame, area, say::kRoster, line);
    line = line.Centred(line.w, theme.size.chip_height);
    const auto chip = [&](std::string_view label, std::string_view icon) {
      const Rect place = line.TakeRight(PillWidth(frame, label, true), theme.Px(20));
      return Chip(frame, place, label, {icon});
    };
    home = chip(say::kHome, "home") || home;
    if (away) back_to_today = chip(say::kBackToToday, "today");
    const float spans = 3 * PillWidth(frame, say::kByMonth, false) + 2 * theme.Px(16);
    DrawSpans(frame, line.TakeLeft(spans, theme.Px(28)));
    step = PeriodStepper(frame, line.TakeLeft(PeriodStepperWidth(frame, period)), period);
    area.TakeBottom(theme.Px(40));
  } else {
    home = Header(frame, area, say::kRoster);
    const Rect footer = TakeFooter(frame, area);
    auto buttons = footer.SplitColumns(away ? 2 : 1, theme.size.gap);
    home = SecondaryButton(frame, buttons.front(), say::kHome, {"home"}) || home;
    if (away) back_to_today = SecondaryButton(frame, buttons.back(), say::kBackToToday, {"today"});
    const Rect rows = area.TakeTop(2 * theme.size.chip_height + theme.Px(20), theme.Px(24))
                          .Inset(theme.size.margin, 0);
    const auto halves = rows.SplitRows(2, theme.Px(20));
    DrawSpans(frame, halves[0]);
    step = PeriodStepper(frame, halves[1], period);
  }
  if (step != 0) Step(step);
  if (back_to_today) Show(span_, today);
  return home;
}

void RosterScreen::DrawSpans(Frame& frame, Rect row) {
  const struct {
    Span span;
    std::string_view label;
  } spans[] = {
      {Span::kDay, say::kByDay}, {Span::kWeek, say::kByWeek}, {Span::kMonth, say::kByMonth}};
  const auto places = row.SplitColumns(3, frame.theme.Px(16));
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (Chip(frame, places[i], spans[i].label, {"", spans[i].span == span_})) {
      Show(spans[i].span, date_);
    }
  }
}

void RosterScreen::DrawMonth(Frame& frame, const Rect& area) {
  const auto& days = month_.month().days;
  const bool any =
      std::any_of(days.begin(), days.end(), [](const DayMonth& day) { return !day.lines.empty(); });
  if (!any) return DrawEmptyPage(frame, area, "event_note", say::kNoShiftThatMonth);
  if (const auto day = DrawMonthCalendar(frame, area, month_, DutyReader::kEverybody))
    Show(Span::kDay, *day);
}

}  // namespace studio
