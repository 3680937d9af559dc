// Shifts that the county took off the roster before their day: phones that have them in a calendar
// are told. Store thread; throws SQLite::Exception.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/uuid.h"
#include "shared/feed/entities.h"
#include "store/base/connection.h"

namespace studio {

class RemovedShifts {
 public:
  explicit RemovedShifts(Connection& connection) : connection_(connection) {}

  // Of all studios; both dates included; by date and id. As they were, with the version of their
  // removal; none that is back on the roster.
  std::vector<Shift> Between(std::string_view first, std::string_view last);
  // The three within the caller's transaction, the first two before the shifts are gone. Days
  // before `today` are passed over: what is over nobody cancels.
  void Note(const Uuid& generation, const std::string& id, std::uint64_t version,
            std::string_view today);
  // What the one generation has and the next one has not; the county says nothing of them.
  void NoteMissing(const Uuid& generation, const Uuid& next, std::string_view today);
  void Forget(std::string_view before);  // date

 private:
  Connection& connection_;
};

std::vector<std::string> HotRemovedShiftStatements();

}  // namespace studio
