// The store on its own threads, called from this one: a call returns when its completion has
// come by the queue, as a screen would hear it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "platform/serial_thread.h"
#include "platform/system_clock.h"
#include "queue_waiter.h"
#include "store/calls/store.h"

namespace studio::bench {

class WaitingStore {
 public:
  WaitingStore(const std::filesystem::path& folder, const Identity& identity);

  Result<ReceiptStatus> File(RequestBody body);
  Result<Slip> PrepareSlip();

  LinkStore& link() { return store_->link(); }
  QueueWaiter& waiter() { return waiter_; }
  const Clock& clock() const { return clock_; }
  // As the store told last; nullopt before it has opened.
  std::optional<int> waiting() const { return waiting_; }

 private:
  template <class T, class Call>
  Result<T> Wait(Call call);

  SystemClock clock_;
  QueueWaiter waiter_;
  std::optional<int> waiting_;
  SerialThread store_thread_{"store"};
  std::unique_ptr<Store> store_;
  SerialThread worker_{"worker"};
};

}  // namespace studio::bench
