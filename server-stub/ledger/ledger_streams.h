// What terminals signed about the order of their records.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/ledger/ledger_part.h"
#include "shared/record/stream.h"

namespace county {

struct KnownStream {
  TerminalNumber terminal = 0;
  Uuid stream;
  std::uint64_t count = 0;
  studio::StreamHead head;
  bool clone = false;
  std::optional<studio::StreamOpening> opening;  // once a batch has announced it
};

class StreamLedger : LedgerPart {
 public:
  explicit StreamLedger(LedgerDatabase& database) : LedgerPart(database) {}

  KnownStream FindStream(TerminalNumber terminal, const Uuid& stream) const;
  void AddOpening(const studio::StreamOpening& opening);
  // Where this terminal's other streams say that `stream` ended; nullopt: nothing succeeds it.
  std::optional<std::uint64_t> SucceededAt(TerminalNumber terminal, const Uuid& stream) const;
  enum class PlaceNews { kKnown, kNew, kFork };
  PlaceNews AddPlace(TerminalNumber terminal, const studio::Place& place, const Digest& digest);
  void FlagClone(TerminalNumber terminal, const Uuid& stream);
  std::vector<KnownStream> Streams() const;
  // Whether each place names the digest of the one before it.
  bool ChainWhole(const KnownStream& stream) const;
};

}  // namespace county
