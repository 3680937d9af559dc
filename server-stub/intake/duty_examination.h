// What the body of a check_in, handover or roster_change says, read before the ledger is locked.
// One that cannot be read is kept like any other and flagged, so nothing here refuses a record.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "server/clerk/badges.h"
#include "shared/record/record.h"

namespace county {

struct ExaminedDuty {
  std::variant<std::monostate, studio::CheckInBody, studio::RosterChangeBody> body;
  std::string fault;  // English; of the words, or of a check-in's badge
};

// Records of other kinds come out empty.
ExaminedDuty ExamineDuty(studio::RecordKind kind, std::string_view body, const BadgeTrust& trust);

}  // namespace county
