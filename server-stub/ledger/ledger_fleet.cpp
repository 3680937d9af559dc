#include "server/ledger/ledger.h"
#include "server/ledger/ledger_query.h"

namespace county {

void Ledger::KeepHeartbeat(TerminalNumber terminal, std::string_view heartbeat,
                           std::int64_t now_ms) {
  Query(*connection_,
        "INSERT INTO heartbeats (terminal, heard_ms, json) VALUES (?, ?, ?) ON CONFLICT DO UPDATE"
        " SET heard_ms = excluded.heard_ms, json = excluded.json",
        terminal, now_ms, heartbeat)
      .Run();
}

std::vector<FleetLine> Ledger::Fleet() const {
  std::vector<FleetLine> fleet;
  Query query(*connection_,
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
