// The tables of studio.db and the steps that bring an older database up to them
// (PRAGMA user_version). A database from a newer program is refused, untouched.
#pragma once

#include <filesystem>

#include "shared/base/result.h"

namespace studio {

class Connection;

inline constexpr int kSchemaVersion = 18;

// Reads the file's header alone, so it is safe while another program has the database open.
// kUnsupported: made by a newer program. Missing or damaged files pass: opening deals with them.
Result<bool> CheckSchemaVersion(const std::filesystem::path& folder);

// kUnsupported as above. Throws SQLite::Exception; each step is one transaction.
Result<bool> Migrate(Connection& connection);

// Whether every table that the program works with is there.
bool HasAllTables(Connection& connection);

}  // namespace studio
