#include "commands/store_for_a_moment.h"

namespace studio {

StoreForAMoment::StoreForAMoment(const std::filesystem::path& folder, const Identity& identity) {
  queue_.SetWake([this] {
    const std::lock_guard lock(mutex_);
    awake_ = true;
    woken_.notify_one();
  });
  StoreParts parts;
  parts.folder = folder;
  parts.identity = identity;
  parts.clock = &clock_;
  parts.boot = BootId();
  parts.store_thread = &store_thread_;
  parts.worker = &worker_;
  parts.main_queue = &queue_;
  store_ = Store::Open(std::move(parts));
}

}  // namespace studio
