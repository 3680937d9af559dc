// Duty as deeds (shared/mechanism/duty_deeds.h) of what stands on the feed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/ledger/ledger.h"
#include "shared/feed/attendance.h"
#include "shared/feed/entities.h"
#include "shared/mechanism/duty_deeds.h"

namespace county {

class DutyDeeds {
 public:
  DutyDeeds(const Ledger& ledger, std::int64_t now_ms);

  // Of one shift, and of lines of a shift that exists no more; a shift to come has none. Nobody is
  // absent before it is over. Who walked in on the same day besides went on visits then, too.
  std::vector<studio::Deed> OfShift(const std::string& shift) const;
  // Of the line of somebody who was on no list; its id as the feed has it.
  std::vector<studio::Deed> OfExtra(const std::string& line) const;

 private:
  std::optional<studio::AttendanceLine> FindLine(const std::string& id) const;

  const Ledger& ledger_;
  std::int64_t now_ms_;
  studio::PunctualityRule rule_;
};

}  // namespace county
