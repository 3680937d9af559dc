#include "waiting_store.h"

#include <optional>

namespace studio::bench {

WaitingStore::WaitingStore(const std::filesystem::path& folder, const Identity& identity) {
  StoreParts parts;
  parts.folder = folder;
  parts.identity = identity;
  parts.clock = &clock_;
  parts.boot = BootId();
  parts.store_thread = &store_thread_;
  parts.worker = &worker_;
  parts.main_queue = &waiter_.queue();
  parts.listeners.on_outbox = [this](OutboxSummary told) { waiting_ = told.waiting; };
  store_ = Store::Open(std::move(parts));
}

template <class T, class Call>
Result<T> WaitingStore::Wait(Call call) {
  std::optional<Result<T>> answer;
  call([&](Result<T> result) { answer = std::move(result); });
  waiter_.RunUntil([&] { return answer.has_value(); });
  return std::move(*answer);
}

Result<ReceiptStatus> WaitingStore::File(RequestBody body) {
  return Wait<ReceiptStatus>(
      [&](auto done) { store_->flows().requests.File(std::move(body), false, std::move(done)); });
}

Result<Slip> WaitingStore::PrepareSlip() {
  return Wait<Slip>([&](auto done) { store_->flows().requests.PrepareSlip(std::move(done)); });
}

}  // namespace studio::bench
