#include "store/files/salvage_duty.h"

#include <algorithm>

#include "shared/record/receipt.h"
#include "store/base/page_scan.h"

namespace studio {
namespace {

// The columns of schema.cpp's step 3; known_time has as many as trust.
constexpr std::size_t kLiveCodeColumns = 2;
constexpr std::size_t kTrustColumns = 3;
constexpr std::size_t kPinLockColumns = 5;
constexpr std::size_t kCodeLockColumns = 6;  // of step 7
constexpr std::int64_t kMostFailures = 1'000'000;

template <std::size_t N>
std::optional<ByteArray<N>> ArrayIn(const ScannedValue& value) {
  const auto* bytes = std::get_if<Bytes>(&value);
  return bytes == nullptr ? std::nullopt : ToArray<N>(std::optional<Bytes>(*bytes));
}

void TakeLiveCode(const ScannedRow& row, Tables& tables) {
  const auto nonce = ArrayIn<16>(row[0]);
  const auto* until_s = std::get_if<std::int64_t>(&row[1]);
  if (nonce && until_s != nullptr) (void)tables.live_codes.Use(*nonce, *until_s);
}

// The columns that all locks have.
std::optional<PinLock> LockIn(const ScannedRow& row) {
  const auto* failures = std::get_if<std::int64_t>(&row[1]);
  const auto* wait_ms = std::get_if<std::int64_t>(&row[2]);
  const auto* since_ms = std::get_if<std::int64_t>(&row[3]);
  const auto boot = ArrayIn<16>(row[4]);
  if (!failures || !wait_ms || !since_ms || !boot) return std::nullopt;
  if (*failures < 1 || *failures > kMostFailures) return std::nullopt;
  return PinLock{static_cast<int>(*failures),
                 std::clamp<std::int64_t>(*wait_ms, 0, PinLock::kLongestWaitMs), *since_ms,
                 Uuid{*boot}};
}

bool IsHeavier(const PinLock& found, const PinLock& known) {
  return std::tie(found.failures, found.wait_ms) > std::tie(known.failures, known.wait_ms);
}

void TakePinLock(const ScannedRow& row, Tables& tables) {
  const auto* member = std::get_if<std::string>(&row[0]);
  const auto found = LockIn(row);
  if (!member || !found || member->size() > kMaxMemberId) return;
  if (IsHeavier(*found, tables.pin_locks.Of(*member))) tables.pin_locks.Keep(*member, *found);
}

void TakeCodeLock(const ScannedRow& row, Tables& tables) {
  const auto* number = std::get_if<std::string>(&row[0]);
  const auto* touched_ms = std::get_if<std::int64_t>(&row[5]);
  const auto found = LockIn(row);
  if (!number || !touched_ms || !found || !ReceiptNumber::Parse(*number)) return;
  if (!IsHeavier(*found, tables.code_locks.Of(*number))) return;
  tables.code_locks.Keep(*number, *found, *touched_ms);
}

}  // namespace

void SalvageDuty(const std::filesystem::path& file, Tables& tables, const VerifyKey& terminal_key) {
  ScanRows(file, kLiveCodeColumns, [&](const ScannedRow& row) { TakeLiveCode(row, tables); });
  ScanRows(file, kPinLockColumns, [&](const ScannedRow& row) { TakePinLock(row, tables); });
  ScanRows(file, kCodeLockColumns, [&](const ScannedRow& row) { TakeCodeLock(row, tables); });
  ScanRows(file, kTrustColumns, [&](const ScannedRow& row) {
    const auto* keys = std::get_if<Bytes>(&row[1]);
    const auto* signature = std::get_if<Bytes>(&row[2]);
    if (keys == nullptr || signature == nullptr) return;
    if (const auto times = ProveKeptTimes(*keys, *signature, terminal_key)) {
      return tables.kept_times.Merge(*times);
    }
    const auto list = ProveTrustList(*keys, *signature, terminal_key);
    if (list && list->as_of_ms >= tables.trusted_keys.AsOfMs()) tables.trusted_keys.Keep(*list);
  });
}

}  // namespace studio
