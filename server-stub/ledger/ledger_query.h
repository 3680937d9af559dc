// The ledger's connection with its prepared statements, and one use of a statement. For the
// ledger's own files only.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/uuid.h"

namespace county {

struct LedgerConnection {
  // Opens with the durability the county promises: an ack follows only a synced commit.
  LedgerConnection(const std::filesystem::path& file, int flags);

  SQLite::Database database;
  std::map<std::string_view, std::unique_ptr<SQLite::Statement>> statements;
};

// A statement is prepared once and reset when its use ends, so that no read stays open.
class Query {
 public:
  template <class... Values>
  Query(LedgerConnection& connection, const char* sql, const Values&... values)
      : statement_(Prepared(connection, sql)) {
    int index = 0;
    (Bind(++index, values), ...);
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() {
    statement_.tryReset();
    statement_.clearBindings();
  }

  bool Next() { return statement_.executeStep(); }
  void Run() { statement_.exec(); }

  bool Null(int column) const { return statement_.getColumn(column).isNull(); }
  std::int64_t Int(int column) const { return statement_.getColumn(column).getInt64(); }
  std::uint64_t Count(int column) const { return static_cast<std::uint64_t>(Int(column)); }
  std::uint32_t Number(int column) const { return static_cast<std::uint32_t>(Int(column)); }
  std::string Text(int column) const { return statement_.getColumn(column).getString(); }
  studio::Bytes Blob(int column) const {
    const SQLite::Column value = statement_.getColumn(column);
    const auto* start = static_cast<const std::uint8_t*>(value.getBlob());
    return start == nullptr ? studio::Bytes() : studio::Bytes(start, start + value.getBytes());
  }
  template <std::size_t N>
  studio::ByteArray<N> Array(int column) const {
    const auto array = studio::ToArray<N>(Blob(column));
    if (!array) throw std::runtime_error("the ledger holds a value of the wrong size");
    return *array;
  }
  studio::Uuid Id(int column) const { return studio::Uuid{Array<16>(column)}; }

 private:
  static SQLite::Statement& Prepared(LedgerConnection& connection, const char* sql) {
    auto& statement = connection.statements[sql];
    if (!statement) statement = std::make_unique<SQLite::Statement>(connection.database, sql);
    return *statement;
  }

  void Bind(int index, std::int64_t value) { statement_.bind(index, value); }
  void Bind(int index, std::uint64_t value) { Bind(index, static_cast<std::int64_t>(value)); }
  void Bind(int index, std::uint32_t value) { Bind(index, static_cast<std::int64_t>(value)); }
  void Bind(int index, std::string_view value) { statement_.bind(index, std::string(value)); }
  void Bind(int index, studio::ByteView value) { BindBlob(index, value); }
  void Bind(int index, const studio::Bytes& value) { BindBlob(index, value); }
  template <std::size_t N>
  void Bind(int index, const studio::ByteArray<N>& value) {
    BindBlob(index, value);
  }
  void Bind(int index, const studio::Uuid& value) { BindBlob(index, value.bytes); }
  template <class T>
  void Bind(int index, const std::optional<T>& value) {
    if (value) {
      Bind(index, *value);
    } else {
      statement_.bind(index);
    }
  }
  void BindBlob(int index, studio::ByteView value) {
    statement_.bind(index, static_cast<const void*>(value.data()), static_cast<int>(value.size()));
  }

  SQLite::Statement& statement_;
};

// What there is one of (table `meta`); 0 where it was never set.
std::int64_t NumberIn(LedgerConnection& connection, const char* name);
void SetNumberIn(LedgerConnection& connection, const char* name, std::int64_t value);

}  // namespace county
