// The ledger in one file: what a county has where nothing else is said.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>

#include "server/ledger/ledger_database.h"

namespace county {

// Throws SQLite::Exception when the disk or the database fails.
class SqliteDatabase : public LedgerDatabase {
 public:
  // flags: SQLite::OPEN_…. Opens with the durability the county promises: an ack follows only a
  // synced commit.
  SqliteDatabase(const std::filesystem::path& file, int flags);

  std::unique_ptr<LedgerRows> Run(const char* sql, std::span<const LedgerValue> values) override;
  void Define(const std::string& sql) override;
  void Begin(LedgerAccess access) override;
  void Commit() override;
  void RollBack() noexcept override;
  std::optional<std::int64_t> Version() override;
  void SetVersion(std::int64_t version) override;
  void NumbersWereGiven() override {}
  void BackUp(const std::filesystem::path& file) override;

  // A backup is one plain file: no write-ahead log beside it that could be left behind.
  void FinishFile();

 private:
  SQLite::Database database_;
  std::map<std::string_view, std::unique_ptr<SQLite::Statement>> statements_;
};

// The whole of it, in one step, so that what other processes write meanwhile cannot make it begin
// again.
void CopyFile(SQLite::Database& from, const std::filesystem::path& to);
// With what lies beside it.
void RemoveDatabase(const std::filesystem::path& file);

}  // namespace county
