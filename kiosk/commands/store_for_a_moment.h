// A store for the time of one command, whose answers are waited for.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "app/base/main_queue.h"
#include "platform/serial_thread.h"
#include "platform/system_clock.h"
#include "store/calls/store.h"

namespace studio {

class StoreForAMoment {
 public:
  StoreForAMoment(const std::filesystem::path& folder, const Identity& identity);

  // Its own answers come on the store thread.
  LinkStore& link() { return store_->link(); }

  template <class T>
  Result<T> Ask(const std::function<void(DutyStore&, DutyStore::Done<T>)>& call) {
    std::optional<Result<T>> answer;
    call(store_->flows().duty, [&](Result<T> result) { answer = std::move(result); });
    for (;;) {
      queue_.RunAll();
      if (answer) return std::move(*answer);
      std::unique_lock lock(mutex_);
      woken_.wait(lock, [this] { return awake_; });
      awake_ = false;
    }
  }

 private:
  SystemClock clock_;
  std::mutex mutex_;
  std::condition_variable woken_;
  bool awake_ = false;  // guarded by mutex_
  MainQueue queue_;
  SerialThread store_thread_{"store"};
  SerialThread worker_{"worker"};
  std::unique_ptr<Store> store_;
};

}  // namespace studio
