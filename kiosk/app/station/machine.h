// The terminal as a machine: which one it is, and which program runs on it since when.
#pragma once

#include <cstdint>
#include <string>

#include "shared/record/record.h"

namespace studio {

struct Machine {
  std::string version;
  TerminalNumber terminal = 0;
  std::int64_t running_since_ms = 0;  // monotonic
};

}  // namespace studio
