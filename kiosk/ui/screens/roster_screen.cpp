#include "ui/screens/roster_screen.h"

#include <algorithm>

#include "ui/screens/page_pieces.h"
#include "ui/strings.h"
#include "ui/widgets.h"

namespace studio {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr int kDaysShown = 31;

float TitleHeight(const Theme& theme) { return theme.size.button * 1.4f; }
float LineHeight(const Theme& theme) { return theme.size.body * 1.65f; }
float CardHeight(const Theme& theme, std::size_t shifts) {
  return TitleHeight(theme) + static_cast<float>(shifts) * LineHeight(theme) + theme.Px(74);
}

}  // namespace

struct RosterScreen::Day {
  std::string name;       // "11月23日 星期一"
  std::string_view near;  // "今天", "明天", or empty
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
  if (HomeFooter(frame, area)) {
    parts_.navigator.GoHome();
    return;
  }
  area.TakeTop(theme.Px(20));
  area = area.Inset(theme.size.margin, 0);
  const Station& station = *parts_.state.station;
  std::vector<Day> days;
  for (int ahead = 0; ahead < kDaysShown; ++ahead) {
    const LocalTime when = LocalTime::At(frame.now.wall_ms + ahead * kDayMs);
    Day day;
    day.name = say::DayOf(when);
    if (ahead < 2) day.near = ahead == 0 ? say::kToday : say::kTomorrow;
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
  if (days.empty()) return DrawEmptyPage(frame, area, "event_note", say::kRosterEmpty);
  const int columns = frame.wide ? 2 : 1;
  std::size_t shifts = 0;
  for (const Day& day : days) shifts = std::max(shifts, day.lines.size());
  const int count = static_cast<int>(days.size());
  PagedList list(frame, area, "days", scroll_, (count + columns - 1) / columns,
                 CardHeight(theme, shifts), theme.size.gap);
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
  Rect title = card.TakeTop(TitleHeight(theme), theme.Px(14));
  const TextStyle bold = TextStyle::Of(theme.size.button, Weight::kBold);
  if (!day.near.empty()) {
    const float height = theme.size.chip_height * 0.78f;
    const Rect pill = StatusPill(frame, title.x, title.CentreY() - height / 2, day.near, "event",
                                 day.near == say::kToday ? Tone::kJade : Tone::kSand);
    title.TakeLeft(pill.w, theme.Px(24));
  }
  DrawText(frame, title, day.name, Fitted(frame, day.name, bold, title.w));
  for (const Day::Line& line : day.lines) {
    Rect row = card.TakeTop(LineHeight(theme));
    DrawText(frame, row.TakeLeft(theme.size.body * 7.8f, theme.Px(16)), line.hours,
             TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
    const TextStyle names = TextStyle::Of(theme.size.body, Weight::kBold);
    DrawText(frame, row, line.names, Fitted(frame, line.names, names, row.w));
  }
}

}  // namespace studio
