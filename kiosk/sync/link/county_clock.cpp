#include "sync/link/county_clock.h"

#include <algorithm>

namespace studio {

bool CountyClock::Heard(std::int64_t county_ms, const Moment& asked, const Moment& heard) {
  const std::int64_t took = std::max<std::int64_t>(heard.monotonic_ms - asked.monotonic_ms, 0);
  if (took > kTooLongToTellMs) return false;
  county_ms_ = county_ms + took / 2;
  heard_ = heard;
  offset_ms_ = county_ms_ - heard.wall_ms;
  return true;
}

void CountyClock::JudgeCertificatesBy(std::int64_t county_ms, const Moment& heard) {
  anchor_ = Anchor{county_ms, heard.monotonic_ms};
}

std::optional<std::int64_t> CountyClock::OffsetAt(const Moment& now) const {
  if (!offset_ms_) return std::nullopt;
  return county_ms_ + now.monotonic_ms - heard_.monotonic_ms - now.wall_ms;
}

bool CountyClock::Wrong() const {
  return offset_ms_ && (*offset_ms_ > kClockWrongMs || *offset_ms_ < -kClockWrongMs);
}

std::optional<std::int64_t> CountyClock::VerifyTime(const Moment& now) const {
  if (!anchor_) return std::nullopt;
  return (anchor_->county_ms + now.monotonic_ms - anchor_->monotonic_ms) / 1000;
}

}  // namespace studio
