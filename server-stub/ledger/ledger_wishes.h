// Which wish on the wall came as which record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/ledger/ledger_part.h"

namespace county {

// A wish that came as a record, and its id on the wall once it hangs there.
struct KeptWish {
  Uuid record;
  std::optional<std::string> wish;
};

class WishLedger : LedgerPart {
 public:
  explicit WishLedger(LedgerDatabase& database) : LedgerPart(database) {}

  void AddWish(const Uuid& record);
  void HangWish(const Uuid& record, std::string_view wish);
  void DeleteWish(const Uuid& record);
  std::optional<std::string> WishOfRecord(const Uuid& record) const;
  std::optional<Uuid> RecordOfWish(std::string_view wish) const;
  std::vector<KeptWish> Wishes() const;  // by arrival
};

}  // namespace county
