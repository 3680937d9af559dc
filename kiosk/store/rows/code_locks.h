// How often the code of each number was tried in vain, as it is kept. A failure is written before
// the try it counts, so neither a kill nor a pulled plug gives a try for nothing; success takes the
// row away, and so does a week without a try. Salvaged as PIN locks are (store/rows/pin_locks.h).
// Store thread; throws SQLite::Exception.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/rules/pin_lock.h"
#include "store/base/connection.h"

namespace studio {

class CodeLocks {
 public:
  explicit CodeLocks(Connection& connection) : connection_(connection) {}

  PinLock Of(const std::string& number);  // digits
  // Within the caller's transaction. `touched_ms`: county time.
  void Keep(const std::string& number, const PinLock& lock, std::int64_t touched_ms);
  void Clear(const std::string& number);
  void Forget(std::int64_t touched_before_ms);

 private:
  Connection& connection_;
};

std::vector<std::string> HotCodeLockStatements();

}  // namespace studio
