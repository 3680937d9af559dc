// The thread on which pipelines are opened, watched and closed: opening a camera may take a second
// and must keep nobody waiting. Jobs run one after another; some of them later.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace studio {

class MediaThread {
 public:
  using Job = std::function<void()>;
  using Time = std::chrono::steady_clock::time_point;

  // name: shown by debuggers and ps, at most 15 bytes.
  explicit MediaThread(const std::string& name);
  // Runs what was posted for now, drops what was for later, and joins.
  ~MediaThread();
  MediaThread(const MediaThread&) = delete;
  MediaThread& operator=(const MediaThread&) = delete;

  // Any thread, also from a job.
  void Post(Job job) { PostAfter(std::chrono::milliseconds(0), std::move(job)); }
  void PostAfter(std::chrono::milliseconds delay, Job job);

 private:
  void Run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::multimap<Time, Job> jobs_;  // guarded by mutex_
  bool closing_ = false;           // guarded by mutex_
  std::thread thread_;
};

}  // namespace studio
