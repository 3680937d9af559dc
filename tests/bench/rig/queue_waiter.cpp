#include "queue_waiter.h"

#include <algorithm>

#include "figures.h"

namespace studio::bench {

QueueWaiter::QueueWaiter() {
  queue_.SetWake([this] {
    std::lock_guard lock(mutex_);
    awake_ = true;
    woken_.notify_one();
  });
}

void QueueWaiter::RunUntil(const std::function<bool()>& done) {
  for (;;) {
    const Stopwatch turn;
    queue_.RunAll();
    longest_turn_ms_ = std::max(longest_turn_ms_, turn.Ms());
    if (done()) return;
    std::unique_lock lock(mutex_);
    woken_.wait(lock, [this] { return awake_; });
    awake_ = false;
  }
}

}  // namespace studio::bench
