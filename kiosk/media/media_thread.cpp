#include "media/media_thread.h"

#include <pthread.h>

#include "shared/base/private_memory.h"

namespace studio {

using std::chrono::steady_clock;

MediaThread::MediaThread(const std::string& name) : thread_([this] { Run(); }) {
  pthread_setname_np(thread_.native_handle(), name.c_str());
}

MediaThread::~MediaThread() {
  {
    std::lock_guard lock(mutex_);
    closing_ = true;
    jobs_.erase(jobs_.upper_bound(steady_clock::now()), jobs_.end());
    changed_.notify_one();
  }
  thread_.join();
}

void MediaThread::PostAfter(std::chrono::milliseconds delay, Job job) {
  std::lock_guard lock(mutex_);
  if (closing_ && delay.count() > 0) return;
  jobs_.emplace(steady_clock::now() + delay, std::move(job));
  changed_.notify_one();
}

void MediaThread::Run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    if (jobs_.empty()) {
      if (closing_) return;
      changed_.wait(lock);
      continue;
    }
    const auto first = jobs_.begin();
    const Time due = first->first;
    if (due > steady_clock::now()) {
      changed_.wait_until(lock, due);
      continue;
    }
    Job job = std::move(first->second);
    jobs_.erase(first);
    lock.unlock();
    job();
    job = nullptr;
    WipeStackBelow();
    lock.lock();
  }
}

}  // namespace studio
