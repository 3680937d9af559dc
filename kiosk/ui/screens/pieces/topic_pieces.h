// What the list of topics and the page of one draw of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/station/station.h"
#include "ui/screens/pieces/wall_pieces.h"

namespace studio {

// Whether it takes opinions and until when, the step it stands on, whether there is a result.
std::vector<Pill> PillsOfTopic(const Topic& topic, std::string_view today);
// As many of them as one row takes; the first ones matter most.
void DrawFittingPills(Frame& frame, Rect row, const std::vector<Pill>& pills);
// The steps of the mechanism with the dates of those reached; only those where it names none.
Article::Block StepsBlock(const Topic& topic, const Mechanism& mechanism, std::string today);
// How many opinions there are of each stance, by where they were given; `stale` as say::StaleLine.
Article::Block CountsBlock(const Topic& topic, std::string stale);

}  // namespace studio
