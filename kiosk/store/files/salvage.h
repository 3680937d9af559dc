// Takes over what an unreadable database still holds: every record whose bytes prove themselves
// by this terminal's signature. Those that wait get a place on the new stream; what the county
// has keeps its place and its receipt. Store thread; throws SQLite::Exception.
#pragma once

#include <cstdint>
#include <filesystem>

#include "shared/base/keys.h"
#include "store/rows/tables.h"

namespace studio {

struct Salvaged {
  bool anything_aside = false;  // files that had not been looked at
  int records = 0;
};

// Looks at files put aside and not yet taken over; one transaction, so a power cut repeats it.
// Attachments are found again by the records' headers.
Salvaged SalvagePutAside(const std::filesystem::path& folder, Tables& tables,
                         const VerifyKey& terminal_key);

// Clears away what was put aside more than 90 days ago and has been looked at, but for the newest
// three.
void ForgetPutAside(const std::filesystem::path& folder, Tables& tables, std::int64_t now_ms);

}  // namespace studio
