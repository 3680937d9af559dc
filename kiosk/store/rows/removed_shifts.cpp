#include "store/rows/removed_shifts.h"

namespace studio {
namespace {

// The date's expression is that of the index entity_day, to the letter.
#define REMOVED_DATE "CASE WHEN json_valid(body) THEN json_extract(body, '$.date') END"
constexpr const char* kNoteRemoved =
    "INSERT OR REPLACE INTO removed_shift (id, version, date, body) "
    "SELECT id, max(version + 1, ?), " REMOVED_DATE
    ", body FROM entity WHERE generation = ? AND kind = 'shift' AND id = ? AND " REMOVED_DATE
    " >= ?";
constexpr const char* kNoteMissing =
    "INSERT OR REPLACE INTO removed_shift (id, version, date, body) "
    "SELECT id, version + 1, " REMOVED_DATE
    ", body FROM entity AS was WHERE generation = ?1 AND kind = 'shift' AND " REMOVED_DATE
    " >= ?3 AND NOT EXISTS (SELECT 1 FROM entity WHERE generation = ?2 AND kind = 'shift' AND id = "
    "was.id)";
#undef REMOVED_DATE
constexpr const char* kRemovedBetween =
    "SELECT id, body, version FROM removed_shift WHERE date BETWEEN ? AND ? AND NOT EXISTS "
    "(SELECT 1 FROM entity WHERE generation = (SELECT generation FROM feed) AND kind = 'shift' AND "
    "id = removed_shift.id) ORDER BY date, id";
constexpr const char* kForgetRemoved = "DELETE FROM removed_shift WHERE date < ?";

}  // namespace

std::vector<Shift> RemovedShifts::Between(std::string_view first, std::string_view last) {
  std::vector<Shift> shifts;
  Query query(connection_, kRemovedBetween);
  query.Add(first).Add(last);
  while (query.Step()) {
    auto shift = ShiftFromJson(query.Text(1), query.Text(0));
    if (!shift) continue;
    shift->version = static_cast<std::uint64_t>(query.Int(2));
    shifts.push_back(std::move(*shift));
  }
  return shifts;
}

void RemovedShifts::Note(const Uuid& generation, const std::string& id, std::uint64_t version,
                         std::string_view today) {
  Query(connection_, kNoteRemoved)
      .Add(static_cast<std::int64_t>(version))
      .Add(generation)
      .Add(id)
      .Add(today)
      .Run();
}

void RemovedShifts::NoteMissing(const Uuid& generation, const Uuid& next, std::string_view today) {
  Query(connection_, kNoteMissing).Add(generation).Add(next).Add(today).Run();
}

void RemovedShifts::Forget(std::string_view before) {
  Query(connection_, kForgetRemoved).Add(before).Run();
}

std::vector<std::string> HotRemovedShiftStatements() {
  return {kNoteRemoved, kNoteMissing, kRemovedBetween, kForgetRemoved};
}

}  // namespace studio
