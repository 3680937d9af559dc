// The main thread's queue, and the main thread asleep until something came by it.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>

#include "app/main_queue.h"

namespace studio::bench {

class QueueWaiter {
 public:
  QueueWaiter();
  MainQueue& queue() { return queue_; }
  // Runs what comes until `done` says so.
  void RunUntil(const std::function<bool()>& done);

 private:
  std::mutex mutex_;
  std::condition_variable woken_;
  bool awake_ = false;  // guarded by mutex_
  MainQueue queue_;
};

}  // namespace studio::bench
