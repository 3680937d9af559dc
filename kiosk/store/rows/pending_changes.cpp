#include "store/rows/pending_changes.h"

#include <algorithm>

#include "store/outbox/outbox.h"

namespace studio {
namespace {

constexpr const char* kAllChange =
    "SELECT record, body, made_at, refused, acked_ms, "
    "(SELECT state FROM outbox WHERE outbox.id = pending_change.record) "
    "FROM pending_change ORDER BY row";
constexpr const char* kAddChange =
    "INSERT INTO pending_change (record, body, made_at) VALUES (?, ?, ?)";
// 1 and 2: stored and safe.
constexpr const char* kNoteAckChange =
    "UPDATE pending_change SET acked_ms = ? WHERE acked_ms = 0 AND "
    "(SELECT state FROM outbox WHERE outbox.id = pending_change.record) IN (1, 2)";
constexpr const char* kRemoveChange = "DELETE FROM pending_change WHERE record = ?";
constexpr const char* kRefuse = "UPDATE pending_change SET refused = ? WHERE record = ?";
constexpr const char* kForgetChange =
    "DELETE FROM pending_change WHERE record = ? AND refused <> ''";
constexpr const char* kCount =
    "SELECT count(*) FILTER (WHERE refused = ''), count(*) FILTER (WHERE refused <> '') "
    "FROM pending_change";

struct ChangeRow {
  Uuid record;
  PendingRosterChange change;
  std::int64_t acked_ms = 0;
  OutboxState state = OutboxState::kWaiting;
};

std::vector<ChangeRow> ReadChanges(Connection& connection) {
  std::vector<ChangeRow> rows;
  Query query(connection, kAllChange);
  while (query.Step()) {
    auto body = RosterChangeBodyFromJson(query.Text(1));
    if (!body) continue;
    const Uuid record = query.Id(0);
    rows.push_back({record,
                    {record.ToString(), std::move(*body), query.Int(2), query.Text(3)},
                    query.Int(4),
                    static_cast<OutboxState>(query.Int(5))});
  }
  return rows;
}

bool IsApplied(const std::optional<Shift>& shift, const std::string& record) {
  return shift && (shift->applied_record == record ||
                   std::any_of(shift->changes.begin(), shift->changes.end(),
                               [&](const ShiftChange& one) { return one.record == record; }));
}

}  // namespace

std::vector<PendingRosterChange> PendingChanges::All() {
  std::vector<PendingRosterChange> all;
  for (ChangeRow& row : ReadChanges(connection_)) all.push_back(std::move(row.change));
  return all;
}

void PendingChanges::Add(const Uuid& record, const RosterChangeBody& body,
                         std::int64_t made_at_ms) {
  Query(connection_, kAddChange).Add(record).Add(ToJson(body)).Add(made_at_ms).Run();
}

void PendingChanges::NoteAck(std::int64_t county_ms) {
  Query(connection_, kNoteAckChange).Add(county_ms).Run();
}

bool PendingChanges::Settle(DutyRegistry& registry, std::int64_t up_to_ms) {
  bool changed = false;
  for (const ChangeRow& row : ReadChanges(connection_)) {
    if (!row.change.refused.empty()) continue;
    const std::string& record = row.change.record;
    std::string refused = row.state == OutboxState::kSetAside ? "rejected" : "";
    if (const auto superseded = registry.SupersededBy(record)) refused = superseded->reason;
    const bool passed = row.acked_ms != 0 && up_to_ms != 0 && row.acked_ms <= up_to_ms;
    if (!refused.empty()) {
      Query(connection_, kRefuse).Add(refused).Add(row.record).Run();
    } else if (passed || IsApplied(registry.ShiftWith(row.change.body.shift), record)) {
      Query(connection_, kRemoveChange).Add(row.record).Run();
    } else {
      continue;
    }
    changed = true;
  }
  return changed;
}

void PendingChanges::Forget(const std::vector<std::string>& records) {
  for (const std::string& record : records) {
    if (const auto id = Uuid::Parse(record)) Query(connection_, kForgetChange).Add(*id).Run();
  }
}

RosterSummary PendingChanges::Summary() {
  Query query(connection_, kCount);
  query.Step();
  return {static_cast<int>(query.Int(0)), static_cast<int>(query.Int(1))};
}

}  // namespace studio
