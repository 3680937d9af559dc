#include "sync/county_clock.h"

#include <algorithm>

namespace studio {

void CountyClock::Heard(std::int64_t county_ms, const Moment& asked, const Moment& heard) {
  const std::int64_t took = std::max<std::int64_t>(heard.monotonic_ms - asked.monotonic_ms, 0);
  offset_ms_ = county_ms - (heard.wall_ms - took / 2);
}

void CountyClock::JudgeCertificatesBy(std::int64_t county_ms, const Moment& heard) {
  anchor_ = Anchor{county_ms, heard.monotonic_ms};
}

bool CountyClock::Wrong() const {
  return offset_ms_ && (*offset_ms_ > kClockWrongMs || *offset_ms_ < -kClockWrongMs);
}

std::optional<std::int64_t> CountyClock::VerifyTime(const Moment& now) const {
  if (!anchor_) return std::nullopt;
  return (anchor_->county_ms + now.monotonic_ms - anchor_->monotonic_ms) / 1000;
}

}  // namespace studio
