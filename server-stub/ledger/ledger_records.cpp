#include "server/ledger/ledger_records.h"

#include "server/ledger/ledger_attachments.h"
#include "server/ledger/ledger_query.h"

namespace county {

std::optional<KnownRecord> RecordLedger::FindRecord(const Uuid& id) const {
  Query query(*database_, "SELECT serial, digest, terminal FROM records WHERE id = ?", id);
  if (!query.Next()) return std::nullopt;
  return KnownRecord{query.Count(0), query.Array<32>(1), query.Number(2)};
}

std::uint64_t RecordLedger::AddRecord(const ArrivedRecord& record, std::int64_t now_ms) {
  const std::uint64_t serial = NextNumber("last_serial");
  Query(*database_,
        "INSERT INTO records (serial, id, digest, terminal, header, sealed, stream, seq, withdraws,"
        " arrived_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        serial, record.header.id, record.digest, record.header.terminal, record.header_bytes,
        record.sealed, record.place.stream, record.place.seq, record.withdraws, now_ms)
      .Run();
  if (record.sealed)
    AttachmentLedger(*database_)
        .Announce(serial, record.header.terminal, record.header.attachments);
  return serial;
}

void RecordLedger::AddRefusal(const Digest& digest, const std::optional<Uuid>& id,
                              TerminalNumber terminal, std::string_view reason,
                              std::int64_t now_ms) {
  Query(*database_,
        "INSERT INTO refusals (digest, terminal, id, reason, arrived_ms) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (digest, terminal) DO UPDATE SET id = excluded.id,"
        " reason = excluded.reason, arrived_ms = excluded.arrived_ms",
        digest, terminal, id, reason, now_ms)
      .Run();
}

bool RecordLedger::IsWithdrawn(const Uuid& id, TerminalNumber terminal) const {
  Query query(*database_, "SELECT 1 FROM records WHERE withdraws = ? AND terminal = ?", id,
              terminal);
  return query.Next();
}

void RecordLedger::AddOutcome(std::uint64_t serial, std::string_view outcome) {
  Query(*database_,
        "INSERT INTO outcomes (record, outcome) VALUES (?, ?)"
        " ON CONFLICT (record) DO UPDATE SET outcome = excluded.outcome",
        serial, outcome)
      .Run();
}

std::uint64_t RecordLedger::NewestSerial() const {
  return static_cast<std::uint64_t>(Number("last_serial"));
}

std::uint64_t RecordLedger::SafeSerial() const {
  Query query(*database_, "SELECT value FROM meta WHERE name = 'safe_serial'");
  return query.Next() ? query.Count(0) : NewestSerial();
}

namespace {

LedgerLine ReadLine(const Query& row) {
  LedgerLine line;
  line.serial = row.Count(0);
  line.header = row.Blob(1);
  if (!row.Null(2)) line.sealed = row.Blob(2);
  line.stream = row.Id(3);
  line.seq = row.Count(4);
  line.outcome = row.Text(5);
  line.arrived_ms = row.Int(6);
  return line;
}

constexpr const char* kLines =
    "SELECT serial, header, sealed, stream, seq, coalesce(outcome, ''), arrived_ms FROM records"
    " LEFT JOIN outcomes ON record = serial ORDER BY serial";
constexpr const char* kLineOf =
    "SELECT serial, header, sealed, stream, seq, coalesce(outcome, ''), arrived_ms FROM records"
    " LEFT JOIN outcomes ON record = serial WHERE id = ?";

}  // namespace

std::vector<LedgerLine> RecordLedger::Lines() const {
  std::vector<LedgerLine> lines;
  Query query(*database_, kLines);
  while (query.Next()) lines.push_back(ReadLine(query));
  return lines;
}

std::optional<LedgerLine> RecordLedger::FindLine(const Uuid& id) const {
  Query query(*database_, kLineOf, id);
  if (!query.Next()) return std::nullopt;
  return ReadLine(query);
}

}  // namespace county
