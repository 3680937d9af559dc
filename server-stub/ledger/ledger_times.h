// What tells when records were made: readings of each boot's clock, and check-ins that are waited
// for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/ledger/ledger_part.h"

namespace county {

// When a record says that it was made, where it stands and when it came.
struct ClockLine {
  std::uint64_t serial = 0;
  Uuid stream;
  std::uint64_t seq = 0;
  studio::ClockEvidence clock;
  std::int64_t arrived_ms = 0;
};

// Which time it was, by the county, at a reading of a boot's clock. Records beyond the serial
// `sent` were made after it.
struct BootTime {
  Uuid boot;
  std::int64_t county_ms = 0, monotonic_ms = 0;
  std::uint64_t sent = kNotAllSent;
  static constexpr std::uint64_t kNotAllSent = std::uint64_t{1} << 62;
};

// A check-in whose clock was not sure (books/unsure_book.h).
struct UnsureCheckIn {
  std::uint64_t serial = 0;
  TerminalNumber terminal = 0;
  Uuid stream;
  std::uint64_t seq = 0;
  std::int64_t arrived_ms = 0;
  std::string body;     // JSON
  std::string fault;    // of its badge; empty: proven
  bool placed = false;  // in the attendance, by a guess
};

// One that counts in an attendance line by a guess, and can be taken out of it again.
struct GuessedCheckIn {
  std::uint64_t serial = 0;
  std::string line;  // its id
  std::string body;  // JSON, as of the guessed time
  bool unproven = false;
};

class TimeLedger : LedgerPart {
 public:
  explicit TimeLedger(LedgerDatabase& database) : LedgerPart(database) {}

  void KeepBootTime(TerminalNumber terminal, const BootTime& time);  // the newest of each boot
  std::vector<BootTime> BootTimes(TerminalNumber terminal) const;
  std::vector<ClockLine> ClockLines(TerminalNumber terminal, const Uuid& stream,
                                    std::uint64_t first, std::uint64_t last) const;  // by place
  void PutUnsure(const UnsureCheckIn& unsure);
  void DeleteUnsure(std::uint64_t serial);
  // By stream and place: those that stand nowhere yet, and those that stand somewhere by a guess
  // and arrived since.
  std::vector<UnsureCheckIn> Unplaced(TerminalNumber terminal) const;
  std::vector<UnsureCheckIn> Guessed(TerminalNumber terminal, std::int64_t since_ms) const;

  void PutGuess(const GuessedCheckIn& guess);
  void DeleteGuess(std::uint64_t serial);
  std::optional<GuessedCheckIn> FindGuess(std::uint64_t serial) const;
  std::vector<GuessedCheckIn> GuessesOn(const std::string& line) const;
  void MoveGuesses(const std::string& from, const std::string& to);
  // The body of a line as sure check-ins alone make it; kept while guesses stand on it.
  std::optional<std::string> SureLine(const std::string& line) const;
  void PutSureLine(const std::string& line, const std::string& body);
  void DeleteSureLine(const std::string& line);

 private:
  std::vector<UnsureCheckIn> UnsureBy(const char* sql, TerminalNumber terminal,
                                      std::int64_t since_ms) const;
};

}  // namespace county
