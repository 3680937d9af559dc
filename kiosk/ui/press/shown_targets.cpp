#include "ui/press/shown_targets.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace studio {
namespace {

constexpr float kSamePlace = 6;  // pixels that an edge may move

std::uint64_t Mix(std::uint64_t hash, std::string_view bytes) {
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return (hash ^ 0xFFu) * 1099511628211u;
}

std::uint64_t Mix(std::uint64_t hash, const Rect& rect) {
  for (const float edge : {rect.x, rect.y, rect.w, rect.h})
    hash = (hash ^ static_cast<std::uint64_t>(std::lround(edge))) * 1099511628211u;
  return hash;
}

bool SamePlace(const Rect& a, const Rect& b) {
  return std::abs(a.x - b.x) <= kSamePlace && std::abs(a.y - b.y) <= kSamePlace &&
         std::abs(a.Right() - b.Right()) <= kSamePlace &&
         std::abs(a.Bottom() - b.Bottom()) <= kSamePlace;
}

std::uint64_t PictureOf(const ScreenText& screen) {
  std::uint64_t hash = 0;
  for (const VisibleText& text : screen.Texts()) hash = Mix(Mix(hash, text.text), text.rect);
  for (const Tappable& target : screen.Tappables()) hash = Mix(hash, target.rect) ^ target.id;
  return hash;
}

bool Writes(const Tappable& target) {
  return target.taps == Taps::kWriting || target.taps == Taps::kOffered;
}

}  // namespace

void ShownTargets::BeginFrame() {
  page_now_ = 0;
  waited_ = std::exchange(waits_, false);
}

std::int64_t ShownTargets::WaitingSince(std::int64_t now_ms) {
  if (!waited_ && !waits_) waiting_since_ms_ = now_ms;
  waits_ = true;
  return waiting_since_ms_;
}

void ShownTargets::OnPage(std::string_view words) { page_now_ = Mix(page_now_, words); }

const ShownTargets::Entry* ShownTargets::Find(const Tappable& target) const {
  const auto found = std::find_if(shown_.begin(), shown_.end(), [&](const Entry& entry) {
    return entry.id == target.id && SamePlace(entry.rect, target.rect);
  });
  return found == shown_.end() ? nullptr : &*found;
}

bool ShownTargets::MayPress(const Tappable& target, std::int64_t came_ms) const {
  if (target.taps == Taps::kOffered) return offered_since_ms_ + kRipeMs <= came_ms;
  const Entry* const entry = Find(target);
  return entry != nullptr && entry->enabled && entry->since_ms + kRipeMs <= came_ms;
}

void ShownTargets::Acted(const Tappable& target) {
  // Its label may be what somebody said, and is not kept.
  pressed_ = {{}, target.rect, target.enabled, target.id, target.taps, target.leads, 0};
  acted_ = true;
  picture_before_ = picture_;
}

bool ShownTargets::Settling() const { return settling_ && !Writes(pressed_); }

void ShownTargets::EndFrame(ScreenText& screen, std::int64_t shown_ms) {
  const std::uint64_t picture = PictureOf(screen);
  // A tap may have changed the rest of the page while it was drawn: the next frame shows it whole.
  const bool tapped = Settling();
  const bool other_page = page_now_ != page_;
  const bool anew = other_page || (tapped && picture != picture_before_);
  if (anew) page_since_ms_ = shown_ms;
  if (anew || (settling_ && pressed_.taps == Taps::kOffered)) offered_since_ms_ = shown_ms;

  std::vector<Entry> now;
  for (Tappable& target : screen.Tappables()) {
    Entry entry{target.id, target.rect, target.enabled, shown_ms};
    const Entry* const before = Find(target);
    const bool pressed =
        tapped && target.id == pressed_.id && SamePlace(target.rect, pressed_.rect);
    const bool again = pressed && pressed_.taps == Taps::kAgain && !other_page;
    const bool renewed = !again && (anew || pressed);
    if (before != nullptr && before->enabled == target.enabled && !renewed) entry = *before;
    now.push_back(entry);
    const bool offered = target.taps == Taps::kOffered;
    target.counts_from_ms = (offered ? offered_since_ms_ : entry.since_ms) + kRipeMs;
  }
  shown_ = std::move(now);
  page_ = page_now_;
  picture_ = picture;
  settling_ = std::exchange(acted_, false);
}

}  // namespace studio
