#include "store/files/database_check.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/base/connection.h"
#include "store/base/data_folder.h"
#include "store/base/schema.h"

namespace studio {

DatabaseCondition CheckDatabase(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::exists(folder / kDatabaseFile, error)) return DatabaseCondition::kNone;
  if (!CheckSchemaVersion(folder)) return DatabaseCondition::kNewer;
  try {
    SQLite::Database database((folder / kDatabaseFile).string(), SQLite::OPEN_READONLY,
                              kBusyTimeoutMs);
    const bool whole = database.execAndGet("PRAGMA quick_check(1)").getString() == "ok" &&
                       database.tableExists("outbox");
    return whole ? DatabaseCondition::kGood : DatabaseCondition::kDamaged;
  } catch (const SQLite::Exception&) {
    return DatabaseCondition::kDamaged;
  }
}

}  // namespace studio
