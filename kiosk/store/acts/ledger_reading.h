// The ledger (民意台账) as a member reads it at their desk. Throws SQLite::Exception.
#pragma once

#include <string>
#include <vector>

#include "app/desk/studio_ledger.h"
#include "shared/base/keys.h"
#include "shared/feed/counting_entities.h"
#include "store/acts/request_reading.h"
#include "store/rows/tables.h"

namespace studio {

// As they lie in the outbox (of this terminal alone, sealed to the studio, not withdrawn), and the
// deeds that the county has told the studio.
struct SealedLedger {
  std::vector<SealedRequest> requests;
  std::vector<SealedWriting> written;
  std::vector<SealedForStudio> deeds;
};
SealedLedger SealedLedgerOf(Tables& tables);
// Needs no tables, and takes its time. What was sealed to another key than this one is left out,
// and so is what other members than this one wrote up here or handed in elsewhere; of kAllTheirs
// nothing is.
inline constexpr const char* kAllTheirs = "";
DeskLedger OpenLedger(const SealedLedger& sealed, const BoxKeyPair& studio_key,
                      const std::string& member);

// For the manager: with what the county told of each request, and of this year and the last those
// that are for the county alone.
struct SealedStudioLedger {
  SealedLedger ledger;
  SealedRequests requests;
  std::vector<CountyLine> numbered;
};
SealedStudioLedger SealedStudioLedgerOf(Tables& tables, std::int64_t county_ms);
// As OpenLedger.
StudioLedger OpenStudioLedger(const SealedStudioLedger& sealed, const BoxKeyPair& studio_key);

}  // namespace studio
