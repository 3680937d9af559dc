#include "waiting_store.h"

#include <optional>

namespace studio::bench {

WaitingStore::WaitingStore(const std::filesystem::path& folder, const Identity& identity) {
  queue_.SetWake([this] {
    std::lock_guard lock(mutex_);
    awake_ = true;
    woken_.notify_one();
  });
  StoreParts parts;
  parts.folder = folder;
  parts.identity = identity;
  parts.clock = &clock_;
  parts.boot = BootId();
  parts.store_thread = &store_thread_;
  parts.worker = &worker_;
  parts.main_queue = &queue_;
  parts.listeners.on_outbox = [](OutboxSummary) {};
  store_ = Store::Open(std::move(parts));
}

WaitingStore::~WaitingStore() { queue_.SetWake({}); }

template <class T, class Call>
Result<T> WaitingStore::Wait(Call call) {
  std::optional<Result<T>> answer;
  call([&](Result<T> result) { answer = std::move(result); });
  for (;;) {
    queue_.RunAll();
    if (answer) return std::move(*answer);
    std::unique_lock lock(mutex_);
    woken_.wait(lock, [this] { return awake_; });
    awake_ = false;
  }
}

Result<ReceiptStatus> WaitingStore::File(RequestBody body) {
  return Wait<ReceiptStatus>(
      [&](auto done) { store_->File(std::move(body), false, std::move(done)); });
}

Result<Slip> WaitingStore::PrepareSlip() {
  return Wait<Slip>([&](auto done) { store_->PrepareSlip(std::move(done)); });
}

}  // namespace studio::bench
