#include "server/books/case_book.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "shared/base/time_units.h"

namespace county {

using studio::CaseAnswer;
using studio::CaseOutcome;
using studio::CaseStatus;
using studio::CaseStep;
using studio::ErrorKind;
using studio::Fail;
using studio::ReceiptNumber;

namespace {

constexpr const char* kCaseKind = "status";

CaseStatus StatusOf(const CaseFile& file, const CaseAnswer& answer) {
  CaseStatus status{file.step, file.step_ms, {}};
  const auto number = ReceiptNumber::Parse(file.number);
  if (!number) throw std::runtime_error("the ledger holds a case of no receipt number");
  auto sealed = SealAnswer(*number, answer, file.reading_key);
  if (!sealed) throw std::runtime_error("case " + file.number + ": " + sealed.error().detail);
  status.sealed = std::move(*sealed);
  return status;
}

bool Anything(const studio::ByteArray<16>& token) {
  return std::any_of(token.begin(), token.end(), [](auto byte) { return byte != 0; });
}

}  // namespace

// As much of it as an answer holds: the oldest replies leave the course first.
void CaseBook::Keep(CaseFile& file, CaseAnswer& answer) {
  const auto number = ReceiptNumber::Parse(file.number);
  auto sealed = SealAnswer(*number, answer, county_.Public());
  while (!sealed && ForgetOldestReply(answer)) {
    sealed = SealAnswer(*number, answer, county_.Public());
  }
  if (!sealed) throw std::runtime_error("case " + file.number + ": " + sealed.error().detail);
  file.state = std::move(*sealed);
  const studio::CaseEvent& newest = *NewestStep(answer);
  file.step = newest.step;
  file.step_ms = newest.at_ms;
  file.outcome = answer.outcome;
  ledger_.PutCase(file);
}

void CaseBook::Publish(const CaseFile& file, const CaseAnswer& answer) {
  ledger_.PutEntity(kCaseKind, file.number, ToJson(StatusOf(file, answer)), file.studio);
}

void CaseBook::Unpublish(const CaseFile& file) {
  if (ledger_.EntityBody(kCaseKind, file.number)) ledger_.DeleteEntity(kCaseKind, file.number);
}

std::optional<CaseAnswer> AnswerOf(const CaseFile& file, const studio::BoxKeyPair& county) {
  const auto number = ReceiptNumber::Parse(file.number);
  if (!file.state || !number) return std::nullopt;
  auto answer = studio::OpenAnswer(*number, *file.state, county);
  if (!answer || NewestStep(*answer) == nullptr) return std::nullopt;
  return std::move(*answer);
}

std::optional<CaseStatus> CaseBook::Status(const std::string& number) const {
  const auto file = ledger_.FindCase(number);
  const auto answer = file ? AnswerOf(*file, county_) : std::nullopt;
  if (!answer) return std::nullopt;
  return StatusOf(*file, *answer);
}

std::string CaseBook::Open(const CaseOpening& opening) {
  const auto number = ReceiptNumber::Parse(opening.number);
  if (!number || number->digits() != opening.number) return "no case: not a receipt number";
  if (number->terminal() != opening.terminal) return "no case: another terminal's number";
  if (ledger_.FindCase(opening.number)) return "no case: another record has this number";
  CaseAnswer answer;
  answer.wish = opening.wish;
  answer.category = opening.category_name;
  answer.course.push_back({CaseStep::kReceived, now_ms_});
  if (!SealAnswer(*number, answer, opening.reading_key)) return "no case: not a reading key";
  CaseFile file;
  file.number = opening.number;
  file.record = opening.record;
  file.terminal = opening.terminal;
  file.studio = opening.studio;
  file.wish = opening.wish;
  file.category = opening.category;
  file.village = opening.village;
  file.reading_key = opening.reading_key;
  file.received_ms = now_ms_;
  const bool joins = !opening.joins.empty() && matters_.IsOpen(opening.joins);
  if (joins) file.matter = opening.joins;
  Keep(file, answer);
  if (joins) {
    matters_.Count(opening.joins, 1);
    CatchUp(file, opening.joins);
    return "joined";
  }
  return opening.joins.empty() ? "" : "not joined: no such open matter";
}

// Whoever joins late learns what its lead has been told.
void CaseBook::CatchUp(const CaseFile& joined, const std::string& matter) {
  const auto lead = ledger_.FindCase(ledger_.LeadOf(matter).value_or(""));
  const auto answer = lead ? AnswerOf(*lead, county_) : std::nullopt;
  if (!answer) return;
  if (answer->round > 0 && lead->step != CaseStep::kReturned) {
    static_cast<void>(
        Apply(joined, {CaseStep::kAnswered, answer->unit, answer->reply, answer->outcome}));
  } else if (!answer->unit.empty()) {
    static_cast<void>(Apply(joined, {CaseStep::kReferred, answer->unit}));
  }
}

void CaseBook::EraseRatings(const std::string& number) {
  for (const RatingLine& rating : ledger_.Ratings(number)) {
    if (const auto known = ledger_.FindRecord(rating.record)) {
      ledger_.EraseBody(rating.record, known->terminal);
    }
  }
  ledger_.EraseRatings(number);
}

void CaseBook::EraseReplies(const std::string& number) {
  for (const Uuid& reply : ledger_.Replies(number)) {
    if (const auto known = ledger_.FindRecord(reply)) ledger_.EraseBody(reply, known->terminal);
  }
  ledger_.EraseReplies(number);
}

void CaseBook::Withdraw(const Uuid& record, TerminalNumber terminal) {
  auto file = ledger_.FindCaseOf(record);
  if (!file || file->terminal != terminal || file->withdrawn) return;
  Unpublish(*file);
  EraseRatings(file->number);
  EraseReplies(file->number);
  const std::string matter = std::exchange(file->matter, "");
  file->category.clear();
  file->village.clear();
  file->outcome = CaseOutcome::kNone;
  file->state.reset();
  file->withdrawn = true;
  ledger_.PutCase(*file);
  matters_.LoseLead(*file);
  if (!matter.empty()) matters_.Count(matter, -1);
}

Result<void> CaseBook::Apply(CaseFile file, const CaseMove& move) {
  if (file.withdrawn) return Fail(ErrorKind::kConflict, file.number + " was withdrawn");
  auto answer = AnswerOf(file, county_);
  if (!answer) {
    return Fail(ErrorKind::kNotFound, file.number + " was closed long ago; nothing of it is kept");
  }
  if (auto may = CheckMove(*answer, move); !may) return may;
  MakeMove(*answer, move, now_ms_);
  Keep(file, *answer);
  Publish(file, *answer);
  return {};
}

Result<void> CaseBook::Take(const std::string& number, const CaseMove& move) {
  const auto file = ledger_.FindCase(number);
  if (!file) return Fail(ErrorKind::kNotFound, "no case has the number " + number);
  if (auto done = Apply(*file, move); !done) return done;
  const auto matter = ledger_.MatterLedBy(number);
  if (!matter) return {};
  for (const CaseFile& joined : ledger_.CasesThatJoined(*matter)) {
    // One that was rated or withdrawn meanwhile goes its own way.
    static_cast<void>(Apply(joined, move));
  }
  const bool solved = move.step == CaseStep::kAnswered && move.outcome == CaseOutcome::kSolved;
  if (solved && matters_.IsOpen(*matter)) return matters_.Close(*file);
  return {};
}

bool CaseBook::Holds(const std::string& number, const studio::ByteArray<16>& token) const {
  const auto file = ledger_.FindCase(number);
  const auto answer = file ? AnswerOf(*file, county_) : std::nullopt;
  return answer && Anything(token) && answer->token == token;
}

std::string CaseBook::Rate(const Uuid& record, const studio::RatingBody& rating) {
  auto file = ledger_.FindCase(rating.receipt);
  if (!file) return "not counted: no case has this number";
  if (file->withdrawn) return "not counted: the request was withdrawn";
  if (file->wish) return "not counted: a wish is confirmed, not rated";
  auto answer = AnswerOf(*file, county_);
  if (!answer) return "not counted: closed long ago";
  for (const RatingLine& before : ledger_.Ratings(file->number)) {
    if (before.round == rating.round) return "not counted: this reply was rated before";
  }
  if (rating.round != answer->round) return "not counted: not the newest reply";
  if (!Anything(rating.token) || rating.token != answer->token) {
    return "not counted: not the token of this reply";
  }
  if (rating.send_back && !answer->may_return) return "not counted: sent back once before";
  ledger_.AddRating(file->number, {rating.round, record});
  NoteRating(*answer, rating.send_back, now_ms_);
  Keep(*file, *answer);
  Publish(*file, *answer);
  return rating.send_back ? "returned" : "rated";
}

std::string CaseBook::Reply(const Uuid& record, const studio::MemberReplyBody& reply,
                            TerminalNumber terminal) {
  auto file = ledger_.FindCase(reply.receipt);
  if (!file || file->wish) return "not counted: no request has this number";
  if (file->terminal != terminal || file->record != reply.request)
    return "not counted: another terminal's request";
  auto answer = file->withdrawn ? std::nullopt : AnswerOf(*file, county_);
  if (!answer) {
    // What was said of it goes with it.
    ledger_.EraseBody(record, terminal);
    return file->withdrawn ? "not counted: the request was withdrawn"
                           : "not counted: closed long ago";
  }
  studio::CaseEvent step = StepOf(record, reply);
  step.at_ms = std::min(step.at_ms, now_ms_);
  if (!NoteReply(*answer, step)) return "not counted: answered often enough";
  ledger_.AddReply(file->number, record);
  Keep(*file, *answer);
  Publish(*file, *answer);
  return "replied";
}

void CaseBook::Sweep(int retention_days) {
  const std::int64_t oldest_ms = now_ms_ - retention_days * studio::kDayMs;
  for (CaseFile& file : ledger_.ClosedBefore(oldest_ms)) {
    Unpublish(file);
    EraseRatings(file.number);
    EraseReplies(file.number);
    ledger_.EraseBody(file.record, file.terminal);
    file.state.reset();
    ledger_.PutCase(file);
  }
}

}  // namespace county
