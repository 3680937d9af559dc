// An outbox that keeps nothing, for measuring screens alone: every call is answered by the queue,
// as the real one's are.
#pragma once

#include "app/base/main_queue.h"
#include "app/request/request_store.h"

namespace studio::bench {

class MemoryStore : public RequestStore {
 public:
  MemoryStore(MainQueue& queue, std::int64_t made_at_ms) : queue_(queue), made_at_ms_(made_at_ms) {}

  void PrepareSlip(Done<Slip> done) override;
  void File(RequestBody body, bool urgent, Done<ReceiptStatus> done) override;
  void RecordGuidance(RequestBody body, Done<bool> done) override;
  void Withdraw(const ReceiptNumber& number, Done<ReceiptStatus> done) override;

 private:
  template <class T>
  void Answer(Done<T> done, T answer) {
    queue_.Post([done = std::move(done), answer = std::move(answer)] { done(answer); });
  }
  ReceiptStatus Status(std::string number, ReceiptState state) const;

  MainQueue& queue_;
  std::int64_t made_at_ms_;
};

}  // namespace studio::bench
