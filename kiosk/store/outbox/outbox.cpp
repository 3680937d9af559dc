#include "store/outbox/outbox.h"

#include <sqlite3.h>

#include "shared/record/record.h"

namespace studio {
namespace {

// States are written out (0 waiting, 1 stored, 2 safe, 3 set aside) because a partial index is
// used only where its condition stands in the statement.
constexpr const char* kInsertRecord =
    "INSERT INTO outbox (id, kind, urgent, stream, seq, previous, digest, key_id, signature, "
    "header, sealed, keep, state, acked, withdrawn, reason, serial, receipt, reading_key, made_at, "
    "received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kPick =
    "SELECT header, stream, seq, previous, key_id, signature, sealed, id FROM outbox "
    "WHERE state = 0 ORDER BY urgent DESC, row";
#define ENTRY_COLUMNS                                                                             \
  "SELECT row, id, urgent, header, state, withdrawn, receipt, reading_key, made_at, received_at " \
  "FROM outbox "
constexpr const char* kByReceipt = ENTRY_COLUMNS "WHERE receipt = ?";
constexpr const char* kById = ENTRY_COLUMNS "WHERE id = ?";
#undef ENTRY_COLUMNS
// 1: a request.
constexpr const char* kReadable =
    "SELECT id, header, sealed, receipt, made_at FROM outbox "
    "WHERE kind = 1 AND keep = 1 AND withdrawn = 0 AND sealed IS NOT NULL AND receipt IS NOT NULL "
    "ORDER BY row DESC";
constexpr const char* kIsReadable =
    "SELECT 1 FROM outbox WHERE row = ? AND kind = 1 AND keep = 1 AND withdrawn = 0 AND "
    "sealed IS NOT NULL";
constexpr const char* kRequestsSince =
    "SELECT receipt, made_at FROM outbox "
    "WHERE receipt IS NOT NULL AND kind = 1 AND withdrawn = 0 AND made_at >= ?";
// 3 and 6: information and activities.
constexpr const char* kReadableWritings =
    "SELECT id, header, sealed, made_at, state FROM outbox "
    "WHERE kind IN (3, 6) AND keep = 1 AND withdrawn = 0 AND sealed IS NOT NULL ORDER BY row DESC";
constexpr const char* kReadableWriting =
    "SELECT id, header, sealed, made_at, state FROM outbox "
    "WHERE id = ? AND kind IN (3, 6) AND keep = 1 AND withdrawn = 0 AND sealed IS NOT NULL";
constexpr const char* kDigestAt = "SELECT digest FROM outbox WHERE stream = ? AND seq = ?";
constexpr const char* kMarkStoredRecord =
    "UPDATE outbox SET state = 1, acked = 1, reason = NULL, serial = ?, "
    "received_at = max(received_at, ?) WHERE row = ?";
constexpr const char* kMarkSetAsideRecord = "UPDATE outbox SET state = 3, reason = ? WHERE row = ?";
constexpr const char* kMarkWithdrawn =
    "UPDATE outbox SET withdrawn = 1, keep = 0, "
    "sealed = CASE WHEN state = 1 THEN sealed END WHERE row = ?";
constexpr const char* kMarkSafeRecord =
    "UPDATE outbox SET state = 2, sealed = CASE WHEN keep THEN sealed END WHERE row IN "
    "(SELECT row FROM outbox WHERE state = 1 AND serial BETWEEN 1 AND ? ORDER BY serial LIMIT ?)";
constexpr const char* kResendUnsafeRecord =
    "UPDATE outbox SET state = 0, serial = NULL WHERE row IN "
    "(SELECT row FROM outbox WHERE state = 1)";
constexpr const char* kToReplace =
    "SELECT row, header FROM outbox WHERE state = 0 AND acked = 0 ORDER BY row";
constexpr const char* kReplace =
    "UPDATE outbox SET stream = ?, seq = ?, previous = ?, key_id = ?, signature = ? WHERE row = ?";
constexpr const char* kSummary = "SELECT waiting, waiting_requests, set_aside FROM tally";

// Damage inside a value is invisible to SQLite, and an entry that its ack cannot find again would
// be sent without end. The signature is left to the county, which sets such a record aside.
void ProveIntact(const BatchEntry& entry, const Uuid& id) {
  const auto header = DecodeRecordHeader(entry.header);
  if (!header || header->id != id ||
      (entry.sealed && HashOfSealed(*entry.sealed) != header->sealed_hash)) {
    throw SQLite::Exception("a waiting record is damaged", SQLITE_CORRUPT);
  }
}

}  // namespace

ReceiptStatus OutboxEntry::Status() const {
  ReceiptStatus status{receipt, ReceiptState::kWaiting, made_at_ms, received_at_ms};
  if (withdrawn) {
    status.state = ReceiptState::kWithdrawn;
  } else if (state == OutboxState::kSetAside) {
    status.state = ReceiptState::kSetAside;
  } else if (received_at_ms != 0) {
    // Also while it is sent again to a county that was restored: it did receive it.
    status.state = ReceiptState::kReceived;
  }
  return status;
}

void Outbox::Add(const OutboxRow& row) {
  Kept kept;
  kept.row = row;
  TakeOver(kept);
}

bool Outbox::TakeOver(const Kept& kept) {
  const auto header = DecodeRecordHeader(kept.row.header);
  if (!header || ById(header->id)) return false;
  const Digest digest = DigestOfHeader(kept.row.header);
  const bool new_place = kept.state == OutboxState::kWaiting && !kept.acked;
  if (!new_place && DigestAt(kept.place.place.stream, kept.place.place.seq)) return false;
  const SignedPlace place = new_place ? streams_.Append(digest) : kept.place;
  Query(connection_, kInsertRecord)
      .Add(header->id)
      .Add(static_cast<std::int64_t>(header->kind))
      .Add(std::int64_t{header->urgent})
      .Add(place.place.stream)
      .Add(static_cast<std::int64_t>(place.place.seq))
      .Add(ByteView(place.place.previous))
      .Add(ByteView(digest))
      .Add(ByteView(place.key))
      .Add(ByteView(place.signature))
      .Add(ByteView(kept.row.header))
      .Add(kept.row.sealed)
      .Add(std::int64_t{kept.row.keep})
      .Add(static_cast<std::int64_t>(kept.state))
      .Add(std::int64_t{kept.acked})
      .Add(std::int64_t{kept.withdrawn})
      .Add(kept.reason)
      .Add(kept.serial)
      .Add(kept.row.receipt)
      .Add(kept.row.reading_key)
      .Add(kept.row.made_at_ms != 0 ? kept.row.made_at_ms : header->clock.wall_ms)
      .Add(kept.received_at_ms)
      .Run();
  return true;
}

void Outbox::PickWaiting(const std::function<bool(BatchEntry)>& take) {
  Query query(connection_, kPick);
  while (query.Step()) {
    BatchEntry entry;
    entry.header = query.Blob(0);
    entry.place.place.stream = query.Id(1);
    entry.place.place.seq = static_cast<std::uint64_t>(query.Int(2));
    entry.place.place.previous = query.Array<32>(3);
    entry.place.key = query.Array<8>(4);
    entry.place.signature = query.Array<64>(5);
    if (!query.IsNull(6)) entry.sealed = query.Blob(6);
    ProveIntact(entry, query.Id(7));
    if (!take(std::move(entry))) return;
  }
}

std::optional<OutboxEntry> Outbox::Read(Query& query) {
  if (!query.Step()) return std::nullopt;
  OutboxEntry entry;
  entry.row = query.Int(0);
  entry.id = query.Id(1);
  entry.urgent = query.Int(2) != 0;
  entry.header = query.Blob(3);
  entry.state = static_cast<OutboxState>(query.Int(4));
  entry.withdrawn = query.Int(5) != 0;
  entry.receipt = query.Text(6);
  entry.reading_key = query.Blob(7);
  entry.made_at_ms = query.Int(8);
  entry.received_at_ms = query.Int(9);
  return entry;
}

std::optional<OutboxEntry> Outbox::ByReceipt(const std::string& number) {
  Query query(connection_, kByReceipt);
  query.Add(number);
  return Read(query);
}

std::optional<OutboxEntry> Outbox::ById(const Uuid& id) {
  Query query(connection_, kById);
  query.Add(id);
  return Read(query);
}

std::vector<SealedRequest> Outbox::ReadableRequests() {
  std::vector<SealedRequest> out;
  Query query(connection_, kReadable);
  while (query.Step())
    out.push_back({query.Id(0), query.Blob(1), query.Blob(2), query.Text(3), query.Int(4)});
  return out;
}

std::vector<NumberedRequest> Outbox::RequestsSince(std::int64_t county_ms) {
  std::vector<NumberedRequest> out;
  Query query(connection_, kRequestsSince);
  query.Add(county_ms);
  while (query.Step()) out.push_back({query.Text(0), query.Int(1)});
  return out;
}

bool Outbox::IsReadable(std::int64_t row) {
  Query query(connection_, kIsReadable);
  query.Add(row);
  return query.Step();
}

namespace {

SealedWriting WritingAt(Query& query) {
  return {query.Id(0), query.Blob(1), query.Blob(2), query.Int(3),
          static_cast<OutboxState>(query.Int(4))};
}

}  // namespace

std::vector<SealedWriting> Outbox::ReadableWritings() {
  std::vector<SealedWriting> out;
  Query query(connection_, kReadableWritings);
  while (query.Step()) out.push_back(WritingAt(query));
  return out;
}

std::optional<SealedWriting> Outbox::ReadableWriting(const Uuid& id) {
  Query query(connection_, kReadableWriting);
  query.Add(id);
  return query.Step() ? std::optional(WritingAt(query)) : std::nullopt;
}

std::optional<Digest> Outbox::DigestAt(const Uuid& stream, std::uint64_t seq) {
  Query query(connection_, kDigestAt);
  query.Add(stream).Add(static_cast<std::int64_t>(seq));
  if (!query.Step()) return std::nullopt;
  return query.Array<32>(0);
}

void Outbox::MarkStored(std::int64_t row, std::uint64_t serial, std::int64_t received_at_ms) {
  Query(connection_, kMarkStoredRecord)
      .Add(static_cast<std::int64_t>(serial))
      .Add(received_at_ms)
      .Add(row)
      .Run();
}

void Outbox::MarkSetAside(std::int64_t row, const std::string& reason) {
  Query(connection_, kMarkSetAsideRecord).Add(reason).Add(row).Run();
}

void Outbox::MarkWithdrawn(std::int64_t row) { Query(connection_, kMarkWithdrawn).Add(row).Run(); }

int Outbox::MarkSafe(std::uint64_t safe_serial, int limit) {
  return Query(connection_, kMarkSafeRecord)
      .Add(static_cast<std::int64_t>(safe_serial))
      .Add(std::int64_t{limit})
      .Run();
}

int Outbox::ResendUnsafe() { return Query(connection_, kResendUnsafeRecord).Run(); }

void Outbox::Replace() {
  std::vector<std::pair<std::int64_t, Digest>> waiting;
  {
    Query query(connection_, kToReplace);
    while (query.Step()) waiting.emplace_back(query.Int(0), DigestOfHeader(query.Blob(1)));
  }
  for (const auto& [row, digest] : waiting) {
    const SignedPlace place = streams_.Append(digest);
    Query(connection_, kReplace)
        .Add(place.place.stream)
        .Add(static_cast<std::int64_t>(place.place.seq))
        .Add(ByteView(place.place.previous))
        .Add(ByteView(place.key))
        .Add(ByteView(place.signature))
        .Add(row)
        .Run();
  }
}

OutboxSummary Outbox::Summary() {
  Query query(connection_, kSummary);
  if (!query.Step()) return {};
  return {static_cast<int>(query.Int(0)), static_cast<int>(query.Int(1)),
          static_cast<int>(query.Int(2))};
}

std::vector<std::string> HotStatements() {
  return {kInsertRecord,       kPick,
          kByReceipt,          kById,
          kDigestAt,           kMarkStoredRecord,
          kMarkSetAsideRecord, kMarkWithdrawn,
          kMarkSafeRecord,     kSummary,
          kReadable,           kIsReadable,
          kReadableWritings,   kReadableWriting,
          kRequestsSince};
}

}  // namespace studio
