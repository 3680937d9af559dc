// What confirming is held against: the same seals, the same signature and the same bytes, put
// into one plain table (WAL, synchronous=FULL) by the thread that asks.
#pragma once

#include <filesystem>

#include "platform/system_clock.h"
#include "store/base/connection.h"
#include "store/base/identity.h"
#include "store/outbox/records.h"

namespace studio::bench {

class BareInsert {
 public:
  BareInsert(const std::filesystem::path& file, const Identity& identity);
  // Durable when it returns. Throws.
  void Insert(const RequestBody& body);

 private:
  SystemClock clock_;
  const Identity& identity_;
  RecordMaker maker_;
  Connection connection_;
  Place place_;
};

}  // namespace studio::bench
