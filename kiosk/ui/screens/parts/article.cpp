#include "ui/screens/parts/article.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/canvas.h"
#include "ui/kit/shapes.h"
#include "ui/kit/text_layout.h"
#include "ui/press/widget_words.h"
#include "ui/press/widgets.h"
#include "ui/words/wall_strings.h"

namespace studio {
namespace {

constexpr float kArticlePad = 44, kAfterHeading = 10;
constexpr float kOneColumn = 0.72f;  // of a wide place, where one column is enough
constexpr std::size_t kFewestLines = 2;

// Letters where there is room for them, against the theme's.
constexpr float kLarger[] = {1.5f, 1.35f, 1.2f, 1.1f, 1.f};

TextStyle TextOf(const Theme& theme, float larger) {
  TextStyle style = TextStyle::Of(std::round(theme.size.body * larger));
  style.line_spacing = 1.5f;
  return style;
}
TextStyle ArticleHeading(const Theme& theme, float larger) {
  TextStyle style = TextStyle::Of(std::round(theme.size.section_title * larger), Weight::kBold);
  style.line_spacing = 1.3f;
  return style;
}
float LineHeight(const TextStyle& style) { return style.size * style.line_spacing; }

float HeadingHeight(const Frame& frame, std::string_view heading, float width, float larger) {
  if (heading.empty()) return 0;
  return MeasureWrapped(frame, heading, width, ArticleHeading(frame.theme, larger)) +
         frame.theme.Px(kAfterHeading);
}

}  // namespace

void Article::SetText(const Frame& frame, const Part& part, const Setting& in,
                      std::vector<Column>& columns, float& at) {
  const Theme& theme = frame.theme;
  const TextStyle style = TextOf(theme, in.larger);
  const float line = LineHeight(style), pad = theme.Px(kArticlePad);
  const float width = in.width - 2 * pad;
  const std::vector<TextLine> lines = BreakLines(frame.canvas.Faces(), style.weight,
                                                 static_cast<int>(style.size), part.text, width, 0);
  for (std::size_t next = 0; next < lines.size();) {
    const float head = next == 0 ? HeadingHeight(frame, part.heading, width, in.larger) : 0;
    const float room = in.height - at - 2 * pad - head;
    auto fit = static_cast<std::size_t>(std::max(0.f, room / line + 0.01f));
    const std::size_t left = lines.size() - next;
    if (fit < std::min(left, kFewestLines) && at > 0) {
      columns.emplace_back();
      at = 0;
      continue;
    }
    fit = std::clamp<std::size_t>(fit, 1, left);
    // Not a single line alone in the next column.
    if (left - fit == 1 && fit > kFewestLines) --fit;
    Piece piece{&part, lines[next].begin, lines[next + fit - 1].end, at, 0};
    piece.h = 2 * pad + head + static_cast<float>(fit) * line;
    columns.back().push_back(piece);
    at += piece.h + theme.size.gap;
    next += fit;
    if (next < lines.size()) {
      columns.emplace_back();
      at = 0;
    }
  }
}

std::vector<Article::Column> Article::Set(Frame& frame, const Setting& in) const {
  const float width = in.width, height = in.height;
  std::vector<Column> columns(1);
  float at = 0;
  for (const Part& part : parts_) {
    if (!part.block) {
      SetText(frame, part, in, columns, at);
      continue;
    }
    const float needed = part.block(frame, {0, 0, width, height}, false);
    if (at > 0 && at + needed > height) {
      columns.emplace_back();
      at = 0;
    }
    columns.back().push_back({&part, 0, 0, at, needed});
    at += needed + frame.theme.size.gap;
  }
  return columns;
}

void Article::DrawPiece(Frame& frame, const Rect& place, const Piece& piece, float larger) {
  const Part& part = *piece.part;
  if (part.block) {
    part.block(frame, place, true);
    return;
  }
  DrawCard(frame, place);
  Rect inside = place.Inset(frame.theme.Px(kArticlePad));
  if (piece.begin == 0 && !part.heading.empty()) {
    const float used =
        DrawWrapped(frame, inside, part.heading, ArticleHeading(frame.theme, larger));
    inside.TakeTop(used, frame.theme.Px(kAfterHeading));
  }
  const std::string_view words =
      std::string_view(part.text).substr(piece.begin, piece.end - piece.begin);
  DrawWrapped(frame, inside, words, TextOf(frame.theme, larger));
}

bool Article::MayFit(const Theme& theme, const Rect& area, float larger) const {
  const TextStyle style = TextOf(theme, larger);
  std::size_t characters = 0;
  for (const Part& part : parts_) characters += part.text.size() / 3;
  return static_cast<float>(characters) * style.size * LineHeight(style) <= area.w * area.h;
}

bool Article::DrawWhole(Frame& frame, const Rect& area, float larger) const {
  if (larger > 1 && !MayFit(frame.theme, area, larger)) return false;
  const auto fits = [&](const Column& column) {
    return column.empty() || column.back().y + column.back().h <= area.h;
  };
  // Lying down one column, where that is enough for all of it.
  const float gap = frame.theme.size.gap;
  const float alone = frame.wide ? area.w * kOneColumn : area.w, half = (area.w - gap) / 2;
  std::vector<Column> columns = Set(frame, {alone, area.h, larger});
  Rect column = area.Centred(alone, area.h);
  if (columns.size() > 1 && frame.wide) {
    columns = Set(frame, {half, area.h, larger});
    column = {area.x, area.y, half, area.h};
  }
  if (columns.size() > (frame.wide ? 2u : 1u)) return false;
  if (!std::all_of(columns.begin(), columns.end(), fits)) return false;
  for (const Column& pieces : columns) {
    for (const Piece& piece : pieces)
      DrawPiece(frame, {column.x, column.y + piece.y, column.w, piece.h}, piece, larger);
    column.x += column.w + gap;
  }
  return true;
}

void Article::Draw(Frame& frame, Rect area, ArticleState& state) const {
  const Theme& theme = frame.theme;
  const float gap = theme.size.gap;
  for (const float larger : kLarger) {
    if (!DrawWhole(frame, area, larger)) continue;
    state.page = 0;
    return;
  }
  const std::size_t across = frame.wide ? 2 : 1;
  const float width = (area.w - static_cast<float>(across - 1) * gap) / static_cast<float>(across);
  std::vector<Column> columns = Set(frame, {width, area.h});
  if (columns.size() > across) {
    Rect row = area.TakeBottom(theme.size.chip_height + theme.Px(8), gap);
    columns = Set(frame, {width, area.h});
    const std::size_t pages = (columns.size() + across - 1) / across;
    state.page = std::min(state.page, pages - 1);
    const std::string where =
        say::Fill(say::kArticlePage, {{"n", say::Number(static_cast<std::int64_t>(state.page + 1))},
                                      {"all", say::Number(static_cast<std::int64_t>(pages))}});
    const TextStyle soft =
        TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kCentre);
    const float button = (row.w - MeasureText(frame, where, soft) - theme.Px(80)) / 2;
    ButtonLook up, down;
    up.icon = "expand_less";
    up.enabled = state.page > 0;
    down.icon = "expand_more";
    down.enabled = state.page + 1 < pages;
    if (SecondaryButton(frame, row.TakeLeft(button), widget_words::kPageUp, up)) --state.page;
    if (SecondaryButton(frame, row.TakeRight(button), widget_words::kPageDown, down)) ++state.page;
    DrawText(frame, row, where, soft);
  } else {
    state.page = 0;
  }
  for (std::size_t i = 0; i < across && state.page * across + i < columns.size(); ++i) {
    const float x = area.x + static_cast<float>(i) * (width + gap);
    for (const Piece& piece : columns[state.page * across + i]) {
      DrawPiece(frame, {x, area.y + piece.y, width, piece.h}, piece, 1);
    }
  }
}

}  // namespace studio
