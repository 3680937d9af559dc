#include "store/rows/duty_registry.h"

#include <algorithm>
#include <tuple>

#include "shared/feed/kinds.h"

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
  query.Add(ShiftKind::kName).Add(first).Add(last);
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
  query.Add(AttendanceKind::kName).Add(first).Add(last);
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

template <class Kind>
std::vector<typename Kind::Entity> DutyRegistry::OfKind() {
  std::vector<typename Kind::Entity> list;
  Query query(connection_, kOfKind);
  query.Add(Kind::kName);
  while (query.Step()) {
    auto one = ReadFeedBody<Kind>(query.Text(1), query.Text(0));
    if (one) list.push_back(std::move(*one));
  }
  return list;
}

template <class Kind>
std::optional<typename Kind::Entity> DutyRegistry::WithId(const std::string& id) {
  Query query(connection_, kWithIdDuty);
  query.Add(Kind::kName).Add(id);
  if (!query.Step()) return std::nullopt;
  auto one = ReadFeedBody<Kind>(query.Text(1), query.Text(0));
  if (!one) return std::nullopt;
  if constexpr (requires { one->version; }) {
    one->version = static_cast<std::uint64_t>(query.Int(2));
  }
  return std::move(*one);
}

std::optional<Shift> DutyRegistry::ShiftWith(const std::string& id) {
  return WithId<ShiftKind>(id);
}

std::optional<Superseded> DutyRegistry::SupersededBy(const std::string& record) {
  return WithId<SupersededKind>(record);
}

std::optional<KeyWrap> DutyRegistry::KeyWrapOf(StudioId studio, const std::string& member) {
  return WithId<KeyWrapKind>(std::to_string(studio) + "/" + member);
}

std::vector<Studio> DutyRegistry::Studios() {
  auto studios = OfKind<StudioKind>();
  std::sort(studios.begin(), studios.end(),
            [](const Studio& a, const Studio& b) { return a.id < b.id; });
  return studios;
}

std::vector<Holiday> DutyRegistry::Holidays() { return OfKind<HolidayKind>(); }

std::vector<KeyWrap> DutyRegistry::KeyWraps() { return OfKind<KeyWrapKind>(); }

std::vector<Revocation> DutyRegistry::Revocations() { return OfKind<RevocationKind>(); }

std::vector<SealedForStudio> DutyRegistry::Deeds() { return OfKind<DeedKind>(); }

std::vector<SealedForStudio> DutyRegistry::ClosedYears() { return OfKind<ClosedYearKind>(); }

std::vector<SealedForStudio> DutyRegistry::Proposals() { return OfKind<ProposalKind>(); }

std::optional<CountingText> DutyRegistry::Counting(const std::string& name) {
  return WithId<CountingTextKind>(name);
}

std::optional<ClosedRoll> DutyRegistry::Roll(int year) {
  return WithId<ClosedRollKind>(std::to_string(year));
}

std::optional<DeedYears> DutyRegistry::YearsTold() {
  return WithId<DeedYearsKind>(std::string(DeedYearsKind::kName));
}

std::vector<std::string> HotRegistryStatements() { return {kOfDays, kWithIdDuty, kOfKind}; }

}  // namespace studio
