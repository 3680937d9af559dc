#include "server/intake/intake.h"

#include "server/books/attendance_book.h"
#include "server/books/roster_book.h"
#include "server/books/studio_words.h"
#include "server/books/unsure_book.h"
#include "server/books/year_book.h"
#include "server/keys/county_calendar.h"
#include "shared/feed/entities.h"

namespace county {

using studio::BatchEntry;
using studio::RecordAnswer;
using studio::RecordStatus;

std::vector<RecordAnswer> Intake::Take(const studio::Batch& batch,
                                       const std::vector<ExaminedEntry>& examined) {
  const bool day_began = SweepFeed();
  NoteOpening(batch);
  std::vector<RecordAnswer> answers;
  answers.reserve(batch.entries.size());
  for (std::size_t i = 0; i < batch.entries.size(); ++i) {
    answers.push_back(Settle(batch.entries[i], examined[i]));
  }
  UnsureBook(ledger_, now_ms_).Settle(terminal_.number);
  topics_.PublishCounts();
  FollowDeeds(day_began);
  return answers;
}

void Intake::FollowDeeds(bool day_began) {
  sources_.Follow();
  if (day_began || !deeds_.touched().empty()) {
    YearBook years(ledger_, deeds_, now_ms_);
    years.PublishProgress(day_began ? std::set<StudioId>() : deeds_.touched());
    if (day_began) years.PublishCounty();
  }
}

void Intake::NoteOpening(const studio::Batch& batch) {
  ledger_.AddOpening(batch.opening);
  if (way_ == Way::kByHand) return;
  // Somebody went on from this stream elsewhere, and here is a writer still on it who has all of
  // it: two writers. A restored disk image has less, and a batch that was long under way too.
  const auto ended = ledger_.SucceededAt(terminal_.number, batch.opening.stream);
  if (ended && batch.head.seq >= *ended) {
    ledger_.FlagClone(terminal_.number, batch.opening.stream);
  }
}

void Intake::NotePlace(const studio::Place& place, const Digest& digest) {
  const Ledger::PlaceNews news = ledger_.AddPlace(terminal_.number, place, digest);
  if (news == Ledger::PlaceNews::kKnown) return;
  const auto ended = ledger_.SucceededAt(terminal_.number, place.stream);
  if (news == Ledger::PlaceNews::kFork || (ended && place.seq > *ended)) {
    ledger_.FlagClone(terminal_.number, place.stream);
  }
}

RecordAnswer Intake::Settle(const BatchEntry& entry, const ExaminedEntry& examined) {
  if (!examined.Authentic())
    return Refuse(examined, RecordStatus::kRejected, examined.refusal, examined.fault);
  NotePlace(entry.place.place, examined.digest);
  const Uuid& id = examined.header->id;
  if (const auto known = ledger_.FindRecord(id)) {
    if (known->digest == examined.digest) {
      return {id, RecordStatus::kDuplicate, known->serial, {}};
    }
    return Refuse(examined, RecordStatus::kConflict, studio::Refusal::kIdTaken,
                  "another record has this id");
  }
  if (!examined.fault.empty()) {
    return Refuse(examined, RecordStatus::kRejected, examined.refusal, examined.fault);
  }
  const auto* const change = std::get_if<studio::RosterChangeBody>(&examined.duty.body);
  if (change && RosterBook(ledger_, now_ms_).IsOthers(*change, terminal_.studio)) {
    return Refuse(examined, RecordStatus::kRejected, studio::Refusal::kOtherStudio,
                  "another studio's shift");
  }
  return Keep(entry, examined);
}

RecordAnswer Intake::Keep(const BatchEntry& entry, const ExaminedEntry& examined) {
  const Uuid& id = examined.header->id;
  ArrivedRecord record{*examined.header, entry.header,      examined.digest,
                       entry.sealed,     entry.place.place, examined.withdraws};
  // Records come in any order: the withdrawal may have been first.
  if (ledger_.IsWithdrawn(id, terminal_.number)) record.sealed.reset();
  const std::uint64_t serial = ledger_.AddRecord(record, now_ms_);
  if (record.withdraws) {
    ledger_.EraseBody(*record.withdraws, terminal_.number);
    const auto withdrawn = ledger_.FindRecord(*record.withdraws);
    cases_.Withdraw(*record.withdraws, terminal_.number);
    wishes_.Withdraw(*record.withdraws, terminal_.number);
    if (withdrawn && withdrawn->terminal == terminal_.number) sources_.Withdraw(*record.withdraws);
    if (withdrawn && withdrawn->terminal == terminal_.number)
      proposals_.Withdraw(*record.withdraws);
    if (withdrawn && withdrawn->terminal == terminal_.number) topics_.Forget(*record.withdraws);
  }
  if (record.sealed) {
    TakeDuty(record, serial, examined.duty);
    TakeCase(id, serial, examined.matter);
    TakeVoice(*examined.header, serial, examined.voice);
    TakeWork(id, serial, examined.work);
  }
  return {id, RecordStatus::kStored, serial, {}};
}

void Intake::TakeDuty(const ArrivedRecord& record, std::uint64_t serial, const ExaminedDuty& duty) {
  std::string outcome;
  if (const auto* check_in = std::get_if<studio::CheckInBody>(&duty.body)) {
    outcome = duty.fault.empty() ? "proven" : "unproven: " + duty.fault;
    if (check_in->clock_unsure) {
      outcome += "; time unsure";
      UnsureBook(ledger_, now_ms_)
          .Add({serial, terminal_.number, record.place.stream, record.place.seq, now_ms_,
                ToJson(*check_in), duty.fault, false});
    } else {
      AttendanceBook(ledger_, now_ms_).Note(*check_in, !duty.fault.empty());
    }
  } else if (const auto* change = std::get_if<studio::RosterChangeBody>(&duty.body)) {
    outcome = RosterBook(ledger_, now_ms_).Take(record.header.id, *change, terminal_.studio);
  } else if (!duty.fault.empty()) {
    outcome = "unread: " + duty.fault;
  }
  if (!outcome.empty()) ledger_.AddOutcome(serial, outcome);
}

namespace {

void AddHelper(std::string& outcome, const std::string& unproven) {
  if (!unproven.empty())
    outcome += (outcome.empty() ? "" : "; ") + ("helper unproven: " + unproven);
}

}  // namespace

void Intake::TakeCase(const Uuid& id, std::uint64_t serial, const ExaminedCase& matter) {
  std::string outcome = matter.outcome;
  if (matter.opening) {
    outcome = cases_.Open(*matter.opening);
  } else if (matter.rating) {
    outcome = cases_.Rate(id, *matter.rating);
  } else if (matter.reply) {
    outcome = cases_.Reply(id, *matter.reply, terminal_.number);
  }
  AddHelper(outcome, matter.unproven);
  if (!outcome.empty()) ledger_.AddOutcome(serial, outcome);
}

void Intake::TakeVoice(const studio::RecordHeader& header, std::uint64_t serial,
                       const ExaminedVoice& voice) {
  std::string outcome;
  if (!voice.unread.empty()) {
    outcome = "unread: " + voice.unread;
  } else if (const auto* opinion = std::get_if<studio::OpinionBody>(&voice.body)) {
    outcome = topics_.Take(header.id, *opinion);
  } else if (const auto* wish = std::get_if<studio::WishBody>(&voice.body)) {
    outcome = wishes_.Take(header, *wish, terminal_.studio, voice.unproven);
    AddHelper(outcome, voice.helper_unproven);
  }
  if (!outcome.empty()) ledger_.AddOutcome(serial, outcome);
}

void Intake::TakeWork(const Uuid& id, std::uint64_t serial, const ExaminedWork& work) {
  std::string outcome;
  if (!work.unread.empty()) {
    outcome = "unread: " + work.unread;
  } else if (!work.unproven.empty()) {
    outcome = (std::holds_alternative<studio::ActivityBody>(work.body) ||
                       std::holds_alternative<studio::InformationBody>(work.body)
                   ? "no deed"
                   : "not counted") +
              (": unproven: " + work.unproven);
  } else if (const auto* activity = std::get_if<studio::ActivityBody>(&work.body)) {
    outcome = sources_.Take(id, *activity);
  } else if (const auto* information = std::get_if<studio::InformationBody>(&work.body)) {
    outcome = sources_.Take(id, *information);
  } else if (const auto* word = std::get_if<studio::CoauthorBody>(&work.body)) {
    outcome = sources_.Take(*word);
  } else if (const auto* review = std::get_if<studio::ReviewBody>(&work.body)) {
    outcome = StudioWords(ledger_, deeds_).Take(*review, terminal_.studio);
  } else if (const auto* closing = std::get_if<studio::YearClosingBody>(&work.body)) {
    outcome = StudioWords(ledger_, deeds_).Take(*closing, terminal_.studio);
  } else if (const auto* rating = std::get_if<studio::ProposalRatingBody>(&work.body)) {
    outcome = proposals_.Take(id, *rating);
  }
  if (!outcome.empty()) ledger_.AddOutcome(serial, outcome);
}

// Once a day, with the first batch.
bool Intake::SweepFeed() {
  const std::chrono::sys_days today(DateAt(now_ms_));
  if (!ledger_.BeginDay(today.time_since_epoch().count())) return false;
  sources_.EndDays();
  AttendanceBook(ledger_, now_ms_).Sweep();
  RosterBook(ledger_, now_ms_).Sweep();
  const auto county = studio::CountyFromJson(ledger_.EntityBody("county", "county").value_or("{}"));
  if (county && county->retention_days > 0) cases_.Sweep(county->retention_days);
  return true;
}

RecordAnswer Intake::Refuse(const ExaminedEntry& examined, RecordStatus status,
                            studio::Refusal code, std::string reason) {
  std::optional<Uuid> id;
  if (examined.header) id = examined.header->id;
  ledger_.AddRefusal(examined.digest, id, terminal_.number, reason, now_ms_);
  return {id.value_or(Uuid{}), status, 0, std::move(reason), code};
}

}  // namespace county
