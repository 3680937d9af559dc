#include "store/rows/duty_registry.h"

#include <algorithm>
#include <tuple>

namespace studio {
namespace {

#define OF_KIND                                                                            \
  "SELECT id, body, version FROM entity WHERE generation = (SELECT generation FROM feed) " \
  "AND kind = ? "
constexpr const char* kOfKind = OF_KIND;
constexpr const char* kWithIdDuty = OF_KIND "AND id = ?";
// The expression is that of the index entity_day, to the letter.
constexpr const char* kOfDays =
    OF_KIND "AND CASE WHEN json_valid(body) THEN json_extract(body, '$.date') END BETWEEN ? AND ?";
#undef OF_KIND

Result<Shift> ReadShift(Query& query) {
  auto shift = ShiftFromJson(query.Text(1), query.Text(0));
  if (shift) shift->version = static_cast<std::uint64_t>(query.Int(2));
  return shift;
}

}  // namespace

std::vector<Shift> DutyRegistry::Shifts(std::string_view first, std::string_view last) {
  std::vector<Shift> shifts;
  Query query(connection_, kOfDays);
  query.Add(std::string_view("shift")).Add(first).Add(last);
  while (query.Step()) {
    if (auto shift = ReadShift(query)) shifts.push_back(std::move(*shift));
  }
  std::sort(shifts.begin(), shifts.end(), [](const Shift& a, const Shift& b) {
    return std::tie(a.date, a.from, a.id) < std::tie(b.date, b.from, b.id);
  });
  return shifts;
}

std::vector<AttendanceLine> DutyRegistry::Attendance(std::string_view first,
                                                     std::string_view last) {
  std::vector<AttendanceLine> lines;
  Query query(connection_, kOfDays);
  query.Add(std::string_view("attendance")).Add(first).Add(last);
  while (query.Step()) {
    if (auto line = AttendanceFromJson(query.Text(1), query.Text(0))) {
      lines.push_back(std::move(*line));
    }
  }
  std::sort(lines.begin(), lines.end(), [](const AttendanceLine& a, const AttendanceLine& b) {
    return std::tie(a.date, a.in_ms, a.id) < std::tie(b.date, b.in_ms, b.id);
  });
  return lines;
}

template <class T, class Parse>
std::vector<T> DutyRegistry::OfKind(std::string_view kind, Parse parse) {
  std::vector<T> list;
  Query query(connection_, kOfKind);
  query.Add(kind);
  while (query.Step()) {
    if (Result<T> one = parse(query.Text(1), query.Text(0))) list.push_back(std::move(*one));
  }
  return list;
}

template <class T, class Parse>
std::optional<T> DutyRegistry::WithId(std::string_view kind, const std::string& id, Parse parse) {
  Query query(connection_, kWithIdDuty);
  query.Add(kind).Add(id);
  if (!query.Step()) return std::nullopt;
  Result<T> one = parse(query);
  if (!one) return std::nullopt;
  return std::move(*one);
}

std::optional<Shift> DutyRegistry::ShiftWith(const std::string& id) {
  return WithId<Shift>("shift", id, ReadShift);
}

std::optional<Superseded> DutyRegistry::SupersededBy(const std::string& record) {
  return WithId<Superseded>("superseded", record, [](Query& query) {
    return SupersededFromJson(query.Text(1), query.Text(0));
  });
}

std::optional<KeyWrap> DutyRegistry::KeyWrapOf(StudioId studio, const std::string& member) {
  return WithId<KeyWrap>("key_wrap", std::to_string(studio) + "/" + member,
                         [](Query& query) { return KeyWrapFromJson(query.Text(1)); });
}

std::vector<Studio> DutyRegistry::Studios() {
  auto studios = OfKind<Studio>(
      "studio", [](const std::string& body, const std::string&) { return StudioFromJson(body); });
  std::sort(studios.begin(), studios.end(),
            [](const Studio& a, const Studio& b) { return a.id < b.id; });
  return studios;
}

std::vector<Holiday> DutyRegistry::Holidays() {
  return OfKind<Holiday>("holiday", HolidayFromJson);
}

std::vector<KeyWrap> DutyRegistry::KeyWraps() {
  const auto parse = [](std::string_view body, std::string_view) { return KeyWrapFromJson(body); };
  return OfKind<KeyWrap>("key_wrap", parse);
}

std::vector<Revocation> DutyRegistry::Revocations() {
  return OfKind<Revocation>("revocation", RevocationFromJson);
}

std::vector<std::string> HotRegistryStatements() { return {kOfDays, kWithIdDuty, kOfKind}; }

}  // namespace studio
