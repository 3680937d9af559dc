// The lines of an import's preview: what is told of a cell, what is asked of it, what would change.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/tables/roster_import.h"
#include "ui/kit/frame.h"

namespace studio {

inline constexpr float kRowSpacing = 1.35f;

// An icon and up to two lines of words.
void DrawMarkedLine(Frame& frame, Rect row, std::string_view icon, Colour colour,
                    std::string_view words);
// What every question's row has room for: its words, then its buttons.
struct AskedRows {
  float words = 0, buttons = 0;
  int columns = 2;
};
AskedRows MeasureQuestions(const Frame& frame, const RosterPreview& preview,
                           const std::vector<const CellProblem*>& questions, float width);
// A button for each way and one to leave it out; what was said is filled. The way that was tapped.
// `index` tells rows apart.
std::optional<int> DrawWays(Frame& frame, Rect row, const CellProblem& question, int index,
                            int columns);
// What every change's row needs.
float ChangeHeight(const Frame& frame, const RosterPreview& preview,
                   const std::vector<const RosterChange*>& changes, float width);
// When, and below it who: those who would go struck through, those who would come behind them.
void DrawChange(Frame& frame, Rect row, const RosterChange& change, const RosterPreview& preview);

}  // namespace studio
