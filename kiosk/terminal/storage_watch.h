// Looks at the data folder's disk from time to time, on the worker, and tells the main thread what
// it found. Main thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>

#include "app/base/clock.h"
#include "app/base/executor.h"
#include "app/base/main_queue.h"
#include "app/station/storage_state.h"

namespace studio {

class StorageWatch {
 public:
  // Everything pointed to outlives the watch, and the queue is not run once the watch is gone.
  struct Parts {
    std::filesystem::path folder;
    std::filesystem::path free_percent;  // as CheckStorage has it
    std::chrono::milliseconds apart{0};  // between two looks; 0: a minute, half of it at fault
    const Clock* clock = nullptr;
    Executor* worker = nullptr;
    MainQueue* main_queue = nullptr;
    std::function<void(const StorageState&)> on_looked;  // main thread
    std::function<void()> on_writable;                   // worker: the disk at fault takes writes
  };
  explicit StorageWatch(Parts parts) : parts_(std::move(parts)) {}

  // Looks where that is due, the first time at once. at_fault: nothing can be kept now.
  void Turn(bool at_fault);

 private:
  std::int64_t ApartMs(bool at_fault) const;

  Parts parts_;
  std::int64_t looked_ms_ = -1;  // monotonic; -1: never
  bool looking_ = false;
  std::string trouble_;  // that the log has
  Shortage shortage_ = Shortage::kNone;
};

}  // namespace studio
