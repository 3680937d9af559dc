// Who joined with which code, the terminals, and what each said last of how it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/ledger/ledger_part.h"
#include "shared/base/keys.h"

namespace county {

struct Terminal {
  TerminalNumber number = 0;
  StudioId studio = 0;
  studio::VerifyKey key;
  bool revoked = false;
};

struct IssuedCode {
  StudioId studio = 0;
  std::int64_t made_ms = 0;
  std::optional<TerminalNumber> terminal;  // who joined with it
};

// A terminal and what it said last of how it is.
struct FleetLine {
  TerminalNumber terminal = 0;
  StudioId studio = 0;
  std::string enrolled_version;
  std::int64_t enrolled_ms = 0;
  bool revoked = false;
  std::optional<std::int64_t> heard_ms;  // by the county's clock; nullopt: never
  std::string heartbeat;                 // JSON as it came
};

class JoiningLedger : LedgerPart {
 public:
  explicit JoiningLedger(LedgerDatabase& database) : LedgerPart(database) {}

  void AddCode(const Digest& hash, StudioId studio, std::int64_t now_ms);
  std::optional<IssuedCode> FindCode(const Digest& hash) const;
  TerminalNumber AddTerminal(StudioId studio, const studio::VerifyKey& key,
                             std::string_view version, std::int64_t now_ms);
  void UseCode(const Digest& hash, TerminalNumber terminal);
  std::optional<Terminal> FindTerminal(TerminalNumber number) const;
  bool Revoke(TerminalNumber number);  // false: no such terminal
  std::size_t TerminalCount() const;
  // The newest of each terminal is kept.
  std::string HeartbeatOf(TerminalNumber terminal) const;  // the newest; empty: none yet
  void KeepHeartbeat(TerminalNumber terminal, std::string_view heartbeat, std::int64_t now_ms);
  std::vector<FleetLine> Fleet() const;  // by number
};

}  // namespace county
