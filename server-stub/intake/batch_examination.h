// What can be said of a batch's entry without the ledger: whose it is, whether its signatures
// and hashes hold, and whether the county can read it. The slow part of taking a batch, done
// before the ledger is locked.
#pragma once

#include <optional>
#include <string>

#include "server/books/case_examination.h"
#include "server/intake/duty_examination.h"
#include "server/intake/voice_examination.h"
#include "server/intake/work_examination.h"
#include "server/ledger/ledger.h"
#include "shared/base/keys.h"
#include "shared/exchange/batch.h"
#include "shared/record/refusal.h"

namespace county {

struct ExaminedEntry {
  Digest digest{};
  std::optional<studio::RecordHeader> header;  // absent where it does not decode
  bool place_holds = false;                    // this terminal signed this digest at this place
  std::string fault;                           // English; empty: may be kept
  studio::Refusal refusal = studio::Refusal::kOther;  // of a fault
  std::optional<Uuid> withdraws;                      // of a withdrawal
  ExaminedDuty duty;                                  // of a check_in, handover or roster_change
  ExaminedCase matter;                                // of a request or a rating
  ExaminedVoice voice;                                // of an opinion or a wish
  ExaminedWork work;                                  // of what members wrote

  bool Authentic() const { return header && place_holds; }
  void Refuse(studio::Refusal why, std::string english) {
    refusal = why;
    fault = std::move(english);
  }
};

ExaminedEntry Examine(const studio::BatchEntry& entry, const Terminal& terminal,
                      const studio::BoxKeyPair& county, const BadgeTrust& trust);

}  // namespace county
