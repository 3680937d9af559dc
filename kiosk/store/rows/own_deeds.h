// What members of this terminal wrote up and the county has not told back yet, by its record and
// sealed to the studio: deeds (shared/mechanism/sealed_deed.h), and a co-author's word on one
// (shared/bodies/coauthor_body.h), that an author has rated a proposal
// (shared/bodies/proposal_bodies.h). Store thread; throws SQLite::Exception.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/base/uuid.h"
#include "store/base/connection.h"

namespace studio {

struct OwnDeed {
  Uuid record;
  Bytes sealed;  // under the record's id
};

class OwnDeeds {
 public:
  explicit OwnDeeds(Connection& connection) : connection_(connection) {}

  // Without those whose record was set aside.
  std::vector<OwnDeed> All();
  // Within the caller's transaction, as Settle.
  void Add(const Uuid& record, ByteView sealed);
  // What became of them is on the feed, once it was read up to a time at which the county had them.
  // 0: it was not read to its end.
  void Settle(std::int64_t read_up_to_ms);

 private:
  Connection& connection_;
};

}  // namespace studio
