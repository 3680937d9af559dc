#include "app/duty/duty_words.h"

#include <doctest/doctest.h>

#include <set>

#include "app/duty/duty.h"
#include "app/request/helper_asking.h"
#include "app/rules/rotation.h"
#include "check_in_rig.h"
#include "shared/base/time_units.h"

using namespace studio;

namespace {
constexpr std::int64_t kMidnight = 1'795'190'400'000;  // 2026-11-21

Shift Morning(std::vector<std::string> members) {
  Shift shift;
  shift.id = "am";
  shift.studio = 1;
  shift.date = "2026-11-21";
  shift.from = "08:30";
  shift.to = "11:30";
  shift.members = std::move(members);
  return shift;
}

Attendance Came(const char* member, double hour, const char* instead_of = "") {
  return {"am", member,    1, "2026-11-21", kMidnight + static_cast<std::int64_t>(hour * kHourMs),
          0,    instead_of};
}

std::vector<DutyLineOfSheet> DutySheet(const Shift& shift, const std::vector<Attendance>& came,
                                       double hour) {
  return SheetOf(shift, came, {}, kMidnight + static_cast<std::int64_t>(hour * kHourMs));
}

std::string Words(const std::vector<DutyLineOfSheet>& lines) {
  std::string out;
  for (const DutyLineOfSheet& line : lines) {
    out += WhoOf(line) + " " + std::string(PublicWord(PublicOf(line))) + ";";
  }
  return out;
}

Station StationWith(std::vector<std::string> members) {
  Station station;
  for (const std::string& id : members) station.members.emplace_back().id = id;
  return station;
}

std::string Home(const Station& station, double hour) {
  std::string out;
  const auto now = kMidnight + static_cast<std::int64_t>(hour * kHourMs);
  for (const DutyLine& line : DutyOn(station, now).lines) {
    out += line.member.id + " " + std::string(PublicWord(line.state)) + (line.in ? "*;" : ";");
  }
  return out;
}

}  // namespace

TEST_CASE("a stand-in and the member whose place it is both stand, whoever came first") {
  const Shift shift = Morning({"a"});
  CHECK(Words(DutySheet(shift, {Came("s", 8.4, "a"), Came("a", 9)}, 9.5)) == "s 在岗;a 在岗;");
  CHECK(Words(DutySheet(shift, {Came("s", 9, "a"), Came("a", 8.4)}, 9.5)) == "a 在岗;s 在岗;");
  Shift arranged = shift;
  arranged.changes.push_back({ShiftChange::Kind::kStandIn, "a", "s", "a", "s", ""});
  const auto lines = DutySheet(arranged, {Came("a", 9), Came("s", 8.4)}, 12);
  CHECK(Words(lines) == "s 来过;a 来过;");
  CHECK_FALSE(lines[0].beside);
  CHECK(lines[1].beside);
  Station station = StationWith({"a", "s"});
  station.shifts = {arranged};
  station.in_today = {Came("s", 8.4), Came("a", 9)};
  CHECK(Home(station, 9.5) == "s 在岗*;a 在岗*;");
}

TEST_CASE("two who stood in for one, and who came for a place that was taken away, are not lost") {
  const Shift shift = Morning({"a", "b"});
  CHECK(Words(DutySheet(shift, {Came("s", 8.4, "a"), Came("t", 8.5, "a"), Came("x", 8.6)}, 9)) ==
        "s 在岗;t 在岗;b 待值;x 在岗;");
}

TEST_CASE("whoever stands in counts, and so does the member who came too") {
  RotationInput input;
  input.month = std::chrono::year(2026) / std::chrono::November;
  input.studio = 1;
  for (const char* id : {"a", "s"}) input.members.emplace_back().id = id;
  input.shifts = {Morning({"a"})};
  input.attendance = {Came("s", 8.4, "a"), Came("a", 9)};
  input.now_ms = kMidnight + 15 * kHourMs;
  const RotationMonth month = ComputeRotation(input, {});
  for (const MemberMonth& member : month.members) {
    CHECK(member.done == 1);
    CHECK(member.leave == 0);
    CHECK(member.standing == Standing::kDone);
  }
}

TEST_CASE("a planned day to which only somebody unplanned came is not one without anybody") {
  RotationInput input;
  input.month = std::chrono::year(2026) / std::chrono::November;
  input.studio = 1;
  input.members.emplace_back().id = "a";
  input.shifts = {Morning({"a"})};
  input.now_ms = kMidnight + 15 * kHourMs;
  CHECK(ComputeRotation(input, {}).days[20].state == DayState::kNobody);
  Attendance extra = Came("x", 9);
  extra.shift.clear();
  input.attendance = {extra};
  CHECK(ComputeRotation(input, {}).days[20].state == DayState::kPartly);
}

