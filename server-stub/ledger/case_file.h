// What the ledger keeps of each matter and wish that has a receipt. What anybody wrote about it is
// in `state` and in the records, both sealed.
#pragma once

#include <optional>
#include <string>

#include "shared/bodies/case_answer.h"
#include "shared/record/record.h"

namespace county {

struct CaseFile {
  std::string number;  // the receipt's digits
  studio::Uuid record;
  studio::TerminalNumber terminal = 0;
  studio::StudioId studio = 0;  // of the terminal: whom the feed tells of it
  bool wish = false;
  std::string category, village;  // ids
  std::string matter;             // id of the one it joined; empty: none
  studio::BoxPublicKey reading_key;
  std::int64_t received_ms = 0;  // county time, like the other
  studio::CaseStep step = studio::CaseStep::kReceived;
  std::int64_t step_ms = 0;
  studio::CaseOutcome outcome = studio::CaseOutcome::kNone;
  // The CaseAnswer, sealed to the county's own key. Absent: withdrawn, or kept long enough.
  std::optional<studio::Bytes> state;
  bool withdrawn = false;

  // Somebody at the county has still to do something about it.
  bool Open() const;
};

struct RatingLine {
  int round = 0;
  studio::Uuid record;  // which tells what was said
};

}  // namespace county
