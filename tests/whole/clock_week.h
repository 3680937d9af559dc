// A week of one village terminal whose clocks are not to be relied on, beside the true time, which
// is the county's. What is done is drawn from a seed.
#pragma once

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "../server/county/test_duty.h"
#include "whole_terminal.h"

namespace studio {

class ClockWeek {
 public:
  explicit ClockWeek(unsigned seed);

  // Seven days of trouble and duty; the line comes back at the end.
  void Live();
  void CheckRecords();     // each within a minute of the truth, or marked
  void CheckAttendance();  // each coming on the shift that it was for, at the true time or marked

  int sure() const { return sure_; }
  int unsure() const { return unsure_; }
  int comings() const { return static_cast<int>(came_.size()); }
  int guessed() const { return guessed_; }  // comings whose time nobody knows to the end
  int missed() const { return missed_; }    // of these, not on their shift

 private:
  bool Chance(int percent) { return static_cast<int>(random_() % 100) < percent; }
  std::int64_t Between(std::int64_t from, std::int64_t to);
  void PassTo(std::int64_t true_ms);  // while it is on
  void PowerCut(std::int64_t on_again_ms);
  void RestartProgram();
  void SetTheClock();
  void Line(bool up);
  void SendAll();
  void Day(int day);
  void File();

  std::mt19937 random_;
  WholeCounty county_;
  WholeClock clock_;
  WholeTerminal terminal_;
  std::int64_t ppm_ = 0;
  bool battery_dead_ = false, line_up_ = true;
  std::string card_;
  std::map<std::string, std::int64_t> filed_;               // receipt → true time
  std::vector<std::pair<std::string, std::int64_t>> came_;  // shift, true time
  int sure_ = 0, unsure_ = 0, guessed_ = 0, missed_ = 0;
};

}  // namespace studio
