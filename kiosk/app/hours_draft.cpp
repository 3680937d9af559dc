#include "app/hours_draft.h"

#include <charconv>

namespace studio {
namespace {

constexpr int kDay = 24 * 60;

// -1: no time of day.
int MinutesOf(const std::string& text) {
  int hour = 0, minute = 0;
  const char* const data = text.data();
  if (text.size() != 5 || text[2] != ':' || std::from_chars(data, data + 2, hour).ptr != data + 2 ||
      std::from_chars(data + 3, data + 5, minute).ptr != data + 5 || hour < 0 || minute < 0 ||
      minute > 59 || hour * 60 + minute > kDay) {
    return -1;
  }
  return (hour * 60 + minute) % kDay;
}

std::string TextOf(int minutes) {
  const auto two = [](int value) {
    return std::string(1, static_cast<char>('0' + value / 10)) +
           std::string(1, static_cast<char>('0' + value % 10));
  };
  return two(minutes / 60) + ":" + two(minutes % 60);
}

int Length(int from, int to) { return to > from ? to - from : to - from + kDay; }

}  // namespace

bool HoursDraft::Set(const std::string& from, const std::string& to) {
  const int begin = MinutesOf(from), end = MinutesOf(to);
  if (begin < 0 || end < 0) return false;
  from_ = begin;
  to_ = end;
  return true;
}

std::string HoursDraft::from() const { return TextOf(from_); }
std::string HoursDraft::to() const { return TextOf(to_); }

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
  if (moved < 0 || moved >= kDay) return false;
  // The end stays: no step may leap over it.
  return direction > 0 ? Length(from_, to_) > moved - from_ && Fits(moved, to_)
                       : Length(from_, to_) + from_ - moved <= kLongestMinutes;
}

bool HoursDraft::CanMoveTo(int direction) const {
  const int moved = Stepped(to_ == 0 && direction < 0 ? kDay : to_, direction);
  if (direction > 0) return Length(from_, to_) + moved - to_ <= kLongestMinutes;
  return Length(from_, to_) > Length(moved % kDay, to_) && Fits(from_, moved % kDay);
}

void HoursDraft::MoveFrom(int direction) {
  if (direction != 0 && CanMoveFrom(direction)) from_ = Stepped(from_, direction);
}

void HoursDraft::MoveTo(int direction) {
  if (direction == 0 || !CanMoveTo(direction)) return;
  to_ = Stepped(to_ == 0 && direction < 0 ? kDay : to_, direction) % kDay;
}

}  // namespace studio
