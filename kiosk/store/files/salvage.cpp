#include "store/files/salvage.h"

#include <map>
#include <set>

#include "app/base/clock.h"
#include "shared/base/time_units.h"
#include "shared/record/receipt.h"
#include "shared/record/record.h"
#include "store/base/database.h"
#include "store/base/page_scan.h"
#include "store/files/salvage_duty.h"

namespace studio {
namespace {

constexpr std::size_t kPutAsideKept = 3;
constexpr std::int64_t kPutAsideMs = 90 * kDayMs;

constexpr const char* kIsKnownSalvaged = "SELECT 1 FROM salvaged WHERE name = ?";
constexpr const char* kRemember = "INSERT INTO salvaged (name) VALUES (?)";

const std::string kLostWords = "the disk of this terminal lost its words before they were sent";

// The outbox's columns, in the schema's order; `row` is the rowid and is stored as NULL.
enum Column : std::size_t {
  kRow,
  kId,
  kKind,
  kUrgent,
  kStream,
  kSeq,
  kPrevious,
  kDigest,
  kKeyId,
  kSignature,
  kHeader,
  kSealed,
  kKeep,
  kState,
  kAcked,
  kWithdrawn,
  kReason,
  kSerial,
  kReceipt,
  kReadingKey,
  kMadeAt,
  kReceivedAt,
  kColumns
};

const Bytes* BytesAt(const ScannedRow& row, Column column) {
  return std::get_if<Bytes>(&row[column]);
}

std::int64_t IntAt(const ScannedRow& row, Column column) {
  const auto* value = std::get_if<std::int64_t>(&row[column]);
  return value == nullptr ? 0 : *value;
}

template <std::size_t N>
std::optional<ByteArray<N>> ArrayAt(const ScannedRow& row, Column column) {
  const Bytes* bytes = BytesAt(row, column);
  return bytes == nullptr ? std::nullopt : ToArray<N>(std::optional<Bytes>(*bytes));
}

// Nothing signs how far a record had come, and one flipped bit of it would lose what was confirmed.
// So what has its words goes up once more: a county that knows it says so. Words of what was
// withdrawn are kept only where the county has the record.
void WaitAgain(Outbox::Kept& kept) {
  if (kept.withdrawn && kept.acked) return;
  kept.withdrawn = false;
  kept.state = OutboxState::kWaiting;
  kept.serial.reset();
  kept.reason.reset();
}

// nullopt where the row is no record of ours.
std::optional<Outbox::Kept> Prove(const ScannedRow& row, const VerifyKey& terminal_key) {
  const Bytes* header_bytes = BytesAt(row, kHeader);
  const auto stream = ArrayAt<16>(row, kStream);
  const auto previous = ArrayAt<32>(row, kPrevious);
  const auto key = ArrayAt<8>(row, kKeyId);
  const auto signature = ArrayAt<64>(row, kSignature);
  if (header_bytes == nullptr || !stream || !previous || !key || !signature) return std::nullopt;
  const auto header = DecodeRecordHeader(*header_bytes);
  if (!header) return std::nullopt;
  Outbox::Kept kept;
  kept.place = {
      {Uuid{*stream}, static_cast<std::uint64_t>(IntAt(row, kSeq)), *previous}, *key, *signature};
  if (!VerifyPlace(terminal_key, DigestOfHeader(*header_bytes), kept.place)) return std::nullopt;

  kept.row.header = *header_bytes;
  kept.row.keep = IntAt(row, kKeep) == 1;
  const std::int64_t state = IntAt(row, kState);
  if (state >= 0 && state <= 3) kept.state = static_cast<OutboxState>(state);
  kept.acked = IntAt(row, kAcked) == 1;
  kept.withdrawn = IntAt(row, kWithdrawn) == 1;
  if (const auto* reason = std::get_if<std::string>(&row[kReason])) kept.reason = *reason;
  if (const std::int64_t serial = IntAt(row, kSerial); serial > 0) kept.serial = serial;
  kept.received_at_ms = IntAt(row, kReceivedAt);
  const auto* receipt = std::get_if<std::string>(&row[kReceipt]);
  const auto reading_key = ArrayAt<32>(row, kReadingKey);
  if (receipt != nullptr && reading_key && ReceiptNumber::Parse(*receipt)) {
    kept.row.receipt = *receipt;
    kept.row.reading_key = Bytes(reading_key->begin(), reading_key->end());
  }
  const Bytes* sealed = BytesAt(row, kSealed);
  if (sealed != nullptr && HashOfSealed(*sealed) == header->sealed_hash) {
    kept.row.sealed = *sealed;
    WaitAgain(kept);
  } else if (kept.state == OutboxState::kWaiting && !kept.withdrawn) {
    kept.state = OutboxState::kSetAside;
    kept.reason = kLostWords;
  }
  return kept;
}

// True where the record is here already; what the log knows later of it is made up for.
bool CatchUp(Tables& tables, const Outbox::Kept& kept) {
  const auto entry = tables.outbox.ById(DecodeRecordHeader(kept.row.header)->id);
  if (!entry) return false;
  if (kept.withdrawn && !entry->withdrawn) {
    tables.outbox.MarkWithdrawn(entry->row);
    tables.attachments.Withdraw(entry->row);
  }
  return true;
}

}  // namespace

Salvaged SalvagePutAside(const std::filesystem::path& folder, Tables& tables,
                         const VerifyKey& terminal_key) {
  Connection& connection = *tables.connection;
  Outbox& outbox = tables.outbox;
  Salvaged salvaged;
  Change change(connection);
  // By database, newest first, so that the latest state of a record is the one taken over.
  std::map<std::filesystem::path, std::vector<std::filesystem::path>, std::greater<>> files;
  for (const auto& path : PutAside(folder)) {
    Query query(connection, kIsKnownSalvaged);
    query.Add(path.filename().string());
    if (!query.Step()) files[path.stem()].push_back(path);
  }
  for (const auto& [stem, paths] : files) {
    std::map<Uuid, Outbox::Kept> by_id;  // version 7: in the order of making
    for (const auto& path : paths) {
      ScanRows(path, kColumns, [&](const ScannedRow& row) {
        auto kept = Prove(row, terminal_key);
        if (!kept) return;
        const Uuid id = DecodeRecordHeader(kept->row.header)->id;
        const auto known = by_id.find(id);
        // A later copy whose words are damaged does not replace an earlier one that has them.
        if (known != by_id.end() && kept->reason == kLostWords && known->second.row.sealed) return;
        by_id.insert_or_assign(id, std::move(*kept));
      });
      SalvageDuty(path, tables, terminal_key);
      Query(connection, kRemember).Add(path.filename().string()).Run();
    }
    // The end of a log whose database is in use: with nothing new in it, a power cut left it.
    const bool log_alone = paths.size() == 1 && paths[0].string().ends_with("-wal");
    if (log_alone) {
      std::erase_if(by_id, [&](const auto& entry) { return CatchUp(tables, entry.second); });
      if (by_id.empty()) continue;
      tables.streams.BeginAnother();
      outbox.Replace();
    }
    salvaged.anything_aside = true;
    for (auto& [id, kept] : by_id) {
      // A receipt number that came back twice belongs to the newer record.
      if (kept.row.receipt && outbox.ByReceipt(*kept.row.receipt)) {
        kept.row.receipt.reset();
        kept.row.reading_key.reset();
      }
      if (!outbox.TakeOver(kept)) continue;
      ++salvaged.records;
      const auto header = DecodeRecordHeader(kept.row.header);
      if (!header->attachments.empty()) {
        tables.attachments.TakeOver(*outbox.ById(id), header->attachments);
      }
    }
  }
  change.Commit();
  return salvaged;
}

void ForgetPutAside(const std::filesystem::path& folder, Tables& tables, std::int64_t now_ms) {
  std::string oldest = LocalTime::At(now_ms - kPutAsideMs).Date();
  std::erase(oldest, '-');
  std::set<std::string> newer;
  for (const auto& path : PutAside(folder)) {
    const std::string stem = path.stem();
    newer.insert(stem);
    if (newer.size() <= kPutAsideKept) continue;
    if (stem.substr(kBrokenPrefix.size(), oldest.size()) >= oldest) continue;
    Query known(*tables.connection, kIsKnownSalvaged);
    known.Add(path.filename().string());
    if (!known.Step()) continue;
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
  }
}

}  // namespace studio
