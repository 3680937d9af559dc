// One thread that runs jobs in the order they were posted. Its destructor runs what was posted
// before it and joins, so nothing that was handed over is dropped.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "app/base/executor.h"

namespace studio {

class SerialThread : public Executor {
 public:
  // name: shown by debuggers and ps, at most 15 bytes.
  explicit SerialThread(const std::string& name);
  ~SerialThread() override;
  SerialThread(const SerialThread&) = delete;
  SerialThread& operator=(const SerialThread&) = delete;

  // Any thread, also from a job. A job must not throw.
  void Post(std::function<void()> job) override;

 private:
  void Run();

  std::mutex mutex_;
  std::condition_variable posted_;
  std::deque<std::function<void()>> jobs_;  // guarded by mutex_
  bool closing_ = false;                    // guarded by mutex_
  std::thread thread_;
};

}  // namespace studio
