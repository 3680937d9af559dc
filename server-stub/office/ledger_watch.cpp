#include "server/office/ledger_watch.h"

#include <chrono>
#include <memory>

#include "server/ledger/ledger.h"

namespace county {

namespace {

constexpr std::chrono::seconds kWatchEvery{1};

// Who serves says why it cannot be reached.
std::optional<LedgerState> StateIn(const DataFolder& folder, std::unique_ptr<Ledger>& ledger) {
  try {
    if (!ledger) ledger = std::make_unique<Ledger>(folder);
    ledger->TakeCopyForSafe();
    return ledger->State();
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

}  // namespace

LedgerWatch::LedgerWatch(const DataFolder& folder)
    : folder_(folder), watching_([this] { Watch(); }) {}

LedgerWatch::~LedgerWatch() {
  {
    const std::lock_guard lock(mutex_);
    end_ = true;
  }
  ended_.notify_one();
  watching_.join();
}

std::optional<LedgerState> LedgerWatch::State() const {
  const std::lock_guard lock(mutex_);
  return state_;
}

void LedgerWatch::Watch() {
  std::unique_ptr<Ledger> ledger;
  std::unique_lock lock(mutex_);
  while (!end_) {
    lock.unlock();
    auto state = StateIn(folder_, ledger);
    lock.lock();
    state_ = std::move(state);
    ended_.wait_for(lock, kWatchEvery, [this] { return end_; });
  }
}

}  // namespace county
