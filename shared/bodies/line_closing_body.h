// How a line of the ledger (民意台账) ended, as the studio's manager says (销号). Like what was
// heard it is an `information` record without a title: sealed to county and studio, it counts for
// nobody, and counties of before keep it and read nothing of it. JSON (UTF-8) inside the seal.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/bodies/case_answer.h"
#include "shared/record/record.h"

namespace studio {

inline constexpr std::size_t kMaxClosingWords = 200;  // characters

struct LineClosingBody {
  Uuid line{};  // its record
  // kNone: it is open again.
  CaseOutcome outcome = CaseOutcome::kNone;
  std::string words{};  // may be empty
  std::string date;     // the day on which it was said
  StudioId studio = 0;
  std::string by{};     // id of the manager
  std::string token{};  // their badge, without its secret
  bool operator==(const LineClosingBody&) const = default;
};

std::string ToJson(const LineClosingBody& body);
// What is another information comes out without a date. kMalformed: no line, an unknown outcome, a
// day that no month has, or too many words.
Result<LineClosingBody> LineClosingBodyFromJson(std::string_view json);

}  // namespace studio
