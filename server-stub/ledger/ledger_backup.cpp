#include <algorithm>

#include "server/keys/data_folder.h"
#include "server/ledger/ledger.h"
#include "server/ledger/ledger_place.h"
#include "server/ledger/ledger_query.h"
#include "server/ledger/ledger_schema.h"
#include "server/ledger/sqlite_database.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;
using studio::Result;

namespace {

// Numbers that are skipped where the replaced ledger cannot say which it had given.
constexpr std::int64_t kSkippedNumbers = 100;

// From the replaced ledger: terminals that joined or were revoked since the backup.
void CarryOverTerminals(LedgerDatabase& into, const DataFolder& folder) {
  std::int64_t last = 0;
  try {
    const auto from = OpenDatabase(folder);
    Query query(*from, "SELECT number, studio, key, version, enrolled_ms, revoked FROM terminals");
    while (query.Next()) {
      Query(into,
            "INSERT INTO terminals (number, studio, key, version, enrolled_ms, revoked)"
            " VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (number) DO UPDATE SET revoked = excluded.revoked",
            query.Int(0), query.Int(1), query.Blob(2), query.Text(3), query.Int(4), query.Int(5))
          .Run();
    }
    Query codes(*from,
                "SELECT hash, studio, made_ms, terminal FROM codes WHERE terminal IS NOT NULL");
    while (codes.Next()) {
      Query(into,
            "INSERT INTO codes (hash, studio, made_ms, terminal) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (hash) DO UPDATE SET terminal = excluded.terminal",
            codes.Blob(0), codes.Int(1), codes.Int(2), codes.Int(3))
          .Run();
    }
    last = NumberIn(*from, "last_terminal");
  } catch (const std::exception&) {
    // Lost with the disk, which is what a backup is for; terminals unknown now enrol again.
    last = NumberIn(into, "last_terminal") + kSkippedNumbers;
  }
  SetNumberIn(into, "last_terminal", std::max(last, NumberIn(into, "last_terminal")));
}

void BeginAnewIn(LedgerDatabase& database, std::int64_t now_ms) {
  SetNameIn(database, "ledger_id", Uuid::Random().bytes);
  SetNameIn(database, "generation", Uuid::Random().bytes);
  // Versions go on above every cursor given out before, so that none of those looks current.
  const std::int64_t version = NumberIn(database, "feed_version");
  const std::int64_t floor = std::max(version, now_ms);
  const std::int64_t shift = floor - NumberIn(database, "feed_floor");
  // In two moves, because versions are unique at every moment.
  Query(database, "UPDATE entities SET version = -version").Run();
  Query(database, "UPDATE entities SET version = ? - version", shift).Run();
  SetNumberIn(database, "feed_version", version + shift);
  SetNumberIn(database, "feed_floor", floor);
  database.Announce();
}

void RaiseSafeSerial(LedgerDatabase& database, std::uint64_t serial) {
  if (Query(database, "SELECT 1 FROM meta WHERE name = 'safe_serial' AND value >= ?", serial)
          .Next()) {
    return;
  }
  Query(database,
        "INSERT INTO meta (name, value) VALUES ('safe_serial', ?) ON CONFLICT (name)"
        " DO UPDATE SET value = excluded.value WHERE meta.value < excluded.value",
        serial)
      .Run();
}

}  // namespace

void Ledger::BeginAnew(std::int64_t now_ms) { BeginAnewIn(*database_, now_ms); }

Result<std::uint64_t> Ledger::BackUp(const std::filesystem::path& file) {
  const std::filesystem::path beside = file.string() + ".new";
  RemoveDatabase(beside);
  database_->BackUp(beside);
  std::uint64_t safe = 0;
  {
    SqliteDatabase copy(beside, SQLite::OPEN_READWRITE);
    safe = static_cast<std::uint64_t>(NumberIn(copy, "last_serial"));
    SetNumberIn(copy, "safe_serial", static_cast<std::int64_t>(safe));
    copy.FinishFile();
  }
  std::filesystem::rename(beside, file);
  if (auto synced = SyncFolder(file.parent_path()); !synced) return tl::unexpected(synced.error());
  RaiseSafeSerial(*database_, safe);
  return safe;
}

void Ledger::TakeCopyForSafe() {
  if (!mark_.empty() && database_->CopyHas(mark_)) RaiseSafeSerial(*database_, marked_serial_);
  // What is read first is under the mark.
  marked_serial_ = NewestSerial();
  mark_ = database_->Mark();
}

void Ledger::NoteBackup(std::int64_t now_ms) { SetNumberIn(*database_, "backup_ms", now_ms); }
std::int64_t Ledger::LastBackupMs() const { return NumberIn(*database_, "backup_ms"); }

Result<void> CheckLedger(const DataFolder& folder) {
  if (!folder.Founded()) return Fail(ErrorKind::kNotFound, "no ledger");
  try {
    if (LedgerUrl(folder)) {
      BringUpToDate(*OpenDatabase(folder));
      return {};
    }
    SQLite::Database database(folder.ledger().string(), SQLite::OPEN_READONLY, 5000);
    const std::string said = database.execAndGet("PRAGMA quick_check(1)").getString();
    if (said != "ok") return Fail(ErrorKind::kMalformed, said);
    return {};
  } catch (const LedgerAway& away) {
    return Fail(ErrorKind::kUnavailable, away.what());
  } catch (const std::exception& error) {
    return Fail(ErrorKind::kMalformed, error.what());
  }
}

Result<void> RestoreLedger(const std::filesystem::path& backup, const DataFolder& folder,
                           std::int64_t now_ms) {
  if (!std::filesystem::is_regular_file(backup)) {
    return Fail(ErrorKind::kNotFound, backup.string() + ": no such file");
  }
  const std::filesystem::path beside = folder.ledger().string() + ".new";
  RemoveDatabase(beside);
  try {
    SQLite::Database source(backup.string(), SQLite::OPEN_READONLY);
    CopyFile(source, beside);
    SqliteDatabase readable(beside, SQLite::OPEN_READWRITE);
    BringUpToDate(readable);
  } catch (const std::exception& error) {
    RemoveDatabase(beside);
    return Fail(ErrorKind::kMalformed, backup.string() + ": " + error.what());
  }
  {
    SqliteDatabase database(beside, SQLite::OPEN_READWRITE);
    LedgerTransaction transaction(database, LedgerAccess::kWrite);
    BeginAnewIn(database, now_ms);
    CarryOverTerminals(database, folder);
    transaction.Commit();
    database.FinishFile();
  }
  return PutInPlace(beside, folder, UtcStamp(now_ms));
}

}  // namespace county
