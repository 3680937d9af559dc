// Whether the county is asked to hold its answer until it has news, by what became of the questions
// before. Told the time (monotonic milliseconds); keeps no clock of its own.
#pragma once

#include <chrono>
#include <cstdint>

namespace studio {

struct LongPollLimits {
  std::chrono::seconds wait{25};  // as the county is asked for; 0: it is never asked
  // "Nothing newer" that comes sooner was not held: by an older county, or by somebody in between.
  std::chrono::milliseconds early{std::chrono::seconds(10)};
  // How long nothing is held after the line was cut, doubling from `first` to `most`.
  std::chrono::milliseconds first{std::chrono::minutes(1)};
  std::chrono::milliseconds most{std::chrono::minutes(30)};
};

class LongPoll {
 public:
  explicit LongPoll(LongPollLimits limits) : limits_(limits) {}

  std::chrono::seconds wait() const { return limits_.wait; }
  bool Due(std::int64_t now_ms) const;
  void Asked(std::int64_t now_ms) { asked_ms_ = now_ms; }

  // What became of it:
  void News();
  bool NothingNewer(std::int64_t now_ms);  // true: it was held, so another may follow at once
  void Cut(std::int64_t now_ms);           // neither: some lines do not take long waits

  // And of the round after it. A line that was down says nothing about long waits.
  void LineDown();
  void LineUp() { just_cut_ = false; }

 private:
  LongPollLimits limits_;
  std::int64_t asked_ms_ = 0;
  std::int64_t resume_ms_ = 0;
  int cuts_ = 0;  // since one was held to its end
  bool just_cut_ = false;
};

}  // namespace studio
