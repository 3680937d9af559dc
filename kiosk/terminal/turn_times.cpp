#include "terminal/turn_times.h"

#include <time.h>

#include <fstream>

namespace studio {
namespace {

std::int64_t MicrosecondsOf(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return std::int64_t{now.tv_sec} * 1'000'000 + now.tv_nsec / 1000;
}

}  // namespace

TurnTimes::~TurnTimes() {
  if (file_.empty()) return;
  std::ofstream out(file_);
  for (const Took& each : took_)
    out << each.begun_us << ' ' << each.wall_us << ' ' << each.processor_us << '\n';
}

void TurnTimes::Take(const std::function<void()>& turn) {
  if (file_.empty()) return turn();
  const std::int64_t begun = MicrosecondsOf(CLOCK_MONOTONIC);
  const std::int64_t processor = MicrosecondsOf(CLOCK_THREAD_CPUTIME_ID);
  turn();
  took_.push_back({begun, MicrosecondsOf(CLOCK_MONOTONIC) - begun,
                   MicrosecondsOf(CLOCK_THREAD_CPUTIME_ID) - processor});
}

}  // namespace studio
