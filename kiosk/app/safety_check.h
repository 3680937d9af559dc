// Reads a villager's words for two things that must not wait for a form: danger now, and matters
// that belong elsewhere by law. The lists are the county's data (entity "safety").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/entities.h"

namespace studio {

// The listed words that occur, white space ignored; each once, in the list's order.
std::vector<std::string> DangerWordsIn(std::string_view words, const Safety& safety);

// The first listed matter that the words touch, or nullptr. It points into `safety`.
const Safety::NotOurs* NotOursIn(std::string_view words, const Safety& safety);

}  // namespace studio
