// Handovers left at this terminal: that there is one can be read here, what it says only with the
// studio's key. The newest is for the next shift, the others for the duty sheet. Store thread;
// throws SQLite::Exception.
#pragma once

#include <optional>
#include <vector>

#include "app/duty/duty_store.h"
#include "shared/base/time_units.h"
#include "shared/base/uuid.h"
#include "store/base/connection.h"

namespace studio {

inline constexpr std::int64_t kHandoverMs = 14 * kDayMs;  // for the next shift
// For the sheet of the month before, as its check-ins.
inline constexpr std::int64_t kKeptHandoverMs = kAttendanceDays * kDayMs;

class Handovers {
 public:
  explicit Handovers(Connection& connection) : connection_(connection) {}

  std::optional<KeptHandover> Newest();
  std::vector<KeptHandover> All();  // oldest first
  // Within the caller's transaction.
  void Leave(const Uuid& record, const HandoverBody& body, ByteView sealed,
             std::int64_t made_at_ms);
  // False: it is not the one that lies here.
  bool Confirm(const Uuid& record);
  void Forget(std::int64_t made_before_ms);

 private:
  Connection& connection_;
};

}  // namespace studio
