// Applies roster changes to the shifts on the feed. The order of arrival decides: the first change
// that saw the present version is applied, and a later one is told that it was superseded.
#pragma once

#include <cstdint>
#include <string>

#include "server/ledger/ledger.h"
#include "shared/bodies/duty_bodies.h"

namespace county {

class RosterBook {
 public:
  RosterBook(Ledger& ledger, std::int64_t now_ms) : ledger_(ledger), now_ms_(now_ms) {}

  // Whether it names a shift that is another studio's than `studio`.
  bool IsOthers(const studio::RosterChangeBody& change, StudioId studio) const;
  // Inside the ledger's transaction. "applied", "superseded: version" or "superseded: unfit";
  // what was not applied is told to `studio`.
  std::string Take(const Uuid& record, const studio::RosterChangeBody& change, StudioId studio);
  // Deletes what has been told long enough.
  void Sweep();

 private:
  // Each true where it was done; nothing is written otherwise.
  bool Apply(const std::string& record, const studio::RosterChangeBody& change);
  bool Leave(const std::string& record, const studio::RosterChangeBody& change);
  bool TakeBack(const std::string& record, const studio::RosterChangeBody& change);
  bool Swap(const std::string& record, const studio::RosterChangeBody& change);
  bool PutShift(const std::string& record, const studio::RosterChangeBody& change);
  bool Saw(const studio::RosterChangeBody& change) const;

  Ledger& ledger_;
  std::int64_t now_ms_;
};

}  // namespace county
