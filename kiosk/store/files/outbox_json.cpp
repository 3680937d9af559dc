#include "store/files/outbox_json.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "shared/base/json.h"
#include "shared/base/rfc3339.h"
#include "shared/record/record.h"
#include "store/base/connection.h"
#include "store/base/data_folder.h"
#include "store/base/schema.h"
#include "store/outbox/attachments.h"
#include "store/outbox/outbox.h"

namespace studio {
namespace {

std::string IdText(const SQLite::Column& column) {
  const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
  Uuid id;
  if (column.getBytes() == 16) std::copy(bytes, bytes + 16, id.bytes.begin());
  return id.ToString();
}

const char* StateName(OutboxState state, bool withdrawn) {
  switch (state) {
    case OutboxState::kWaiting:
      return "waiting";
    case OutboxState::kStored:
      return withdrawn ? "withdrawn" : "stored";
    case OutboxState::kSafe:
      return withdrawn ? "withdrawn" : "safe";
    case OutboxState::kSetAside:
      return "set_aside";
  }
  return "unknown";
}

nlohmann::json TextOrNull(const SQLite::Column& column) {
  return column.isNull() ? nlohmann::json(nullptr) : nlohmann::json(column.getString());
}

nlohmann::json AttachmentsOf(SQLite::Statement& attachments, std::int64_t record) {
  auto list = nlohmann::json::array();
  attachments.reset();
  attachments.bind(1, record);
  while (attachments.executeStep()) {
    list.push_back({
        {"digest", attachments.getColumn(0).getString()},
        {"bytes", attachments.getColumn(1).getInt64()},
        {"state", NameOf(static_cast<AttachmentState>(attachments.getColumn(2).getInt64()))},
        {"reason", TextOrNull(attachments.getColumn(3))},
    });
  }
  return list;
}

}  // namespace

Result<std::string> OutboxJson(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    return Fail(ErrorKind::kNotFound, "no data folder " + folder.string());
  }
  if (auto known = CheckSchemaVersion(folder); !known) return tl::unexpected(known.error());
  if (!std::filesystem::exists(folder / kDatabaseFile, error)) return "[]";
  try {
    SQLite::Database database((folder / kDatabaseFile).string(), SQLite::OPEN_READONLY,
                              kBusyTimeoutMs);
    if (!database.tableExists("outbox")) return "[]";
    SQLite::Transaction one_moment(database);
    SQLite::Statement rows(database,
                           "SELECT stream, seq, id, kind, state, withdrawn, reason, receipt, "
                           "made_at, row FROM outbox ORDER BY row");
    // A database that no program of this version has opened yet has none.
    const bool has_attachments = database.tableExists("attachment");
    SQLite::Statement attachments(database, has_attachments
                                                ? "SELECT lower(hex(digest)), bytes, state, reason "
                                                  "FROM attachment WHERE record = ? ORDER BY row"
                                                : "SELECT 1 WHERE ? IS NULL");
    auto list = nlohmann::json::array();
    while (rows.executeStep()) {
      const auto kind = RecordKindFrom(static_cast<std::uint8_t>(rows.getColumn(3).getInt()));
      list.push_back({
          {"stream", IdText(rows.getColumn(0))},
          {"seq", rows.getColumn(1).getInt64()},
          {"id", IdText(rows.getColumn(2))},
          {"kind", kind ? NameOf(*kind) : "unknown"},
          {"state", StateName(static_cast<OutboxState>(rows.getColumn(4).getInt64()),
                              rows.getColumn(5).getInt() != 0)},
          {"reason", TextOrNull(rows.getColumn(6))},
          {"receipt", TextOrNull(rows.getColumn(7))},
          {"made_at", Rfc3339(rows.getColumn(8).getInt64())},
          {"attachments", AttachmentsOf(attachments, rows.getColumn(9).getInt64())},
      });
    }
    return list.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
  } catch (const SQLite::Exception& e) {
    return tl::unexpected(StorageError(e));
  }
}

}  // namespace studio
