// What something is, at the head of its page: how it stands, its title, lines under it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/frame.h"
#include "ui/kit/theme.h"

namespace studio {

struct FactsCard {
  std::string_view state, icon;
  Tone tone = Tone::kSand;
  std::string title;
  std::vector<std::string> lines{};
};

float FactsCardHeight(const Frame& frame, const FactsCard& facts, float width);
void DrawFactsCard(Frame& frame, Rect card, const FactsCard& facts);

}  // namespace studio
