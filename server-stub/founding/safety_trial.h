// Tries a list of what makes terminals stop and ask on sentences, before it is published: what
// would fire, by which pattern, on which words, and, where sentences say what they are, what comes
// out otherwise.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace county {

struct SafetyTrial {
  std::string text;  // a line a sentence, then the totals
  std::string json;
  std::string totals;
  int wrong = 0;  // of the sentences with a label
};

// `list`: a "safety" entity, or a county's or a demo's JSON that has it as "safety", or changes for
// publish. `sentences`: one a line, with or without LABEL<TAB> before it: "danger", "none", or the
// id of a matter that is not ours. kMalformed: the list cannot be read.
studio::Result<SafetyTrial> TrySafety(std::string_view list, std::string_view sentences);

}  // namespace county
