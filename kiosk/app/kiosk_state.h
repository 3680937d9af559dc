// What every screen may read: the station, the link, the outbox, what is broken. Main thread;
// floor 2's listeners write it.
#pragma once

#include <memory>

#include "app/machine.h"
#include "app/station.h"
#include "app/storage_state.h"

namespace studio {

struct KioskState {
  std::shared_ptr<const Station> station = std::make_shared<const Station>();
  LinkState link;
  OutboxSummary outbox;
  RosterSummary roster;
  StorageState storage;
  Machine machine;
  Fault fault = Fault::kNone;
};

}  // namespace studio
