#include "ui/screens/pieces/month_calendar.h"

#include <algorithm>

#include "app/rules/duty_day.h"
#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/widgets.h"
#include "ui/words/staff/roster_strings.h"

namespace studio {
namespace {

// Lines apart, in sizes: names under each other are no running text.
constexpr float kLine = 1.16f, kTopLine = 1.12f;
constexpr float kHeadLine = 1.3f;

struct Person {
  std::string id, name;
  bool absent = false;
};

struct Cell {
  const DayMonth* day = nullptr;
  std::vector<Person> people;
  std::string_view nobody{};  // nobody planned, or nobody came
  std::string holiday;        // or that it is worked instead of one
  bool waits = false;         // for the county to confirm a change
  bool today = false;
};

bool Waits(const MonthView& view, CalendarDate date) {
  const std::string text = ToText(date);
  return std::any_of(view.pending().begin(), view.pending().end(), [&](const auto& one) {
    if (one.body.date == text && one.body.studio == view.input().studio) return true;
    for (const std::string* id : {&one.body.shift, &one.body.other_shift}) {
      const Shift* shift = id->empty() ? nullptr : view.ShiftWith(*id);
      if (shift != nullptr && shift->date == text) return true;
    }
    return false;
  });
}

Cell CellOf(const MonthView& view, const DayMonth& day, DutyReader reader) {
  Cell cell{&day, {}, {}, day.holiday, Waits(view, day.date), day.date == view.today()};
  if (!day.holiday.empty() && !view.input().holidays.IsHoliday(day.date)) {
    cell.holiday = say::kWorkedInstead;
  }
  const bool managers = reader == DutyReader::kManager;
  if (day.state == DayState::kGap) cell.nobody = say::kNobodyPlanned;
  if (day.state == DayState::kNobody && managers) cell.nobody = say::kNobodyCame;
  for (const DutyShift& shift : DutyDayOf(view.input(), view.month(), day.date).shifts) {
    for (const DutySeat& seat : shift.seats) {
      if (seat.line.mark == DutyMark::kLeave) continue;
      const bool absent = managers && seat.line.mark == DutyMark::kAbsent;
      const auto it = std::find_if(cell.people.begin(), cell.people.end(),
                                   [&](const Person& one) { return one.id == seat.who; });
      if (it == cell.people.end()) {
        cell.people.push_back({seat.who, view.NameOf(seat.who), absent});
      } else {
        it->absent = it->absent || absent;
      }
    }
  }
  return cell;
}

struct Paint {
  Tint tint;
  bool filled = true;
  std::string_view icon{};
};

Paint PaintOf(const Palette& colour, DayState state, DutyReader reader) {
  // In public a day shows who has it, and not who stayed away.
  const bool quiet = state != DayState::kClosed && state != DayState::kAttended;
  if (reader == DutyReader::kEverybody && quiet) return {colour.sand_tint};
  switch (state) {
    case DayState::kClosed:
      return {{colour.card, colour.soft_ink}, false};
    case DayState::kPlanned:
      return {colour.sand_tint};
    case DayState::kAttended:
      return {colour.jade_tint, true, "check_circle"};
    case DayState::kPartly:
      return {colour.amber_tint, true, "error_outline"};
    case DayState::kGap:
    case DayState::kNobody:
      return {colour.red_tint, true, "cancel"};
  }
  return {};
}

class CellDrawing {
 public:
  CellDrawing(Frame& frame, const Rect& rect, const Cell& cell, const Paint& paint)
      : frame_(frame),
        inside_(rect.Inset(frame.theme.Px(9), frame.theme.Px(4))),
        cell_(cell),
        ink_(paint.tint.ink) {}

  void Draw(std::string_view icon) {
    const Theme& theme = frame_.theme;
    Rect top = inside_.TakeTop(theme.size.body * kTopLine);
    const float side = theme.Px(38);
    if (cell_.waits) icon = "schedule";
    if (!icon.empty()) {
      DrawIcon(frame_, top.TakeRight(side), icon, side, cell_.waits ? theme.colour.amber : ink_);
    }
    const float number =
        DrawText(frame_, top, say::Number(static_cast<unsigned>(cell_.day->date.day())),
                 TextStyle::Of(theme.size.body, Weight::kBold, ink_));
    left_ = static_cast<int>((inside_.h + 1) / Line());
    if (left_ < 1) {
      // All in the one line there is.
      top.TakeLeft(number, theme.Px(20));
      inside_ = top.Centred(top.w, Line());
      left_ = 1;
    }
    Word(cell_.nobody, ink_);
    if (!cell_.holiday.empty()) Word(cell_.holiday, theme.colour.jade);
    if (cell_.day->moved_from) Word(say::kMovedHere, theme.colour.amber);
    DrawPeople();
  }

