// Hours of a shift while somebody moves them, by half hours. A value.
#pragma once

#include <string>

namespace studio {

class HoursDraft {
 public:
  static constexpr int kStepMinutes = 30;
  static constexpr int kLongestMinutes = 12 * 60;

  // False, and nothing changes, where they are no times of day ("24:00" is the next day's 00:00).
  bool Set(const std::string& from, const std::string& to);

  std::string from() const;  // "08:30"
  std::string to() const;    // no later than `from`: on the next day
  bool overnight() const { return to_ <= from_; }

  // One step, -1 or 1, onto the half hour (0: none); the beginning stays on its day.
  bool CanMoveFrom(int direction) const;
  bool CanMoveTo(int direction) const;
  void MoveFrom(int direction);
  void MoveTo(int direction);

 private:
  static int Stepped(int minutes, int direction);
  static bool Fits(int from, int to);

  int from_ = 8 * 60, to_ = 12 * 60;  // minutes of the day
};

}  // namespace studio
