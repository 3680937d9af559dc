#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include <cstdio>
#include <ctime>
#include <stdexcept>

#include "server/keys/data_folder.h"
#include "server/ledger/ledger.h"
#include "server/ledger/ledger_query.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;
using studio::Result;

namespace {

// Numbers that are skipped where the replaced ledger cannot say which it had given.
constexpr std::int64_t kSkippedNumbers = 100;

// In one step, so that what other processes write meanwhile cannot make it begin again.
void Copy(SQLite::Database& from, const std::filesystem::path& to) {
  SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  SQLite::Backup backup(copy, from);
  if (backup.executeStep(-1) != SQLITE_DONE) throw std::runtime_error("the copy was interrupted");
}

void RemoveDatabase(const std::filesystem::path& file) {
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    std::filesystem::remove(file.string() + suffix);
  }
}

std::string UtcStamp(std::int64_t now_ms) {
  const std::time_t seconds = static_cast<std::time_t>(now_ms / 1000);
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  char text[32];
  std::strftime(text, sizeof text, "%Y%m%dT%H%M%SZ", &utc);
  return text;
}

// A backup is one plain file: no write-ahead log beside it that could be left behind.
void FinishFile(LedgerConnection& connection) {
  connection.statements.clear();
  connection.database.exec("PRAGMA journal_mode = DELETE");
}

// From the replaced ledger: terminals that joined or were revoked since the backup.
void CarryOverTerminals(LedgerConnection& into, const std::filesystem::path& replaced) {
  std::int64_t last = 0;
  try {
    if (!std::filesystem::exists(replaced)) throw std::runtime_error("no ledger to replace");
    LedgerConnection from(replaced, SQLite::OPEN_READWRITE);
    Query query(from, "SELECT number, studio, key, version, enrolled_ms, revoked FROM terminals");
    while (query.Next()) {
      Query(into,
            "INSERT INTO terminals (number, studio, key, version, enrolled_ms, revoked)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET revoked = excluded.revoked",
            query.Int(0), query.Int(1), query.Blob(2), std::string_view(query.Text(3)),
            query.Int(4), query.Int(5))
          .Run();
    }
    Query codes(from, "SELECT hash, studio, made_ms, terminal FROM codes WHERE terminal NOT NULL");
    while (codes.Next()) {
      Query(into,
            "INSERT INTO codes (hash, studio, made_ms, terminal) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET terminal = excluded.terminal",
            codes.Blob(0), codes.Int(1), codes.Int(2), codes.Int(3))
          .Run();
    }
    Query given(from, "SELECT value FROM meta WHERE name = 'last_terminal'");
    if (given.Next()) last = given.Int(0);
  } catch (const std::exception&) {
    // Lost with the disk, which is what a backup is for; terminals unknown now enrol again.
    Query given(into, "SELECT value FROM meta WHERE name = 'last_terminal'");
    if (given.Next()) last = given.Int(0) + kSkippedNumbers;
  }
  Query(into, "UPDATE meta SET value = max(value, ?) WHERE name = 'last_terminal'", last).Run();
}

void BeginAnewIn(LedgerConnection& connection, std::int64_t now_ms) {
  Query(connection, "UPDATE meta SET value = ? WHERE name = 'ledger_id'", Uuid::Random()).Run();
  Query(connection, "UPDATE meta SET value = ? WHERE name = 'generation'", Uuid::Random()).Run();
  // Versions go on above every cursor given out before, so that none of those looks current.
  Query versions(connection,
                 "SELECT max(v.value, ?), f.value FROM meta AS v, meta AS f"
                 " WHERE v.name = 'feed_version' AND f.name = 'feed_floor'",
                 now_ms);
  if (!versions.Next()) throw std::runtime_error("not a county ledger");
  const std::int64_t floor = versions.Int(0);
  const std::int64_t shift = floor - versions.Int(1);
  // In two moves, because versions are unique at every moment.
  Query(connection, "UPDATE entities SET version = -version").Run();
  Query(connection, "UPDATE entities SET version = ? - version", shift).Run();
  Query(connection, "UPDATE meta SET value = value + ? WHERE name = 'feed_version'", shift).Run();
  Query(connection, "UPDATE meta SET value = ? WHERE name = 'feed_floor'", floor).Run();
}

}  // namespace

void Ledger::BeginAnew(std::int64_t now_ms) { BeginAnewIn(*connection_, now_ms); }

Result<std::uint64_t> Ledger::BackUp(const std::filesystem::path& file) {
  const std::filesystem::path beside = file.string() + ".new";
  RemoveDatabase(beside);
  Copy(connection_->database, beside);
  std::uint64_t safe = 0;
  {
    Ledger copy(beside);
    safe = copy.NewestSerial();
    SetNumberIn(*copy.connection_, "safe_serial", static_cast<std::int64_t>(safe));
    FinishFile(*copy.connection_);
  }
  std::filesystem::rename(beside, file);
  if (auto synced = SyncFolder(file.parent_path()); !synced) return tl::unexpected(synced.error());
  SetNumberIn(*connection_, "safe_serial", static_cast<std::int64_t>(safe));
  return safe;
}

Result<void> RestoreLedger(const std::filesystem::path& backup, const std::filesystem::path& ledger,
                           std::int64_t now_ms) {
  if (!std::filesystem::is_regular_file(backup)) {
    return Fail(ErrorKind::kNotFound, backup.string() + ": no such file");
  }
  const std::filesystem::path beside = ledger.string() + ".new";
  RemoveDatabase(beside);
  try {
    SQLite::Database source(backup.string(), SQLite::OPEN_READONLY);
    Copy(source, beside);
    Ledger readable(beside);
  } catch (const std::exception& error) {
    RemoveDatabase(beside);
    return Fail(ErrorKind::kMalformed, backup.string() + ": " + error.what());
  }
  {
    LedgerConnection connection(beside, SQLite::OPEN_READWRITE);
    SQLite::Transaction transaction(connection.database);
    BeginAnewIn(connection, now_ms);
    CarryOverTerminals(connection, ledger);
    transaction.commit();
    FinishFile(connection);
  }
  if (std::filesystem::exists(ledger)) {
    const std::string kept = ledger.string() + ".replaced-" + UtcStamp(now_ms);
    for (const char* suffix : {"-wal", "-shm", ""}) {
      if (std::filesystem::exists(ledger.string() + suffix)) {
        std::filesystem::rename(ledger.string() + suffix, kept + suffix);
      }
    }
  }
  std::filesystem::rename(beside, ledger);
  return SyncFolder(ledger.parent_path());
}

}  // namespace county
