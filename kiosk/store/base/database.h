// Opens studio.db: settings, migration, and what to do with a file that cannot be read. Store
// thread; throws SQLite::Exception.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "store/base/connection.h"

namespace studio {

// A connection that is known to be readable. kUnsupported: from a newer program, untouched.
// kMalformed: damaged; the file is as it was. kStorage: cannot be opened or written now.
Result<std::unique_ptr<Connection>> OpenDatabase(const std::filesystem::path& folder);

// Renames the database and its log to a dated name, so that a new one can begin.
Result<bool> PutDatabaseAside(const std::filesystem::path& folder, std::int64_t wall_ms);

// Copies a log that holds more than SQLite will take from it (store/base/log_check.h) to a dated
// name of its own, before SQLite opens it and writes over it. The database stays. Once for each
// such log.
Result<bool> KeepBrokenLog(const std::filesystem::path& folder, std::int64_t wall_ms);

// "studio-broken-YYYYMMDD-HHMMSS", by the clock as it went then.
inline constexpr std::string_view kBrokenPrefix = "studio-broken-";

// What has been put aside, newest first: each database before its log.
std::vector<std::filesystem::path> PutAside(const std::filesystem::path& folder);

}  // namespace studio
