#include "server/ledger/ledger_joining.h"

#include "server/ledger/ledger_query.h"

namespace county {

void JoiningLedger::AddCode(const Digest& hash, StudioId studio, std::int64_t now_ms) {
  Query(*database_, "INSERT INTO codes (hash, studio, made_ms) VALUES (?, ?, ?)", hash, studio,
        now_ms)
      .Run();
}

std::optional<IssuedCode> JoiningLedger::FindCode(const Digest& hash) const {
  Query query(*database_, "SELECT studio, made_ms, terminal FROM codes WHERE hash = ?", hash);
  if (!query.Next()) return std::nullopt;
  IssuedCode code{query.Number(0), query.Int(1), std::nullopt};
  if (!query.Null(2)) code.terminal = query.Number(2);
  return code;
}

TerminalNumber JoiningLedger::AddTerminal(StudioId studio, const studio::VerifyKey& key,
                                          std::string_view version, std::int64_t now_ms) {
  const std::uint64_t number = NextNumber("last_terminal");
  Query(*database_,
        "INSERT INTO terminals (number, studio, key, version, enrolled_ms) VALUES (?, ?, ?, ?, ?)",
        number, studio, key.bytes, version, now_ms)
      .Run();
  return static_cast<TerminalNumber>(number);
}

void JoiningLedger::UseCode(const Digest& hash, TerminalNumber terminal) {
  Query(*database_, "UPDATE codes SET terminal = ? WHERE hash = ?", terminal, hash).Run();
}

std::optional<Terminal> JoiningLedger::FindTerminal(TerminalNumber number) const {
  Query query(*database_, "SELECT studio, key, revoked FROM terminals WHERE number = ?", number);
  if (!query.Next()) return std::nullopt;
  return Terminal{number, query.Number(0), studio::VerifyKey{query.Array<32>(1)},
                  query.Int(2) != 0};
}

std::size_t JoiningLedger::TerminalCount() const {
  Query query(*database_, "SELECT count(*) FROM terminals");
  return query.Next() ? query.Count(0) : 0;
}

bool JoiningLedger::Revoke(TerminalNumber number) {
  if (!FindTerminal(number)) return false;
  Query(*database_, "UPDATE terminals SET revoked = 1 WHERE number = ?", number).Run();
  return true;
}

void JoiningLedger::KeepHeartbeat(TerminalNumber terminal, std::string_view heartbeat,
                                  std::int64_t now_ms) {
  Query(*database_,
        "INSERT INTO heartbeats (terminal, heard_ms, json) VALUES (?, ?, ?)"
        " ON CONFLICT (terminal) DO UPDATE SET heard_ms = excluded.heard_ms, json = excluded.json",
        terminal, now_ms, heartbeat)
      .Run();
}

std::string JoiningLedger::HeartbeatOf(TerminalNumber terminal) const {
  Query query(*database_, "SELECT json FROM heartbeats WHERE terminal = ?", terminal);
  return query.Next() ? query.Text(0) : std::string();
}

std::vector<FleetLine> JoiningLedger::Fleet() const {
  std::vector<FleetLine> fleet;
  Query query(*database_,
              "SELECT t.number, t.studio, t.version, t.enrolled_ms, t.revoked, h.heard_ms, h.json"
              " FROM terminals AS t LEFT JOIN heartbeats AS h ON h.terminal = t.number"
              " ORDER BY t.number");
  while (query.Next()) {
    FleetLine line;
    line.terminal = query.Number(0);
    line.studio = query.Number(1);
    line.enrolled_version = query.Text(2);
    line.enrolled_ms = query.Int(3);
    line.revoked = query.Int(4) != 0;
    if (!query.Null(5)) line.heard_ms = query.Int(5);
    line.heartbeat = query.Text(6);
    fleet.push_back(std::move(line));
  }
  return fleet;
}

}  // namespace county
