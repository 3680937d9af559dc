// A week of the roster: seven rows in portrait, seven columns in landscape; a day is tapped.
#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/duty/roster_screen.h"
#include "ui/words/staff/edit_strings.h"
#include "ui/words/staff/roster_strings.h"

namespace studio {
namespace {

struct WeekDay {
  CalendarDate date;
  const DayMonth* day = nullptr;
  DutyDay duty;
  bool today = false;
};

float Line(const Theme& theme) { return theme.size.body * 1.36f; }
float WeekIconSize(const Theme& theme) { return theme.size.body; }

TextStyle SeatName(const Theme& theme) { return TextStyle::Of(theme.size.body, Weight::kBold); }
TextStyle SeatWord(const Theme& theme, const DutyLook& look) {
  return TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.TintOf(look.tone).ink);
}

// What a seat takes on a line: mark, name and, where there is room for it, the word for the mark.
float SeatWidth(const Frame& frame, const MonthView& view, const DutySeat& seat, bool word) {
  const Theme& theme = frame.theme;
  const DutyLook look = LookOf(PublicOf(seat.line));
  const float gap = theme.Px(8);
  return WeekIconSize(theme) + gap + MeasureText(frame, view.NameOf(seat.who), SeatName(theme)) +
         (word ? gap + MeasureText(frame, look.word, SeatWord(theme, look)) + 1 : 0);
}

void DrawSeat(Frame& frame, Rect place, const MonthView& view, const DutySeat& seat, bool word) {
  const Theme& theme = frame.theme;
  const DutyLook look = LookOf(PublicOf(seat.line));
  const std::string name = view.NameOf(seat.who);
  const float icon = WeekIconSize(theme), gap = theme.Px(8);
  if (SeatWidth(frame, view, seat, word) <= place.w + 1) {
    DrawIcon(frame, place.TakeLeft(icon, gap), look.icon, icon, theme.colour.Strong(look.tone));
  }
  const TextStyle style = SeatName(theme);
  if (word) {
    DrawText(frame, place.TakeLeft(MeasureText(frame, name, style) + 1, gap), name, style);
    DrawText(frame, place, look.word, SeatWord(theme, look));
  } else {
    DrawText(frame, place, name, Fitted(frame, name, style, place.w));
  }
}

// The mark's word on a line of its own, under the name.
void DrawWordUnder(Frame& frame, Rect line, const DutySeat& seat) {
  const Theme& theme = frame.theme;
  const DutyLook look = LookOf(PublicOf(seat.line));
  line.TakeLeft(WeekIconSize(theme) + theme.Px(8));
  DrawText(frame, line, look.word, Fitted(frame, look.word, SeatWord(theme, look), line.w));
}

// What stands on a day without a shift.
std::string EmptyWords(const MonthView& view, const WeekDay& one) {
  if (one.day != nullptr && one.day->state == DayState::kGap)
    return std::string(say::kNobodyPlanned);
  const std::string holiday = say::HolidayLine(view.input().holidays, one.date);
  return holiday.empty() ? std::string(say::kNoShift) : holiday;
}

TextStyle EmptyStyle(const Frame& frame, const WeekDay& one) {
  const Theme& theme = frame.theme;
  const bool gap = one.day != nullptr && one.day->state == DayState::kGap;
  return TextStyle::Of(theme.size.body, gap ? Weight::kBold : Weight::kRegular,
                       theme.colour.soft_ink);
}

void DrawFrameOfDay(Frame& frame, const Rect& rect, const WeekDay& one, const Press& press) {
  const Theme& theme = frame.theme;
  DrawCard(frame, rect, theme.size.small_radius,
           press.down ? theme.colour.pressed : theme.colour.card);
  if (one.today) {
    OutlineRounded(frame, rect, theme.size.small_radius, theme.Px(6), theme.colour.red);
  }
}

std::string Heading(const WeekDay& one) { return "周" + std::string(say::WeekdayName(one.date)); }

void DrawRow(Frame& frame, const Rect& rect, const MonthView& view, const WeekDay& one) {
  const Theme& theme = frame.theme;
  Rect inside = rect.Inset(theme.Px(30), theme.Px(8));
  Rect left = inside.TakeLeft(theme.size.body * 3.1f, theme.Px(16));
  left = left.Centred(left.w, Line(theme) + theme.size.small * 1.36f);
  DrawText(frame, left.TakeTop(Line(theme)), Heading(one),
           TextStyle::Of(theme.size.body, Weight::kBold,
                         one.today ? theme.colour.red : theme.colour.ink));
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  DrawText(frame, left, one.today ? std::string(say::kToday) : say::SlashDay(one.date), soft);
  const auto& shifts = one.duty.shifts;
  if (shifts.empty()) {
    DrawText(frame, inside, EmptyWords(view, one), EmptyStyle(frame, one));
    return;
  }
  const auto fit = std::max<std::size_t>(1, static_cast<std::size_t>(inside.h / Line(theme)));
  const std::size_t shown = shifts.size() <= fit ? shifts.size() : fit - 1;
  const std::size_t lines = std::min(shifts.size(), fit);
  inside = inside.Centred(inside.w, static_cast<float>(lines) * Line(theme));
  for (std::size_t i = 0; i < shown; ++i) {
    Rect line = inside.TakeTop(Line(theme));
    DrawText(frame, line.TakeLeft(theme.size.small * 3.1f, theme.Px(20)),
             say::ShiftNameOf(*shifts[i].shift), soft);
    std::size_t drawn = 0;
    const auto& seats = shifts[i].seats;
    const float more = theme.size.body * 1.8f, between = theme.Px(24);
    float with_words = -between;
    for (const DutySeat& seat : seats) with_words += SeatWidth(frame, view, seat, true) + between;
    const bool words = with_words <= line.w;
    for (const DutySeat& seat : seats) {
      const float width = SeatWidth(frame, view, seat, words);
      const bool last = drawn + 1 == seats.size();
      if (drawn > 0 && width > line.w - (last ? 0 : more)) break;
      DrawSeat(frame, line.TakeLeft(width + 1, between), view, seat, words);
      ++drawn;
    }
    if (drawn < seats.size()) {
      DrawText(frame, line, "+" + std::to_string(seats.size() - drawn),
               TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
    }
  }
  if (shown < shifts.size()) {
    const auto left_out = static_cast<std::int64_t>(shifts.size() - shown);
    DrawText(frame, inside, say::Fill(say::kMoreShifts, {{"n", say::Number(left_out)}}), soft);
  }
}

void DrawColumn(Frame& frame, const Rect& rect, const MonthView& view, const WeekDay& one) {
  const Theme& theme = frame.theme;
  Rect inside = rect.Inset(theme.Px(16), theme.Px(22));
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  DrawText(frame, inside.TakeTop(Line(theme)), Heading(one),
           TextStyle::Of(theme.size.button, Weight::kBold,
                         one.today ? theme.colour.red : theme.colour.ink));
  DrawText(frame, inside.TakeTop(theme.size.small * 1.36f, theme.Px(20)),
           one.today ? std::string(say::kToday) : say::SlashDay(one.date), soft);
  if (one.duty.shifts.empty()) {
    const TextStyle style = EmptyStyle(frame, one);
    DrawWrapped(frame, inside, EmptyWords(view, one), style);
    return;
  }
  std::int64_t left_out = 0;
  const float line = Line(theme), label = theme.size.small * 1.36f;
  Rect foot = inside.TakeBottom(line);
  std::size_t people = 0;
  for (const DutyShift& shift : one.duty.shifts) people += shift.seats.size();
  const auto shift_count = static_cast<float>(one.duty.shifts.size());
  // Every mark has its word under the name, or on a full day none.
  const bool words =
      shift_count * (label + theme.Px(18)) + static_cast<float>(people) * (line + label) + line <=
      inside.h;
  for (const DutyShift& shift : one.duty.shifts) {
    if (inside.h >= label + line) {
      const std::string part =
          std::string(say::ShiftNameOf(*shift.shift)) + " " + shift.shift->from;
      DrawText(frame, inside.TakeTop(label), part, Fitted(frame, part, soft, inside.w));
    }
    for (const DutySeat& seat : shift.seats) {
      const bool wraps = SeatWidth(frame, view, seat, false) > inside.w;
      if (inside.h < (wraps ? 2 * line : line)) {
        ++left_out;
        continue;
      }
      const Rect place = inside.TakeTop(line);
      if (!wraps) {
        DrawSeat(frame, place, view, seat, false);
        if (words) DrawWordUnder(frame, inside.TakeTop(label), seat);
        continue;
      }
      // A long name takes a second line.
      const TextStyle small = TextStyle::Of(theme.size.small, Weight::kBold);
      const float high = DrawWrapped(frame, place, view.NameOf(seat.who), small.Lines(2));
      inside.TakeTop(std::max(0.f, high - line));
    }
    inside.TakeTop(theme.Px(18));
  }
  if (left_out > 0) {
    DrawText(frame, foot, say::Fill(say::kMorePeople, {{"n", say::Number(left_out)}}), soft);
  }
}

}  // namespace

void RosterScreen::DrawWeek(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const CalendarDate monday = AddDays(date_, 1 - static_cast<int>(WeekdayOf(date_).iso_encoding()));
  const auto places =
      frame.wide ? area.SplitColumns(7, theme.Px(16)) : area.SplitRows(7, theme.Px(16));
  for (int i = 0; i < 7; ++i) {
    WeekDay one;
    one.date = AddDays(monday, i);
    MonthView& view = MonthOf(one.date);
    one.duty = DutyDayOf(view.input(), view.month(), one.date);
    one.today = one.date == view.today();
    for (const DayMonth& day : view.month().days) {
      if (day.date == one.date) one.day = &day;
    }
    const Rect& place = places[static_cast<std::size_t>(i)];
    const Press press = PressArea(frame, place, Heading(one));
    DrawFrameOfDay(frame, place, one, press);
    if (frame.wide) {
      DrawColumn(frame, place, view, one);
    } else {
      DrawRow(frame, place, view, one);
    }
    if (press.tapped) return Show(Span::kDay, one.date);
  }
}

}  // namespace studio
