// A wall of cards, each of which opens something: topics, wishes, notices, honours.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "ui/kit/frame.h"
#include "ui/press/paged_list.h"

namespace studio {

// With a title of two lines and `below` pixels under it. flat: where there is little height.
float WallCardHeight(const Theme& theme, float below, bool flat = false);
// The card with its title and an arrow; `card` becomes what is left under the title. `id` tells
// those of one title apart. True when it was tapped.
bool DrawWallCard(Frame& frame, Rect& card, std::string_view title, std::string_view id,
                  bool flat = false);
// Two beside each other in landscape, by pages; `draw` is given the place of each that shows.
void DrawWall(Frame& frame, const Rect& area, std::string_view name, ScrollState& scroll,
              std::size_t count, float card_height,
              const std::function<void(const Rect& card, std::size_t index)>& draw);

}  // namespace studio
