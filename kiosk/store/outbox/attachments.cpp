#include "store/outbox/attachments.h"

#include <set>

#include "store/outbox/refusals.h"

namespace studio {
namespace {

// States are written out (0 waiting, 1 stored, 2 safe, 3 set aside) because a partial index is
// used only where its condition stands in the statement.
constexpr const char* kInsertAttachment =
    "INSERT INTO attachment (digest, record, bytes, state, reason) VALUES (?, ?, ?, ?, ?)";
constexpr const char* kIsKnownAttachment = "SELECT 1 FROM attachment WHERE digest = ?";
constexpr const char* kIsNamed =
    "SELECT 1 FROM attachment JOIN outbox ON outbox.row = attachment.record "
    "WHERE attachment.digest = ?1 AND (attachment.state <> 2 OR outbox.keep) "
    "UNION ALL SELECT 1 FROM draft_file WHERE digest = ?1";
constexpr const char* kFilesOfDraft = "SELECT digest FROM draft_file WHERE mark = ?";
constexpr const char* kHoldForDraft =
    "INSERT OR REPLACE INTO draft_file (digest, mark) VALUES (?, ?)";
constexpr const char* kLetGoOfFile = "DELETE FROM draft_file WHERE digest = ?";
constexpr const char* kOldestAttachment =
    "SELECT digest, bytes FROM attachment WHERE state = 0 ORDER BY row LIMIT 1";
constexpr const char* kEachWaiting =
    "SELECT digest, bytes FROM attachment WHERE state = 0 ORDER BY row";
constexpr const char* kMarkStoredAttachment =
    "UPDATE attachment SET state = 1, serial = ? WHERE digest = ? AND state = 0";
constexpr const char* kMarkSetAsideAttachment =
    "UPDATE attachment SET state = 3, reason = ? WHERE digest = ? AND state = 0";
constexpr const char* kSetRecordAside =
    "UPDATE attachment SET state = 3, reason = ? WHERE record = ? AND state = 0";
constexpr const char* kRefuseWithRecord =
    "INSERT OR REPLACE INTO refusal (of, code) SELECT digest, ? FROM attachment WHERE record = ? "
    "AND "
    "state = 0";
constexpr const char* kTakeUpAgain =
    "UPDATE attachment SET state = 0, reason = NULL WHERE record = ? AND state = 3";
constexpr const char* kMarkSafeAttachment =
    "UPDATE attachment SET state = 2 WHERE row IN (SELECT row FROM attachment WHERE state = 1 "
    "AND serial BETWEEN 1 AND ? ORDER BY serial LIMIT ?) "
    "RETURNING digest, (SELECT keep FROM outbox WHERE outbox.row = attachment.record)";
constexpr const char* kResendUnsafeAttachment =
    "UPDATE attachment SET state = 0, serial = NULL WHERE row IN "
    "(SELECT row FROM attachment WHERE state = 1)";
constexpr const char* kWithdraw = "DELETE FROM attachment WHERE record = ? RETURNING digest";

const std::string kRecordSetAside = "its record was set aside";
const std::string kFileGone = "its file is gone";

}  // namespace

std::string_view NameOf(AttachmentState state) {
  switch (state) {
    case AttachmentState::kWaiting:
      return "waiting";
    case AttachmentState::kStored:
      return "stored";
    case AttachmentState::kSafe:
      return "safe";
    case AttachmentState::kSetAside:
      return "set_aside";
  }
  return "unknown";
}

void Attachments::Insert(std::int64_t record, const Digest& digest, std::uint64_t bytes,
                         const std::optional<std::string>& set_aside) {
  const auto state = set_aside ? AttachmentState::kSetAside : AttachmentState::kWaiting;
  Query(connection_, kInsertAttachment)
      .Add(ByteView(digest))
      .Add(record)
      .Add(static_cast<std::int64_t>(bytes))
      .Add(static_cast<std::int64_t>(state))
      .Add(set_aside)
      .Run();
}

Result<bool> Attachments::Add(std::int64_t record, std::span<const AttachmentRef> refs) {
  for (const AttachmentRef& ref : refs) {
    const auto bytes = folder_.SizeOf(ref.digest);
    if (!bytes) return Fail(ErrorKind::kNotFound, "an attachment's file is gone");
    {
      Query known(connection_, kIsKnownAttachment);
      known.Add(ByteView(ref.digest));
      if (known.Step()) return Fail(ErrorKind::kConflict, "the attachment is another record's");
    }
    Insert(record, ref.digest, *bytes, std::nullopt);
  }
  return true;
}

void Attachments::TakeOver(const OutboxEntry& record, std::span<const Digest> digests) {
  if (record.withdrawn) return;
  for (const Digest& digest : digests) {
    const auto bytes = folder_.SizeOf(digest);
    // Of what the county has already, a missing file was erased once it was safe.
    if (!bytes && record.state != OutboxState::kWaiting) continue;
    {
      Query known(connection_, kIsKnownAttachment);
      known.Add(ByteView(digest));
      if (known.Step()) continue;
    }
    std::optional<std::string> set_aside;
    if (!bytes) set_aside = kFileGone;
    if (record.state == OutboxState::kSetAside) set_aside = kRecordSetAside;
    Insert(record.row, digest, bytes.value_or(0), set_aside);
    if (set_aside) {
      KeepRefusal(connection_, digest,
                  set_aside == kFileGone ? Refusal::kFileGone : Refusal::kRecordRefused);
    }
  }
}

void Attachments::HoldForDraft(const std::string& mark, std::span<const AttachmentRef> refs) {
  std::set<Digest> before, now;
  {
    Query query(connection_, kFilesOfDraft);
    query.Add(mark);
    while (query.Step()) before.insert(query.Array<32>(0));
  }
  for (const AttachmentRef& ref : refs) now.insert(ref.digest);
  for (const Digest& digest : now) {
    if (before.count(digest) == 0)
      Query(connection_, kHoldForDraft).Add(ByteView(digest)).Add(mark).Run();
  }
  for (const Digest& digest : before) {
    if (now.count(digest) != 0) continue;
    Query(connection_, kLetGoOfFile).Add(ByteView(digest)).Run();
    if (!IsNamed(digest)) erased_.push_back(digest);
  }
}

std::vector<AttachmentRef> Attachments::Present(std::span<const AttachmentRef> refs) const {
  std::vector<AttachmentRef> out;
  for (const AttachmentRef& ref : refs) {
    if (folder_.SizeOf(ref.digest)) out.push_back(ref);
  }
  return out;
}

bool Attachments::IsNamed(const Digest& digest) {
  Query query(connection_, kIsNamed);
  query.Add(ByteView(digest));
  return query.Step();
}

std::optional<WaitingAttachment> Attachments::Oldest() {
  Query query(connection_, kOldestAttachment);
  if (!query.Step()) return std::nullopt;
  return WaitingAttachment{query.Array<32>(0), static_cast<std::uint64_t>(query.Int(1))};
}

void Attachments::EachWaiting(const std::function<bool(const WaitingAttachment&)>& take) {
  Query query(connection_, kEachWaiting);
  while (query.Step()) {
    if (!take({query.Array<32>(0), static_cast<std::uint64_t>(query.Int(1))})) return;
  }
}

bool Attachments::MarkStored(const Digest& digest, std::uint64_t serial) {
  return Query(connection_, kMarkStoredAttachment)
             .Add(static_cast<std::int64_t>(serial))
             .Add(ByteView(digest))
             .Run() > 0;
}

bool Attachments::MarkSetAside(const Digest& digest, Refusal code, const std::string& reason) {
  const bool waited =
      Query(connection_, kMarkSetAsideAttachment).Add(reason).Add(ByteView(digest)).Run() > 0;
  if (waited) KeepRefusal(connection_, digest, code);
  return waited;
}

void Attachments::SetRecordAside(std::int64_t record) {
  Query(connection_, kRefuseWithRecord).Add(NameOf(Refusal::kRecordRefused)).Add(record).Run();
  Query(connection_, kSetRecordAside).Add(kRecordSetAside).Add(record).Run();
}

void Attachments::TakeUpAgain(std::int64_t record) {
  Query(connection_, kTakeUpAgain).Add(record).Run();
}

int Attachments::MarkSafe(std::uint64_t safe_serial, int limit) {
  Query query(connection_, kMarkSafeAttachment);
  query.Add(static_cast<std::int64_t>(safe_serial)).Add(std::int64_t{limit});
  int safe = 0;
  for (; query.Step(); ++safe) {
    if (query.Int(1) == 0) erased_.push_back(query.Array<32>(0));
  }
  return safe;
}

int Attachments::ResendUnsafe() { return Query(connection_, kResendUnsafeAttachment).Run(); }

void Attachments::Withdraw(std::int64_t record) {
  Query query(connection_, kWithdraw);
  query.Add(record);
  while (query.Step()) erased_.push_back(query.Array<32>(0));
}

std::vector<std::string> HotAttachmentStatements() {
  return {kInsertAttachment, kIsKnownAttachment,    kIsNamed,
          kOldestAttachment, kMarkStoredAttachment, kMarkSetAsideAttachment,
          kSetRecordAside,   kTakeUpAgain,          kMarkSafeAttachment,
          kWithdraw,         kFilesOfDraft,         kHoldForDraft,
          kLetGoOfFile};
}

}  // namespace studio
