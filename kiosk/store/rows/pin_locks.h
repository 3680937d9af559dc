// Each member's PinLock as it is kept. A failure is written before the try it counts, so neither a
// kill nor a pulled plug gives a try for nothing; success takes the row away. Store thread; throws
// SQLite::Exception.
//
// Where a damaged database is salvaged the locks found in it are taken over, the heavier one where
// two are found: a lock may come back heavier than it was, never lighter than what can be read.
#pragma once

#include <optional>
#include <string>

#include "app/rules/pin_lock.h"
#include "store/base/connection.h"

namespace studio {

class PinLocks {
 public:
  explicit PinLocks(Connection& connection) : connection_(connection) {}

  PinLock Of(const std::string& member);
  // Within the caller's transaction.
  void Keep(const std::string& member, const PinLock& lock);
  void Clear(const std::string& member);

 private:
  Connection& connection_;
};

// A lock as a row has it, in the order failures, wait_ms, since_ms, boot; none: never failed.
PinLock ReadLock(Query& query);
void AddLock(Query& query, const PinLock& lock);

}  // namespace studio
