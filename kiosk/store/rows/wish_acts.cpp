#include "store/rows/wish_acts.h"

#include "shared/base/time_units.h"
#include "store/outbox/outbox.h"

namespace studio {
namespace {

constexpr std::int64_t kToldMs = 7 * kDayMs;

constexpr const char* kAllWishAct =
    "SELECT record, act, wish, member, member_name, made_at, acked_ms, lost_ms, "
    "(SELECT state FROM outbox WHERE outbox.id = wish_act.record) FROM wish_act ORDER BY rowid";
constexpr const char* kAddWishAct =
    "INSERT INTO wish_act (record, act, wish, member, member_name, made_at) "
    "VALUES (?, ?, ?, ?, ?, ?)";
// 1 and 2: stored and safe.
constexpr const char* kNoteAckWishAct =
    "UPDATE wish_act SET acked_ms = ? WHERE acked_ms = 0 AND "
    "(SELECT state FROM outbox WHERE outbox.id = wish_act.record) IN (1, 2)";
constexpr const char* kRemoveWishAct = "DELETE FROM wish_act WHERE record = ?";
constexpr const char* kLose = "UPDATE wish_act SET lost_ms = ? WHERE record = ?";

struct WishActRow {
  Uuid record;
  WishAct act = WishAct::kClaim;
  WishClaim claim;
  std::int64_t acked_ms = 0;
  std::int64_t lost_ms = 0;
  OutboxState state = OutboxState::kWaiting;

  bool IsDone(const std::optional<Wish>& wish) const {
    if (!wish) return false;
    if (act == WishAct::kClaim) return wish->claim == claim.record;
    return wish->step == "granted" || wish->step == "confirmed";
  }
  bool IsLost(const std::optional<Wish>& wish, bool passed) const {
    if (state == OutboxState::kSetAside || passed) return true;
    return act == WishAct::kClaim && wish && !wish->claim.empty();
  }
};

std::vector<WishActRow> ReadWishActs(Connection& connection) {
  std::vector<WishActRow> rows;
  Query query(connection, kAllWishAct);
  while (query.Step()) {
    WishActRow& row = rows.emplace_back();
    row.record = query.Id(0);
    row.act = static_cast<WishAct>(query.Int(1));
    row.claim = {row.record.ToString(), query.Text(2), query.Text(3),
                 query.Text(4),         query.Int(5),  query.Int(7) != 0};
    row.acked_ms = query.Int(6);
    row.lost_ms = query.Int(7);
    row.state = static_cast<OutboxState>(query.Int(8));
  }
  return rows;
}

}  // namespace

std::vector<WishClaim> WishActs::Claims() {
  std::vector<WishClaim> claims;
  for (WishActRow& row : ReadWishActs(connection_)) {
    if (row.act == WishAct::kClaim) claims.push_back(std::move(row.claim));
  }
  return claims;
}

bool WishActs::Waits(WishAct act, const std::string& wish) {
  for (const WishActRow& row : ReadWishActs(connection_)) {
    const bool waits = row.lost_ms == 0 && row.state != OutboxState::kSetAside;
    if (waits && row.act == act && row.claim.wish == wish) return true;
  }
  return false;
}

void WishActs::Add(const Uuid& record, const WishBody& body, std::int64_t made_at_ms) {
  Query(connection_, kAddWishAct)
      .Add(record)
      .Add(static_cast<std::int64_t>(body.act))
      .Add(body.wish)
      .Add(body.member)
      .Add(body.member_name)
      .Add(made_at_ms)
      .Run();
}

void WishActs::NoteAck(std::int64_t county_ms) {
  Query(connection_, kNoteAckWishAct).Add(county_ms).Run();
}

void WishActs::Settle(Registry& registry, std::int64_t up_to_ms, std::int64_t county_ms) {
  for (const WishActRow& row : ReadWishActs(connection_)) {
    const auto wish = registry.WishOf(row.claim.wish);
    const bool passed = row.acked_ms != 0 && up_to_ms != 0 && row.acked_ms <= up_to_ms;
    const bool told = row.lost_ms != 0 && county_ms - row.lost_ms > kToldMs;
    // Nobody waits to hear what became of a grant.
    const bool silent = row.act != WishAct::kClaim && passed;
    if (row.IsDone(wish) || told || silent) {
      Query(connection_, kRemoveWishAct).Add(row.record).Run();
    } else if (row.lost_ms == 0 && row.IsLost(wish, passed)) {
      Query(connection_, kLose).Add(county_ms).Add(row.record).Run();
    }
  }
}

}  // namespace studio
