// What the terminal would say to a code held in front of it: the `badge check` command.
#pragma once

#include <filesystem>
#include <string>

#include "shared/base/result.h"

namespace studio {

struct BadgeOrder {
  std::filesystem::path data;
  std::filesystem::path image;  // a picture with the code; empty: `text`
  std::string text;             // as the code says
  std::string at;               // "2026-11-21T08:30" as clocks there show it, or with Z; empty: now
  bool leaving = false;         // they said that they go
};

// One JSON object: "text" (without a badge's secret), "verdict", and what is known besides. Of a
// picture the verdict may also be "no_code", or "two_codes" where it shows two badges. Writes
// nothing, and works beside a running terminal. kInvalid, kNotFound, kStorage; kMalformed: the
// picture cannot be read.
Result<std::string> CheckBadge(const BadgeOrder& order);

}  // namespace studio
