#include "sync/link/heartbeats.h"

#include <algorithm>

namespace studio {
namespace {

const char* FaultName(Fault fault) {
  switch (fault) {
    case Fault::kNone:
      return "none";
    case Fault::kStorageFull:
      return "storage_full";
    case Fault::kStorageBroken:
      return "storage_broken";
    case Fault::kDatabaseSalvaged:
      return "database_salvaged";
    case Fault::kNewerDatabase:
      return "newer_database";
    case Fault::kNotEnrolled:
      return "not_enrolled";
    case Fault::kCrashing:  // nobody is left to say it
      break;
  }
  return "unknown";
}

const char* CameraName(CameraHealth camera) {
  switch (camera) {
    case CameraHealth::kNone:
      return "none";
    case CameraHealth::kWorking:
      return "working";
    case CameraHealth::kMissing:
      return "missing";
  }
  return "unknown";
}

bool Measured(const StorageState& storage) { return storage.checked_ms != 0; }

}  // namespace

void Heartbeats::Note(const MachineHealth& machine) {
  if (machine.fault != machine_.fault || machine.camera != machine_.camera ||
      ShortageOf(machine.storage) != ShortageOf(machine_.storage) ||
      machine.storage.canary_good != machine_.storage.canary_good ||
      Measured(machine.storage) != Measured(machine_.storage)) {
    important_ = true;
  }
  machine_ = machine;
}

bool Heartbeats::Due(std::int64_t now_ms) const {
  if (times_.apart.count() == 0) return false;
  if (!tried_ms_) return true;
  const auto apart = important_ ? std::min(times_.again, times_.apart) : times_.apart;
  return now_ms - *tried_ms_ >= apart.count();
}

void Heartbeats::Tried(std::int64_t now_ms) { tried_ms_ = now_ms; }

Heartbeat Heartbeats::Make(const StoreHealth& store, std::int64_t wall_ms,
                           std::optional<std::int64_t> clock_offset_ms) const {
  Heartbeat heartbeat;
  heartbeat.version = STUDIO_VERSION;
  heartbeat.waiting = store.waiting;
  heartbeat.waiting_attachments = store.waiting_attachments;
  if (store.oldest_made_ms) {
    heartbeat.oldest_waiting_ms =
        std::max<std::int64_t>(wall_ms + clock_offset_ms.value_or(0) - *store.oldest_made_ms, 0);
  }
  heartbeat.set_aside = store.set_aside;
  if (Measured(machine_.storage)) {
    heartbeat.storage = StorageHealth{machine_.storage.free_bytes, machine_.storage.total_bytes,
                                      machine_.storage.canary_good};
  }
  heartbeat.fault = FaultName(machine_.fault);
  heartbeat.camera = CameraName(machine_.camera);
  heartbeat.last_check_in_ms = store.last_check_in_ms;
  heartbeat.clock_offset_ms = clock_offset_ms;
  heartbeat.schema = store.schema;
  heartbeat.pins = store.pins;
  return heartbeat;
}

}  // namespace studio
