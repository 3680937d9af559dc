// The county's signing key gives way to a successor in two steps, so that terminals hear of the
// new key from the old one: protocol.md, "Duty on the feed".
#pragma once

#include "server/keys/county_keys.h"
#include "server/ledger/ledger.h"

namespace county {

enum class RotationStep {
  kAnnounced,  // the successor is published beside the key that signs
  kRetired,    // the successor signs, and the old key is published no more
  kFinished,   // a step that was interrupted has been brought to its end
};

// Takes the next step, which who serves the county follows within a second (Office). kStorage,
// kMalformed.
Result<RotationStep> RotateSigningKey(const DataFolder& folder, Ledger& ledger);

// Makes the county's entity name the keys of now; false where it did. kNotFound: no such entity.
Result<bool> PublishSigningKeys(Ledger& ledger, const CountyKeys& keys);

}  // namespace county
