// The store on its own threads, called from this one: a call returns when its completion has
// come by the queue, as a screen would hear it.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>

#include "app/main_queue.h"
#include "platform/serial_thread.h"
#include "platform/system_clock.h"
#include "store/store.h"

namespace studio::bench {

class WaitingStore {
 public:
  WaitingStore(const std::filesystem::path& folder, const Identity& identity);
  ~WaitingStore();

  Result<ReceiptStatus> File(RequestBody body);
  Result<Slip> PrepareSlip();

 private:
  template <class T, class Call>
  Result<T> Wait(Call call);

  SystemClock clock_;
  std::mutex mutex_;
  std::condition_variable woken_;
  bool awake_ = false;  // guarded by mutex_
  MainQueue queue_;
  SerialThread store_thread_{"store"};
  std::unique_ptr<Store> store_;
  SerialThread worker_{"worker"};
};

}  // namespace studio::bench
