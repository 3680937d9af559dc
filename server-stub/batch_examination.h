// What can be said of a batch's entry without the ledger: whose it is, whether its signatures
// and hashes hold, and whether the county can read it. The slow part of taking a batch, done
// before the ledger is locked.
#pragma once

#include <optional>
#include <string>

#include "server/case_examination.h"
#include "server/duty_examination.h"
#include "server/ledger.h"
#include "server/voice_examination.h"
#include "shared/batch.h"
#include "shared/keys.h"

namespace county {

struct ExaminedEntry {
  Digest digest{};
  std::optional<studio::RecordHeader> header;  // absent where it does not decode
  bool place_holds = false;                    // this terminal signed this digest at this place
  std::string fault;                           // English; empty: may be kept
  std::optional<Uuid> withdraws;               // of a withdrawal
  ExaminedDuty duty;                           // of a check_in, handover or roster_change
  ExaminedCase matter;                         // of a request or a rating
  ExaminedVoice voice;                         // of an opinion or a wish

  bool Authentic() const { return header && place_holds; }
};

ExaminedEntry Examine(const studio::BatchEntry& entry, const Terminal& terminal,
                      const studio::BoxKeyPair& county, const BadgeTrust& trust);

}  // namespace county
