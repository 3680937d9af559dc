#include "terminal/storage_watch.h"

#include <spdlog/spdlog.h>

#include "platform/storage_health.h"

namespace studio {
namespace {

constexpr std::int64_t kApartMs = 60'000, kApartAtFaultMs = 30'000;

}  // namespace

std::int64_t StorageWatch::ApartMs(bool at_fault) const {
  if (parts_.apart.count() > 0) return parts_.apart.count();
  return at_fault ? kApartAtFaultMs : kApartMs;
}

void StorageWatch::Turn(bool at_fault) {
  const Moment now = parts_.clock->Now();
  if (looking_) return;
  if (looked_ms_ >= 0 && now.monotonic_ms - looked_ms_ < ApartMs(at_fault)) return;
  looking_ = true;
  looked_ms_ = now.monotonic_ms;
  parts_.worker->Post([this, at_fault, wall_ms = now.wall_ms] {
    StorageCheck check = CheckStorage(parts_.folder, at_fault ? kCanaryBytes : kSmallCanaryBytes,
                                      wall_ms, parts_.free_percent);
    if (at_fault && check.state.canary_good) parts_.on_writable();
    parts_.main_queue->Post([this, check = std::move(check)] {
      looking_ = false;
      const Shortage shortage = ShortageOf(check.state);
      if (shortage != std::exchange(shortage_, shortage)) {
        spdlog::warn("storage: {} MB of {} MB free", check.state.free_bytes >> 20,
                     check.state.total_bytes >> 20);
      }
      if (check.trouble != trouble_) {
        spdlog::warn("storage: {}", check.trouble.empty() ? "works again" : check.trouble);
        trouble_ = check.trouble;
      }
      parts_.on_looked(check.state);
    });
  });
}

}  // namespace studio
