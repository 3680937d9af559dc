#include "app/rules/hours_draft.h"

#include "shared/base/time_of_day.h"

namespace studio {
namespace {

int Length(int from, int to) { return to > from ? to - from : to - from + kDayMinutes; }

}  // namespace

bool HoursDraft::Set(const std::string& from, const std::string& to) {
  if (!AreHours(from, to)) return false;
  from_ = *ParseTimeOfDay(from);
  to_ = *ParseTimeOfDay(to) % kDayMinutes;
  return true;
}

std::string HoursDraft::from() const { return TimeOfDay(from_); }
std::string HoursDraft::to() const { return TimeOfDay(to_); }

int HoursDraft::Stepped(int minutes, int direction) {
  if (direction > 0) return (minutes / kStepMinutes + 1) * kStepMinutes;
  return (minutes + kStepMinutes - 1) / kStepMinutes * kStepMinutes - kStepMinutes;
}

bool HoursDraft::Fits(int from, int to) {
  const int length = Length(from, to);
  return length >= kStepMinutes && length <= kLongestMinutes;
}

bool HoursDraft::CanMoveFrom(int direction) const {
  const int moved = Stepped(from_, direction);
  if (moved < 0 || moved >= kDayMinutes) return false;
  // The end stays: no step may leap over it.
  return direction > 0 ? Length(from_, to_) > moved - from_ && Fits(moved, to_)
                       : Length(from_, to_) + from_ - moved <= kLongestMinutes;
}

bool HoursDraft::CanMoveTo(int direction) const {
  const int moved = Stepped(to_ == 0 && direction < 0 ? kDayMinutes : to_, direction);
  if (direction > 0) return Length(from_, to_) + moved - to_ <= kLongestMinutes;
  return Length(from_, to_) > Length(moved % kDayMinutes, to_) && Fits(from_, moved % kDayMinutes);
}

void HoursDraft::MoveFrom(int direction) {
  if (direction != 0 && CanMoveFrom(direction)) from_ = Stepped(from_, direction);
}

void HoursDraft::MoveTo(int direction) {
  if (direction == 0 || !CanMoveTo(direction)) return;
  to_ = Stepped(to_ == 0 && direction < 0 ? kDayMinutes : to_, direction) % kDayMinutes;
}

}  // namespace studio
