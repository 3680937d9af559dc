#include "ui/screens/parts/paged_words.h"

#include <algorithm>
#include <vector>

#include "ui/kit/canvas.h"
#include "ui/kit/text_layout.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/track_strings.h"

namespace studio {
namespace {

std::vector<TextLine> LinesOf(Frame& frame, std::string_view words, const TextStyle& style,
                              float width) {
  return BreakLines(frame.canvas.Faces(), style.weight, static_cast<int>(style.size), words, width,
                    0);
}

std::size_t LinesIn(const Rect& area, const TextStyle& style) {
  return std::max<std::size_t>(
      1, static_cast<std::size_t>((area.h + 1) / (style.size * style.line_spacing)));
}

void DrawLines(Frame& frame, const Rect& area, std::string_view words, const TextStyle& style,
               const TextLine& first, const TextLine& last) {
  DrawWrapped(frame, area, words.substr(first.begin, last.end - first.begin), style);
}

// Icons and the longer words go first where it is narrow.
void DrawTurning(Frame& frame, Rect row, std::size_t& page, std::size_t pages) {
  const Theme& theme = frame.theme;
  const float gap = theme.Px(16);
  const TextStyle soft =
      TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kCentre);
  const std::string n = say::Number(static_cast<std::int64_t>(page + 1));
  const std::string all = say::Number(static_cast<std::int64_t>(pages));
  std::string where = say::Fill(say::kPageOf, {{"n", n}, {"all", all}});
  const float label =
      MeasureText(frame, say::kPageBefore, TextStyle::Of(theme.size.button, Weight::kBold));
  const float room = row.w - 2 * gap - MeasureText(frame, where, soft);
  const bool icons = 2 * (label + theme.Px(150)) <= room;
  const float width = label + theme.Px(icons ? 150 : 64);
  if (2 * width > room) where = n + " / " + all;
  const Rect before = row.TakeLeft(width, gap), after = row.TakeRight(width, gap);
  DrawText(frame, row, where, Fitted(frame, where, soft, row.w));
  const bool earlier = page > 0, later = page + 1 < pages;
  if (SecondaryButton(frame, before, say::kPageBefore,
                      {icons ? "expand_less" : "", earlier, {}, Taps::kAgain}))
    --page;
  if (SecondaryButton(frame, after, say::kPageAfter,
                      {icons ? "expand_more" : "", later, {}, Taps::kAgain}))
    ++page;
}

}  // namespace

void DrawPagedWords(Frame& frame, Rect area, std::string_view words, const TextStyle& style,
                    std::size_t& page) {
  const Theme& theme = frame.theme;
  const std::vector<TextLine> lines = LinesOf(frame, words, style, area.w);
  std::size_t shown = LinesIn(area, style);
  if (lines.size() <= shown) {
    DrawWrapped(frame, area, words, style);
    return;
  }
  const Rect row = area.TakeBottom(theme.size.chip_height + theme.Px(16), theme.size.gap);
  shown = LinesIn(area, style);
  const std::size_t pages = (lines.size() + shown - 1) / shown;
  page = std::min(page, pages - 1);
  const std::size_t first = page * shown;
  DrawLines(frame, area, words, style, lines[first],
            lines[std::min(lines.size(), first + shown) - 1]);
  DrawTurning(frame, row, page, pages);
}

void DrawFirstWords(Frame& frame, const Rect& area, std::string_view words,
                    const TextStyle& style) {
  const std::vector<TextLine> lines = LinesOf(frame, words, style, area.w);
  const std::size_t shown = std::min(lines.size(), LinesIn(area, style));
  DrawLines(frame, area, words, style, lines.front(), lines[shown - 1]);
}

}  // namespace studio
