#include "server/ledger/ledger_times.h"

#include "server/ledger/ledger_query.h"

namespace county {

void TimeLedger::KeepBootTime(TerminalNumber terminal, const BootTime& time) {
  Query(*connection_,
        "INSERT INTO boots (terminal, boot, county_ms, monotonic_ms, sent) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET county_ms = excluded.county_ms,"
        " monotonic_ms = excluded.monotonic_ms, sent = excluded.sent",
        terminal, time.boot, time.county_ms, time.monotonic_ms, time.sent)
      .Run();
}

std::vector<BootTime> TimeLedger::BootTimes(TerminalNumber terminal) const {
  std::vector<BootTime> times;
  Query query(*connection_,
              "SELECT boot, county_ms, monotonic_ms, sent FROM boots WHERE terminal = ?", terminal);
  while (query.Next()) times.push_back({query.Id(0), query.Int(1), query.Int(2), query.Count(3)});
  return times;
}

std::vector<ClockLine> TimeLedger::ClockLines(TerminalNumber terminal, const Uuid& stream,
                                              std::uint64_t first, std::uint64_t last) const {
  std::vector<ClockLine> lines;
  Query query(
      *connection_,
      "SELECT header, seq, arrived_ms, serial FROM records WHERE terminal = ? AND stream = ?"
      " AND seq BETWEEN ? AND ? ORDER BY seq",
      terminal, stream, first, last);
  while (query.Next()) {
    const auto header = studio::DecodeRecordHeader(query.Blob(0));
    if (!header) continue;
    lines.push_back({query.Count(3), stream, query.Count(1), header->clock, query.Int(2)});
  }
  return lines;
}

void TimeLedger::PutUnsure(const UnsureCheckIn& unsure) {
  Query(*connection_,
        "INSERT OR REPLACE INTO unsure (record, terminal, stream, seq, arrived_ms, body, fault,"
        " placed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        unsure.serial, unsure.terminal, unsure.stream, unsure.seq, unsure.arrived_ms, unsure.body,
        unsure.fault, std::int64_t{unsure.placed})
      .Run();
}

void TimeLedger::DeleteUnsure(std::uint64_t serial) {
  Query(*connection_, "DELETE FROM unsure WHERE record = ?", serial).Run();
}

std::vector<UnsureCheckIn> TimeLedger::Unplaced(TerminalNumber terminal) const {
  std::vector<UnsureCheckIn> list;
  Query query(*connection_,
              "SELECT record, stream, seq, arrived_ms, body, fault FROM unsure"
              " WHERE terminal = ? AND placed = 0 ORDER BY stream, seq",
              terminal);
  while (query.Next()) {
    list.push_back({query.Count(0), terminal, query.Id(1), query.Count(2), query.Int(3),
                    query.Text(4), query.Text(5), false});
  }
  return list;
}

}  // namespace county
