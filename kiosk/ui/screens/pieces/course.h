// The line of a course, drawn.
#pragma once

#include <vector>

#include "ui/kit/frame.h"
#include "ui/press/paged_list.h"
#include "ui/screens/pieces/course_steps.h"

namespace studio {

inline constexpr std::size_t kMostAcross = 5;  // steps from left to right

// As high as it needs at most; across the card where that is much wider than high. Where there are
// more steps than find room, `scroll` pages them; null: there never are.
void DrawCourse(Frame& frame, Rect card, const std::vector<CourseStep>& steps,
                ScrollState* scroll = nullptr);
// The height that a card of that width takes with all steps and their hints, one below the other.
float CourseHeight(const Frame& frame, float width, const std::vector<CourseStep>& steps);

}  // namespace studio
