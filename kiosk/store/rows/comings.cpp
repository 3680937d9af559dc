#include "store/rows/comings.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace studio {
namespace {

constexpr const char* kCame =
    "INSERT INTO coming (shift, member, studio, date, in_ms, out_ms, stand_in_for, visit_ms, "
    "back_ms, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kWent =
    "UPDATE coming SET out_ms = ? WHERE row = (SELECT row FROM coming "
    "WHERE member = ? AND out_ms = 0 AND shift = ? ORDER BY row DESC LIMIT 1)";
constexpr const char* kVisit =
    "UPDATE coming SET visit_ms = max(visit_ms, ?), back_ms = max(back_ms, ?) "
    "WHERE row = (SELECT row FROM coming "
    "WHERE member = ? AND out_ms = 0 AND shift = ? ORDER BY row DESC LIMIT 1)";
constexpr const char* kBetween =
    "SELECT shift, member, studio, date, in_ms, out_ms, stand_in_for, visit_ms, back_ms "
    "FROM coming WHERE date BETWEEN ? AND ? ORDER BY date, row";
constexpr const char* kForgetComing = "DELETE FROM coming WHERE date < ?";
constexpr const char* kLastIn =
    "SELECT max(in_ms, out_ms) FROM coming WHERE row = (SELECT max(row) FROM coming)";

// One place of one member: a shift, or a day at a studio.
using ComingPlace = std::tuple<std::string, StudioId, std::string>;

ComingPlace PlaceOf(const Attendance& one) {
  if (!one.shift.empty()) return {one.shift, 0, one.member};
  return {one.date, one.studio, one.member};
}

// False: a coming of its own, after the other had gone.
bool Fold(const Attendance& here, Attendance& into) {
  if (into.out_ms != 0 && here.in_ms > into.out_ms) return false;
  if (into.in_ms == 0) into.in_ms = here.in_ms;
  into.out_ms = std::max(into.out_ms, here.out_ms);
  into.visit_ms = std::max(into.visit_ms, here.visit_ms);
  into.back_ms = std::max(into.back_ms, here.back_ms);
  if (into.stand_in_for.empty()) into.stand_in_for = here.stand_in_for;
  return true;
}

}  // namespace

void Comings::Came(const Attendance& coming, const Uuid& record) {
  Query(connection_, kCame)
      .Add(coming.shift)
      .Add(coming.member)
      .Add(std::int64_t{coming.studio})
      .Add(coming.date)
      .Add(coming.in_ms)
      .Add(coming.out_ms)
      .Add(coming.stand_in_for)
      .Add(coming.visit_ms)
      .Add(coming.back_ms)
      .Add(record)
      .Run();
}

bool Comings::Went(const std::string& member, const std::string& shift, std::int64_t out_ms) {
  return Query(connection_, kWent).Add(out_ms).Add(member).Add(shift).Run() == 1;
}

bool Comings::Visited(const std::string& member, const std::string& shift, std::int64_t visit_ms,
                      std::int64_t back_ms) {
  return Query(connection_, kVisit).Add(visit_ms).Add(back_ms).Add(member).Add(shift).Run() == 1;
}

std::vector<Attendance> Comings::Between(std::string_view first, std::string_view last) {
  std::vector<Attendance> comings;
  Query query(connection_, kBetween);
  query.Add(first).Add(last);
  while (query.Step()) {
    comings.push_back({query.Text(0), query.Text(1), static_cast<StudioId>(query.Int(2)),
                       query.Text(3), query.Int(4), query.Int(5), query.Text(6), query.Int(7),
                       query.Int(8)});
  }
  return comings;
}

std::optional<std::int64_t> Comings::LastIn() {
  Query query(connection_, kLastIn);
  if (!query.Step()) return std::nullopt;
  return query.Int(0);
}

void Comings::Forget(std::string_view before) {
  Query(connection_, kForgetComing).Add(before).Run();
}

std::vector<Attendance> Merged(const std::vector<Attendance>& here,
                               const std::vector<AttendanceLine>& told) {
  std::vector<Attendance> merged;
  std::map<ComingPlace, std::size_t> newest;  // by place, into merged
  std::set<ComingPlace> unproven;
  for (const AttendanceLine& line : told) {
    if (line.unproven) {
      unproven.insert(PlaceOf(AttendanceOf(line)));
      continue;
    }
    merged.push_back(AttendanceOf(line));
    newest[PlaceOf(merged.back())] = merged.size() - 1;
  }
  for (const Attendance& one : here) {
    const auto known = newest.find(PlaceOf(one));
    if (known != newest.end() && Fold(one, merged[known->second])) continue;
    merged.push_back(one);
    merged.back().unproven = unproven.contains(PlaceOf(one));
    newest[PlaceOf(one)] = merged.size() - 1;
  }
  return merged;
}

std::vector<std::string> HotComingStatements() { return {kCame, kWent, kVisit, kBetween, kLastIn}; }

}  // namespace studio
