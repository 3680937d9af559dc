#include "server/ledger/ledger_times.h"

#include "server/ledger/ledger_query.h"

namespace county {

void TimeLedger::KeepBootTime(TerminalNumber terminal, const BootTime& time) {
  Query(*database_,
        "INSERT INTO boots (terminal, boot, county_ms, monotonic_ms, sent) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (terminal, boot) DO UPDATE SET county_ms = excluded.county_ms,"
        " monotonic_ms = excluded.monotonic_ms, sent = excluded.sent",
        terminal, time.boot, time.county_ms, time.monotonic_ms, time.sent)
      .Run();
}

std::vector<BootTime> TimeLedger::BootTimes(TerminalNumber terminal) const {
  std::vector<BootTime> times;
  Query query(*database_,
              "SELECT boot, county_ms, monotonic_ms, sent FROM boots WHERE terminal = ?"
              " ORDER BY boot",
              terminal);
  while (query.Next()) times.push_back({query.Id(0), query.Int(1), query.Int(2), query.Count(3)});
  return times;
}

std::vector<ClockLine> TimeLedger::ClockLines(TerminalNumber terminal, const Uuid& stream,
                                              std::uint64_t first, std::uint64_t last) const {
  std::vector<ClockLine> lines;
  Query query(
      *database_,
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
  Query(*database_,
        "INSERT INTO unsure (record, terminal, stream, seq, arrived_ms, body, fault, placed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (record) DO UPDATE SET"
        " terminal = excluded.terminal, stream = excluded.stream, seq = excluded.seq,"
        " arrived_ms = excluded.arrived_ms, body = excluded.body, fault = excluded.fault,"
        " placed = excluded.placed",
        unsure.serial, unsure.terminal, unsure.stream, unsure.seq, unsure.arrived_ms, unsure.body,
        unsure.fault, std::int64_t{unsure.placed})
      .Run();
}

void TimeLedger::DeleteUnsure(std::uint64_t serial) {
  Query(*database_, "DELETE FROM unsure WHERE record = ?", serial).Run();
}

std::vector<UnsureCheckIn> TimeLedger::UnsureBy(const char* sql, TerminalNumber terminal,
                                                std::int64_t since_ms) const {
  std::vector<UnsureCheckIn> list;
  Query query(*database_, sql, terminal, since_ms);
  while (query.Next()) {
    list.push_back({query.Count(0), terminal, query.Id(1), query.Count(2), query.Int(3),
                    query.Text(4), query.Text(5), query.Int(6) != 0});
  }
  return list;
}

std::vector<UnsureCheckIn> TimeLedger::Unplaced(TerminalNumber terminal) const {
  return UnsureBy(
      "SELECT record, stream, seq, arrived_ms, body, fault, placed FROM unsure"
      " WHERE terminal = ? AND placed = 0 AND arrived_ms >= ? ORDER BY stream, seq",
      terminal, 0);
}

std::vector<UnsureCheckIn> TimeLedger::Guessed(TerminalNumber terminal,
                                               std::int64_t since_ms) const {
  return UnsureBy(
      "SELECT unsure.record, stream, seq, arrived_ms, unsure.body, fault, placed FROM guesses"
      " JOIN unsure ON unsure.record = guesses.record WHERE terminal = ? AND arrived_ms >= ?"
      " ORDER BY stream, seq",
      terminal, since_ms);
}

void TimeLedger::PutGuess(const GuessedCheckIn& guess) {
  Query(*database_,
        "INSERT INTO guesses (record, line, body, unproven) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (record) DO UPDATE SET line = excluded.line, body = excluded.body,"
        " unproven = excluded.unproven",
        guess.serial, guess.line, guess.body, std::int64_t{guess.unproven})
      .Run();
}

void TimeLedger::DeleteGuess(std::uint64_t serial) {
  Query(*database_, "DELETE FROM guesses WHERE record = ?", serial).Run();
}

std::optional<GuessedCheckIn> TimeLedger::FindGuess(std::uint64_t serial) const {
  Query query(*database_, "SELECT line, body, unproven FROM guesses WHERE record = ?", serial);
  if (!query.Next()) return std::nullopt;
  return GuessedCheckIn{serial, query.Text(0), query.Text(1), query.Int(2) != 0};
}

std::vector<GuessedCheckIn> TimeLedger::GuessesOn(const std::string& line) const {
  std::vector<GuessedCheckIn> list;
  Query query(*database_,
              "SELECT record, body, unproven FROM guesses WHERE line = ? ORDER BY record", line);
  while (query.Next()) {
    list.push_back({query.Count(0), line, query.Text(1), query.Int(2) != 0});
  }
  return list;
}

void TimeLedger::MoveGuesses(const std::string& from, const std::string& to) {
  Query(*database_, "UPDATE guesses SET line = ? WHERE line = ?", to, from).Run();
}

std::optional<std::string> TimeLedger::SureLine(const std::string& line) const {
  Query query(*database_, "SELECT body FROM sure_lines WHERE line = ?", line);
  if (!query.Next()) return std::nullopt;
  return query.Text(0);
}

void TimeLedger::PutSureLine(const std::string& line, const std::string& body) {
  Query(*database_,
        "INSERT INTO sure_lines (line, body) VALUES (?, ?)"
        " ON CONFLICT (line) DO UPDATE SET body = excluded.body",
        line, body)
      .Run();
}

void TimeLedger::DeleteSureLine(const std::string& line) {
  Query(*database_, "DELETE FROM sure_lines WHERE line = ?", line).Run();
}

}  // namespace county
