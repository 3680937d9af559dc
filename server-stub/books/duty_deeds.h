// Duty as deeds: who came for a shift, late, early, for somebody else or not at all, and who was on
// leave. Decided by the duty sheet (shared/feed/attendance.h), as on the terminals' pages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/ledger/ledger.h"
#include "shared/feed/attendance.h"
#include "shared/feed/entities.h"
#include "shared/mechanism/deed.h"

namespace county {

// Ids begin with it: "duty/SHIFT/MEMBER", "duty/DATE/STUDIO/MEMBER" of who was on no list.
inline constexpr std::string_view kDutyDeeds = "duty/";
// Of a duty's deed: whether its member came, for themselves or for somebody else.
bool IsComing(const studio::Deed& duty);
// What a walk-in of the member on the day of this duty, at its place, is called on the feed.
std::string ExtraLineOf(const studio::Deed& duty);

class DutyDeeds {
 public:
  DutyDeeds(const Ledger& ledger, std::int64_t now_ms);

  // Of one shift, and of lines of a shift that exists no more; a shift to come has none. Nobody is
  // absent before it is over. Who walked in on the same day besides went on visits then, too.
  std::vector<studio::Deed> OfShift(const std::string& shift) const;
  // Of the line of somebody who was on no list; its id as the feed has it.
  std::vector<studio::Deed> OfExtra(const std::string& line) const;

 private:
  studio::Deed Extra(const studio::AttendanceLine& line) const;
  std::optional<studio::AttendanceLine> FindLine(const std::string& id) const;

  const Ledger& ledger_;
  std::int64_t now_ms_;
  studio::PunctualityRule rule_;
};

}  // namespace county
