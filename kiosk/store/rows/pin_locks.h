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
#include "shared/record/pin_count.h"
#include "store/base/connection.h"

namespace studio {

inline const std::string kAllMembers;  // a lock on all members: no member's id is empty

class PinLocks {
 public:
  explicit PinLocks(Connection& connection) : connection_(connection) {}

  PinLock Of(const std::string& member);
  // Within the caller's transaction.
  void Keep(const std::string& member, const PinLock& lock);
  void Clear(const std::string& member);

  PinCount Count();
  // A try, and once more where it took failures back: what is told in between is less than what
  // follows. Within the caller's transaction, as the next.
  void CountOne();
  // What the county was told of this terminal. Where that is more than is known here somebody put
  // an older database back, or took a lock out of this one: everybody waits for the longest time.
  void Learn(const PinCount& of_county, std::int64_t monotonic_ms, const Uuid& boot);

 private:
  Connection& connection_;
};

// A lock as a row has it, in the order failures, wait_ms, since_ms, boot; none: never failed.
PinLock ReadLock(Query& query);
void AddLock(Query& query, const PinLock& lock);

}  // namespace studio
