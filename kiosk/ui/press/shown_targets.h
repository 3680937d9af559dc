// What may be pressed: only what a person can have seen. A tap counts on a target that has been on
// the screen, enabled, under the same label and in the same place, for kRipeMs when the finger
// comes down; a tap that comes too early does nothing and is not kept for later. So the second tap
// of two quick ones never reaches what the first one brought. Owned by UiHost, main thread.
//
// Time counts from the end of the frame that showed a target. It begins anew
// - for everything, where the page is another one (the shell's screen, Header and Question tell);
// - for everything, where the frame after a tap shows other words or other targets than the one
//   before it, and for what was tapped in any case. Taps::kAgain excepts the target itself;
// - for a target that moved, was disabled or covered.
// Writing does not make the rest of its page new: Taps::kWriting and kOffered.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ui/kit/screen_text.h"

namespace studio {

class ShownTargets {
 public:
  static constexpr std::int64_t kRipeMs = 400;

  void BeginFrame();
  // Says which page this is; every call adds to it.
  void OnPage(std::string_view words);
  std::uint64_t Page() const { return page_now_; }  // of this frame, as a hash
  // Whether a finger that came down then may press it, by the frames before this one. Monotonic.
  bool MayPress(const Tappable& target, std::int64_t came_ms) const;
  void Acted(const Tappable& target);
  // The frame is on the screen since then: each target learns when a tap on it counts.
  void EndFrame(ScreenText& screen, std::int64_t shown_ms);
  // A page waits for what it has to show; since when, by its frames one after the other. Monotonic.
  std::int64_t WaitingSince(std::int64_t now_ms);
  // The frame that shows what a tap did comes before the next finger.
  bool Settling() const;

 private:
  struct Entry {
    std::uint32_t id;
    Rect rect;  // where it was when its time began
    bool enabled;
    std::int64_t since_ms;
  };
  const Entry* Find(const Tappable& target) const;

  std::vector<Entry> shown_;  // by the last frame
  std::uint64_t page_ = 0, page_now_ = 0;
  std::int64_t page_since_ms_ = 0;     // of the page, or of what a tap made of it
  std::int64_t offered_since_ms_ = 0;  // likewise, and since one that is offered was taken
  std::uint64_t picture_ = 0;          // what the last frame showed
  std::uint64_t picture_before_ = 0;   // the same, before the tap
  bool acted_ = false, settling_ = false;
  bool waits_ = false, waited_ = false;  // this frame, the last one
  std::int64_t waiting_since_ms_ = 0;
  Tappable pressed_;
};

}  // namespace studio
