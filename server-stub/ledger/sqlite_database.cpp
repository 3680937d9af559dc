#include "server/ledger/sqlite_database.h"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include <stdexcept>

namespace county {
namespace {

constexpr std::int64_t kApplicationId = 0x4d53434c;  // "MSCL"
constexpr int kBusyTimeoutMs = 20'000;

class SqliteRows : public LedgerRows {
 public:
  explicit SqliteRows(SQLite::Statement& statement) : statement_(statement) {}
  SqliteRows(const SqliteRows&) = delete;
  SqliteRows& operator=(const SqliteRows&) = delete;
  ~SqliteRows() override {
    statement_.tryReset();
    statement_.clearBindings();
  }

  bool Next() override { return statement_.executeStep(); }
  bool Null(int column) const override { return statement_.getColumn(column).isNull(); }
  std::int64_t Int(int column) const override { return statement_.getColumn(column).getInt64(); }
  std::string Text(int column) const override { return statement_.getColumn(column).getString(); }
  studio::Bytes Blob(int column) const override {
    const SQLite::Column value = statement_.getColumn(column);
    const auto* start = static_cast<const std::uint8_t*>(value.getBlob());
    return start == nullptr ? studio::Bytes() : studio::Bytes(start, start + value.getBytes());
  }

 private:
  SQLite::Statement& statement_;
};

void Bind(SQLite::Statement& statement, int index, const LedgerValue& value) {
  if (value.null) return statement.bind(index);
  switch (value.type) {
    case LedgerValue::Type::kInteger:
      return statement.bind(index, value.integer);
    case LedgerValue::Type::kText:
      return statement.bind(index, std::string(value.text));
    case LedgerValue::Type::kBytes:
      // No bytes are not NULL.
      return statement.bind(index,
                            value.text.empty() ? "" : static_cast<const void*>(value.text.data()),
                            static_cast<int>(value.text.size()));
  }
}

std::int64_t Pragma(SQLite::Database& database, const char* name) {
  return database.execAndGet(std::string("PRAGMA ") + name).getInt64();
}

}  // namespace

SqliteDatabase::SqliteDatabase(const std::filesystem::path& file, int flags)
    : database_(file.string(), flags, kBusyTimeoutMs) {
  database_.exec("PRAGMA journal_mode = WAL");
  database_.exec("PRAGMA synchronous = FULL");
  database_.exec("PRAGMA secure_delete = ON");  // a withdrawn body is gone, not just unlinked
}

std::unique_ptr<LedgerRows> SqliteDatabase::Run(const char* sql,
                                                std::span<const LedgerValue> values) {
  auto& statement = statements_[sql];
  if (!statement) statement = std::make_unique<SQLite::Statement>(database_, sql);
  auto rows = std::make_unique<SqliteRows>(*statement);
  int index = 0;
  for (const LedgerValue& value : values) Bind(*statement, ++index, value);
  return rows;
}

void SqliteDatabase::Define(const std::string& sql) { database_.exec(sql); }

void SqliteDatabase::Begin(LedgerAccess access) {
  database_.exec(access == LedgerAccess::kWrite ? "BEGIN IMMEDIATE" : "BEGIN");
}

void SqliteDatabase::Commit() { database_.exec("COMMIT"); }

void SqliteDatabase::RollBack() noexcept {
  try {
    database_.exec("ROLLBACK");
  } catch (const SQLite::Exception&) {
    // There is none any more where the disk failed.
  }
}

std::optional<std::int64_t> SqliteDatabase::Version() {
  if (Pragma(database_, "application_id") != kApplicationId) return std::nullopt;
  return Pragma(database_, "user_version");
}

void SqliteDatabase::SetVersion(std::int64_t version) {
  database_.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  database_.exec("PRAGMA user_version = " + std::to_string(version));
}

void SqliteDatabase::BackUp(const std::filesystem::path& file) { CopyFile(database_, file); }

void SqliteDatabase::FinishFile() {
  statements_.clear();
  database_.exec("PRAGMA journal_mode = DELETE");
}

void CopyFile(SQLite::Database& from, const std::filesystem::path& to) {
  SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  SQLite::Backup backup(copy, from);
  if (backup.executeStep(-1) != SQLITE_DONE) throw std::runtime_error("the copy was interrupted");
}

void RemoveDatabase(const std::filesystem::path& file) {
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    std::filesystem::remove(file.string() + suffix);
  }
}

}  // namespace county
