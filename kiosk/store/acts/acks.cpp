#include "store/acts/acks.h"

#include "store/acts/duty_records.h"
#include "store/outbox/refusals.h"
#include "store/rows/requests.h"

namespace studio {
namespace {

constexpr const char* kReadCounty = "SELECT ledger, safe_serial FROM county";
constexpr const char* kNoteCounty = "UPDATE county SET ledger = ?, safe_serial = ?, heard_ms = ?";
constexpr int kSafeAtOnce = 1000;

void ApplyAnswer(Tables& tables, const RecordMaker& maker, const RecordAnswer& answer,
                 std::int64_t received_at_ms, AckEffect& effect) {
  const auto before = tables.outbox.ById(answer.id);
  if (!before || before->state == OutboxState::kStored || before->state == OutboxState::kSafe) {
    return;
  }
  const bool kept =
      answer.status == RecordStatus::kStored || answer.status == RecordStatus::kDuplicate;
  if (kept) {
    tables.outbox.MarkStored(before->row, answer.serial, received_at_ms);
    if (before->state == OutboxState::kSetAside) {
      ForgetRefusal(*tables.connection, answer.id.bytes);
      tables.attachments.TakeUpAgain(before->row);
    }
  } else if (before->state == OutboxState::kWaiting) {
    const std::string reason = std::string(NameOf(answer.status)) + ": " + answer.reason;
    tables.outbox.MarkSetAside(before->row, reason);
    KeepRefusal(*tables.connection, answer.id.bytes, answer.code);
    effect.set_aside.emplace_back(answer.id, reason);
    tables.attachments.SetRecordAside(before->row);
  }
  if (before->receipt.empty()) return;
  const auto after = tables.outbox.ById(answer.id);
  if (after->Status().state != before->Status().state)
    effect.receipts.push_back(ReceiptOf(*after, maker));
}

// Whether the county holds, on the stream in use, what this database never put there: the disk
// is an older copy of itself, or a copy of it runs elsewhere.
bool CountyKnowsOther(Tables& tables, const StreamState& current, const StreamHead& county) {
  if (county.seq == 0) return false;
  if (county.seq > current.head.seq) return true;
  const auto ours = tables.outbox.DigestAt(current.opening.stream, county.seq);
  return !ours || *ours != county.digest;
}

}  // namespace

AckEffect ApplyAck(Tables& tables, const RecordMaker& maker, const Ack& ack) {
  AckEffect effect;
  Change change(*tables.connection);
  const StreamState current = tables.streams.Current();
  const bool about_current = ack.stream == current.opening.stream;

  // Another ledger, or one with less of the stream or in fewer backups than it said before: a
  // county that was restored or lost something gets the difference again.
  bool lost = about_current && ack.stream_count < current.county_count;
  {
    Query county(*tables.connection, kReadCounty);
    if (county.Step() && !county.IsNull(0)) {
      lost = lost || county.Id(0) != ack.ledger ||
             static_cast<std::int64_t>(ack.safe_serial) < county.Int(1);
    }
  }
  if (lost) {
    const int again = tables.outbox.ResendUnsafe() + tables.attachments.ResendUnsafe();
    effect.outcome.resending = again > 0;
  }
  Query(*tables.connection, kNoteCounty)
      .Add(ack.ledger)
      .Add(static_cast<std::int64_t>(ack.safe_serial))
      .Add(ack.county_time_ms)
      .Run();

  const std::int64_t received_at_ms = ack.county_time_ms > 0 ? ack.county_time_ms : maker.WallMs();
  for (const RecordAnswer& answer : ack.answers) {
    ApplyAnswer(tables, maker, answer, received_at_ms, effect);
  }
  const int safe = tables.outbox.MarkSafe(ack.safe_serial, kSafeAtOnce);
  const int safe_files = tables.attachments.MarkSafe(ack.safe_serial, kSafeAtOnce);
  effect.erased = safe > 0;
  effect.more_safe = safe == kSafeAtOnce || safe_files == kSafeAtOnce;

  if (about_current) {
    tables.streams.NoteCountyCount(ack.stream, ack.stream_count);
    if (CountyKnowsOther(tables, current, ack.stream_head)) {
      tables.streams.Succeed(ack.stream_head);
      tables.outbox.Replace();
      effect.outcome.moved_to_new_stream = true;
    }
  }
  tables.pin_locks.Learn(ack.pins, maker.Now().monotonic_ms, maker.boot());
  tables.pending.NoteAck(ack.county_time_ms);
  effect.roster_changed = tables.pending.Settle(tables.duty, 0);
  tables.wish_acts.NoteAck(ack.county_time_ms);
  // The county says that nothing newer came of these records.
  const bool all_read = tables.registry.IsAt(ack.feed_cursor);
  tables.wish_acts.Settle(tables.registry, all_read ? ack.county_time_ms : 0, ack.county_time_ms);
  tables.own_deeds.Settle(all_read ? ack.county_time_ms : 0);
  if (tables.registry.NoteCurrent(ack.feed_cursor, ack.county_time_ms)) ForgetOldDuty(tables);
  effect.outcome.still_waiting = static_cast<std::size_t>(tables.outbox.Summary().waiting);
  change.Commit();
  return effect;
}

bool SweepSafe(Tables& tables) {
  Change change(*tables.connection);
  std::int64_t safe_serial = 0;
  {
    Query county(*tables.connection, kReadCounty);
    if (county.Step()) safe_serial = county.Int(1);
  }
  const auto serial = static_cast<std::uint64_t>(safe_serial);
  const int safe = tables.outbox.MarkSafe(serial, kSafeAtOnce);
  const int safe_files = tables.attachments.MarkSafe(serial, kSafeAtOnce);
  change.Commit();
  return safe == kSafeAtOnce || safe_files == kSafeAtOnce;
}

Result<bool> ApplyAttachmentAck(Tables& tables, const AttachmentAck& ack) {
  Change change(*tables.connection);
  {
    Query county(*tables.connection, kReadCounty);
    if (!county.Step() || county.IsNull(0) || county.Id(0) != ack.ledger) {
      return Fail(ErrorKind::kConflict, "the attachment is in another ledger than the records");
    }
  }
  if (!tables.attachments.MarkStored(ack.digest, ack.serial)) {
    return Fail(ErrorKind::kNotFound, "the attachment no longer waits");
  }
  if (ack.serial <= ack.safe_serial) tables.attachments.MarkSafe(ack.safe_serial, kSafeAtOnce);
  change.Commit();
  return true;
}

}  // namespace studio
