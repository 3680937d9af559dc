// What the county answers with an error also when it comes alone: it steps behind everything else
// that waits, and is tried again by itself, less and less often, the longest behind first. Known
// until the program ends. Used on the link's thread only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "sync/line/backoff.h"

namespace studio {

template <class Id>
class SteppedBehind {
 public:
  explicit SteppedBehind(Backoff backoff) : backoff_(std::move(backoff)) {}

  void Failed(const Id& id, std::int64_t now_ms) {
    std::erase(ids_, id);
    ids_.push_back(id);
    backoff_.Failed(now_ms, TryFailure::kUntrusted, {});
  }
  void GotThrough(const Id& id) {
    if (std::erase(ids_, id) > 0) backoff_.Succeeded();
  }
  // Something else may have been the reason: all of them at once.
  void TryNow(std::int64_t now_ms) { backoff_.TryNow(now_ms); }
  // The first of them may be tried.
  bool Due(std::int64_t now_ms) { return !ids_.empty() && backoff_.WaitFrom(now_ms) == 0; }
  const std::vector<Id>& ids() const { return ids_; }

 private:
  Backoff backoff_;
  std::vector<Id> ids_;
};

}  // namespace studio
