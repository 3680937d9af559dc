// From which sums on a text stops: chosen by texts that the points were not learnt from.
#pragma once

#include <vector>

namespace studio {

struct SafetySums {
  static constexpr int kNever = -1'000'000;  // there is no such window
  int whole = kNever, part = kNever;
  int touching = kNever;  // the largest part that a pattern touches
  int unasked = kNever;   // what a pattern touches in the text without its questions
};

struct SafetyCut {
  int least = 0, with_pattern = 0;
  int parts = 0;  // so many more are asked of a part
  bool Stops(const SafetySums& sums, bool matched) const;
};

struct SafetyCase {
  bool is = false;       // what is to be stopped
  bool matched = false;  // a pattern counts
  bool joined = false;   // with something ordinary
  SafetySums sums;
};

// Of what is not joined it stops as much as may be of what is to be stopped and of the others one
// in `one_in` at most; the least is asked of parts with which it stops three in five of that many
// of the others that are joined.
SafetyCut ChooseSafetyCut(const std::vector<SafetyCase>& cases, int one_in);

}  // namespace studio
