#include "ui/press/paged_list.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/canvas.h"
#include "ui/press/press_items.h"
#include "ui/press/touch.h"
#include "ui/press/widget_press.h"
#include "ui/press/widget_words.h"

namespace studio {

PagedList::PagedList(Frame& frame, const Rect& rect, std::string_view label, ScrollState& state,
                     int count, float row_height, float gap)
    : frame_(frame),
      state_(state),
      label_(label),
      view_(rect),
      row_height_(row_height),
      gap_(gap),
      content_(std::max(0.f, static_cast<float>(count) * (row_height + gap) - gap)) {
  const float step = row_height_ + gap_;
  if (content_ > view_.h) {
    buttons_ =
        view_.TakeBottom(frame.theme.size.chip_height + frame.theme.Px(8), frame.theme.size.gap);
    // Whole rows only: half a row looks like something broken.
    const float rows = std::max(1.f, std::floor((view_.h + gap_) / step));
    view_.h = std::min(view_.h, rows * step - gap_);
    buttons_.y = view_.Bottom() + frame.theme.size.gap;
  }
  Drag();
  const float most = std::max(0.f, content_ - view_.h);
  state_.offset = std::clamp(state_.offset, 0.f, most);
  first_ = std::clamp(static_cast<int>(state_.offset / step), 0, count);
  end_ = std::clamp(static_cast<int>(std::ceil((state_.offset + view_.h) / step)), first_, count);
  // Shadows of cards reach over the sides, not over what lies above and below.
  frame_.canvas.PushClip(
      view_.Inset(-frame.theme.size.margin, content_ > view_.h ? 0 : -frame.theme.size.gap));
}

PagedList::~PagedList() {
  frame_.canvas.PopClip();
  if (!buttons_.Empty()) DrawButtons();
}

Rect PagedList::Row(int index) const {
  const float y = static_cast<float>(index) * (row_height_ + gap_) - state_.offset;
  return {view_.x, view_.y + y, view_.w, row_height_};
}

void PagedList::Drag() {
  const Touch& touch = frame_.touch;
  const bool here =
      frame_.touch_enabled && touch.Down() && view_.Contains(touch.OriginX(), touch.OriginY());
  if (here) {
    if (touch.Pressed()) state_.drag_origin = state_.offset;
    const float moved = touch.OriginY() - touch.Y();
    if (!state_.dragging && content_ > view_.h &&
        std::abs(moved) > frame_.theme.size.forgive * 0.6f) {
      state_.dragging = true;
      LetGoOfItems();  // no row is pressed by it any more
    }
    if (state_.dragging) state_.offset = state_.drag_origin + moved;
  }
  if (state_.dragging && (!here || touch.Released())) {
    const float step = row_height_ + gap_;
    state_.offset = std::round(state_.offset / step) * step;
    state_.dragging = false;
  }
}

void PagedList::DrawButtons() {
  const float most = content_ - view_.h;
  // A page keeps its last row in sight, so nobody loses the place.
  const float step = row_height_ + gap_;
  const float page = std::max(step, view_.h + gap_ - step);
  const auto halves = buttons_.SplitColumns(2, frame_.theme.size.gap);
  ButtonLook up, down;
  up.taps = down.taps = Taps::kAgain;
  up.icon = "expand_less";
  up.enabled = state_.offset > 0.5f;
  down.icon = "expand_more";
  down.enabled = state_.offset < most - 0.5f;
  if (SecondaryButton(frame_, halves[0], std::string(widget_words::kPageUp) + "##" + label_, up))
    state_.offset -= page;
  if (SecondaryButton(frame_, halves[1], std::string(widget_words::kPageDown) + "##" + label_,
                      down))
    state_.offset += page;
  state_.offset = std::clamp(state_.offset, 0.f, most);
}

}  // namespace studio