TEST_CASE("in public nobody is late, early or absent, whatever the hour and whoever came") {
  const std::set<std::string_view> known = {"在岗", "外出走访", "来过", "待值",
                                            "值班", "调班",     "请假"};
  Shift shift = Morning({"a", "b", "c", "d"});
  shift.changes.push_back({ShiftChange::Kind::kLeave, "b", "", "b", "", "生病"});
  shift.changes.push_back({ShiftChange::Kind::kSwap, "c", "z", "c", "z", ""});
  shift.changes.push_back({ShiftChange::Kind::kStandIn, "d", "s", "d", "s", ""});
  for (const double hour : {7.0, 8.6, 9.5, 11.4, 12.0, 23.0}) {
    std::vector<Attendance> came = {Came("a", 9.4)};
    came[0].out_ms = hour > 11 ? kMidnight + 10 * kHourMs : 0;
    for (const auto& lines : {DutySheet(shift, {}, hour), DutySheet(shift, came, hour)}) {
      for (const DutyLineOfSheet& line : lines) {
        CHECK(known.contains(PublicWord(PublicOf(line))));
      }
    }
  }
  CHECK(Words(DutySheet(shift, {}, 7)) == "a 值班;b 请假;c 调班;s 值班;");
  CHECK(Words(DutySheet(shift, {}, 12)) == "a 值班;b 请假;c 调班;s 值班;");
}

TEST_CASE("the manager reads who was late, who left early and who never came") {
  const Shift shift = Morning({"a", "b", "c"});
  std::vector<Attendance> came = {Came("a", 9), Came("b", 8.4)};
  came[1].out_ms = kMidnight + 10 * kHourMs;
  auto lines = DutySheet(shift, came, 12);
  CHECK(ManagerWordAndMinutes(lines[0]) == "迟到 30 分钟");
  CHECK(ManagerWordAndMinutes(lines[1]) == "早退 90 分钟");
  CHECK(ManagerWord(lines[2]) == "缺席");
  CHECK(ManagerWord(DutySheet(shift, {}, 9)[0]) == "未到");
  CHECK(ManagerWord(DutySheet(shift, {}, 8)[0]) == "待值");
  CHECK(ManagerWord(DutySheet(shift, {Came("a", 8.4)}, 12)[0]) == "来过");
}

TEST_CASE("home never says of a member who did not come that they went") {
  Station station = StationWith({"a", "b"});
  station.shifts = {Morning({"a", "b"})};
  station.in_today = {Came("b", 8.4)};
  CHECK(Home(station, 9) == "b 在岗*;a 待值;");
  CHECK(Home(station, 12) == "b 来过;a 值班;");
  CHECK_FALSE(DutyOn(station, kMidnight + 12 * kHourMs).lines[1].gone);
}

TEST_CASE("who came without being on the list is shown while here and after") {
  Station station = StationWith({"a", "x"});
  Attendance extra = Came("x", 9);
  extra.shift.clear();
  station.in_today = {extra};
  CHECK(Home(station, 10) == "x 在岗*;");
  station.in_today[0].out_ms = kMidnight + 10 * kHourMs;
  CHECK(Home(station, 11) == "x 来过;");
}

TEST_CASE("who is out on visits is on duty and not here, until they are back") {
  Station station = StationWith({"a", "b"});
  station.shifts = {Morning({"a", "b"})};
  station.in_today = {Came("a", 8.4), Came("b", 8.5)};
  station.in_today[0].visit_ms = kMidnight + 9 * kHourMs;
  CHECK(Home(station, 10) == "b 在岗*;a 外出走访;");
  CHECK(HereNow(DutyOn(station, kMidnight + 10 * kHourMs), "a") == nullptr);
  station.in_today[0].back_ms = kMidnight + 10 * kHourMs;
  CHECK(Home(station, 10.5) == "a 在岗*;b 在岗*;");
  station.in_today[0].visit_ms = kMidnight + 11 * kHourMs;
  CHECK(Home(station, 12) == "a 来过;b 来过;");
}

namespace {

struct Help : CheckInRig {
  Help() {
    auto now = std::make_shared<Station>();
    now->members = store.grounds.members;
    now->shifts = store.grounds.shifts;
    state.station = now;
  }
  void Come(const char* member, bool visiting = false) {
    auto now = std::make_shared<Station>(*state.station);
    Attendance& one = now->in_today.emplace_back();
    one.shift = "s";
    one.member = member;
    one.date = now->shifts[0].date;
    one.in_ms = clock.now.wall_ms - kHourMs;
    if (visiting) one.visit_ms = one.in_ms + 1;
    state.station = now;
  }
  std::optional<Helper> Show(const char* member) {
    asking.card().OnCodes({CodeOf(member)});
    return asking.Take();
  }
  HelperAsking asking{store, state, clock};
};

}  // namespace

TEST_CASE("who helps shows a badge and is here; who has not come, or is out, is told so") {
  Help help;
  CHECK_FALSE(HelpIsHere(help.state, help.clock.now));
  CHECK_FALSE(help.Show("a"));
  CHECK(help.asking.card().problem() == CardProblem::kNotHere);
  help.Come("a");
  help.Come("b", true);
  CHECK(HelpIsHere(help.state, help.clock.now));
  CHECK_FALSE(help.Show("b"));
  const auto helper = help.Show("a");
  REQUIRE(helper);
  CHECK(helper->member == "a");
  CHECK(helper->name == "示例");
  const auto token = ReadBadgeToken(helper->token);
  REQUIRE(token);
  CHECK_FALSE(token->secret);
  CHECK_FALSE(help.asking.Take());
}
