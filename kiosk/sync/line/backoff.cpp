#include "sync/line/backoff.h"

#include <algorithm>

namespace studio {

Backoff::Backoff(BackoffLimits limits, Chance chance)
    : limits_(limits), chance_(std::move(chance)) {}

void Backoff::Succeeded() {
  failures_ = 0;
  wait_.reset();
}

void Backoff::Failed(std::int64_t now_ms, TryFailure failure,
                     std::optional<std::chrono::seconds> retry_after) {
  std::chrono::milliseconds wait{0};
  if (retry_after) {
    wait = std::min<std::chrono::milliseconds>(*retry_after, limits_.retry_after_most);
  } else if (failure == TryFailure::kRefused) {
    wait = limits_.refused;
  } else {
    constexpr int kEnoughDoublings = 30;
    const double doubled =
        static_cast<double>(std::int64_t{1} << std::min(failures_, kEnoughDoublings));
    const double ceiling = std::min(static_cast<double>(limits_.first.count()) * doubled,
                                    static_cast<double>(limits_.most.count()));
    wait = std::chrono::milliseconds(static_cast<std::int64_t>(ceiling * chance_()));
  }
  ++failures_;
  wait_ = Wait{now_ms, now_ms + wait.count(), failure, retry_after.has_value()};
}

void Backoff::NewWork(std::int64_t now_ms) {
  if (!wait_ || wait_->county_said_when || wait_->failure != TryFailure::kUnreachable) return;
  const std::int64_t soon = wait_->from_ms + limits_.first.count();
  wait_->due_ms = std::min(wait_->due_ms, std::max(now_ms, soon));
}

void Backoff::NetworkUp(std::int64_t now_ms) {
  if (!wait_ || wait_->county_said_when || wait_->failure == TryFailure::kRefused) return;
  wait_->due_ms = std::min(wait_->due_ms, now_ms);
}

void Backoff::TryNow(std::int64_t now_ms) {
  if (wait_) wait_->due_ms = std::min(wait_->due_ms, now_ms);
}

std::int64_t Backoff::WaitFrom(std::int64_t now_ms) {
  if (!wait_) return 0;
  if (now_ms < wait_->from_ms) {
    wait_->due_ms = now_ms + std::max<std::int64_t>(wait_->due_ms - wait_->from_ms, 0);
    wait_->from_ms = now_ms;
  }
  return std::max<std::int64_t>(wait_->due_ms - now_ms, 0);
}

}  // namespace studio
