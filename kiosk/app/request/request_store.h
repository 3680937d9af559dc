// What the flows need of the outbox, in their own words. Calls return at once; `done` runs on
// the main thread. Implemented by store/, wired in kiosk/terminal/terminal.cpp.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "shared/base/result.h"
#include "shared/bodies/request_body.h"
#include "shared/record/receipt.h"

namespace studio {

// A receipt number with its code and public reading key, made before it is needed because
// deriving the key takes a while. Nothing is kept of a slip that is never used.
struct Slip {
  ReceiptNumber number;
  LookupCode code;
  BoxPublicKey reading_key;
};

// How far a request has come, as its receipt's holder is told.
enum class ReceiptState {
  kWaiting,   // 已登记，待上传
  kReceived,  // ××政协已收到
  kSetAside,  // 未传成功: kept here, the manager sees why
  kWithdrawn,
};

struct ReceiptStatus {
  std::string number;  // digits
  ReceiptState state = ReceiptState::kWaiting;
  std::int64_t made_at_ms = 0;         // wall time
  std::int64_t received_at_ms = 0;     // by the county's ack; 0 before
  std::int64_t withdraw_until_ms = 0;  // app/request/withdrawal.h: monotonic, of this boot
};

class RequestStore {
 public:
  template <class T>
  using Done = std::function<void(Result<T>)>;

  virtual ~RequestStore() = default;

  virtual void PrepareSlip(Done<Slip> done) = 0;
  // Durable, sealed and signed when `done` says so; kStorage where it could not be kept.
  // body.receipt and body.reading_key are the slip's. body.attachments name files kept before
  // (app/saying/attachment_files.h), kNotFound where one is gone; from then on they are the
  // record's and stay until the county has them safe.
  virtual void File(RequestBody body, bool urgent, Done<ReceiptStatus> done) = 0;
  // Records that somebody was told where else to go. No receipt, no words.
  virtual void RecordGuidance(RequestBody body, Done<bool> done) = 0;
  // By its holder, as long as app/request/withdrawal.h allows. kDenied when too late, kNotFound,
  // kConflict when already withdrawn.
  virtual void Withdraw(const ReceiptNumber& number, Done<ReceiptStatus> done) = 0;
};

}  // namespace studio
