// Attachments, known by terminal and digest once a record has announced them. Their bytes are part
// of the ledger, so that a backup has them too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/ledger/ledger_part.h"

namespace county {

struct KnownAttachment {
  std::uint64_t length = 0;  // 0: no upload has begun
  std::uint64_t received = 0;
  std::optional<std::uint64_t> serial;  // once whole
};

class AttachmentLedger : LedgerPart {
 public:
  explicit AttachmentLedger(LedgerDatabase& database) : LedgerPart(database) {}

  // A record that arrived with its body names these.
  void Announce(std::uint64_t record, TerminalNumber terminal,
                const std::vector<Digest>& attachments);
  std::optional<KnownAttachment> FindAttachment(TerminalNumber terminal,
                                                const Digest& digest) const;
  // Throws away what was received.
  void BeginAttachment(TerminalNumber terminal, const Digest& digest, std::uint64_t length);
  // After those that are there.
  void AddAttachmentBytes(TerminalNumber terminal, const Digest& digest, ByteView bytes);
  Bytes AttachmentBytes(TerminalNumber terminal, const Digest& digest) const;
  std::uint64_t FinishAttachment(TerminalNumber terminal, const Digest& digest);  // its serial
  // Erases the body of that terminal's record, and its attachments unless another record names
  // them; its digest stays.
  void EraseBody(const Uuid& id, TerminalNumber terminal);
};

}  // namespace county
