// What became of a matter, as only the holder of its slip reads it. The county seals it to the
// slip's reading key, so that any terminal may carry it. Layout and reasons: shared/protocol.md,
// "Answer".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/bodies/member_reply.h"
#include "shared/record/receipt.h"

namespace studio {

// One step of the course. Of a request: received, replied (a member said something at the desk:
// the matter stays where it is), referred, answered, returned (没解决), rated. Of a wish: received,
// posted (on the wall), claimed, granted, returned (还没有: who claimed it still has it),
// confirmed. One that a newer county knows is left out.
enum class CaseStep {
  kReceived,
  kReferred,
  kAnswered,
  kReturned,
  kRated,
  kPosted,
  kClaimed,
  kGranted,
  kConfirmed,
  kReplied,
};
std::string_view NameOf(CaseStep step);  // "received", …
std::optional<CaseStep> CaseStepFrom(std::string_view name);

enum class CaseOutcome { kNone, kSolved, kSolving, kPlanned, kNotNow, kNoted };
std::string_view NameOf(
    CaseOutcome outcome);  // "", "solved", "solving", "planned", "not_now", "noted"
std::optional<CaseOutcome> CaseOutcomeFrom(std::string_view name);

// What a member said at the desk.
struct MemberSaid {
  Uuid record;
  ReplyWay way = ReplyWay::kOnTheSpot;
  std::string member;  // as they are called
  std::string due;     // "2026-12-05"; empty: no day was named
  bool call_back = false;
  bool operator==(const MemberSaid&) const = default;
};

struct CaseEvent {
  CaseStep step = CaseStep::kReceived;
  std::int64_t at_ms = 0;  // county time
  std::string unit{};      // who holds it from then on: a handling unit, the member of a wish
  std::string text{};      // kAnswered: the reply of that time; kReplied: the member's words
  std::optional<MemberSaid> said{};  // kReplied
  bool operator==(const CaseEvent&) const = default;
};

struct CaseAnswer {
  bool wish = false;     // else a request
  std::string category;  // as it is called
  std::string unit;      // who holds it now
  std::string reply;     // the newest; empty: none yet
  CaseOutcome outcome = CaseOutcome::kNone;
  std::vector<CaseEvent> course;  // oldest first
  int round = 0;                  // counts replies, of a wish grants: what a word is about
  bool may_return = false;        // it has not been sent back yet
  // Whoever repeats it has opened this answer. Zeros: there is nothing to rate or confirm.
  ByteArray<16> token{};
  bool operator==(const CaseAnswer&) const = default;
};

// The newest step but for what members said, which moves nothing; null: there is none.
const CaseEvent* NewestStep(const CaseAnswer& answer);
// As a step of its own, among the others by its time; once for each record.
CaseEvent StepOf(const Uuid& record, const MemberReplyBody& body);
void AddReply(CaseAnswer& answer, const CaseEvent& reply);

inline constexpr std::size_t kMaxAnswerBytes = 64 * 1024;  // sealed
inline constexpr std::size_t kMaxReply = 2000;             // characters

// Padded to steps of 256 bytes; bound to the number. kInvalid: too large.
Result<Bytes> SealAnswer(const ReceiptNumber& number, const CaseAnswer& answer,
                         const BoxPublicKey& reading_key);
// kNotForUs: another code's. kForged: another number's. kMalformed.
Result<CaseAnswer> OpenAnswer(const ReceiptNumber& number, ByteView sealed,
                              const BoxKeyPair& reading_key);

// What the feed carries of it in the clear: kind "status", id = the number's digits; to its own
// studio. The answer to a question asked live holds the same.
struct CaseStatus {
  CaseStep step = CaseStep::kReceived;  // the newest of the course
  std::int64_t at_ms = 0;               // when it came
  Bytes sealed;                         // base64url in JSON
};
std::string ToJson(const CaseStatus& status);
Result<CaseStatus> CaseStatusFromJson(std::string_view json);

// GET /v1/statuses/NUMBER, in an envelope under kStatusContext.
struct StatusWord {
  std::string number;                // digits, as asked
  std::optional<CaseStatus> status;  // nullopt: the county knows no such number
  std::int64_t county_time_ms = 0;
};
std::string ToJson(const StatusWord& word);
Result<StatusWord> StatusWordFromJson(std::string_view json);

}  // namespace studio
