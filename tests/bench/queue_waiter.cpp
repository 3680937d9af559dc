#include "queue_waiter.h"

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
    queue_.RunAll();
    if (done()) return;
    std::unique_lock lock(mutex_);
    woken_.wait(lock, [this] { return awake_; });
    awake_ = false;
  }
}

}  // namespace studio::bench
