// Check-ins of a clock that nobody was sure of. Each waits until the stream's own evidence dates it
// (record_times.h), or nothing can any more; then it goes into the attendance on the shift of the
// time that was found. What is only guessed stays listed, and is moved once more is known.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "server/books/record_times.h"
#include "server/ledger/ledger.h"
#include "shared/bodies/duty_bodies.h"

namespace county {

// How long a time may be waited for that a heartbeat brings.
inline constexpr std::int64_t kWaitForTimeMs = 5 * 60 * 1000;

class UnsureBook {
 public:
  UnsureBook(Ledger& ledger, std::int64_t now_ms) : ledger_(ledger), now_ms_(now_ms) {}

  // Inside the ledger's transaction, as all here. fault: of its badge; empty: proven.
  void Add(const UnsureCheckIn& unsure) { ledger_.PutUnsure(unsure); }
  // Places what can be placed by now, and moves what a guess had put elsewhere.
  void Settle(TerminalNumber terminal);

 private:
  using TimesBySerial = std::map<std::uint64_t, MadeTime>;
  void AddTimes(TimesBySerial& times, const std::vector<UnsureCheckIn>& list) const;
  void PlaceAnew(UnsureCheckIn& unsure, const MadeTime& made);
  void Place(UnsureCheckIn& unsure, const MadeTime& made);
  // The body as it would have been made by a good clock.
  studio::CheckInBody AtTime(studio::CheckInBody body, std::int64_t made_ms) const;

  Ledger& ledger_;
  std::int64_t now_ms_;
};

}  // namespace county
