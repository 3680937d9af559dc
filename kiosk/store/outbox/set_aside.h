// What the county would not have, and the way back among what waits. Store thread; throws
// SQLite::Exception.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/manage/outbox_store.h"
#include "store/base/connection.h"
#include "store/outbox/outbox.h"

namespace studio {

class SetAside {
 public:
  explicit SetAside(Connection& connection) : connection_(connection) {}

  OutboxReport Report(const OutboxSummary& summary, std::size_t most_items);

  // All within the caller's transaction. Each answers how many wait again.
  std::int64_t TryAgain(const std::vector<SetAsideItem>& items);
  std::int64_t TryAllAgain();

 private:
  std::int64_t Count(const char* sql);
  std::vector<SetAsideItem> List(std::size_t most);

  Connection& connection_;
};

// The statements that must not read all that was ever sent, for the test of their query plans.
std::vector<std::string> SetAsideStatements();

}  // namespace studio
