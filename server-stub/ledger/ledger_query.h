// One use of a statement with its values and its rows. For the ledger's own files only.
#pragma once

#include <array>
#include <stdexcept>

#include "server/ledger/ledger_database.h"
#include "shared/base/bytes.h"
#include "shared/base/uuid.h"

namespace county {

// How values of the county's types are given to a statement.
inline LedgerValue ValueOf(std::int64_t value) {
  return {LedgerValue::Type::kInteger, false, value};
}
inline LedgerValue ValueOf(std::uint64_t value) {
  return ValueOf(static_cast<std::int64_t>(value));
}
inline LedgerValue ValueOf(std::uint32_t value) { return ValueOf(std::int64_t{value}); }
inline LedgerValue ValueOf(std::string_view value) {
  return {LedgerValue::Type::kText, false, 0, value};
}
inline LedgerValue ValueOf(const std::string& value) { return ValueOf(std::string_view(value)); }
inline LedgerValue ValueOf(studio::ByteView value) {
  return {LedgerValue::Type::kBytes, false, 0, studio::AsText(value)};
}
inline LedgerValue ValueOf(const studio::Bytes& value) { return ValueOf(studio::ByteView(value)); }
template <std::size_t N>
LedgerValue ValueOf(const studio::ByteArray<N>& value) {
  return ValueOf(studio::ByteView(value));
}
inline LedgerValue ValueOf(const studio::Uuid& value) { return ValueOf(value.bytes); }
template <class T>
LedgerValue ValueOf(const std::optional<T>& value) {
  if (value) return ValueOf(*value);
  const T of_its_type{};
  return {ValueOf(of_its_type).type};
}

class Query {
 public:
  template <class... Values>
  Query(LedgerDatabase& database, const char* sql, const Values&... values)
      : rows_(database.Run(sql, std::array<LedgerValue, sizeof...(values)>{ValueOf(values)...})) {}

  bool Next() { return rows_->Next(); }
  void Run() {
    if (rows_->Next()) throw std::logic_error("a statement without an answer has one");
  }

  bool Null(int column) const { return rows_->Null(column); }
  std::int64_t Int(int column) const { return rows_->Int(column); }
  std::uint64_t Count(int column) const { return static_cast<std::uint64_t>(Int(column)); }
  std::uint32_t Number(int column) const { return static_cast<std::uint32_t>(Int(column)); }
  std::string Text(int column) const { return rows_->Text(column); }
  studio::Bytes Blob(int column) const { return rows_->Blob(column); }
  template <std::size_t N>
  studio::ByteArray<N> Array(int column) const {
    const auto array = studio::ToArray<N>(Blob(column));
    if (!array) throw std::runtime_error("the ledger holds a value of the wrong size");
    return *array;
  }
  studio::Uuid Id(int column) const { return studio::Uuid{Array<16>(column)}; }

 private:
  std::unique_ptr<LedgerRows> rows_;
};

// What there is one of (table `meta`); 0 where it was never set.
std::int64_t NumberIn(LedgerDatabase& database, const char* name);
void SetNumberIn(LedgerDatabase& database, const char* name, std::int64_t value);
// One more than it was, and that from now on: numbers are given in the order of commits.
std::int64_t NextNumberIn(LedgerDatabase& database, const char* name);
// What the ledger is called (table `identity`); nothing where it was never set.
studio::Bytes NameIn(LedgerDatabase& database, const char* name);
studio::Uuid IdIn(LedgerDatabase& database, const char* name);
void SetNameIn(LedgerDatabase& database, const char* name, studio::ByteView value);

}  // namespace county
