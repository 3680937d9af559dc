// What members did about wishes at this terminal, until the feed has shown it or somebody else was
// first. All of it is public once the county has it. Store thread; throws SQLite::Exception.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/station/station.h"
#include "shared/base/uuid.h"
#include "shared/bodies/wish_bodies.h"
#include "store/base/connection.h"
#include "store/rows/registry.h"

namespace studio {

class WishActs {
 public:
  explicit WishActs(Connection& connection) : connection_(connection) {}

  std::vector<WishClaim> Claims();  // oldest first
  // The same waits already, and the county has not refused it.
  bool Waits(WishAct act, const std::string& wish);
  // Within the caller's transaction, all of them.
  void Add(const Uuid& record, const WishBody& body, std::int64_t made_at_ms);
  // Those whose record the county has by now.
  void NoteAck(std::int64_t county_ms);
  // Takes away what was won or has come to nothing a week ago, and marks what was lost. `up_to_ms`:
  // county time up to which the feed is read whole; 0: more pages are waiting. By then the first
  // claim whose record had arrived stands in its wish.
  void Settle(Registry& registry, std::int64_t up_to_ms, std::int64_t county_ms);

 private:
  Connection& connection_;
};

}  // namespace studio
