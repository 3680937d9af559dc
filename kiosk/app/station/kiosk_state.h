// What every screen may read: the station, the link, the outbox, what is broken. Main thread;
// floor 2's listeners write it.
#pragma once

#include <memory>

#include "app/base/clock.h"
#include "app/base/known_time.h"
#include "app/station/machine.h"
#include "app/station/station.h"
#include "app/station/storage_state.h"

namespace studio {

struct KioskState {
  std::shared_ptr<const Station> station = std::make_shared<const Station>();
  LinkState link;
  OutboxSummary outbox;
  RosterSummary roster;
  StorageState storage;
  Machine machine;
  Fault fault = Fault::kNone;

  // What duty, dates and the clock on the wall go by, however wrong the machine's own is; the
  // store's own.
  std::shared_ptr<KnownTime> time = std::make_shared<KnownTime>();
  std::int64_t CountyMs(const Moment& now) const { return time->At(now).ms; }  // Unix time
};

}  // namespace studio
