// The county's time as this terminal knows it: how far its own clock is off, and, where that
// clock is too wrong to judge certificates by, the time to judge them at instead.
#pragma once

#include <cstdint>
#include <optional>

#include "app/base/clock.h"

namespace studio {

inline constexpr std::int64_t kClockWrongMs = 5 * 60 * 1000;
inline constexpr std::int64_t kTooLongToTellMs = 60 * 1000;  // half of it is how wrong it may be

class CountyClock {
 public:
  // The county said `county_ms` somewhere between asking and hearing; the middle is taken. The
  // wall clock may have been set in between, so only its later reading counts. False where that
  // took too long to tell the time by.
  bool Heard(std::int64_t county_ms, const Moment& asked, const Moment& heard);
  // From now on certificates are judged by the county's time, carried on by the monotonic clock.
  void JudgeCertificatesBy(std::int64_t county_ms, const Moment& heard);

  // What was heard last, and when.
  std::int64_t county_ms() const { return county_ms_; }
  const Moment& heard() const { return heard_; }

  std::optional<std::int64_t> offset_ms() const { return offset_ms_; }  // county minus terminal
  // Of a moment since: the wall clock may have been set after the county was heard.
  std::optional<std::int64_t> OffsetAt(const Moment& now) const;
  bool Wrong() const;
  // Unix seconds to verify certificates at; nullopt: the machine's own clock.
  std::optional<std::int64_t> VerifyTime(const Moment& now) const;

 private:
  struct Anchor {
    std::int64_t county_ms = 0;
    std::int64_t monotonic_ms = 0;
  };
  std::optional<std::int64_t> offset_ms_;
  std::int64_t county_ms_ = 0;
  Moment heard_;
  std::optional<Anchor> anchor_;
};

}  // namespace studio
