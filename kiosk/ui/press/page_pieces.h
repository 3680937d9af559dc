// What several pages draw the same way.
#pragma once

#include <string_view>
#include <vector>

#include "app/base/visit_timer.h"
#include "ui/kit/frame.h"
#include "ui/kit/text.h"
#include "ui/press/widgets.h"

namespace studio {

// How many columns of options (see Option) hold all labels on one line; at least one.
int FittingColumns(const Frame& frame, const std::vector<std::string_view>& labels, float width,
                   float gap, int most);

// What stands in the way, in an amber panel as large as `line`.
void DrawProblem(Frame& frame, Rect line, std::string_view words);
// "打电话问 010…": words and a number to ring, on a tint that fills `strip`.
void DrawPhoneStrip(Frame& frame, Rect strip, std::string_view words, std::string_view phone);
// What has come of it: a large round mark, a title, a hint under it; takes them from `area`.
struct Outcome {
  std::string_view icon, title, hint;
  Tone tone = Tone::kJade;  // of the mark
};
void DrawOutcome(Frame& frame, Rect& area, const Outcome& outcome);
// "30 秒后回首页", at the right of `row`.
void DrawCountdown(Frame& frame, const Rect& row, const VisitTimer& timer);
// The same with a button before it; true: they want to go on looking.
bool DrawCountdownAndStay(Frame& frame, Rect row, const VisitTimer& timer);
// A page that has nothing to show yet.
void DrawEmptyPage(Frame& frame, const Rect& area, std::string_view icon, std::string_view words);
// The same while something is read, but only once that takes long enough to be read itself: what is
// there at once comes without a flash.
void DrawWaitingPage(Frame& frame, const Rect& area, std::string_view icon, std::string_view words);
// In landscape, a column at the left for the question, which `area` loses; in portrait nothing.
// What is left of `area` has its margins.
Rect TakeAside(const Frame& frame, Rect& area);
// The button that files what the page shows. It stands above the footer, over the whole width of
// `column`, which loses it: no page has its way on there.
bool EndButton(Frame& frame, Rect& column, std::string_view label, ButtonLook look = {});
// The place of such a button where the page has no column for it: a strip above the footer, which
// `area` loses; lying down at its right.
Rect TakeEndRow(const Frame& frame, Rect& area);
// Two buttons along the foot: side by side where both labels fit, else the way on below the other.
struct FootPair {
  Rect back, on;
};
FootPair TakeFootPair(Frame& frame, Rect& area, std::string_view back, std::string_view on);
// A foot with the one way home; takes it from `area`.
bool HomeFooter(Frame& frame, Rect& area);

}  // namespace studio
