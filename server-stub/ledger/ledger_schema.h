// The ledger's tables, and how those of an earlier version become today's.
#pragma once

#include "server/ledger/ledger_database.h"

namespace county {

inline constexpr std::int64_t kSchemaVersion = 14;

// Within the caller's transaction, where there is none of them.
void MakeTables(LedgerDatabase& database);
// Throws std::runtime_error where there is no ledger, or one of a later version.
void BringUpToDate(LedgerDatabase& database);

}  // namespace county
