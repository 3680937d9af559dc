#include "sync/link/link_inbox.h"

namespace studio {

void LinkInbox::Post(Job job) {
  const std::lock_guard lock(mutex_);
  if (!wake_) return;
  jobs_.push_back(std::move(job));
  wake_();
}

void LinkInbox::RunAll() {
  std::vector<Job> jobs;
  {
    const std::lock_guard lock(mutex_);
    jobs.swap(jobs_);
  }
  for (Job& job : jobs) job();
}

void LinkInbox::Close() {
  std::vector<Job> dropped;
  const std::lock_guard lock(mutex_);
  dropped.swap(jobs_);
  wake_ = nullptr;
}

}  // namespace studio
