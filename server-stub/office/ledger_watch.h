// Looks at the ledger every second beside the office, on a line and a thread of its own: what the
// engine's synchronous copy has counts as safe, and how the ledger is is kept for who asks.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "server/keys/data_folder.h"
#include "server/ledger/ledger_state.h"

namespace county {

class Ledger;

class LedgerWatch {
 public:
  explicit LedgerWatch(const DataFolder& folder);
  ~LedgerWatch();

  // As it was within the last second; nullopt: it could not be reached.
  std::optional<LedgerState> State() const;

 private:
  void Watch();

  const DataFolder folder_;
  mutable std::mutex mutex_;
  std::condition_variable ended_;
  bool end_ = false;                  // guarded by mutex_
  std::optional<LedgerState> state_;  // guarded by mutex_
  std::thread watching_;
};

}  // namespace county
