#include "ui/writing/text_area.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/kit/canvas.h"
#include "ui/press/touch.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr std::size_t kNearLimit = 50;  // characters left

// What is said about the limit, empty while it is far.
std::string LimitLine(const TextDraft& draft, bool refused) {
  const std::size_t left = draft.limit() - std::min(draft.limit(), draft.characters());
  const auto number = [](std::size_t n) { return say::Number(static_cast<std::int64_t>(n)); };
  if (left == 0) return say::Fill(say::kTextFull, {{"n", number(draft.limit())}});
  if (refused) return say::Fill(say::kTextRefused, {{"n", number(left)}});
  if (left > std::min(kNearLimit, draft.limit() / 10)) return {};
  return say::Fill(say::kTextLeft, {{"n", number(left)}});
}

void DrawLimit(Frame& frame, const Rect& line, std::string_view words, bool full) {
  const Palette& c = frame.theme.colour;
  if (full) FillRounded(frame, line, frame.theme.Px(14), c.amber_tint.back);
  DrawText(frame, line.Inset(frame.theme.Px(16), 0), words,
           TextStyle::Of(frame.theme.size.small, full ? Weight::kBold : Weight::kRegular,
                         full ? c.amber_tint.ink : c.soft_ink, Align::kRight));
}

bool ScrollKey(Frame& frame, const Rect& rect, std::string_view label, std::string_view icon,
               bool enabled) {
  const Press press = PressArea(frame, rect, label, {enabled, Taps::kWriting});
  const Palette& c = frame.theme.colour;
  FillRounded(frame, rect, frame.theme.Px(20), press.down ? c.dark_key : c.sand_tint.back);
  if (c.outline_everything)
    OutlineRounded(frame, rect, frame.theme.Px(20), frame.theme.Px(3), c.outline);
  DrawIcon(frame, rect, icon, frame.theme.Px(56), enabled ? c.ink : c.outline);
  return press.began;
}

// A finger may push the text; true while it does.
bool Drag(Frame& frame, const Press& press, bool longer, TextAreaState& state) {
  const Touch& touch = frame.touch;
  if (!press.held) return state.dragging = false;
  if (touch.Pressed()) state.drag_origin = state.offset;
  const float moved = touch.OriginY() - touch.Y();
  if (std::abs(moved) > frame.theme.size.forgive * 0.6f && longer) state.dragging = true;
  if (state.dragging) state.offset = state.drag_origin + moved;
  return state.dragging;
}

// How a text lies in its area.
struct Layout {
  TextStyle style;
  float line = 0;   // height of one
  Rect view;        // where text is seen, whole lines only: half a line looks like something broken
  Rect target;      // what is tapped to move the caret
  Rect keys;        // buttons that page, where the text is longer than the view
  Rect limit_line;  // empty: nothing is said about the limit
  float most = 0;   // offset of the text's end
};

Layout LayOut(const Frame& frame, const Rect& rect, std::string_view text, bool with_limit) {
  const Theme& theme = frame.theme;
  Layout out;
  out.style = TextStyle::Of(theme.size.section_title);
  out.line = std::round(std::round(out.style.size) * out.style.line_spacing);
  out.target = rect;
  Rect inside = rect.Inset(theme.Px(36), theme.Px(24));
  if (with_limit) out.limit_line = inside.TakeBottom(theme.size.small * 1.5f, theme.Px(4));
  const auto fit = [&] {
    out.view = inside;
    out.view.h = std::max(1.f, std::floor((inside.h + 0.5f) / out.line)) * out.line;
    return std::max(out.line, MeasureWrapped(frame, text, inside.w, out.style)) - out.view.h;
  };
  if (fit() <= 0.5f) return out;
  const float side = theme.Px(88);
  inside.TakeRight(side, theme.Px(24));
  out.limit_line.w = inside.w;
  out.most = std::max(0.f, fit());
  out.keys = rect.Inset(theme.Px(20)).TakeRight(side);
  out.target.w = out.keys.x - theme.size.touch_gap - rect.x;
  return out;
}

void DrawScrollKeys(Frame& frame, const Layout& layout, TextAreaState& state) {
  const std::vector<Rect> pair = layout.keys.SplitRows(2, frame.theme.Px(12));
  const float page = std::max(layout.line, layout.view.h - layout.line);
  if (ScrollKey(frame, pair[0], say::kTextUp, "expand_less", state.offset > 0.5f))
    state.offset -= page;
  if (ScrollKey(frame, pair[1], say::kTextDown, "expand_more", state.offset < layout.most - 0.5f))
    state.offset += page;
}

}  // namespace

void DrawTextArea(Frame& frame, const Rect& rect, std::string_view label, TextDraft& draft,
                  TextAreaState& state, TextAreaLook look) {
  const Theme& theme = frame.theme;
  const Palette& c = theme.colour;
  DrawCard(frame, rect, theme.size.radius, c.card);
  OutlineRounded(frame, rect, theme.size.radius, theme.Px(4), c.red);
  const std::string& text = draft.text();
  const std::string limit = LimitLine(draft, look.refused);
  const Layout layout = LayOut(frame, rect, text, !limit.empty());
  const Rect& view = layout.view;
  const float line = layout.line;

  const Press press =
      PressArea(frame, layout.target, label, {.taps = Taps::kWriting, .text = true});
  const bool pushed = Drag(frame, press, layout.most > 0, state);
  if (press.tapped && !pushed) {
    const Rect whole = view.Moved(0, -state.offset);
    draft.MoveTo(CaretAt(frame, whole, text, frame.touch.X(), frame.touch.Y(), layout.style));
  }
  if (frame.touch.Released() || !frame.touch.Down())
    state.offset = std::round(state.offset / line) * line;
  const Rect at = CaretIn(frame, view, text, draft.caret(), layout.style);
  if (state.caret != draft.caret() || state.size != text.size()) {
    state.offset = std::clamp(state.offset, at.Bottom() - view.Bottom(), at.y - view.y);
    state.caret = draft.caret();
    state.size = text.size();
  }
  if (!layout.keys.Empty()) DrawScrollKeys(frame, layout, state);
  state.offset = std::clamp(state.offset, 0.f, layout.most);

  if (!limit.empty())
    DrawLimit(frame, layout.limit_line, limit, look.refused || draft.characters() >= draft.limit());
  frame.canvas.PushClip(view.Inset(-theme.Px(6), 0));
  Rect whole = view.Moved(0, -state.offset);
  if (text.empty()) {
    whole.TakeLeft(theme.Px(16));
    DrawWrapped(frame, whole, look.placeholder,
                TextStyle::Of(layout.style.size, Weight::kRegular, c.soft_ink));
  } else {
    DrawWrapped(frame, whole, text, layout.style);
  }
  const Rect caret = at.Moved(0, -state.offset);
  FillRect(frame, caret.Inset(0, caret.h * 0.08f), c.red);
  frame.canvas.PopClip();
}

}  // namespace studio
