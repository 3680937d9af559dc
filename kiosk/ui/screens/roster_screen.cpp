#include "ui/screens/roster_screen.h"

#include <algorithm>

#include "ui/strings.h"
#include "ui/widgets.h"

namespace studio {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr int kDaysShown = 31;

}  // namespace

struct RosterScreen::Day {
  std::string name;  // "今天", "明天", "11月23日 星期一"
  struct Line {
    std::string hours;
    std::string names;
  };
  std::vector<Line> lines;
};

void RosterScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kRoster)) {
    parts_.navigator.GoHome();
    return;
  }
  area = area.Inset(theme.size.margin, theme.Px(24));
  const Station& station = *parts_.state.station;
  std::vector<Day> days;
  for (int ahead = 0; ahead < kDaysShown; ++ahead) {
    const LocalTime when = LocalTime::At(frame.now.wall_ms + ahead * kDayMs);
    Day day;
    day.name = say::DayOf(when);
    if (ahead < 2) {
      day.name = std::string(ahead == 0 ? say::kToday : say::kTomorrow) + "  " + day.name;
    }
    for (const Shift& shift : station.shifts) {
      if (shift.date != when.Date()) continue;
      Day::Line line{shift.from + " – " + shift.to, ""};
      for (const std::string& id : shift.members) {
        const auto member = std::find_if(station.members.begin(), station.members.end(),
                                         [&](const Member& m) { return m.id == id; });
        if (member == station.members.end()) continue;
        if (!line.names.empty()) line.names += "  ";
        line.names += member->name;
      }
      day.lines.push_back(std::move(line));
    }
    if (!day.lines.empty()) days.push_back(std::move(day));
  }
  if (days.empty()) {
    DrawText(
        frame, area, say::kRosterEmpty,
        TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kCentre));
    return;
  }
  const int columns = frame.wide ? 2 : 1;
  const int count = static_cast<int>(days.size());
  PagedList list(frame, area, "days", scroll_, (count + columns - 1) / columns, theme.Px(290),
                 theme.size.gap);
  for (int row = list.First(); row < list.End(); ++row) {
    const std::vector<Rect> cells = list.Row(row).SplitColumns(columns, theme.size.gap);
    for (int column = 0; column < columns && row * columns + column < count; ++column) {
      DrawDay(frame, cells[static_cast<std::size_t>(column)],
              days[static_cast<std::size_t>(row * columns + column)]);
    }
  }
}

void RosterScreen::DrawDay(Frame& frame, Rect card, const Day& day) {
  const Theme& theme = frame.theme;
  DrawCard(frame, card);
  card = card.Inset(theme.Px(44), theme.Px(30));
  DrawText(frame, card.TakeTop(theme.Px(64), theme.Px(14)), day.name,
           TextStyle::Of(theme.size.button, Weight::kBold));
  for (const Day::Line& line : day.lines) {
    Rect row = card.TakeTop(theme.Px(70));
    DrawText(frame, row.TakeLeft(theme.Px(320)), line.hours,
             TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
    DrawText(frame, row, line.names, TextStyle::Of(theme.size.body));
  }
}

}  // namespace studio
