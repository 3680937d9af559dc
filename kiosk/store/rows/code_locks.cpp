#include "store/rows/code_locks.h"

#include "store/rows/pin_locks.h"

namespace studio {
namespace {

constexpr const char* kReadCodeLock =
    "SELECT failures, wait_ms, since_ms, boot FROM code_lock WHERE number = ?";
constexpr const char* kKeepCodeLock =
    "INSERT OR REPLACE INTO code_lock (number, failures, wait_ms, since_ms, boot, touched_ms) "
    "VALUES (?, ?, ?, ?, ?, ?)";
constexpr const char* kClearCodeLock = "DELETE FROM code_lock WHERE number = ?";
constexpr const char* kForgetCodeLock = "DELETE FROM code_lock WHERE touched_ms < ?";

}  // namespace

PinLock CodeLocks::Of(const std::string& number) {
  Query query(connection_, kReadCodeLock);
  query.Add(number);
  return ReadLock(query);
}

void CodeLocks::Keep(const std::string& number, const PinLock& lock, std::int64_t touched_ms) {
  Query query(connection_, kKeepCodeLock);
  query.Add(number);
  AddLock(query, lock);
  query.Add(touched_ms).Run();
}

void CodeLocks::Clear(const std::string& number) {
  Query(connection_, kClearCodeLock).Add(number).Run();
}

void CodeLocks::Forget(std::int64_t touched_before_ms) {
  Query(connection_, kForgetCodeLock).Add(touched_before_ms).Run();
}

std::vector<std::string> HotCodeLockStatements() {
  return {kReadCodeLock, kKeepCodeLock, kClearCodeLock, kForgetCodeLock};
}

}  // namespace studio
