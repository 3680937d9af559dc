#include "store/rows/handovers.h"

namespace studio {
namespace {

constexpr const char* kReadHandover = "SELECT record, body, made_at, confirmed FROM handover";
constexpr const char* kLeave =
    "INSERT OR REPLACE INTO handover (one, record, body, made_at, confirmed) "
    "VALUES (1, ?, ?, ?, 0)";
constexpr const char* kConfirm = "UPDATE handover SET confirmed = 1 WHERE record = ?";
constexpr const char* kForgetHandover = "DELETE FROM handover WHERE made_at < ?";

}  // namespace

std::optional<KeptHandover> Handovers::Newest() {
  Query query(connection_, kReadHandover);
  if (!query.Step()) return std::nullopt;
  auto body = HandoverBodyFromJson(query.Text(1));
  if (!body) return std::nullopt;
  return KeptHandover{query.Id(0).ToString(), std::move(*body), query.Int(2), query.Int(3) != 0};
}

void Handovers::Leave(const Uuid& record, const HandoverBody& body, std::int64_t made_at_ms) {
  Query(connection_, kLeave).Add(record).Add(ToJson(body)).Add(made_at_ms).Run();
}

bool Handovers::Confirm(const Uuid& record) {
  return Query(connection_, kConfirm).Add(record).Run() == 1;
}

void Handovers::Forget(std::int64_t made_before_ms) {
  Query(connection_, kForgetHandover).Add(made_before_ms).Run();
}

}  // namespace studio
