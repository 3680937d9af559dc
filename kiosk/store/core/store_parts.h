// What a store is opened with, and what it tells by itself.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/base/executor.h"
#include "app/base/known_time.h"
#include "app/base/main_queue.h"
#include "app/request/request_store.h"
#include "app/station/station.h"
#include "store/base/identity.h"

namespace studio {

// Told on the main thread, by the queue, except on_work.
struct StoreListeners {
  std::function<void(std::shared_ptr<const Station>)> on_station;
  std::function<void(OutboxSummary)> on_outbox;
  std::function<void(ReceiptStatus)> on_receipt;  // an ack changed it
  // The feed moved these matters on: receipt numbers, digits.
  std::function<void(std::vector<std::string>)> on_cases;
  std::function<void(Fault)> on_fault;
  std::function<void(RosterSummary)> on_roster;  // changes asked for here
  std::function<void()> on_work;                 // store thread: something new waits for the county
};

// Everything pointed to outlives the store; the executors run what the store posted before they
// go, so an on_work may come while the store is being destroyed.
struct StoreParts {
  std::filesystem::path folder;
  Identity identity;
  const Clock* clock = nullptr;
  Uuid boot;                          // this boot's id, for clock evidence
  std::shared_ptr<KnownTime> time{};  // of the same boot; null: one of its own
  Executor* store_thread = nullptr;   // all statements run there
  Executor* worker = nullptr;         // Argon2id
  MainQueue* main_queue = nullptr;
  StoreListeners listeners;
};

}  // namespace studio
