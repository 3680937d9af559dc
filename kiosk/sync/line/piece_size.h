// How much of an attachment goes up at once: small enough that a record need not wait long and a
// break costs little, large enough that round trips do not count.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace studio {

class PieceSize {
 public:
  static constexpr std::size_t kLeast = 64 * 1024;
  static constexpr std::size_t kMost = 256 * 1024;

  std::size_t bytes() const { return bytes_; }
  bool at_least() const { return bytes_ == kLeast; }

  void Arrived(std::int64_t took_ms) {
    if (took_ms < kQuickMs) bytes_ = std::min(bytes_ * 2, kMost);
    if (took_ms > kSlowMs) BrokeOff();
  }
  void BrokeOff() { bytes_ = std::max(bytes_ / 2, kLeast); }

 private:
  static constexpr std::int64_t kQuickMs = 5000;
  static constexpr std::int64_t kSlowMs = 20000;
  std::size_t bytes_ = 128 * 1024;
};

}  // namespace studio
