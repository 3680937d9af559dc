// The one way by which any thread's result reaches the main thread. Post from anywhere; the main
// thread runs what came, in order, once a frame. `wake` makes a sleeping main loop look.
#pragma once

#include <functional>
#include <mutex>
#include <vector>

namespace studio {

class MainQueue {
 public:
  using Job = std::function<void()>;

  // Called after each post by whichever thread posted, and no longer once another is set; it must
  // not wait for anything that posts.
  void SetWake(std::function<void()> wake);
  void Post(Job job);
  // Main thread. True where something ran.
  bool RunAll();

 private:
  std::mutex mutex_;
  std::vector<Job> jobs_;       // guarded by mutex_
  std::function<void()> wake_;  // guarded by mutex_
};

}  // namespace studio
