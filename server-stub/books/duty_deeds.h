// Duty as deeds: who came for a shift, late, early, for somebody else or not at all, and who was on
// leave. Decided by the duty sheet (shared/feed/attendance.h), as on the terminals' pages.
#pragma once

#include <string>
#include <vector>

#include "server/ledger/ledger.h"
#include "shared/feed/attendance.h"
#include "shared/mechanism/deed.h"

namespace county {

// Ids begin with it: "duty/SHIFT/MEMBER", "duty/DATE/STUDIO/MEMBER" of who was on no list.
inline constexpr std::string_view kDutyDeeds = "duty/";

class DutyDeeds {
 public:
  DutyDeeds(const Ledger& ledger, std::int64_t now_ms);

  // Of one shift, and of lines of a shift that exists no more; a shift to come has none. Nobody is
  // absent before it is over.
  std::vector<studio::Deed> OfShift(const std::string& shift) const;
  // Of the line of somebody who was on no list; its id as the feed has it.
  std::vector<studio::Deed> OfExtra(const std::string& line) const;

 private:
  studio::Deed Extra(const studio::AttendanceLine& line) const;

  const Ledger& ledger_;
  std::int64_t now_ms_;
  studio::PunctualityRule rule_;
};

}  // namespace county
