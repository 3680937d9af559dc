#include "store/rows/own_deeds.h"

namespace studio {
namespace {

// OutboxState: 1 and 2 are stored and safe, 3 is set aside.
constexpr const char* kAllOwn =
    "SELECT record, own_deed.sealed FROM own_deed JOIN outbox ON outbox.id = record "
    "WHERE state <> 3 ORDER BY record";
constexpr const char* kAddOwn = "INSERT INTO own_deed (record, sealed) VALUES (?, ?)";
constexpr const char* kSettleOwn =
    "DELETE FROM own_deed WHERE (SELECT state IN (1, 2) AND received_at <= ? FROM outbox "
    "WHERE outbox.id = record)";

}  // namespace

std::vector<OwnDeed> OwnDeeds::All() {
  std::vector<OwnDeed> all;
  Query query(connection_, kAllOwn);
  while (query.Step()) all.push_back({query.Id(0), query.Blob(1)});
  return all;
}

void OwnDeeds::Add(const Uuid& record, ByteView sealed) {
  Query(connection_, kAddOwn).Add(record).Add(sealed).Run();
}

void OwnDeeds::Settle(std::int64_t read_up_to_ms) {
  if (read_up_to_ms != 0) Query(connection_, kSettleOwn).Add(read_up_to_ms).Run();
}

}  // namespace studio
