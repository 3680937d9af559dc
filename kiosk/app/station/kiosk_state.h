// What every screen may read: the station, the link, the outbox, what is broken. Main thread;
// floor 2's listeners write it.
#pragma once

#include <memory>

#include "app/base/clock.h"
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

  // The county's time as far as it is known here: what duty, dates and the clock on the wall go by,
  // however wrong the machine's own is. Unix time.
  std::int64_t CountyMs(const Moment& now) const { return now.wall_ms + link.clock_offset_ms; }
};

}  // namespace studio
