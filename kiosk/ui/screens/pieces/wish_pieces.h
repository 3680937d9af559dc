// What the wall and the page of one wish draw of it.
#pragma once

#include <vector>

#include "app/station/kiosk_state.h"
#include "app/wishes/wish_tending.h"
#include "ui/screens/pieces/wall_pieces.h"

namespace studio {

// How far it has come, and whether it is a child's.
std::vector<Pill> PillsOfWish(const Wish& wish, const WishOnWall& wall);
// The way to a wish of one's own, while the disk has room for one.
bool WishButton(Frame& frame, const Rect& rect, const KioskState& state);

}  // namespace studio
