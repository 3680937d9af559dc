#include "store/rows/pin_locks.h"

namespace studio {
namespace {

constexpr const char* kReadPinLock =
    "SELECT failures, wait_ms, since_ms, boot FROM pin_lock WHERE member = ?";
constexpr const char* kKeepPinLock =
    "INSERT OR REPLACE INTO pin_lock (member, failures, wait_ms, since_ms, boot) "
    "VALUES (?, ?, ?, ?, ?)";
constexpr const char* kClearPinLock = "DELETE FROM pin_lock WHERE member = ?";
constexpr const char* kReadCount =
    "SELECT tries, (SELECT ifnull(sum(failures), 0) FROM pin_lock) FROM pin_count";
constexpr const char* kCountOne = "UPDATE pin_count SET tries = tries + 1";
constexpr const char* kSetTries = "UPDATE pin_count SET tries = ?";

}  // namespace

PinLock PinLocks::Of(const std::string& member) {
  Query query(connection_, kReadPinLock);
  query.Add(member);
  return ReadLock(query);
}

void PinLocks::Keep(const std::string& member, const PinLock& lock) {
  Query query(connection_, kKeepPinLock);
  query.Add(member);
  AddLock(query, lock);
  query.Run();
}

void PinLocks::Clear(const std::string& member) {
  Query(connection_, kClearPinLock).Add(member).Run();
}

PinCount PinLocks::Count() {
  Query query(connection_, kReadCount);
  if (!query.Step()) return {};
  return {static_cast<std::uint64_t>(query.Int(0)), static_cast<std::uint64_t>(query.Int(1))};
}

void PinLocks::CountOne() { Query(connection_, kCountOne).Run(); }

void PinLocks::Learn(const PinCount& of_county, std::int64_t monotonic_ms, const Uuid& boot) {
  if (of_county <= Count()) return;
  // One more, so that it is not learnt again.
  Query(connection_, kSetTries).Add(static_cast<std::int64_t>(of_county.tries) + 1).Run();
  Keep(kAllMembers,
       {static_cast<int>(PinLock::kOfPin.size()), PinLock::kLongestWaitMs, monotonic_ms, boot});
}

PinLock ReadLock(Query& query) {
  PinLock lock;
  if (!query.Step()) return lock;
  lock.failures = static_cast<int>(query.Int(0));
  lock.wait_ms = query.Int(1);
  lock.since_ms = query.Int(2);
  lock.boot = query.Id(3);
  return lock;
}

void AddLock(Query& query, const PinLock& lock) {
  query.Add(std::int64_t{lock.failures}).Add(lock.wait_ms).Add(lock.since_ms).Add(lock.boot);
}

}  // namespace studio
