#include "store/base/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>

#include "app/base/clock.h"
#include "shared/files/durable_file.h"
#include "store/base/data_folder.h"
#include "store/base/log_check.h"
#include "store/base/schema.h"

namespace studio {
namespace {

namespace fs = std::filesystem;

// A full check reads everything (about 0.2 s for this much on a slow disk); bodies are erased once
// safe, so a terminal's database is usually far below it. Above, damage is found when met.
constexpr std::uintmax_t kCheckedBytes = 64 * 1024 * 1024;

constexpr int kReadTries = 3;

std::uintmax_t SizeOf(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  return error ? 0 : size;
}

void Configure(Connection& connection) {
  connection.Exec("PRAGMA journal_mode = WAL");
  connection.Exec("PRAGMA synchronous = FULL");
  connection.Exec("PRAGMA foreign_keys = ON");
  connection.Exec("PRAGMA secure_delete = ON");  // erased bodies are overwritten, not just freed
  connection.Exec("PRAGMA temp_store = MEMORY");
  connection.Exec("PRAGMA cell_size_check = ON");
}

bool IsWhole(Connection& connection) {
  // A page that could not be read now may be readable at the next try; damage stays.
  for (int tries = 0; tries < kReadTries; ++tries) {
    Query query(connection, "PRAGMA integrity_check(1)");
    const std::string found = query.Step() ? query.Text(0) : "";
    if (found == "ok") return true;
    if (found.find("unable to get the page") == std::string::npos) return false;
  }
  return false;
}

fs::path FreeNameAside(const fs::path& folder, std::int64_t wall_ms) {
  const LocalTime now = LocalTime::At(wall_ms);
  const auto name_at = [&](int extra) {
    char text[64];
    std::snprintf(text, sizeof text, "%s%04d%02d%02d-%02d%02d%02d.db", kBrokenPrefix.data(),
                  now.year, now.month, now.day, now.hour, now.minute,
                  static_cast<int>(wall_ms / 1000 % 60) + extra);
    return folder / text;
  };
  int extra = 0;
  while (fs::exists(name_at(extra)) || fs::exists(name_at(extra).string() + "-wal")) ++extra;
  return name_at(extra);
}

}  // namespace

Result<std::unique_ptr<Connection>> OpenDatabase(const fs::path& folder) {
  const fs::path path = folder / kDatabaseFile;
  if (auto known = CheckSchemaVersion(folder); !known) return tl::unexpected(known.error());
  // SQLite would throw the log away here, and with it what was confirmed last.
  if (SizeOf(path) == 0 && SizeOf(path.string() + "-wal") > 0) {
    return Fail(ErrorKind::kMalformed, "a log without its database");
  }
  const std::uintmax_t size = SizeOf(path);
  try {
    auto connection = std::make_unique<Connection>(path);
    // Until the version is known the file must stay as it is, its log included.
    sqlite3_db_config(connection->database().getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
                      nullptr);
    Configure(*connection);
    if (auto migrated = Migrate(*connection); !migrated) return tl::unexpected(migrated.error());
    if (!HasAllTables(*connection)) return Fail(ErrorKind::kMalformed, "tables are missing");
    if (size != 0 && size <= kCheckedBytes && !IsWhole(*connection)) {
      return Fail(ErrorKind::kMalformed, "the integrity check failed");
    }
    sqlite3_db_config(connection->database().getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0,
                      nullptr);
    return connection;
  } catch (const SQLite::Exception& e) {
    // SQLITE_ERROR: a schema that does not parse, or a table without its columns.
    if (SaysCorrupt(e) || e.getErrorCode() == SQLITE_ERROR) {
      return Fail(ErrorKind::kMalformed, std::string("database: ") + e.what());
    }
    return tl::unexpected(StorageError(e));
  }
}

Result<bool> PutDatabaseAside(const fs::path& folder, std::int64_t wall_ms) {
  const fs::path aside = FreeNameAside(folder, wall_ms);
  const fs::path path = folder / kDatabaseFile;
  // The log first: a log left alone beside a new database would be taken for its own.
  for (const char* suffix : {"-wal", ""}) {
    std::error_code error;
    if (!fs::exists(path.string() + suffix, error)) continue;
    fs::rename(path.string() + suffix, aside.string() + suffix, error);
    if (error) return Fail(ErrorKind::kStorage, "cannot rename: " + error.message());
    SyncFolder(folder);
  }
  std::error_code ignored;
  fs::remove(path.string() + "-shm", ignored);
  return true;
}

Result<bool> KeepBrokenLog(const fs::path& folder, std::int64_t wall_ms) {
  const fs::path log = folder / (std::string(kDatabaseFile) + "-wal");
  // A log without its database is put aside as a whole.
  if (!LogHoldsMore(log) || SizeOf(folder / kDatabaseFile) == 0) return false;
  const auto content = ReadWhole(log);
  if (!content) return tl::unexpected(content.error());
  for (const fs::path& kept : PutAside(folder)) {
    if (SizeOf(kept) != content->size()) continue;
    if (const auto known = ReadWhole(kept); known && *known == *content) return false;
  }
  return WriteDurably(FreeNameAside(folder, wall_ms).string() + "-wal", *content);
}

std::vector<fs::path> PutAside(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& file : fs::directory_iterator(folder, error)) {
    const std::string name = file.path().filename();
    if (name.starts_with(kBrokenPrefix) && (name.ends_with(".db") || name.ends_with(".db-wal"))) {
      found.push_back(file.path());
    }
  }
  std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) {
    const std::string stem_a = a.stem(), stem_b = b.stem();
    return stem_a != stem_b ? stem_a > stem_b : a.string() < b.string();
  });
  return found;
}

}  // namespace studio
