// A SQLite connection with its prepared statements, and typed binding and reading on top of
// SQLiteCpp. Throws SQLite::Exception, which does not leave this room. Store thread.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"

namespace studio {

inline constexpr int kBusyTimeoutMs = 5000;  // somebody lists the outbox meanwhile

class Connection {
 public:
  enum class Opening { kReadWrite, kReadOnly };
  // Made where it is missing, unless it is only read.
  explicit Connection(const std::filesystem::path& path, Opening opening = Opening::kReadWrite);

  SQLite::Database& database() { return database_; }
  void Exec(const char* sql) { database_.exec(sql); }
  // The log into the database, and cut to nothing. Waits for nobody: false where somebody still
  // reads, or it cannot be done now.
  bool CutLog();
  // Prepared once and kept. `sql` must be a constant.
  SQLite::Statement& Prepared(const char* sql);

 private:
  SQLite::Database database_;
  std::map<const char*, SQLite::Statement> statements_;
};

// One run of a prepared statement; resets it at the end, so it holds no read transaction.
class Query {
 public:
  Query(Connection& connection, const char* sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  // Binds the next parameter.
  Query& Add(std::int64_t value);
  Query& Add(std::string_view text);
  Query& Add(ByteView blob);
  Query& Add(const Uuid& id) { return Add(ByteView(id.bytes)); }
  Query& AddNull();
  template <class T>
  Query& Add(const std::optional<T>& value) {
    return value ? Add(*value) : AddNull();
  }

  bool Step() { return statement_.executeStep(); }
  // For statements without rows; how many rows changed.
  int Run();

  std::int64_t Int(int column) { return statement_.getColumn(column).getInt64(); }
  std::string Text(int column) { return statement_.getColumn(column).getString(); }
  Bytes Blob(int column);
  bool IsNull(int column) { return statement_.getColumn(column).isNull(); }
  // Zeros where the column holds something else.
  template <std::size_t N>
  ByteArray<N> Array(int column) {
    return ToArray<N>(Blob(column)).value_or(ByteArray<N>{});
  }
  Uuid Id(int column) { return Uuid{Array<16>(column)}; }

 private:
  Connection& connection_;
  SQLite::Statement& statement_;
  int bound_ = 0;
};

// BEGIN IMMEDIATE; rolled back unless committed.
class Change {
 public:
  explicit Change(Connection& connection)
      : transaction_(connection.database(), SQLite::TransactionBehavior::IMMEDIATE) {}
  void Commit() { transaction_.commit(); }

 private:
  SQLite::Transaction transaction_;
};

bool SaysCorrupt(const SQLite::Exception& e);
bool SaysFull(const SQLite::Exception& e);
Error StorageError(const SQLite::Exception& e);

}  // namespace studio
