// Which step may follow which, and what a step does to what the slip's holder reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/result.h"
#include "shared/bodies/case_answer.h"

namespace county {

// One step of the course.
struct CaseMove {
  studio::CaseStep step = studio::CaseStep::kReceived;
  std::string unit{};   // who holds it from then on; empty: as before
  std::string reply{};  // kAnswered
  std::optional<studio::CaseOutcome> outcome{};
};

// kConflict: not after the step it is at; kInvalid: the reply or the unit. Details are English
// sentences.
studio::Result<void> CheckMove(const studio::CaseAnswer& answer, const CaseMove& move);
// Of a move that may be made.
void MakeMove(studio::CaseAnswer& answer, const CaseMove& move, std::int64_t now_ms);

// By its record: at most kMostReplies of one case; false: it has as many.
inline constexpr std::size_t kMostReplies = 20;
bool NoteReply(studio::CaseAnswer& answer, const studio::CaseEvent& reply);

// Of a rating of the newest answer.
void NoteRating(studio::CaseAnswer& answer, bool returned, std::int64_t now_ms);

// Leaves out the text of the oldest reply that is still told in the course; false: there is none.
bool ForgetOldestReply(studio::CaseAnswer& answer);

}  // namespace county
