#include "server/ledger/ledger_place.h"

#include <algorithm>
#include <ctime>

#include "server/ledger/ledger_copy.h"
#include "server/ledger/ledger_query.h"
#include "server/ledger/ledger_schema.h"
#include "server/ledger/postgresql_database.h"
#include "server/ledger/postgresql_news.h"
#include "server/ledger/sqlite_database.h"

namespace county {

using studio::ErrorKind;
using studio::Fail;

namespace {

constexpr const char* kInUse = "the ledger is in use; stop every `serve` and command of it first";

void CopyAndCompare(LedgerDatabase& from, LedgerDatabase& to, LedgerDigest& digest) {
  MakeTables(to);
  CopyTables(from, to);
  digest = DigestOf(from);
  if (DigestOf(to) != digest) {
    throw std::runtime_error("what was copied is not what was there; nothing was moved");
  }
}

Result<void> WriteUrl(const DataFolder& folder, const std::string& url) {
  return WriteFile(folder.ledger_url(), studio::AsBytes(url + "\n"), FileMode::kPrivate);
}

// The file goes aside once the url counts.
Result<MovedLedger> MoveToPostgresql(const DataFolder& folder, const std::string& url,
                                     const std::string& stamp) {
  LedgerDigest digest;
  {
    SqliteDatabase from(folder.ledger(), SQLite::OPEN_READWRITE);
    BringUpToDate(from);
    PostgresqlDatabase to(PostgresqlPlace::Parse(url));
    if (to.Version()) {
      return Fail(ErrorKind::kConflict, "a county's ledger is in that schema already");
    }
    LedgerTransaction reading(from, LedgerAccess::kWrite);  // nobody writes what would stay behind
    LedgerTransaction writing(to, LedgerAccess::kWrite);
    to.MakeSchema();
    CopyAndCompare(from, to, digest);
    writing.Commit();
    if (auto told = WriteUrl(folder, url); !told) return tl::unexpected(told.error());
  }
  const std::string kept = folder.ledger().string() + ".moved-" + stamp;
  PutFileAside(folder.ledger(), kept);
  if (auto synced = SyncFolder(folder.root()); !synced) return tl::unexpected(synced.error());
  return MovedLedger{digest.streams.size(), kept};
}

Result<MovedLedger> MoveToFile(const DataFolder& folder, const std::string& url,
                               const std::string& stamp) {
  PostgresqlDatabase from(PostgresqlPlace::Parse(url));
  if (!from.TakeAlone()) return Fail(ErrorKind::kConflict, kInUse);
  if (!from.Version() && std::filesystem::exists(folder.ledger())) {
    std::filesystem::remove(folder.ledger_url());  // a move that was interrupted at its last step
    return MovedLedger{};
  }
  BringUpToDate(from);
  const std::filesystem::path beside = folder.ledger().string() + ".new";
  RemoveDatabase(beside);
  LedgerDigest digest;
  const std::string kept = from.NameAside("moved", stamp);
  {
    SqliteDatabase to(beside, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    LedgerTransaction reading(from, LedgerAccess::kWrite);
    {
      LedgerTransaction writing(to, LedgerAccess::kWrite);
      CopyAndCompare(from, to, digest);
      writing.Commit();
    }
    to.FinishFile();
    PutFileAside(folder.ledger(), folder.ledger().string() + ".replaced-" + stamp);
    std::filesystem::rename(beside, folder.ledger());
    if (auto synced = SyncFolder(folder.root()); !synced) return tl::unexpected(synced.error());
    from.PutAside(kept);
    reading.Commit();
  }
  std::filesystem::remove(folder.ledger_url());
  if (auto synced = SyncFolder(folder.root()); !synced) return tl::unexpected(synced.error());
  return MovedLedger{digest.streams.size(), "schema " + kept};
}

}  // namespace

std::optional<std::string> LedgerUrl(const DataFolder& folder) {
  auto url = ReadText(folder.ledger_url());
  if (!url && url.error().kind == ErrorKind::kNotFound) return std::nullopt;
  if (!url) throw std::runtime_error(url.error().detail);
  while (!url->empty() && (url->back() == '\n' || url->back() == ' ')) url->pop_back();
  return *url;
}

std::unique_ptr<LedgerDatabase> OpenDatabase(const DataFolder& folder) {
  if (const auto url = LedgerUrl(folder)) {
    return std::make_unique<PostgresqlDatabase>(PostgresqlPlace::Parse(*url));
  }
  return std::make_unique<SqliteDatabase>(folder.ledger(), SQLite::OPEN_READWRITE);
}

std::unique_ptr<LedgerNews> NewsOf(const DataFolder& folder, std::function<void()> heard) {
  const auto url = LedgerUrl(folder);
  if (!url) return nullptr;
  return std::make_unique<PostgresqlNews>(PostgresqlPlace::Parse(*url), std::move(heard));
}

Result<MovedLedger> MoveLedger(const DataFolder& folder, const std::string& to,
                               std::int64_t now_ms) {
  const auto url = LedgerUrl(folder);
  const std::string stamp = UtcStamp(now_ms);
  if (to != kLedgerFile && !url) return MoveToPostgresql(folder, to, stamp);
  if (to == kLedgerFile && url) return MoveToFile(folder, *url, stamp);
  return Fail(ErrorKind::kConflict, to == kLedgerFile
                                        ? "the ledger is in the county's folder already"
                                        : "the ledger is in PostgreSQL already; move it to the "
                                          "folder first: --to " +
                                              std::string(kLedgerFile));
}

Result<void> FoundThere(const std::filesystem::path& file, const DataFolder& folder,
                        const std::string& url) {
  SqliteDatabase from(file, SQLite::OPEN_READWRITE);
  PostgresqlDatabase to(PostgresqlPlace::Parse(url));
  if (to.Version()) {
    for (const char* name : {"county", "founding"}) {
      if (NameIn(to, name) == NameIn(from, name)) continue;
      return Fail(ErrorKind::kConflict, "another county's ledger is in that schema");
    }
    return WriteUrl(folder, url);
  }
  LedgerTransaction reading(from, LedgerAccess::kRead);
  LedgerTransaction writing(to, LedgerAccess::kWrite);
  to.MakeSchema();
  LedgerDigest digest;
  CopyAndCompare(from, to, digest);
  writing.Commit();
  return WriteUrl(folder, url);
}

Result<void> PutInPlace(const std::filesystem::path& file, const DataFolder& folder,
                        const std::string& stamp) {
  const auto url = LedgerUrl(folder);
  if (!url) {
    PutFileAside(folder.ledger(), folder.ledger().string() + ".replaced-" + stamp);
    std::filesystem::rename(file, folder.ledger());
    return SyncFolder(folder.root());
  }
  {
    SqliteDatabase from(file, SQLite::OPEN_READWRITE);
    PostgresqlDatabase to(PostgresqlPlace::Parse(*url));
    if (!to.TakeAlone()) return Fail(ErrorKind::kConflict, kInUse);
    LedgerTransaction reading(from, LedgerAccess::kRead);
    LedgerTransaction writing(to, LedgerAccess::kWrite);
    if (to.Version()) to.PutAside(to.NameAside("replaced", stamp));
    to.MakeSchema();
    LedgerDigest digest;
    CopyAndCompare(from, to, digest);
    writing.Commit();
  }
  RemoveDatabase(file);
  return {};
}

void PutFileAside(const std::filesystem::path& ledger, const std::string& kept) {
  for (const char* suffix : {"-wal", "-shm", ""}) {
    if (std::filesystem::exists(ledger.string() + suffix)) {
      std::filesystem::rename(ledger.string() + suffix, kept + suffix);
    }
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

}  // namespace county
