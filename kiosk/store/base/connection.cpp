#include "store/base/connection.h"

#include <sqlite3.h>

namespace studio {
Connection::Connection(const std::filesystem::path& path, Opening opening)
    : database_(path.string(),
                opening == Opening::kReadOnly ? SQLite::OPEN_READONLY
                                              : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                kBusyTimeoutMs) {
  // Small pieces would stand in a place of SQLite's own, which is not wiped as malloc's is.
  sqlite3_db_config(database_.getHandle(), SQLITE_DBCONFIG_LOOKASIDE, nullptr, 0, 0);
}

bool Connection::CutLog() {
  sqlite3* const handle = database_.getHandle();
  // Passive waits for nobody, and does most of the work; what is left of it then costs nothing.
  int frames = 0, copied = 0;
  const int done =
      sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, &frames, &copied);
  if (done != SQLITE_OK || frames != copied) return false;
  sqlite3_busy_timeout(handle, 0);
  const int cut =
      sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  sqlite3_busy_timeout(handle, kBusyTimeoutMs);
  return cut == SQLITE_OK;
}

SQLite::Statement& Connection::Prepared(const char* sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    found = statements_.try_emplace(sql, database_, sql).first;
  }
  return found->second;
}

Query::Query(Connection& connection, const char* sql)
    : connection_(connection), statement_(connection.Prepared(sql)) {}

Query::~Query() {
  statement_.tryReset();
  // Bound bytes are copies of what was sealed or public; still, none outlives its statement.
  statement_.clearBindings();
}

Query& Query::Add(std::int64_t value) {
  statement_.bind(++bound_, value);
  return *this;
}

Query& Query::Add(std::string_view text) {
  statement_.bind(++bound_, std::string(text));
  return *this;
}

Query& Query::Add(ByteView blob) {
  // A null pointer would bind NULL; an empty blob is not NULL.
  statement_.bind(++bound_, blob.empty() ? static_cast<const void*>("") : blob.data(),
                  static_cast<int>(blob.size()));
  return *this;
}

Query& Query::AddNull() {
  statement_.bind(++bound_);
  return *this;
}

int Query::Run() {
  statement_.exec();
  return sqlite3_changes(connection_.database().getHandle());
}

Bytes Query::Blob(int column) {
  const auto value = statement_.getColumn(column);
  const auto* bytes = static_cast<const std::uint8_t*>(value.getBlob());
  const int size = value.getBytes();
  return bytes == nullptr ? Bytes() : Bytes(bytes, bytes + size);
}

bool SaysCorrupt(const SQLite::Exception& e) {
  return e.getErrorCode() == SQLITE_CORRUPT || e.getErrorCode() == SQLITE_NOTADB;
}

bool SaysFull(const SQLite::Exception& e) { return e.getErrorCode() == SQLITE_FULL; }

Error StorageError(const SQLite::Exception& e) {
  return {ErrorKind::kStorage, std::string("database: ") + e.what()};
}

}  // namespace studio
