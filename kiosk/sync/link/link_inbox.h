// How other threads reach the link's thread. Outlives the link, because the store may complete a
// call after the link has gone; what comes then is dropped.
#pragma once

#include <functional>
#include <mutex>
#include <vector>

namespace studio {

class LinkInbox {
 public:
  using Job = std::function<void()>;

  explicit LinkInbox(std::function<void()> wake) : wake_(std::move(wake)) {}

  void Post(Job job);  // any thread
  void RunAll();       // the link's thread
  void Close();        // nothing is accepted and nobody woken any more

 private:
  std::mutex mutex_;
  std::vector<Job> jobs_;       // guarded by mutex_
  std::function<void()> wake_;  // guarded by mutex_; empty once closed
};

}  // namespace studio
