// What a file put aside still holds of duty beyond its records: used live codes, locks, trusted
// keys, the time. Trusted keys and times prove themselves by this terminal's signature; codes and
// locks need no proof, because a false one only refuses. Attendance comes back by the feed,
// handovers do not. Within the caller's transaction; store thread; throws SQLite::Exception.
#pragma once

#include <filesystem>

#include "shared/base/keys.h"
#include "store/rows/tables.h"

namespace studio {

void SalvageDuty(const std::filesystem::path& file, Tables& tables, const VerifyKey& terminal_key);

}  // namespace studio
