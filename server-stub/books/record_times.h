// When records were made, put together from what a stream itself tells (protocol.md, "When a record
// was made"): the terminal's clock since boot joins the records of one boot, one sure time among
// them dates them all, and boots follow each other as the stream does. Pure.
#pragma once

#include <cstdint>
#include <vector>

#include "server/ledger/ledger.h"

namespace county {

struct MadeTime {
  std::int64_t ms = 0;  // Unix time
  bool sure = false;    // within a minute; otherwise a guess
  bool closed = false;  // not sure, and nothing that may still come can make it so
};

// `lines` of one terminal, by stream and place; a time for each.
std::vector<MadeTime> TimesOf(const std::vector<ClockLine>& lines,
                              const std::vector<BootTime>& boots);

}  // namespace county
