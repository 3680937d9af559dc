#include "store/outbox/set_aside.h"

#include "shared/base/digest.h"
#include "shared/base/uuid.h"
#include "store/outbox/refusals.h"

namespace studio {
namespace {

// States are written out (0 waiting, 3 set aside) because a partial index is used only where its
// condition stands in the statement.
constexpr const char* kOldestSetAside =
    "SELECT min(made_at) FROM (SELECT * FROM (SELECT made_at FROM outbox WHERE state = 0 AND "
    "urgent = 1 ORDER BY row LIMIT 1) UNION ALL SELECT * FROM (SELECT made_at FROM outbox WHERE "
    "state = 0 AND urgent = 0 ORDER BY row LIMIT 1))";
constexpr const char* kWaitingFiles = "SELECT count(*) FROM attachment WHERE state = 0";
// A file whose record is set aside goes again with it and is not told of by itself.
#define LONE_FILES                                                 \
  "FROM attachment JOIN outbox ON outbox.row = attachment.record " \
  "WHERE attachment.state = 3 AND outbox.state <> 3 "
constexpr const char* kCountFiles = "SELECT count(*) " LONE_FILES;
constexpr const char* kRecords =
    "SELECT id, kind, receipt, made_at, reason FROM outbox WHERE state = 3 "
    "ORDER BY row DESC LIMIT ?";
constexpr const char* kFiles =
    "SELECT outbox.id, outbox.kind, outbox.receipt, outbox.made_at, attachment.reason, "
    "attachment.digest " LONE_FILES "ORDER BY attachment.row DESC LIMIT ?";
#undef LONE_FILES

constexpr const char* kRecordAgain =
    "UPDATE outbox SET state = 0, reason = NULL WHERE id = ? AND state = 3";
constexpr const char* kFileAgain =
    "UPDATE attachment SET state = 0, reason = NULL WHERE digest = ? AND state = 3 AND "
    "(SELECT state FROM outbox WHERE outbox.row = attachment.record) <> 3";
constexpr const char* kFilesOfAgain =
    "UPDATE attachment SET state = 0, reason = NULL WHERE state = 3 AND record = "
    "(SELECT row FROM outbox WHERE id = ?)";
constexpr const char* kAllRecordsAgain =
    "UPDATE outbox SET state = 0, reason = NULL WHERE row IN "
    "(SELECT row FROM outbox WHERE state = 3)";
constexpr const char* kAllFilesAgain =
    "UPDATE attachment SET state = 0, reason = NULL WHERE row IN "
    "(SELECT row FROM attachment WHERE state = 3)";
// A change of the roster that was told as not applied is waited for again.
constexpr const char* kChangeAgain =
    "UPDATE pending_change SET refused = '' WHERE record = ? AND refused = 'rejected'";
constexpr const char* kAllChangesAgain =
    "UPDATE pending_change SET refused = '' WHERE refused = 'rejected'";
// So is what was done about a wish; what the county has is lost for good.
constexpr const char* kActAgain =
    "UPDATE wish_act SET lost_ms = 0 WHERE record = ? AND acked_ms = 0";
constexpr const char* kAllActsAgain = "UPDATE wish_act SET lost_ms = 0 WHERE acked_ms = 0";

SetAsideItem ItemOf(Query& query) {
  SetAsideItem item;
  item.record = query.Id(0).ToString();
  item.kind = RecordKindFrom(static_cast<std::uint8_t>(query.Int(1))).value_or(item.kind);
  item.receipt = query.Text(2);
  item.made_at_ms = query.Int(3);
  item.reason = query.Text(4);
  return item;
}

}  // namespace

std::int64_t SetAside::Count(const char* sql) {
  Query query(connection_, sql);
  return query.Step() ? query.Int(0) : 0;
}

std::vector<SetAsideItem> SetAside::List(std::size_t most) {
  std::vector<SetAsideItem> items;
  {
    Query records(connection_, kRecords);
    records.Add(static_cast<std::int64_t>(most));
    while (records.Step()) {
      items.push_back(ItemOf(records));
      items.back().code = RefusalOf(connection_, records.Id(0).bytes, items.back().reason);
    }
  }
  Query files(connection_, kFiles);
  files.Add(static_cast<std::int64_t>(most - items.size()));
  while (files.Step()) {
    items.push_back(ItemOf(files));
    const Digest digest = files.Array<32>(5);
    items.back().attachment = ToHex(digest);
    items.back().code = RefusalOf(connection_, digest, items.back().reason);
  }
  return items;
}

OutboxReport SetAside::Report(const OutboxSummary& summary, std::size_t most_items) {
  OutboxReport report;
  report.waiting = summary.waiting;
  report.waiting_requests = summary.waiting_requests;
  report.waiting_attachments = Count(kWaitingFiles);
  report.oldest_ms = summary.waiting > 0 ? Count(kOldestSetAside) : 0;
  report.set_aside = summary.set_aside + Count(kCountFiles);
  if (report.set_aside > 0) report.items = List(most_items);
  return report;
}

std::int64_t SetAside::TryAgain(const std::vector<SetAsideItem>& items) {
  std::int64_t again = 0;
  for (const SetAsideItem& item : items) {
    if (!item.attachment.empty()) {
      const auto digest = FromHex(item.attachment);
      if (!digest) continue;
      again += Query(connection_, kFileAgain).Add(ByteView(*digest)).Run();
      ForgetRefusal(connection_, *digest);
      continue;
    }
    const auto id = Uuid::Parse(item.record);
    if (!id || Query(connection_, kRecordAgain).Add(*id).Run() == 0) continue;
    ForgetRefusal(connection_, id->bytes);
    Query(connection_, kFilesOfAgain).Add(*id).Run();
    Query(connection_, kChangeAgain).Add(*id).Run();
    Query(connection_, kActAgain).Add(*id).Run();
    ++again;
  }
  return again;
}

std::int64_t SetAside::TryAllAgain() {
  std::int64_t again = Count(kCountFiles);
  again += Query(connection_, kAllRecordsAgain).Run();
  Query(connection_, kAllFilesAgain).Run();
  ForgetRefusals(connection_);
  Query(connection_, kAllChangesAgain).Run();
  Query(connection_, kAllActsAgain).Run();
  return again;
}

std::vector<std::string> SetAsideStatements() {
  return {kOldestSetAside, kWaitingFiles, kCountFiles,   kRecords,         kFiles,
          kRecordAgain,    kFileAgain,    kFilesOfAgain, kAllRecordsAgain, kAllFilesAgain};
}

}  // namespace studio
