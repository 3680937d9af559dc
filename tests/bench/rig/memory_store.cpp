#include "memory_store.h"

namespace studio::bench {

void MemoryStore::PrepareSlip(Done<Slip> done) {
  Answer(std::move(done), Slip{ReceiptNumber::Make(37, 48215), *LookupCode::Parse("59061473"),
                               BoxKeyPair::FromSeed({}).Public()});
}

void MemoryStore::File(RequestBody body, bool /*urgent*/, Done<ReceiptStatus> done) {
  Answer(std::move(done), Status(body.receipt, ReceiptState::kWaiting));
}

void MemoryStore::RecordGuidance(RequestBody /*body*/, Done<bool> done) {
  Answer(std::move(done), true);
}

void MemoryStore::Withdraw(const ReceiptNumber& number, Done<ReceiptStatus> done) {
  Answer(std::move(done), Status(number.digits(), ReceiptState::kWithdrawn));
}

ReceiptStatus MemoryStore::Status(std::string number, ReceiptState state) const {
  ReceiptStatus status;
  status.number = std::move(number);
  status.state = state;
  status.made_at_ms = made_at_ms_;
  if (state == ReceiptState::kReceived) status.received_at_ms = made_at_ms_;
  return status;
}

}  // namespace studio::bench
