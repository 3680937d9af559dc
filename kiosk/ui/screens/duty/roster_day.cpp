// A day of the roster: a card for each shift, a line for each place in it.
#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/duty/roster_screen.h"
#include "ui/words/staff/edit_strings.h"
#include "ui/words/staff/roster_strings.h"

namespace studio {
namespace {

float RosterHeadHeight(const Theme& theme) { return theme.size.button * 1.4f; }
float SeatHeight(const Theme& theme) {
  return std::max(theme.Px(132), 1.35f * (theme.size.button + theme.size.small));
}

}  // namespace

struct RosterScreen::DayCard {
  struct Line {
    const Member* member = nullptr;
    std::string name, under;
    DutyLook look;
  };
  std::string part, hours;
  std::vector<Line> lines;
};

void RosterScreen::DrawDay(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const DutyDay day = DutyDayOf(month_.input(), month_.month(), date_);
  for (const DayMonth& one : month_.month().days) {
    if (one.date == date_) DrawDayMarks(frame, area, one);
  }
  const float around = RosterHeadHeight(theme) + theme.Px(80);
  const auto fit = std::max<std::size_t>(
      1, static_cast<std::size_t>(std::max(0.f, area.h - around) / SeatHeight(theme)));
  std::vector<DayCard> cards;
  const auto add = [&](const DayCard& card) {
    for (std::size_t at = 0; at < card.lines.size(); at += fit) {
      DayCard part{card.part, card.hours, {}};
      for (std::size_t i = at; i < std::min(card.lines.size(), at + fit); ++i) {
        part.lines.push_back(card.lines[i]);
      }
      cards.push_back(std::move(part));
    }
  };
  const auto line_of = [&](const std::string& id, PublicDuty duty) {
    DayCard::Line line{month_.MemberWith(id), month_.NameOf(id), "", LookOf(duty)};
    if (line.member != nullptr) line.under = line.member->sector;
    return line;
  };
  for (const DutyShift& shift : day.shifts) {
    DayCard card{std::string(say::ShiftNameOf(*shift.shift)),
                 shift.shift->from + " – " + shift.shift->to,
                 {}};
    for (const DutySeat& seat : shift.seats) {
      card.lines.push_back(line_of(seat.who, PublicOf(seat.line)));
      if (seat.instead_of.empty()) continue;
      std::string& under = card.lines.back().under;
      if (!under.empty()) under += "  ";
      under += say::Fill(say::kInsteadOf, {{"name", month_.NameOf(seat.instead_of)}});
    }
    add(card);
  }
  DayCard besides{std::string(say::kCameBesides), "", {}};
  for (const Attendance* one : day.extra) {
    const DutyPresence presence = PresenceOfExtra(*one, month_.now_ms());
    besides.lines.push_back(line_of(one->member, presence == DutyPresence::kHere ? PublicDuty::kHere
                                                 : presence == DutyPresence::kVisiting
                                                     ? PublicDuty::kVisiting
                                                     : PublicDuty::kCame));
  }
  add(besides);
  if (cards.empty()) return DrawEmptyPage(frame, area, "event_note", say::kNoShiftThatDay);
  const int columns = frame.wide ? 2 : 1, count = static_cast<int>(cards.size());
  std::size_t most = 1;
  for (const DayCard& card : cards) most = std::max(most, card.lines.size());
  const float height = around + static_cast<float>(most) * SeatHeight(theme);
  PagedList list(frame, area, "day", scroll_, (count + columns - 1) / columns, height,
                 theme.size.gap);
  for (int row = list.First(); row < list.End(); ++row) {
    const auto places = list.Row(row).SplitColumns(columns, theme.size.gap);
    for (int column = 0; column < columns && row * columns + column < count; ++column) {
      DrawDayCard(frame, places[static_cast<std::size_t>(column)],
                  cards[static_cast<std::size_t>(row * columns + column)]);
    }
  }
}

void RosterScreen::DrawDayMarks(Frame& frame, Rect& area, const DayMonth& day) {
  const Theme& theme = frame.theme;
  struct Mark {
    std::string word;
    std::string_view icon;
    Tone tone;
  };
  std::vector<Mark> marks;
  if (day.date == month_.today()) marks.push_back({std::string(say::kToday), "today", Tone::kRed});
  if (std::string holiday = say::HolidayLine(month_.input().holidays, day.date); !holiday.empty()) {
    marks.push_back({std::move(holiday), "event", Tone::kJade});
  }
  if (day.moved_from) {
    marks.push_back({say::Fill(say::kMovedFrom, {{"day", say::ShortDay(*day.moved_from)}}),
                     "update", Tone::kAmber});
  }
  if (day.state == DayState::kGap) {
    marks.push_back({std::string(say::kNobodyPlanned), "event_busy", Tone::kSand});
  }
  if (marks.empty()) return;
  Rect row = area.TakeTop(theme.size.chip_height * 0.78f, theme.Px(24));
  for (const Mark& mark : marks) {
    const float width = PillWidth(frame, mark.word, true);
    if (width > row.w) {
      row = area.TakeTop(theme.size.chip_height * 0.78f, theme.Px(24));
    }
    const Rect place = row.TakeLeft(width, theme.Px(20));
    StatusPill(frame, place.x, place.y, mark.word, mark.icon, mark.tone);
  }
}

void RosterScreen::DrawDayCard(Frame& frame, Rect rect, const DayCard& card) {
  const Theme& theme = frame.theme;
  rect.h = RosterHeadHeight(theme) + theme.Px(80) +
           static_cast<float>(card.lines.size()) * SeatHeight(theme);
  DrawCard(frame, rect);
  Rect inside = rect.Inset(theme.Px(40), theme.Px(30));
  Rect head = inside.TakeTop(RosterHeadHeight(theme), theme.Px(20));
  const TextStyle bold = TextStyle::Of(theme.size.button, Weight::kBold);
  head.TakeLeft(DrawText(frame, head, card.part, bold), theme.Px(24));
  DrawText(frame, head, card.hours,
           TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
  int index = 0;
  for (const DayCard::Line& line : card.lines) {
    Rect row = inside.TakeTop(SeatHeight(theme));
    const float circle = theme.Px(100);
    DrawMonogram(frame, row.TakeLeft(circle, theme.Px(26)).Centred(circle, circle), line.name,
                 index++);
    const Rect pill = row.TakeRight(PillWidth(frame, line.look.word, true), theme.Px(20));
    const float high = theme.size.chip_height * 0.78f;
    StatusPill(frame, pill.x, pill.CentreY() - high / 2, line.look.word, line.look.icon,
               line.look.tone);
    const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
    const float under = line.under.empty() ? 0 : theme.size.small * 1.35f;
    Rect words = row.Centred(row.w, theme.size.button * 1.35f + under);
    DrawText(frame, words.TakeTop(theme.size.button * 1.35f), line.name,
             Fitted(frame, line.name, bold, words.w));
    DrawText(frame, words, line.under, Fitted(frame, line.under, soft, words.w));
  }
}

}  // namespace studio
