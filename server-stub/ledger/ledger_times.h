// What tells when records were made: readings of each boot's clock, and check-ins that are waited
// for.
#pragma once

#include <cstdint>
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

class TimeLedger : LedgerPart {
 public:
  explicit TimeLedger(LedgerConnection& connection) : LedgerPart(connection) {}

  void KeepBootTime(TerminalNumber terminal, const BootTime& time);  // the newest of each boot
  std::vector<BootTime> BootTimes(TerminalNumber terminal) const;
  std::vector<ClockLine> ClockLines(TerminalNumber terminal, const Uuid& stream,
                                    std::uint64_t first, std::uint64_t last) const;  // by place
  void PutUnsure(const UnsureCheckIn& unsure);
  void DeleteUnsure(std::uint64_t serial);
  std::vector<UnsureCheckIn> Unplaced(TerminalNumber terminal) const;  // by stream and place
};

}  // namespace county
