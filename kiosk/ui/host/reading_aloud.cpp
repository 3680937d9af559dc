#include "ui/host/reading_aloud.h"

#include <utility>

#include "ui/kit/shapes.h"
#include "ui/press/shown_targets.h"
#include "ui/press/touch.h"

namespace studio {

void ReadingAloud::Pressed() {
  const bool cut = std::exchange(cut_, false);
  on_ = !cut;
  page_ = 0;
}

void ReadingAloud::End() {
  Hush();
  on_ = cut_ = false;
}

void ReadingAloud::Hush() {
  if (std::exchange(speaking_, false)) ways_.speaker->Hush();
  begins_ms_ = -1;
}

void ReadingAloud::TakeTouch(const Frame& frame) {
  const bool finger = frame.touch.Pressed();
  if (!finger && frame.keys.empty() && frame.typed.empty() && !frame.scanned) return;
  cut_ = finger && speaking_;
  Hush();
}

void ReadingAloud::Follow(Frame& frame, bool may) {
  if (!on_) return;
  if (!may || !Available()) return Hush();
  const std::int64_t now = frame.now.monotonic_ms;
  if (const std::uint64_t page = frame.shown.Page(); page != page_) {
    Hush();
    page_ = page;
    begins_ms_ = now + kSettleMs;
  }
  if (begins_ms_ >= 0 && now >= begins_ms_) {
    begins_ms_ = -1;
    blocks_ = SpokenBlocks(frame.screen_text);
    block_ = sentence_ = 0;
    speaking_ = true;
    SayNext();
  }
  if (begins_ms_ >= 0) frame.RequestRedrawAt(begins_ms_);
  if (!speaking_) return;
  const Theme& theme = frame.theme;
  OutlineRounded(frame, blocks_[block_].rect.Grown(theme.Px(8)), theme.size.small_radius,
                 theme.Px(8), theme.colour.amber);
}

void ReadingAloud::SayNext() {
  while (block_ < blocks_.size() && sentence_ == blocks_[block_].sentences.size()) {
    ++block_;
    sentence_ = 0;
  }
  if (block_ == blocks_.size()) {
    speaking_ = false;
    return;
  }
  ways_.speaker->Say(blocks_[block_].sentences[sentence_++], [this](bool said) {
    if (said) return SayNext();
    speaking_ = false;
  });
}

}  // namespace studio
