// Roster changes asked for here that the county has not yet answered through the feed. Store
// thread; throws SQLite::Exception.
#pragma once

#include <string>
#include <vector>

#include "app/duty_store.h"
#include "shared/uuid.h"
#include "store/connection.h"
#include "store/duty_registry.h"

namespace studio {

// A change that was not applied.
struct RefusedChange {
  PendingRosterChange change;
  std::string reason;  // "version", "unfit" (shared/entities.h, Superseded), or "rejected": the
                       // county did not take the record at all
};

class PendingChanges {
 public:
  explicit PendingChanges(Connection& connection) : connection_(connection) {}

  std::vector<PendingRosterChange> All();  // oldest first
  // Within the caller's transaction, all of them.
  void Add(const Uuid& record, const RosterChangeBody& body, std::int64_t made_at_ms);
  // Those whose record the county has by now.
  void NoteAck(std::int64_t county_ms);
  // Takes away what the feed answers and returns what was not applied. `up_to_ms`: county time up
  // to which the feed is read whole; 0: more pages are waiting. By then a change whose record had
  // arrived has been applied, even where a later one hides it.
  std::vector<RefusedChange> Settle(DutyRegistry& registry, std::int64_t up_to_ms);

 private:
  Connection& connection_;
};

}  // namespace studio
