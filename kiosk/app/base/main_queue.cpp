#include "app/base/main_queue.h"

#include <utility>

namespace studio {

void MainQueue::SetWake(std::function<void()> wake) {
  std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

void MainQueue::Post(Job job) {
  std::lock_guard lock(mutex_);
  jobs_.push_back(std::move(job));
  if (wake_) wake_();
}

bool MainQueue::RunAll() {
  std::vector<Job> jobs;
  {
    std::lock_guard lock(mutex_);
    jobs.swap(jobs_);
  }
  for (Job& job : jobs) job();
  return !jobs.empty();
}

}  // namespace studio
