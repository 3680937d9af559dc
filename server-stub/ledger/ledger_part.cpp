#include "server/ledger/ledger_part.h"

#include "server/ledger/ledger_query.h"

namespace county {

std::int64_t NumberIn(LedgerConnection& connection, const char* name) {
  Query query(connection, "SELECT value FROM meta WHERE name = ?", std::string_view(name));
  return query.Next() ? query.Int(0) : 0;
}

void SetNumberIn(LedgerConnection& connection, const char* name, std::int64_t value) {
  Query(connection, "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)",
        std::string_view(name), value)
      .Run();
}

std::int64_t LedgerPart::Number(const char* name) const { return NumberIn(*connection_, name); }

void LedgerPart::SetNumber(const char* name, std::int64_t value) {
  SetNumberIn(*connection_, name, value);
}

std::uint64_t LedgerPart::NextSerial() {
  const std::int64_t serial = Number("last_serial") + 1;
  SetNumber("last_serial", serial);
  return static_cast<std::uint64_t>(serial);
}

}  // namespace county
