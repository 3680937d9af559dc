// How the ledger is at one moment, for whoever watches over it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "server/ledger/ledger_database.h"

namespace county {

struct LedgerState {
  std::uint64_t newest_serial = 0, safe_serial = 0;
  std::optional<std::int64_t> newest_arrived_ms;  // nullopt: nothing has arrived
  std::optional<std::int64_t> unsafe_since_ms;    // nullopt: all is safe
  std::int64_t backup_ms = 0;                     // 0: never
  std::uint64_t feed_version = 0;
  std::size_t terminals = 0;
  std::vector<LedgerCopy> copies;
};

}  // namespace county
