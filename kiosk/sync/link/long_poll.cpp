#include "sync/link/long_poll.h"

#include <algorithm>

namespace studio {

bool LongPoll::Due(std::int64_t now_ms) const {
  return limits_.wait.count() > 0 && (cuts_ == 0 || now_ms >= resume_ms_);
}

void LongPoll::News() {
  cuts_ = 0;
  just_cut_ = false;
}

bool LongPoll::NothingNewer(std::int64_t now_ms) {
  if (now_ms - asked_ms_ < limits_.early.count()) return false;
  News();
  return true;
}

void LongPoll::Cut(std::int64_t now_ms) {
  constexpr int kEnoughDoublings = 20;
  const std::int64_t pause = limits_.first.count() << std::min(cuts_, kEnoughDoublings);
  resume_ms_ = now_ms + std::min<std::int64_t>(pause, limits_.most.count());
  ++cuts_;
  just_cut_ = true;
}

void LongPoll::LineDown() {
  if (!just_cut_) return;
  just_cut_ = false;
  --cuts_;
  resume_ms_ = 0;
}

}  // namespace studio
