// Records as they arrived, in one sequence of serials with the attachments.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/ledger/ledger_part.h"
#include "shared/record/stream.h"

namespace county {

struct KnownRecord {
  std::uint64_t serial = 0;
  Digest digest{};
  TerminalNumber terminal = 0;
};

struct ArrivedRecord {
  studio::RecordHeader header;
  Bytes header_bytes;
  Digest digest{};
  std::optional<Bytes> sealed;  // absent: withdrawn, and only its digest is kept
  studio::Place place;
  std::optional<Uuid> withdraws;
};

struct LedgerLine {
  std::uint64_t serial = 0;
  Bytes header;
  std::optional<Bytes> sealed;
  Uuid stream;
  std::uint64_t seq = 0;
  std::string outcome;  // as AddOutcome was told; empty: nothing
  std::int64_t arrived_ms = 0;
};

class RecordLedger : LedgerPart {
 public:
  explicit RecordLedger(LedgerDatabase& database) : LedgerPart(database) {}

  std::optional<KnownRecord> FindRecord(const Uuid& id) const;
  // Its serial. With its body it announces the attachments that its header names.
  std::uint64_t AddRecord(const ArrivedRecord& record, std::int64_t now_ms);
  // Keeps the digest of what was not taken, with the reason.
  void AddRefusal(const Digest& digest, const std::optional<Uuid>& id, TerminalNumber terminal,
                  std::string_view reason, std::int64_t now_ms);
  bool IsWithdrawn(const Uuid& id, TerminalNumber terminal) const;
  // What taking it led to, for the listing.
  void AddOutcome(std::uint64_t serial, std::string_view outcome);
  std::uint64_t NewestSerial() const;  // of records and attachments, one sequence
  // Every arrival up to here is in a backup too; the newest serial before the first backup.
  std::uint64_t SafeSerial() const;
  std::vector<LedgerLine> Lines() const;  // by serial
  std::optional<LedgerLine> FindLine(const Uuid& id) const;
};

}  // namespace county
