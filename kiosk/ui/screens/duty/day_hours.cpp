#include "app/cells/hour_cells.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/duty/day_screen.h"
#include "ui/words/staff/edit_strings.h"

namespace studio {
namespace {

std::vector<UsualHours> UsualHoursOf(const Station& station) {
  const auto& usual = station.mechanism.usual_hours;
  return usual.empty() ? DefaultUsualHours() : usual;
}

struct TimeRow {
  std::string_view label;
  std::string time;
  bool earlier = true, later = true;
};

// "开始  -  08:30  +": -1 earlier, 1 later, 0 nothing.
int DrawTimeRow(Frame& frame, const Rect& rect, const TimeRow& row) {
  const Theme& theme = frame.theme;
  DrawCard(frame, rect);
  Rect inside = rect.Inset(theme.size.pad, theme.Px(14));
  const auto button = [&](Rect place, std::string_view word, std::string_view icon, bool enabled) {
    return SecondaryButton(frame, place, std::string(word) + "##" + std::string(row.label),
                           {icon, enabled});
  };
  const float width =
      MeasureText(frame, say::kEarlier30, TextStyle::Of(theme.size.button, Weight::kBold)) +
      theme.size.button * 1.4f + theme.Px(60);
  int step = 0;
  if (button(inside.TakeRight(width, theme.Px(20)), say::kLater30, "add", row.later)) step = 1;
  if (button(inside.TakeRight(width, theme.Px(20)), say::kEarlier30, "remove", row.earlier)) {
    step = -1;
  }
  const TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  const float label = MeasureText(frame, row.label, soft);
  DrawText(frame, inside.TakeLeft(label, theme.Px(24)), row.label, soft);
  const TextStyle bold = TextStyle::Of(theme.size.card_title, Weight::kBold);
  DrawText(frame, inside, row.time, Fitted(frame, row.time, bold, inside.w));
  return step;
}

}  // namespace

void DayScreen::BeginNew() {
  picker_.Restart();
  edit_.BeginNew(date_, UsualHoursOf(*parts_.state.station).front());
}

void DayScreen::DrawHours(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool go_on = DrawFooter(frame, area, say::kNext);
  AskBeside(frame, area, say::kAskHours, std::string(say::kAskHoursHint));
  const auto usual = UsualHoursOf(*parts_.state.station);
  const HoursDraft& hours = edit_.hours();
  std::vector<std::string> words;
  std::vector<std::string_view> labels;
  for (const UsualHours& one : usual) {
    words.push_back((one.names.empty() ? "" : one.names.front() + " ") + one.from + " – " + one.to);
  }
  labels.assign(words.begin(), words.end());
  const float gap = theme.Px(22), option = theme.Px(124),
              time = theme.size.button_height + theme.Px(28);
  const int columns = FittingColumns(frame, labels, area.w, gap, 2);
  const int rows = (static_cast<int>(usual.size()) + columns - 1) / columns;
  Rect place = area.TakeTop(static_cast<float>(rows) * (option + gap) - gap, theme.size.gap);
  const auto cells = place.SplitGrid(columns, rows, gap);
  for (std::size_t i = 0; i < usual.size(); ++i) {
    const bool chosen = usual[i].from == hours.from() && usual[i].to == hours.to();
    if (Option(frame, cells[i], words[i], {"", chosen})) edit_.SetHours(usual[i].from, usual[i].to);
  }
  const std::vector<Rect> times =
      area.TakeTop(2 * time + theme.size.gap).SplitRows(2, theme.size.gap);
  const std::string to =
      hours.overnight() ? say::Fill(say::kNextDay, {{"time", hours.to()}}) : hours.to();
  HoursDraft moved = hours;
  moved.MoveFrom(DrawTimeRow(
      frame, times[0], {say::kFrom, hours.from(), hours.CanMoveFrom(-1), hours.CanMoveFrom(1)}));
  moved.MoveTo(
      DrawTimeRow(frame, times[1], {say::kTo, to, hours.CanMoveTo(-1), hours.CanMoveTo(1)}));
  if (moved.from() != hours.from() || moved.to() != hours.to()) {
    edit_.SetHours(moved.from(), moved.to());
  }
  if (go_on) edit_.Next();
}

}  // namespace studio
