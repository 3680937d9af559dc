#include "server/ledger/ledger_part.h"

#include "server/ledger/ledger_query.h"

namespace county {

std::int64_t NumberIn(LedgerDatabase& database, const char* name) {
  Query query(database, "SELECT value FROM meta WHERE name = ?", std::string_view(name));
  return query.Next() ? query.Int(0) : 0;
}

void SetNumberIn(LedgerDatabase& database, const char* name, std::int64_t value) {
  Query(database,
        "INSERT INTO meta (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        std::string_view(name), value)
      .Run();
}

std::int64_t NextNumberIn(LedgerDatabase& database, const char* name) {
  Query query(database, "UPDATE meta SET value = value + 1 WHERE name = ? RETURNING value",
              std::string_view(name));
  if (!query.Next()) throw std::runtime_error("not a county ledger");
  return query.Int(0);
}

Bytes NameIn(LedgerDatabase& database, const char* name) {
  Query query(database, "SELECT value FROM identity WHERE name = ?", std::string_view(name));
  return query.Next() ? query.Blob(0) : Bytes();
}

Uuid IdIn(LedgerDatabase& database, const char* name) {
  const auto id = studio::ToArray<16>(NameIn(database, name));
  return id ? Uuid{*id} : Uuid{};
}

void SetNameIn(LedgerDatabase& database, const char* name, ByteView value) {
  Query(database,
        "INSERT INTO identity (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        std::string_view(name), value)
      .Run();
}

std::int64_t LedgerPart::Number(const char* name) const { return NumberIn(*database_, name); }

void LedgerPart::SetNumber(const char* name, std::int64_t value) {
  SetNumberIn(*database_, name, value);
}

std::uint64_t LedgerPart::NextNumber(const char* name) {
  return static_cast<std::uint64_t>(NextNumberIn(*database_, name));
}

}  // namespace county
