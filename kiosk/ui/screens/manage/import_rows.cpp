#include "ui/screens/manage/import_rows.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/widgets.h"
#include "ui/words/exchange_strings.h"

namespace studio {
namespace {

constexpr int kButtonColumns = 2;
constexpr float kButtonGap = 18;

int ButtonLines(const CellProblem& question) {
  const int buttons =
      static_cast<int>(question.ways.size()) + (say::MayBeLeftOut(question) ? 1 : 0);
  return (buttons + kButtonColumns - 1) / kButtonColumns;
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

// In two lines; what has no room ends in "…".
void DrawNames(Frame& frame, const Rect& area, const std::vector<NameInChange>& names) {
  const Theme& theme = frame.theme;
  const float high = theme.size.body * kRowSpacing, gap = theme.Px(28);
  float x = area.x, y = area.y;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const NameInChange& one = names[i];
    const Colour colour = one.gone   ? theme.colour.soft_ink
                          : one.came ? theme.colour.jade
                                     : theme.colour.ink;
    const TextStyle style =
        TextStyle::Of(theme.size.body, one.came ? Weight::kBold : Weight::kRegular, colour);
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
    DrawText(frame, {x, y, std::min(wide, area.Right() - x) + 1, high}, one.name, style);
    if (one.gone) {
      FillRect(frame, {x, y + high * 0.5f, wide, std::max(2.0f, theme.Px(4))}, theme.colour.red);
    }
    x += wide + gap;
  }
}

}  // namespace

void DrawMarkedLine(Frame& frame, Rect row, std::string_view icon, Colour colour,
                    std::string_view words) {
  const Theme& theme = frame.theme;
  const float size = theme.Px(52);
  DrawIcon(frame, row.TakeLeft(size, theme.Px(22)), icon, size, colour);
  TextStyle style = TextStyle::Of(theme.size.body).Lines(2);
  style.line_spacing = kRowSpacing;
  const float height = MeasureWrapped(frame, words, row.w, style);
  DrawWrapped(frame, row.Centred(row.w, height), words, style);
}

float WaysHeight(const Frame& frame, const CellProblem& question) {
  const float lines = static_cast<float>(ButtonLines(question));
  return lines * frame.theme.size.chip_height + (lines - 1) * frame.theme.Px(kButtonGap);
}

std::optional<int> DrawWays(Frame& frame, Rect row, const CellProblem& question, int index) {
  const float gap = frame.theme.Px(kButtonGap);
  const std::vector<Rect> places = row.TakeTop(WaysHeight(frame, question))
                                       .SplitGrid(kButtonColumns, ButtonLines(question), gap);
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

void DrawChange(Frame& frame, Rect row, const RosterChange& change, const RosterPreview& preview) {
  const Theme& theme = frame.theme;
  const bool made = change.kind == RosterChange::Kind::kNew;
  const float size = theme.Px(52);
  DrawIcon(frame, row.TakeLeft(size, theme.Px(22)), made ? "add_circle" : "edit", size,
           made ? theme.colour.jade : theme.colour.amber);
  row.TakeTop(theme.Px(12), 0);
  DrawText(frame, row.TakeTop(theme.size.small * kRowSpacing, 0), say::ShiftRow(change.shift),
           TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink));
  DrawNames(frame, row, NamesOf(change, preview));
}

}  // namespace studio
