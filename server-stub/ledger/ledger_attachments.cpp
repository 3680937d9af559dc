#include "server/ledger/ledger_attachments.h"

#include "server/ledger/ledger_query.h"

namespace county {

void AttachmentLedger::Announce(std::uint64_t record, TerminalNumber terminal,
                                const std::vector<Digest>& attachments) {
  for (const Digest& digest : attachments) {
    Query(*database_,
          "INSERT INTO announcements (terminal, digest, record) VALUES (?, ?, ?)"
          " ON CONFLICT DO NOTHING",
          terminal, digest, record)
        .Run();
  }
}

void AttachmentLedger::EraseBody(const Uuid& id, TerminalNumber terminal) {
  Query(*database_,
        "UPDATE records SET sealed = NULL WHERE id = ? AND terminal = ? AND withdraws IS NULL", id,
        terminal)
      .Run();
  Query(*database_,
        "DELETE FROM announcements WHERE record ="
        " (SELECT serial FROM records WHERE id = ? AND terminal = ? AND sealed IS NULL)",
        id, terminal)
      .Run();
  for (const char* sql :
       {"DELETE FROM pieces WHERE terminal = ?1 AND digest IN (SELECT digest FROM attachments AS f"
        " WHERE terminal = ?1 AND NOT EXISTS (SELECT 1 FROM announcements AS a"
        " WHERE a.terminal = ?1 AND a.digest = f.digest))",
        "DELETE FROM attachments WHERE terminal = ?1 AND NOT EXISTS (SELECT 1 FROM announcements"
        " AS a WHERE a.terminal = ?1 AND a.digest = attachments.digest)"}) {
    Query(*database_, sql, terminal).Run();
  }
}

std::optional<KnownAttachment> AttachmentLedger::FindAttachment(TerminalNumber terminal,
                                                                const Digest& digest) const {
  Query query(*database_,
              "SELECT coalesce(length, 0), coalesce(received, 0), serial FROM announcements"
              " LEFT JOIN attachments USING (terminal, digest) WHERE terminal = ? AND digest = ?"
              " LIMIT 1",
              terminal, digest);
  if (!query.Next()) return std::nullopt;
  KnownAttachment known{query.Count(0), query.Count(1), std::nullopt};
  if (!query.Null(2)) known.serial = query.Count(2);
  return known;
}

void AttachmentLedger::BeginAttachment(TerminalNumber terminal, const Digest& digest,
                                       std::uint64_t length) {
  Query(*database_, "DELETE FROM pieces WHERE terminal = ? AND digest = ?", terminal, digest).Run();
  Query(*database_,
        "INSERT INTO attachments (terminal, digest, length) VALUES (?, ?, ?)"
        " ON CONFLICT (terminal, digest) DO UPDATE SET length = excluded.length, received = 0,"
        " serial = NULL",
        terminal, digest, length)
      .Run();
}

void AttachmentLedger::AddAttachmentBytes(TerminalNumber terminal, const Digest& digest,
                                          ByteView bytes) {
  Query(*database_,
        "INSERT INTO pieces (terminal, digest, at, bytes) SELECT terminal, digest, received, ?"
        " FROM attachments WHERE terminal = ? AND digest = ?",
        bytes, terminal, digest)
      .Run();
  Query(*database_,
        "UPDATE attachments SET received = received + ? WHERE terminal = ? AND digest = ?",
        static_cast<std::uint64_t>(bytes.size()), terminal, digest)
      .Run();
}

Bytes AttachmentLedger::AttachmentBytes(TerminalNumber terminal, const Digest& digest) const {
  Bytes all;
  Query query(*database_, "SELECT bytes FROM pieces WHERE terminal = ? AND digest = ? ORDER BY at",
              terminal, digest);
  while (query.Next()) {
    const Bytes piece = query.Blob(0);
    all.insert(all.end(), piece.begin(), piece.end());
  }
  return all;
}

std::uint64_t AttachmentLedger::FinishAttachment(TerminalNumber terminal, const Digest& digest) {
  const std::uint64_t serial = NextNumber("last_serial");
  Query(*database_, "UPDATE attachments SET serial = ? WHERE terminal = ? AND digest = ?", serial,
        terminal, digest)
      .Run();
  return serial;
}

}  // namespace county
