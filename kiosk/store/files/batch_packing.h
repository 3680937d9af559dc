// Fills batches with waiting records as far as their limits go: the uploader one, a file to carry
// as many as it takes.
#pragma once

#include <algorithm>
#include <utility>

#include "store/base/link_store.h"
#include "store/outbox/streams.h"

namespace studio {

class BatchPacking {
 public:
  BatchPacking(const BatchLimits& limits, TerminalNumber terminal, const StreamState& stream)
      : most_(std::min(limits.records, kMaxBatchRecords)),
        most_bytes_(limits.bytes),
        empty_{terminal, stream.opening, stream.head, {}},
        batch_(empty_) {}

  bool Full() const { return batch_.entries.size() >= most_; }
  // One always fits: a record is smaller than what the county takes at once.
  bool Takes(const BatchEntry& entry) const {
    return !Full() && (batch_.entries.empty() || bytes_ + entry.EncodedSize() <= most_bytes_);
  }
  void Add(BatchEntry entry) {
    bytes_ += entry.EncodedSize();
    batch_.entries.push_back(std::move(entry));
  }
  const Batch& batch() const { return batch_; }
  // The next batch begins.
  void Clear() {
    batch_ = empty_;
    bytes_ = 0;
  }

 private:
  std::size_t most_;
  std::size_t most_bytes_;
  Batch empty_;
  Batch batch_;
  std::size_t bytes_ = 0;
};

}  // namespace studio
