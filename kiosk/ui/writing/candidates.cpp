#include "ui/writing/candidates.h"

#include <algorithm>

#include "ui/kit/canvas.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"
#include "ui/writing/keys.h"

namespace studio {
namespace {

constexpr float kSizes[] = {56, 48, 42, 38, 34};
constexpr int kInRow[] = {4, 5, 6, 8};  // short ones side by side, as few as possible
constexpr float kCandidatePad = 22;

struct CellFit {
  float size;    // of letters
  float narrow;  // no cell is narrower
  float gap, pad;
};

// Row by row; ends with the first one that finds no room.
std::vector<CandidateCell> Fill(const Frame& frame, const std::vector<Rect>& rows,
                                const std::vector<std::string>& candidates, std::size_t first,
                                const CellFit& fit) {
  std::vector<CandidateCell> out;
  std::size_t row = 0;
  float x = rows[0].x;
  const TextStyle style = TextStyle::Of(fit.size, Weight::kBold);
  for (std::size_t i = first; i < candidates.size(); ++i) {
    const float width =
        std::max(fit.narrow, MeasureText(frame, candidates[i], style) + 2 * fit.pad);
    if (x + width > rows[row].Right() + 0.5f && x > rows[row].x) {
      if (++row == rows.size()) return out;
      x = rows[row].x;
    }
    if (width > rows[row].w + 0.5f) return out;
    out.push_back({i, {x, rows[row].y, width, rows[row].h}, fit.size});
    x += width + fit.gap;
  }
  return out;
}

// A row that is nearly full is filled to its end.
void Justify(std::vector<CandidateCell>& cells, const Rect& rect, float gap) {
  for (std::size_t begin = 0; begin < cells.size();) {
    std::size_t end = begin;
    while (end < cells.size() && cells[end].rect.y == cells[begin].rect.y) ++end;
    const float spare = rect.Right() - cells[end - 1].rect.Right();
    if (spare < rect.w * 0.3f) {
      const float each = spare / static_cast<float>(end - begin);
      float x = rect.x;
      for (std::size_t i = begin; i < end; ++i) {
        cells[i].rect.x = x;
        cells[i].rect.w += each;
        x += cells[i].rect.w + gap;
      }
    }
    begin = end;
  }
}

// One that no row holds: over all rows, wrapped.
CandidateCell Tall(const Frame& frame, const Rect& rect, std::size_t index) {
  return {index, rect, frame.theme.Px(kSizes[std::size(kSizes) - 1])};
}

void DrawCandidate(Frame& frame, const CandidateCell& cell, Keyboard& keyboard, TextDraft& draft) {
  const Palette& c = frame.theme.colour;
  // By value: choosing changes the list.
  const std::string text = keyboard.Candidates()[cell.index];
  // What a pen wrote is read when it has left the pad: those candidates change by themselves.
  const Taps taps = keyboard.mode() == WritingMode::kInk ? Taps::kWriting : Taps::kOffered;
  const Press press = PressArea(frame, cell.rect, text + "##candidate", {.taps = taps});
  const bool best = cell.index == 0 && !keyboard.Earlier();
  DrawKeySheet(frame, cell.rect, press.down ? c.red : c.card, c.foot);
  const Colour ink = press.down ? c.on_red : best ? c.red : c.ink;
  TextStyle style =
      TextStyle::Of(cell.size, best ? Weight::kBold : Weight::kRegular, ink, Align::kCentre);
  style.line_spacing = 1.3f;
  const Rect inside = cell.rect.Inset(frame.theme.Px(8), 0);
  if (MeasureText(frame, text, style) <= inside.w + 0.5f) {
    DrawText(frame, inside, text, style);
  } else {
    DrawWrapped(frame, inside.Centred(inside.w, MeasureWrapped(frame, text, inside.w, style)), text,
                style);
  }
  if (press.began) keyboard.Choose(draft, cell.index);
}

void DrawTyped(Frame& frame, const Rect& rect, std::string_view typed) {
  const Theme& theme = frame.theme;
  const TextStyle style = TextStyle::Of(theme.size.body, Weight::kBold, theme.colour.ink);
  const float width = MeasureText(frame, typed, style);
  // The end of what is long is what was pressed last.
  Rect line{rect.x + theme.Px(8), rect.y, width + 1, rect.h};
  line.x -= std::max(0.f, width - rect.w + 2 * theme.Px(8));
  frame.canvas.PushClip(rect);
  DrawText(frame, line, typed, style);
  frame.canvas.PopClip();
}

}  // namespace

std::vector<CandidateCell> LayOutCandidates(const Frame& frame, const Rect& rect,
                                            const std::vector<std::string>& candidates,
                                            std::size_t first, int rows) {
  if (first >= candidates.size()) return {};
  const Theme& theme = frame.theme;
  const float gap = std::max(theme.Px(12), theme.size.touch_gap);
  const std::vector<Rect> places = rect.SplitRows(rows, gap);
  const float type = theme.size.body / 40.f;  // larger letters where they are wanted
  std::vector<CandidateCell> best;
  for (const float size : kSizes) {
    for (const int in_row : kInRow) {
      const auto n = static_cast<float>(in_row);
      const CellFit fit{std::max(size * type, theme.Px(34)), (rect.w - gap * (n - 1)) / n, gap,
                        theme.Px(kCandidatePad)};
      std::vector<CandidateCell> cells = Fill(frame, places, candidates, first, fit);
      if (cells.size() > best.size()) best = std::move(cells);
      if (best.size() == candidates.size() - first) {
        Justify(best, rect, gap);
        return best;
      }
    }
  }
  if (best.empty()) return {Tall(frame, rect, first)};
  Justify(best, rect, gap);
  return best;
}

void DrawCandidateBar(Frame& frame, Rect rect, Keyboard& keyboard, TextDraft& draft,
                      std::string_view hint) {
  const Theme& theme = frame.theme;
  const Palette& c = theme.colour;
  if (keyboard.typed().empty()) {
    FillRounded(frame, rect, theme.size.small_radius, c.paper);
    if (c.outline_everything)
      OutlineRounded(frame, rect, theme.size.small_radius, theme.Px(3), c.outline);
    const Rect inside = rect.Inset(theme.Px(30), 0);
    TextStyle style = TextStyle::Of(theme.size.body, Weight::kRegular, c.soft_ink, Align::kCentre);
    DrawWrapped(frame, inside.Centred(inside.w, MeasureWrapped(frame, hint, inside.w, style)), hint,
                style);
    return;
  }
  Rect line = rect.TakeTop(theme.size.body * 1.3f, theme.Px(4));
  if (keyboard.keys_full()) {
    const TextStyle full = TextStyle::Of(theme.size.body, Weight::kBold, c.red, Align::kCentre);
    DrawText(frame, line, say::kKeysFull, full);
  } else {
    DrawTyped(frame, line, keyboard.typed());
  }
  const float gap = theme.Px(12);
  const std::vector<Rect> turn = rect.TakeRight(theme.Px(96), gap).SplitRows(2, gap);
  if (keyboard.Candidates().empty()) {
    DrawText(frame, rect, say::kNoCandidates,
             TextStyle::Of(theme.size.body, Weight::kRegular, c.soft_ink, Align::kCentre));
  }
  const std::vector<CandidateCell> cells =
      LayOutCandidates(frame, rect, keyboard.Candidates(), keyboard.FirstShown(), 2);
  const bool earlier = keyboard.Earlier(), more = keyboard.MoreAfter(cells.size());
  // After the first choice the list is another one: nothing more of the old is drawn.
  const std::vector<std::string> shown = keyboard.Candidates();
  for (const CandidateCell& cell : cells) {
    if (keyboard.Candidates() != shown) break;
    DrawCandidate(frame, cell, keyboard, draft);
  }
  if (TurnKey(frame, turn[0], say::kEarlier, "expand_less", earlier)) keyboard.PageBack();
  if (TurnKey(frame, turn[1], say::kMoreCandidates, "expand_more", more))
    keyboard.PageOn(cells.size());
}

void DrawInkCandidates(Frame& frame, const Rect& rect, Keyboard& keyboard, TextDraft& draft) {
  const Theme& theme = frame.theme;
  const std::vector<Rect> cells = rect.SplitGrid(2, kCandidatesPerPage / 2, theme.Px(12));
  const std::vector<std::string> shown = keyboard.Candidates();
  const float size = std::min(cells[0].h * 0.62f, theme.size.page_title * 1.2f);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i >= shown.size()) {
      FillRounded(frame, cells[i], theme.size.small_radius, theme.colour.paper);
      continue;
    }
    if (keyboard.Candidates() != shown) break;
    DrawCandidate(frame, {i, cells[i], size}, keyboard, draft);
  }
}

}  // namespace studio
