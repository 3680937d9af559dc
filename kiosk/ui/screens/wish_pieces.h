// What the wall and the page of one wish draw of it.
#pragma once

#include <vector>

#include "app/wish_tending.h"
#include "ui/screens/wall_pieces.h"

namespace studio {

// How far it has come, and whether it is a child's.
std::vector<Pill> PillsOfWish(const Wish& wish, const WishOnWall& wall);

}  // namespace studio
