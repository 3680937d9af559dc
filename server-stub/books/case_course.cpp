#include "server/books/case_course.h"

#include <algorithm>

#include "shared/base/bytes.h"
#include "shared/base/clean_text.h"
#include "shared/base/utf8.h"

namespace county {

using studio::CaseAnswer;
using studio::CaseOutcome;
using studio::CaseStep;
using studio::ErrorKind;
using studio::Fail;
using studio::Result;

namespace {

constexpr std::size_t kMaxUnit = 60;  // characters

Result<void> CheckText(const std::string& text, const std::string& what, std::size_t most) {
  if (!studio::IsUtf8(text)) return Fail(ErrorKind::kInvalid, what + " is not UTF-8");
  if (!text.empty() && studio::IsBlank(text)) return Fail(ErrorKind::kInvalid, what + " is blank");
  const std::size_t characters = studio::CountCharacters(text);
  if (characters <= most) return {};
  return Fail(ErrorKind::kInvalid, what + " has " + std::to_string(characters) +
                                       " characters; at most " + std::to_string(most) +
                                       " fit on a slip's page");
}

bool MayFollow(bool wish, CaseStep now, CaseStep next) {
  switch (next) {
    case CaseStep::kReceived:
      return now == CaseStep::kReceived;
    case CaseStep::kReferred:
      return !wish && (now == CaseStep::kReceived || now == CaseStep::kReferred ||
                       now == CaseStep::kReturned);
    case CaseStep::kAnswered:
      return !wish;
    case CaseStep::kPosted:
      return wish && (now == CaseStep::kReceived || now == CaseStep::kClaimed ||
                      now == CaseStep::kReturned);
    case CaseStep::kClaimed:
      return wish && now == CaseStep::kPosted;
    case CaseStep::kGranted:
      return wish && (now == CaseStep::kClaimed || now == CaseStep::kReturned);
    case CaseStep::kConfirmed:
      return wish && now == CaseStep::kGranted;
    case CaseStep::kReturned:
      return wish && now == CaseStep::kGranted;  // a request: by the record of who holds the slip
    case CaseStep::kRated:
    case CaseStep::kReplied:
      return false;  // likewise
  }
  return false;
}

CaseStep StepOf(const CaseAnswer& answer) {
  const studio::CaseEvent* newest = studio::NewestStep(answer);
  return newest == nullptr ? CaseStep::kReceived : newest->step;
}

bool HasReturned(const CaseAnswer& answer) {
  return std::any_of(answer.course.begin(), answer.course.end(),
                     [](const auto& event) { return event.step == CaseStep::kReturned; });
}

}  // namespace

Result<void> CheckMove(const CaseAnswer& answer, const CaseMove& move) {
  const CaseStep now = StepOf(answer);
  const std::string next(NameOf(move.step));
  if (!MayFollow(answer.wish, now, move.step)) {
    return Fail(ErrorKind::kConflict, std::string(answer.wish ? "a wish" : "a request") +
                                          " that is " + std::string(NameOf(now)) +
                                          " cannot become " + next);
  }
  if (move.step == CaseStep::kReferred && move.unit.empty()) {
    return Fail(ErrorKind::kInvalid, "it is not said to whom it is referred");
  }
  if (move.outcome && *move.outcome != CaseOutcome::kNone && move.step != CaseStep::kAnswered) {
    return Fail(ErrorKind::kInvalid, "only what is answered has an outcome");
  }
  if (!move.reply.empty() && move.step != CaseStep::kAnswered) {
    return Fail(ErrorKind::kInvalid, "only an answer has a reply");
  }
  if (auto fits = CheckText(move.unit, "the unit's name", kMaxUnit); !fits) return fits;
  return CheckText(move.reply, "the reply", studio::kMaxReply);
}

void MakeMove(CaseAnswer& answer, const CaseMove& move, std::int64_t now_ms) {
  const bool same = StepOf(answer) == move.step;
  if (!move.unit.empty()) answer.unit = move.unit;
  if (move.step == CaseStep::kPosted) answer.unit.clear();
  if (move.outcome) answer.outcome = *move.outcome;
  if (same && move.step == CaseStep::kAnswered && move.reply.empty()) return;  // another outcome
  if (same && move.step == CaseStep::kReceived) {
    if (!answer.course.empty()) answer.course.front().unit = answer.unit;
    return;  // taken in hand
  }
  answer.course.push_back({move.step, now_ms, answer.unit, move.reply});
  answer.token = {};
  if (move.step == CaseStep::kAnswered) {
    if (!move.reply.empty()) answer.reply = move.reply;
    answer.may_return = !HasReturned(answer);
  }
  if (move.step == CaseStep::kAnswered || move.step == CaseStep::kGranted) {
    ++answer.round;
    studio::FillRandom(answer.token);
  }
}

bool NoteReply(CaseAnswer& answer, const studio::CaseEvent& reply) {
  const auto replies = std::count_if(answer.course.begin(), answer.course.end(),
                                     [](const auto& event) { return event.said.has_value(); });
  if (static_cast<std::size_t>(replies) >= kMostReplies) return false;
  AddReply(answer, reply);
  return true;
}

void NoteRating(CaseAnswer& answer, bool returned, std::int64_t now_ms) {
  answer.course.push_back(
      {returned ? CaseStep::kReturned : CaseStep::kRated, now_ms, answer.unit, {}});
  answer.token = {};
  if (!returned) return;
  answer.may_return = false;
  answer.outcome = CaseOutcome::kNone;
}

bool ForgetOldestReply(CaseAnswer& answer) {
  const auto told = std::find_if(answer.course.begin(), answer.course.end(),
                                 [](const auto& event) { return !event.text.empty(); });
  if (told == answer.course.end()) return false;
  told->text.clear();
  return true;
}

}  // namespace county
