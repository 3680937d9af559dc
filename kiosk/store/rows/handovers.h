// The newest handover left at this terminal: that there is one can be read here, what it says only
// with the studio's key. The one before goes when another is left. Store thread; throws
// SQLite::Exception.
#pragma once

#include <optional>

#include "app/duty/duty_store.h"
#include "shared/base/time_units.h"
#include "shared/base/uuid.h"
#include "store/base/connection.h"

namespace studio {

inline constexpr std::int64_t kHandoverMs = 14 * kDayMs;

class Handovers {
 public:
  explicit Handovers(Connection& connection) : connection_(connection) {}

  std::optional<KeptHandover> Newest();
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
