#include "ui/screens/pieces/wish_pieces.h"

#include "app/station/storage_state.h"
#include "ui/press/widgets.h"
#include "ui/words/wish_strings.h"

namespace studio {
namespace {

Pill StatePill(const WishOnWall& wall) {
  const std::string word = say::WishStateLine(wall);
  switch (wall.state) {
    case WishState::kOpen:
      return {word, "favorite_border", Tone::kSand};
    case WishState::kWaiting:
      return {word, "hourglass_top", Tone::kAmber};
    case WishState::kClaimed:
      return {word, "volunteer_activism", Tone::kAmber};
    case WishState::kGranted:
      return {word, "hourglass_top", Tone::kJade};
    case WishState::kConfirmed:
      return {word, "check_circle", Tone::kJade};
  }
  return {};
}

}  // namespace

std::vector<Pill> PillsOfWish(const Wish& wish, const WishOnWall& wall) {
  std::vector<Pill> out = {StatePill(wall)};
  if (wish.for_child) out.push_back({std::string(say::kForAChild), "child_care", Tone::kSand});
  return out;
}

bool WishButton(Frame& frame, const Rect& rect, const KioskState& state) {
  ButtonLook look;
  look.icon = "favorite";
  look.enabled = ShortageOf(state.storage) < Shortage::kNoRequests;
  look.why_not = say::kNoRoomForWish;
  return PrimaryButton(frame, rect, say::kIWish, look);
}

}  // namespace studio
