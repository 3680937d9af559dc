// A mechanism's counting rules as they go down the feed: what a terminal reads instead of the file
// that its place wrote. Layout: shared/protocol.md, "Counting".
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/mechanism/mechanism.h"

namespace studio {

inline constexpr std::size_t kMaxRulesBytes = 1 << 20;

// One object; what is as it is where nothing is said is left out.
std::string RulesJson(const CountingRules& rules);
// Rules from RulesJson come out the same. kMalformed, with the field: of another type, a word that
// is unknown here (rules that are half understood would count wrongly), or more than
// kMaxRulesBytes. Other fields are passed over.
Result<CountingRules> RulesFromJson(std::string_view json);

}  // namespace studio
