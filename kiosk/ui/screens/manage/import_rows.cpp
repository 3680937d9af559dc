#include "ui/screens/manage/import_rows.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/widgets.h"
#include "ui/words/staff/exchange_strings.h"

namespace studio {
namespace {

constexpr float kButtonGap = 18, kRowMark = 52, kRowMarkGap = 22, kAboveChange = 12, kNameGap = 28;
// Longer lists are not measured in every frame: their rows have room for two lines.
constexpr std::size_t kMeasuredRows = 200;

int ButtonsOf(const CellProblem& question) {
  return static_cast<int>(question.ways.size()) + (say::MayBeLeftOut(question) ? 1 : 0);
}
int ButtonLines(int buttons, int columns) { return (buttons + columns - 1) / columns; }

TextStyle MarkedStyle(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.body).Lines(2);
  style.line_spacing = kRowSpacing;
  return style;
}

float BesideMark(const Theme& theme, float width) {
  return width - theme.Px(kRowMark + kRowMarkGap);
}

bool FitInColumns(const Frame& frame, const CellProblem& question, float width, int columns) {
  const float gaps = frame.theme.Px(kButtonGap) * static_cast<float>(columns - 1);
  const float room = (width - gaps) / static_cast<float>(columns);
  for (std::size_t way = 0; way < question.ways.size(); ++way) {
    if (OptionWidth(frame, say::WayWords(question, way)) > room) return false;
  }
  return true;
}

struct NameInChange {
  std::string name;
  bool gone = false, came = false;
};

// Those who stay, those who go, those who come.
std::vector<NameInChange> NamesOf(const RosterChange& change, const RosterPreview& preview) {
  const auto name = [&](const std::string& id) {
    const auto known = preview.names.find(id);
    return known == preview.names.end() ? id : known->second;
  };
  const auto has = [](const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  const bool made = change.kind == RosterChange::Kind::kNew;
  std::vector<NameInChange> stay, go, come;
  for (const std::string& id : change.members_before) {
    const bool stays = has(change.shift.members, id);
    (stays ? stay : go).push_back({name(id), !stays, false});
  }
  for (const std::string& id : change.shift.members) {
    if (!has(change.members_before, id)) come.push_back({name(id), false, !made});
  }
  stay.insert(stay.end(), go.begin(), go.end());
  stay.insert(stay.end(), come.begin(), come.end());
  return stay;
}

TextStyle ChangedNameStyle(const Theme& theme, const NameInChange& one) {
  const Colour colour = one.gone   ? theme.colour.soft_ink
                        : one.came ? theme.colour.jade
                                   : theme.colour.ink;
  return TextStyle::Of(theme.size.body, one.came ? Weight::kBold : Weight::kRegular, colour);
}

bool FitInLine(const Frame& frame, const std::vector<NameInChange>& names, float width) {
  float used = 0;
  for (const NameInChange& one : names) {
    if (used > 0) used += frame.theme.Px(kNameGap);
    used += MeasureText(frame, one.name, ChangedNameStyle(frame.theme, one));
  }
  return used <= width;
}

// In as many lines as the area has; what has no room ends in "…".
void DrawNames(Frame& frame, const Rect& area, const std::vector<NameInChange>& names) {
  const Theme& theme = frame.theme;
  const float high = theme.size.body * kRowSpacing, gap = theme.Px(kNameGap);
  float x = area.x, y = area.y;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const NameInChange& one = names[i];
    const TextStyle style = ChangedNameStyle(theme, one);
    const float wide = MeasureText(frame, one.name, style);
    if (x > area.x && x + wide > area.Right()) {
      x = area.x;
      y += high;
    }
    const bool last_line = y + 1.5f * high > area.Bottom();
    if (last_line && i + 1 < names.size() && x + wide + gap + high > area.Right()) {
      DrawText(frame, {x, y, high, high}, "…", TextStyle::Of(theme.size.body));
      return;
    }
    const Rect place{x, y, std::min(wide, area.Right() - x) + 1, high};
    if (one.gone) {
      DrawStruck(frame, place, one.name, style, theme.colour.red);
    } else {
      DrawText(frame, place, one.name, style);
    }
    x += wide + gap;
  }
}

}  // namespace

