// The main thread's queue, and the main thread asleep until something came by it.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <utility>

#include "app/base/main_queue.h"

namespace studio::bench {

class QueueWaiter {
 public:
  QueueWaiter();
  MainQueue& queue() { return queue_; }
  // Runs what comes until `done` says so.
  void RunUntil(const std::function<bool()>& done);
  // Of what came by the queue at once, since the last call.
  double TakeLongestTurnMs() { return std::exchange(longest_turn_ms_, 0); }

 private:
  std::mutex mutex_;
  std::condition_variable woken_;
  bool awake_ = false;  // guarded by mutex_
  double longest_turn_ms_ = 0;
  MainQueue queue_;
};

}  // namespace studio::bench
