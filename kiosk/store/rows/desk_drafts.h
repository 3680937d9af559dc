// What members are in the middle of writing at their desks: sealed, and whose it is not said in
// the clear either (acts/desk_records.h). Store thread; throws SQLite::Exception.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/time_units.h"
#include "store/base/connection.h"

namespace studio {

inline constexpr std::int64_t kDeskDraftMs = 62 * kDayMs;

class DeskDrafts {
 public:
  explicit DeskDrafts(Connection& connection) : connection_(connection) {}

  std::optional<Bytes> Of(const std::string& mark);
  // Within the caller's transaction, as the others; in the place of the one before.
  void Keep(const std::string& mark, ByteView sealed, std::int64_t made_at_ms);
  void Drop(const std::string& mark);
  // The marks of those that went.
  std::vector<std::string> Forget(std::int64_t made_before_ms);

 private:
  Connection& connection_;
};

}  // namespace studio
