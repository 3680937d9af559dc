// Roster changes asked for here, until the feed has shown them or somebody has read why not. Store
// thread; throws SQLite::Exception.
#pragma once

#include <string>
#include <vector>

#include "app/duty/duty_store.h"
#include "app/station/station.h"
#include "shared/base/uuid.h"
#include "store/base/connection.h"
#include "store/rows/duty_registry.h"

namespace studio {

class PendingChanges {
 public:
  explicit PendingChanges(Connection& connection) : connection_(connection) {}

  std::vector<PendingRosterChange> All();  // oldest first
  // Within the caller's transaction, all of them.
  void Add(const Uuid& record, const RosterChangeBody& body, std::int64_t made_at_ms);
  // Those whose record the county has by now.
  void NoteAck(std::int64_t county_ms);
  // Takes away what was applied and marks what was refused. `up_to_ms`: county time up to which the
  // feed is read whole; 0: more pages are waiting. By then a change whose record had arrived has
  // been applied, even where a later one hides it. True where anything changed.
  bool Settle(DutyRegistry& registry, std::int64_t up_to_ms);
  void Forget(const std::vector<std::string>& records);  // those among them that were refused
  RosterSummary Summary();

 private:
  Connection& connection_;
};

}  // namespace studio