void DrawMarkedLine(Frame& frame, Rect row, std::string_view icon, Colour colour,
                    std::string_view words) {
  const Theme& theme = frame.theme;
  const float size = theme.Px(kRowMark);
  DrawIcon(frame, row.TakeLeft(size, theme.Px(kRowMarkGap)), icon, size, colour);
  const TextStyle style = MarkedStyle(theme);
  const float height = MeasureWrapped(frame, words, row.w, style);
  DrawWrapped(frame, row.Centred(row.w, height), words, style);
}

AskedRows MeasureQuestions(const Frame& frame, const RosterPreview& preview,
                           const std::vector<const CellProblem*>& questions, float width) {
  const Theme& theme = frame.theme;
  const bool many = questions.size() > kMeasuredRows;
  const float line = theme.size.body * kRowSpacing;
  int most = 0;
  bool three = !many, one_line = !many;
  for (const CellProblem* const question : questions) {
    most = std::max(most, ButtonsOf(*question));
    if (many) continue;
    three = three && FitInColumns(frame, *question, width, 3);
    one_line =
        one_line && MeasureWrapped(frame, say::ProblemRow(preview, *question),
                                   BesideMark(theme, width), MarkedStyle(theme)) < 1.5f * line;
  }
  AskedRows rows;
  if (three && ButtonLines(most, 3) < ButtonLines(most, 2)) rows.columns = 3;
  const auto lines = static_cast<float>(ButtonLines(most, rows.columns));
  rows.buttons = lines * theme.size.chip_height + (lines - 1) * theme.Px(kButtonGap);
  rows.words = line * (one_line ? 1 : 2);
  return rows;
}

std::optional<int> DrawWays(Frame& frame, Rect row, const CellProblem& question, int index,
                            int columns) {
  const float gap = frame.theme.Px(kButtonGap);
  const int lines = ButtonLines(ButtonsOf(question), columns);
  const float high = frame.theme.size.chip_height * static_cast<float>(lines) +
                     gap * static_cast<float>(lines - 1);
  const std::vector<Rect> places = row.TakeTop(high).SplitGrid(columns, lines, gap);
  const std::string apart = "##" + std::to_string(index);
  const std::size_t ways = question.ways.size();
  std::optional<int> tapped;
  for (std::size_t at = 0; at < ways; ++at) {
    const int way = static_cast<int>(at);
    const OptionLook look{.chosen = question.answer == way};
    if (Option(frame, places[at], say::WayWords(question, at) + apart, look)) tapped = way;
  }
  if (!say::MayBeLeftOut(question)) return tapped;
  const OptionLook look{.chosen = question.answer == kLeftOut};
  if (Option(frame, places[ways], std::string(say::kLeaveOut) + apart, look)) tapped = kLeftOut;
  return tapped;
}

float ChangeHeight(const Frame& frame, const RosterPreview& preview,
                   const std::vector<const RosterChange*>& changes, float width) {
  const Theme& theme = frame.theme;
  const bool one_line =
      changes.size() <= kMeasuredRows &&
      std::all_of(changes.begin(), changes.end(), [&](const RosterChange* change) {
        return FitInLine(frame, NamesOf(*change, preview), BesideMark(theme, width));
      });
  const float names = theme.size.body * (one_line ? 1 : 2);
  return (theme.size.small + names) * kRowSpacing + theme.Px(kAboveChange + 18);
}

void DrawChange(Frame& frame, Rect row, const RosterChange& change, const RosterPreview& preview) {
  const Theme& theme = frame.theme;
  const bool made = change.kind == RosterChange::Kind::kNew;
  const float size = theme.Px(kRowMark);
  DrawIcon(frame, row.TakeLeft(size, theme.Px(kRowMarkGap)), made ? "add_circle" : "edit", size,
           made ? theme.colour.jade : theme.colour.amber);
  row.TakeTop(theme.Px(kAboveChange), 0);
  DrawText(frame, row.TakeTop(theme.size.small * kRowSpacing, 0), say::ShiftRow(change.shift),
           TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink));
  DrawNames(frame, row, NamesOf(change, preview));
}

}  // namespace studio
