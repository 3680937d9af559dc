#include "store/acts/duty_records.h"

#include "app/base/clock.h"
#include "shared/base/time_units.h"

namespace studio {
namespace {

constexpr std::int64_t kCodeLocksMs = 7 * kDayMs;
constexpr std::int64_t kComingsMs = kAttendanceDays * kDayMs;

// What is sealed can never be looked at again here, so it is read back before. The record's id.
template <class T>
Result<Uuid> AddRecord(Tables& tables, const RecordMaker& maker, const Readers& readers,
                       RecordKind kind, const T& body, Result<T> (*read)(std::string_view),
                       bool urgent = false) {
  const std::string text = ToJson(body);
  if (auto back = read(text); !back) return Fail(ErrorKind::kInvalid, back.error().detail);
  const auto row = maker.Make({kind}, urgent, text, readers);
  if (!row) return tl::unexpected(row.error());
  tables.outbox.Add(*row);
  return DecodeRecordHeader(row->header)->id;
}

// When they came, where only the feed knows it: their check-in was made elsewhere, or before this
// database.
std::int64_t ToldComing(Tables& tables, const CheckInBody& body) {
  const std::string today = LocalTime::At(body.at_ms).Date();
  const std::string before = LocalTime::At(body.at_ms - kLongestStayMs).Date();
  std::int64_t in_ms = 0;
  for (const AttendanceLine& line : tables.duty.Attendance(before, today)) {
    const bool theirs = line.member == body.member && line.shift == body.shift &&
                        line.studio == body.studio && line.out_ms == 0;
    if (theirs) in_ms = line.in_ms;
  }
  return in_ms;
}

void PutComing(Tables& tables, const CheckInBody& body, Attendance& coming) {
  const std::int64_t told_ms = ToldComing(tables, body);
  if (told_ms == 0) return;
  coming.in_ms = told_ms;
  coming.date = body.shift.empty() ? LocalTime::At(told_ms).Date() : body.date;
}

}  // namespace

Result<bool> FileCheckIn(Tables& tables, const RecordMaker& maker, const Readers& readers,
                         const CheckInBody& body, const std::optional<BadgeNonce>& live_code,
                         std::int64_t code_until_s) {
  Change change(*tables.connection);
  if (live_code && !tables.live_codes.Use(*live_code, code_until_s)) {
    return Fail(ErrorKind::kConflict, "the live code was used before");
  }
  const auto record =
      AddRecord(tables, maker, readers, RecordKind::kCheckIn, body, &CheckInBodyFromJson);
  if (!record) return tl::unexpected(record.error());
  tables.kept_times.Keep(maker.time(), maker.Now());
  Attendance coming{body.shift, body.member, body.studio,      body.date,
                    body.at_ms, 0,           body.stand_in_for};
  if (body.visit == "out") coming.visit_ms = body.at_ms;
  if (body.visit == "back") coming.back_ms = body.at_ms;
  const bool said_of_visit = coming.visit_ms + coming.back_ms > 0;
  if (said_of_visit &&
      tables.comings.Visited(body.member, body.shift, coming.visit_ms, coming.back_ms)) {
    change.Commit();
    return true;
  }
  if (!body.out) {
    // Who says where they are has come before, and the feed knows when.
    if (said_of_visit) PutComing(tables, body, coming);
    tables.comings.Came(coming, *record);
  } else if (!tables.comings.Went(body.member, body.shift, body.at_ms)) {
    coming.out_ms = body.at_ms;
    coming.in_ms = 0;
    PutComing(tables, body, coming);
    tables.comings.Came(coming, *record);
  }
  change.Commit();
  return true;
}

Result<bool> FileHandover(Tables& tables, const RecordMaker& maker, const Readers& readers,
                          const HandoverBody& body) {
  if (!body.confirms.empty())
    return Fail(ErrorKind::kInvalid, "a handover that is left confirms none");
  Change change(*tables.connection);
  const auto record = AddRecord(tables, maker, readers, RecordKind::kHandover, body,
                                &HandoverBodyFromJson, body.danger);
  if (!record) return tl::unexpected(record.error());
  const auto sealed = KeptHandover::Seal(*record, body, readers.studio);
  if (!sealed) return tl::unexpected(sealed.error());
  tables.handovers.Leave(*record, body, *sealed, maker.CountyMs());
  change.Commit();
  return true;
}

Result<bool> FileConfirmation(Tables& tables, const RecordMaker& maker, const Readers& readers,
                              const std::string& record, const std::string& member) {
  const auto id = Uuid::Parse(record);
  if (!id) return Fail(ErrorKind::kInvalid, "not a handover's record: " + record);
  Change change(*tables.connection);
  HandoverBody body;
  if (const auto left = tables.handovers.Newest(); left && left->record == record) {
    body.shift = left->shift;
    body.date = left->date;
  }
  body.member = member;
  body.studio = maker.studio();
  body.confirms = record;
  const auto added =
      AddRecord(tables, maker, readers, RecordKind::kHandover, body, &HandoverBodyFromJson);
  if (!added) return tl::unexpected(added.error());
  (void)tables.handovers.Confirm(*id);
  change.Commit();
  return true;
}

Result<bool> FileRosterChanges(Tables& tables, const RecordMaker& maker, const Readers& readers,
                               std::vector<RosterChangeBody> bodies) {
  Change change(*tables.connection);
  for (RosterChangeBody& body : bodies) {
    if (body.kind == "put" && body.shift.empty() && body.saw_version == 0) {
      body.shift = Uuid::V7(maker.WallMs()).ToString();
    }
    const auto record = AddRecord(tables, maker, readers, RecordKind::kRosterChange, body,
                                  &RosterChangeBodyFromJson);
    if (!record) return tl::unexpected(record.error());
    // Why is for the studio's key alone; it comes back on the feed.
    body.reason.clear();
    tables.pending.Add(*record, body, maker.WallMs());
  }
  change.Commit();
  return true;
}

void ForgetOldDuty(Tables& tables) {
  const std::int64_t county_ms = tables.registry.AsOfMs();
  tables.live_codes.Forget(county_ms);
  const std::string oldest = LocalTime::At(county_ms - kComingsMs).Date();
  tables.comings.Forget(oldest);
  tables.removed_shifts.Forget(oldest);
  tables.handovers.Forget(county_ms - kKeptHandoverMs);
  for (const std::string& mark : tables.desk_drafts.Forget(county_ms - kDeskDraftMs))
    tables.attachments.LetGoOfDraft(mark);
  tables.member_replies.Forget(county_ms - kMemberReplyMs);
  tables.code_locks.Forget(county_ms - kCodeLocksMs);
}

}  // namespace studio
