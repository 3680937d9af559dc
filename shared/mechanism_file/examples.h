// A mechanism's own worked examples: a few deeds, and what must come of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/mechanism/assess.h"
#include "shared/mechanism_file/mistakes.h"

namespace studio {

struct ExampleOutcome {
  int line = 0;
  std::string title;
  std::vector<std::string> differences;  // a Chinese sentence each; empty: it comes out
  Assessment assessment;
};

// `toml` as ReadCountingRules takes it; what cannot be read goes to `mistakes`.
std::vector<ExampleOutcome> RunExamples(const CountingRules& rules, std::string_view toml,
                                        Mistakes& mistakes);

// The account of one member as lines: each section, each row with rule, deed and arithmetic.
std::string AccountText(const CountingRules& rules, const MemberResult& result);

}  // namespace studio
