#include "store/rows/cases.h"

#include <algorithm>

namespace studio {
namespace {

std::optional<CaseStatus> StatusOf(Tables& tables, const ReceiptNumber& number,
                                   const std::optional<StatusWord>& word) {
  return word ? word->status : tables.registry.StatusOf(number.digits());
}

bool IsKeyOf(const OutboxEntry& entry, const BoxPublicKey& key) {
  return ToArray<32>(std::optional(entry.reading_key)) == key.bytes;
}

bool IsWish(const OutboxEntry& entry) {
  const auto header = DecodeRecordHeader(entry.header);
  return header && header->kind == RecordKind::kWish;
}

// What the slip's key opens. kDenied: it is the key of nothing here. kMalformed: the county's
// answer is all there is, and it cannot be judged by.
Result<TrackedCase> Look(Tables& tables, const ReceiptNumber& number,
                         const std::optional<StatusWord>& word, const BoxKeyPair& key) {
  TrackedCase found;
  found.number = number.digits();
  found.live = word.has_value();
  const auto entry = tables.outbox.ByReceipt(found.number);
  if (entry && IsKeyOf(*entry, key.Public())) found.here = entry->Status();
  if (const auto status = StatusOf(tables, number, word)) {
    auto answer = OpenAnswer(number, status->sealed, key);
    if (answer) {
      found.answer = std::move(*answer);
    } else if (!found.here && answer.error().kind != ErrorKind::kNotForUs) {
      return tl::unexpected(answer.error());
    }
  }
  if (!found.here && !found.answer) return Fail(ErrorKind::kDenied, "not the code of that number");
  found.as_of_ms = word ? word->county_time_ms : tables.registry.AsOfMs();
  found.as_of_ms = found.AsOfMs();
  found.wish = found.answer ? found.answer->wish : IsWish(*entry);
  if (found.answer) {
    tables.said.Settle(found.number, *found.answer);
    found.said_here = tables.said.Has(found.number, found.answer->round);
  }
  if (found.here && !found.wish) {
    for (const KeptReply& kept : tables.member_replies.Of(found.number)) {
      if (const auto said = OpenAnswer(number, kept.for_slip, key); said && !said->course.empty())
        found.said_at_desk.push_back(said->course.front());
    }
  }
  const int granted = found.answer ? found.answer->round : 0;
  found.confirmed_here = tables.said.Has(found.number, SaidHere::Confirmed(granted));
  found.not_yet_here = tables.said.Has(found.number, SaidHere::NotYet(granted));
  return found;
}

void Uncount(Tables& tables, const std::string& number, const TrackTry& attempt) {
  if (tables.code_locks.Of(number) != attempt.counted) return;
  if (attempt.before.failures == 0) return tables.code_locks.Clear(number);
  tables.code_locks.Keep(number, attempt.before, attempt.county_ms);
}

}  // namespace

Result<TrackTry> BeginTrack(Tables& tables, const ReceiptNumber& number,
                            const std::optional<StatusWord>& word, const Moment& now,
                            const Uuid& boot, std::int64_t county_ms) {
  if (word && word->number != number.digits()) {
    return Fail(ErrorKind::kNotForUs, "the county's word is about another number");
  }
  TrackTry attempt;
  // By the county's clock where this machine's is behind, so that no lock is swept early.
  attempt.county_ms = std::max(county_ms, tables.registry.AsOfMs());
  if (!StatusOf(tables, number, word) && !tables.outbox.ByReceipt(number.digits())) return attempt;
  Change change(*tables.connection);
  const PinLock kept = tables.code_locks.Of(number.digits());
  attempt.before = kept.Anchored(now.monotonic_ms, boot);
  const std::int64_t wait_ms = attempt.before.WaitFrom(now.monotonic_ms, boot);
  if (wait_ms > 0) {
    if (attempt.before != kept) {
      tables.code_locks.Keep(number.digits(), attempt.before, attempt.county_ms);
    }
    attempt.refused.outcome = TrackReply::Outcome::kTooSoon;
    attempt.refused.wait_ms = wait_ms;
  } else {
    attempt.counted = attempt.before.AfterFailure(now.monotonic_ms, boot, PinLock::kOfCode);
    tables.code_locks.Keep(number.digits(), attempt.counted, attempt.county_ms);
    attempt.allowed = true;
  }
  change.Commit();
  return attempt;
}

Result<TrackReply> EndTrack(Tables& tables, const ReceiptNumber& number,
                            const std::optional<StatusWord>& word, const TrackTry& attempt,
                            const Result<BoxKeyPair>& key) {
  Change change(*tables.connection);
  auto found =
      key.and_then([&](const BoxKeyPair& pair) { return Look(tables, number, word, pair); });
  TrackReply reply;
  if (found) {
    tables.code_locks.Clear(number.digits());
    reply.outcome = TrackReply::Outcome::kFound;
    reply.found = std::move(*found);
  } else if (found.error().kind == ErrorKind::kDenied) {
    reply.outcome = TrackReply::Outcome::kWrongCode;
    reply.wait_ms = attempt.counted.wait_ms;
  } else {
    Uncount(tables, number.digits(), attempt);
  }
  change.Commit();
  if (!found && found.error().kind != ErrorKind::kDenied) return tl::unexpected(found.error());
  return reply;
}

}  // namespace studio
