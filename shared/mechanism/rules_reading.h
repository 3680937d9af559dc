// The counting rules of a mechanism's file.
#pragma once

#include <string_view>

#include "shared/mechanism/mechanism.h"
#include "shared/mechanism/mistakes.h"

namespace studio {

struct ReadRules {
  CountingRules rules;  // to be used only where no mistake is left that is more than a doubt
  Mistakes mistakes;    // by line
};

// `toml`: the whole file, UTF-8, at most 1 MB. Keys of other tables are not looked at.
ReadRules ReadCountingRules(std::string_view toml);

}  // namespace studio
