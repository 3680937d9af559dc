#include "platform/system_clock.h"

#include <time.h>

#include <fstream>
#include <string>

namespace studio {
namespace {

std::int64_t ReadMs(clockid_t id) {
  timespec now{};
  clock_gettime(id, &now);
  return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

}  // namespace

Moment SystemClock::Now() const {
  const std::int64_t advanced = advanced_ms_;
  return {ReadMs(CLOCK_REALTIME) + advanced, ReadMs(CLOCK_BOOTTIME) + advanced};
}

Uuid BootId() {
  static const Uuid boot = [] {
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string text;
    std::getline(file, text);
    return Uuid::Parse(text).value_or(Uuid::Random());
  }();
  return boot;
}

}  // namespace studio
