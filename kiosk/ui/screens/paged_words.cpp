#include "ui/screens/paged_words.h"

#include <algorithm>
#include <vector>

#include "ui/canvas.h"
#include "ui/screens/page_pieces.h"
#include "ui/text_layout.h"
#include "ui/track_strings.h"
#include "ui/widgets.h"

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

void DrawTurning(Frame& frame, Rect row, std::size_t& page, std::size_t pages) {
  const Theme& theme = frame.theme;
  const float width = std::min(row.w * 0.34f, theme.size.button * 3 + theme.Px(140));
  const Rect before = row.TakeLeft(width, theme.Px(16)), after = row.TakeRight(width, theme.Px(16));
  const std::string where =
      say::Fill(say::kPageOf, {{"n", say::Number(static_cast<std::int64_t>(page + 1))},
                               {"all", say::Number(static_cast<std::int64_t>(pages))}});
  const TextStyle soft =
      TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kCentre);
  DrawText(frame, row, where, Fitted(frame, where, soft, row.w));
  if (SecondaryButton(frame, before, say::kPageBefore, {"expand_less", page > 0})) --page;
  if (SecondaryButton(frame, after, say::kPageAfter, {"expand_more", page + 1 < pages})) ++page;
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

bool DrawFirstWords(Frame& frame, const Rect& area, std::string_view words,
                    const TextStyle& style) {
  const std::vector<TextLine> lines = LinesOf(frame, words, style, area.w);
  const std::size_t shown = std::min(lines.size(), LinesIn(area, style));
  DrawLines(frame, area, words, style, lines.front(), lines[shown - 1]);
  return shown == lines.size();
}

}  // namespace studio
