// Puts check-ins together into attendance lines on the feed (protocol.md, "Duty on the feed"): the
// earliest coming and the latest going, whatever order they arrive in.
#pragma once

#include <cstdint>

#include "server/ledger/ledger.h"
#include "shared/bodies/duty_bodies.h"
#include "shared/feed/entities.h"

namespace county {

class AttendanceBook {
 public:
  AttendanceBook(Ledger& ledger, std::int64_t now_ms) : ledger_(ledger), now_ms_(now_ms) {}

  // Inside the ledger's transaction. One of a day that the feed keeps no longer stands until the
  // next Sweep: deeds are made of it meanwhile. What names no shift (IsShiftId) is of none.
  void Note(studio::CheckInBody body, bool unproven);
  // The same of a time that was guessed: what the record `serial` does to a line can be undone.
  void Guess(std::uint64_t serial, studio::CheckInBody body, bool unproven);
  void TakeOut(std::uint64_t serial);
  // Deletes the lines of days that the feed keeps no longer.
  void Sweep();

 private:
  std::string OldestDay() const;
  std::optional<studio::AttendanceLine> Find(const std::string& id) const;
  studio::AttendanceLine LineFor(const studio::CheckInBody& body) const;
  // Without the guesses on it.
  studio::AttendanceLine SureOf(studio::AttendanceLine line) const;
  // As it is told, with the guesses on it.
  void Put(const studio::AttendanceLine& sure);
  void JoinDayBehind(const std::string& id);

  Ledger& ledger_;
  std::int64_t now_ms_;
};

}  // namespace county
