// The counting rules of a mechanism's file.
#pragma once

#include <string_view>

#include "shared/mechanism/mechanism.h"
#include "shared/mechanism_file/mistakes.h"
#include "shared/mechanism_file/rules_check.h"

namespace studio {

struct ReadRules {
  CountingRules rules;  // to be used only where no mistake is left that is more than a doubt
  Entries entries;      // where each stands, and its mark
  Mistakes mistakes;    // by line
};

// `toml`: the whole file, UTF-8, at most 1 MB. What other tables say is not looked at:
// place_reading.h.
ReadRules ReadCountingRules(std::string_view toml);

}  // namespace studio