 private:
  float Line() const { return frame_.theme.size.small * kLine; }
  TextStyle Small(Weight weight, Colour colour) const {
    return TextStyle::Of(frame_.theme.size.small, weight, colour);
  }
  float WidthOf(std::string_view text) const {
    return MeasureText(frame_, text, Small(Weight::kRegular, ink_));
  }
  Rect TakeLine() {
    --left_;
    return inside_.TakeTop(Line());
  }
  // Left out where there is no room: the day's own page has it.
  void Word(std::string_view word, Colour colour) {
    if (word.empty() || left_ < 1 || WidthOf(word) > inside_.w) return;
    DrawText(frame_, TakeLine(), word, Small(Weight::kBold, colour));
  }
  void DrawPerson(const Rect& place, const Person& person) {
    if (!person.absent) {
      DrawText(frame_, place, person.name, Small(Weight::kRegular, ink_));
      return;
    }
    const Colour red = frame_.theme.colour.red_tint.ink;
    DrawStruck(frame_, place, person.name, Small(Weight::kRegular, red), red);
  }
  void DrawPeople() {
    const auto& people = cell_.people;
    const int count = static_cast<int>(people.size());
    if (count == 0 || left_ < 1) return;
    float widest = 1;
    for (const Person& one : people) widest = std::max(widest, WidthOf(one.name));
    const float gap = frame_.theme.Px(16);
    const int columns = std::min(2, static_cast<int>((inside_.w + gap + 0.5f) / (widest + gap)));
    const int room = columns * left_;
    if (columns < 1 || (room == 1 && count > 1)) return DrawCounts();
    const int shown = count <= room ? count : room - 1;
    std::vector<Rect> places;
    for (int i = 0; i <= shown && i < count; ++i) {
      if (i % columns == 0) places = TakeLine().SplitColumns(columns, gap);
      const Rect& place = places[static_cast<std::size_t>(i % columns)];
      if (i < shown) {
        DrawPerson(place, people[static_cast<std::size_t>(i)]);
      } else {
        DrawText(frame_, place, "+" + say::Number(count - shown), Small(Weight::kRegular, ink_));
      }
    }
  }
  void DrawCounts() {
    const auto missing = std::count_if(cell_.people.begin(), cell_.people.end(),
                                       [](const Person& one) { return one.absent; });
    const auto all = static_cast<std::int64_t>(cell_.people.size());
    if (missing > 0 && cell_.day->state != DayState::kNobody) {
      Word(say::Fill(say::kMissingOfDay, {{"n", say::Number(missing)}}),
           frame_.theme.colour.red_tint.ink);
    }
    const std::string people = say::Fill(say::kPeopleOfDay, {{"n", say::Number(all)}});
    if (left_ > 0 && WidthOf(people) <= inside_.w) {
      DrawText(frame_, TakeLine(), people, Small(Weight::kRegular, ink_));
    }
  }

  Frame& frame_;
  Rect inside_;
  const Cell& cell_;
  Colour ink_;
  int left_ = 0;  // lines
};

bool DrawCell(Frame& frame, const Rect& rect, const Cell& cell, DutyReader reader) {
  const Theme& theme = frame.theme;
  const auto number = static_cast<unsigned>(cell.day->date.day());
  const Press press =
      PressArea(frame, rect, say::Fill(say::kDayCell, {{"n", say::Number(number)}}));
  const Paint paint = PaintOf(theme.colour, cell.day->state, reader);
  const float radius = theme.Px(16);
  if (paint.filled || press.down) {
    FillRounded(frame, rect, radius, press.down ? theme.colour.pressed : paint.tint.back);
  }
  if (cell.today) {
    OutlineRounded(frame, rect, radius, theme.Px(6), theme.colour.red);
  } else if (theme.colour.outline_everything && paint.filled) {
    OutlineRounded(frame, rect, radius, theme.Px(3), paint.tint.ink);
  }
  CellDrawing(frame, rect, cell, paint).Draw(paint.icon);
  return press.tapped;
}

}  // namespace

std::optional<CalendarDate> DrawMonthCalendar(Frame& frame, const Rect& card, const MonthView& view,
                                              DutyReader reader) {
  const Theme& theme = frame.theme;
  DrawCard(frame, card);
  Rect inside = card.Inset(theme.Px(18), theme.Px(12));
  const float gap = std::max(theme.size.touch_gap, theme.Px(8));
  const TextStyle soft =
      TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink, Align::kCentre);
  const Rect head = inside.TakeTop(theme.size.small * kHeadLine);
  const auto names = head.Moved(0, -theme.Px(10)).SplitColumns(7, gap);  // off the ring of a day
  const CalendarDate first = FirstOf(view.shown());
  const int before = static_cast<int>(WeekdayOf(first).iso_encoding()) - 1;
  const CalendarDate monday = AddDays(first, -before);
  for (int i = 0; i < 7; ++i) {
    DrawText(frame, names[static_cast<std::size_t>(i)], say::WeekdayName(AddDays(monday, i)), soft);
  }
  const auto& days = view.month().days;
  const int weeks = (before + static_cast<int>(days.size()) + 6) / 7;
  const auto cells = inside.SplitGrid(7, std::max(1, weeks), gap);
  std::optional<CalendarDate> tapped;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (DrawCell(frame, cells[i + static_cast<std::size_t>(before)], CellOf(view, days[i], reader),
                 reader)) {
      tapped = days[i].date;
    }
  }
  return tapped;
}

}  // namespace studio
