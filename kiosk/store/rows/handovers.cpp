#include "store/rows/handovers.h"

namespace studio {
namespace {

constexpr const char* kNewest =
    "SELECT record, member, shift, date, sealed, made_at, confirmed FROM handover "
    "ORDER BY made_at DESC, row DESC LIMIT 1";
constexpr const char* kAllHandovers =
    "SELECT record, member, shift, date, sealed, made_at, confirmed FROM handover "
    "ORDER BY made_at, row";
constexpr const char* kLeave =
    "INSERT OR REPLACE INTO handover (record, member, shift, date, sealed, made_at, confirmed) "
    "VALUES (?, ?, ?, ?, ?, ?, 0)";
constexpr const char* kConfirm = "UPDATE handover SET confirmed = 1 WHERE record = ?";
constexpr const char* kForgetHandover = "DELETE FROM handover WHERE made_at < ?";

KeptHandover HandoverFrom(Query& query) {
  return {query.Id(0).ToString(), query.Text(1), query.Text(2),    query.Text(3),
          query.Blob(4),          query.Int(5),  query.Int(6) != 0};
}

}  // namespace

std::optional<KeptHandover> Handovers::Newest() {
  Query query(connection_, kNewest);
  if (!query.Step()) return std::nullopt;
  return HandoverFrom(query);
}

std::vector<KeptHandover> Handovers::All() {
  std::vector<KeptHandover> out;
  Query query(connection_, kAllHandovers);
  while (query.Step()) out.push_back(HandoverFrom(query));
  return out;
}

void Handovers::Leave(const Uuid& record, const HandoverBody& body, ByteView sealed,
                      std::int64_t made_at_ms) {
  Query(connection_, kLeave)
      .Add(record)
      .Add(body.member)
      .Add(body.shift)
      .Add(body.date)
      .Add(sealed)
      .Add(made_at_ms)
      .Run();
}

bool Handovers::Confirm(const Uuid& record) {
  return Query(connection_, kConfirm).Add(record).Run() == 1;
}

void Handovers::Forget(std::int64_t made_before_ms) {
  Query(connection_, kForgetHandover).Add(made_before_ms).Run();
}

}  // namespace studio
