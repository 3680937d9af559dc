#include "app/rules/rotation.h"

#include <doctest/doctest.h>

#include "app/rules/rotation_list.h"

using namespace studio;
using std::chrono::November;

namespace {

constexpr std::chrono::year_month kRotationMonth{std::chrono::year(2026), November};

// Local time in November 2026, as Unix milliseconds.
std::int64_t RotationDay(int day, int hour, int minute = 0) {
  Shift shift;
  shift.date = ToText(CalendarDate(kRotationMonth / day));
  shift.from = "00:00";
  shift.to = "24:00";
  return HoursOf(shift)->begin_ms + (hour * 60 + minute) * 60'000;
}

Shift ShiftOn(const char* id, int day, std::vector<std::string> members, StudioId studio = 1) {
  Shift shift;
  shift.id = id;
  shift.studio = studio;
  shift.date = ToText(CalendarDate(kRotationMonth / day));
  shift.from = "08:30";
  shift.to = "11:30";
  shift.members = std::move(members);
  return shift;
}

Attendance Came(const char* shift, const char* member, std::int64_t in, std::int64_t out = 0,
                const char* stand_in_for = "") {
  Attendance one;
  one.shift = shift;
  one.member = member;
  one.in_ms = in;
  one.out_ms = out;
  one.stand_in_for = stand_in_for;
  return one;
}

RotationInput AMonth() {
  RotationInput input;
  input.month = kRotationMonth;
  input.studio = 1;
  for (const char* id : {"a", "b", "c", "d", "e"}) {
    Member member;
    member.id = id;
    member.group = *id < 'd' ? "第一活动组" : "第二活动组";
    input.members.push_back(member);
  }
  input.studios.resize(2);
  input.studios[0].id = 1;
  input.studios[1].id = 2;
  input.reception = "每周一";  // 2, 9, 16, 23, 30 November
  input.now_ms = RotationDay(20, 12);
  return input;
}

const MemberMonth& Of(const RotationMonth& month, const char* id) {
  for (const MemberMonth& member : month.members) {
    if (member.member == id) return member;
  }
  FAIL("no such member");
  return month.members.front();
}

DayState On(const RotationMonth& month, int day) {
  return month.days[static_cast<std::size_t>(day - 1)].state;
}

}  // namespace

TEST_CASE("each place of a shift is marked as the duty sheet would") {
  const Shift shift = ShiftOn("s", 9, {"a", "b", "c"});
  const std::vector<Attendance> came = {
      Came("s", "a", RotationDay(9, 8, 20), RotationDay(9, 11, 31)),
      Came("s", "b", RotationDay(9, 8, 50), RotationDay(9, 11, 0))};
  const auto sheet = SheetOf(shift, came, {}, RotationDay(9, 12));
  REQUIRE(sheet.size() == 3);
  CHECK(sheet[0].mark == DutyMark::kAttended);
  CHECK(sheet[0].late_minutes == 0);
  CHECK(sheet[0].early_minutes == 0);
  CHECK(sheet[1].mark == DutyMark::kAttended);
  CHECK(sheet[1].late_minutes == 20);
  CHECK(sheet[1].early_minutes == 30);
  CHECK(sheet[2].mark == DutyMark::kAbsent);
}

TEST_CASE("before, during and after a shift nobody came to") {
  const Shift shift = ShiftOn("s", 9, {"a"});
  const auto mark = [&](std::int64_t now) { return SheetOf(shift, {}, {}, now)[0].mark; };
  CHECK(mark(RotationDay(9, 8, 29)) == DutyMark::kToCome);
  CHECK(mark(RotationDay(9, 8, 30)) == DutyMark::kNotIn);
  CHECK(mark(RotationDay(9, 11, 29)) == DutyMark::kNotIn);
  CHECK(mark(RotationDay(9, 11, 30)) == DutyMark::kAbsent);
  const std::vector<Attendance> in = {Came("s", "a", RotationDay(9, 8, 40))};
  CHECK(SheetOf(shift, in, {}, RotationDay(9, 9))[0].mark == DutyMark::kOnDuty);
  // Forgot to check out: they came, all the same.
  CHECK(SheetOf(shift, in, {}, RotationDay(9, 15))[0].mark == DutyMark::kAttended);
}

TEST_CASE("fourteen minutes are in time and fifteen are late, by the mechanism's own figure") {
  const Shift shift = ShiftOn("s", 9, {"a"});
  const auto late = [&](int minute, PunctualityRule rule) {
    return SheetOf(shift, {Came("s", "a", RotationDay(9, 8, 30 + minute))}, rule,
                   RotationDay(9, 10))[0]
        .late_minutes;
  };
  CHECK(late(14, {}) == 0);
  CHECK(late(15, {}) == 15);
  CHECK(late(5, {5, 5}) == 5);
}

TEST_CASE("a shift over midnight is one shift of the day it begins, at the month's end too") {
  Shift night = ShiftOn("night", 30, {"a"});
  night.from = "20:00";
  night.to = "02:00";
  CHECK(HoursOf(night)->end_ms - HoursOf(night)->begin_ms == 6 * 3'600'000);
  RotationInput input = AMonth();
  input.shifts = {night};
  input.attendance = {Came("night", "a", RotationDay(30, 19, 55), RotationDay(30, 26, 0))};
  input.now_ms = RotationDay(30, 25);
  RotationMonth month = ComputeRotation(input, {});
  CHECK(Of(month, "a").done == 1);
  CHECK(On(month, 30) == DayState::kAttended);
  input.month = std::chrono::year(2026) / std::chrono::December;
  month = ComputeRotation(input, {});
  CHECK(Of(month, "a").done == 0);
}

TEST_CASE("the rotation counts whoever came, wherever they came") {
  RotationInput input = AMonth();
  Shift leave = ShiftOn("s3", 16, {"c"});
  leave.changes = {{ShiftChange::Kind::kLeave, "c", "", "c", "", ""},
                   {ShiftChange::Kind::kStandIn, "c", "d", "c", "d", ""}};
  input.shifts = {ShiftOn("s1", 2, {"a", "b"}), ShiftOn("s2", 9, {"b"}), leave,
                  ShiftOn("s4", 23, {"b"}), ShiftOn("x1", 3, {"a"}, 2)};
  input.attendance = {
      Came("s1", "a", RotationDay(2, 8, 30), RotationDay(2, 11, 30)),  // own shift
      Came("x1", "a", RotationDay(3, 8, 30), RotationDay(3, 11, 30)),  // the other studio
      Came("s2", "e", RotationDay(9, 8, 40), 0, "b"),  // not planned: said so at check-in
      Came("s3", "d", RotationDay(16, 8, 25), RotationDay(16, 11, 30)),
      Came("", "b", RotationDay(5, 9)),  // extra
  };
  input.attendance.back().date = "2026-11-05";
  const RotationMonth month = ComputeRotation(input, {});
  CHECK(Of(month, "a").done == 2);
  CHECK(Of(month, "a").standing == Standing::kDone);
  CHECK(Of(month, "b").done == 0);
  CHECK(Of(month, "b").missed == 1);  // the 2nd
  CHECK(Of(month, "b").leave == 1);   // the 9th: e came for them
  CHECK(Of(month, "b").to_come == 1);
  CHECK(Of(month, "b").extra == 1);
  CHECK(Of(month, "b").standing == Standing::kToCome);
  CHECK(Of(month, "c").leave == 1);
  CHECK(Of(month, "c").missed == 0);
  CHECK(Of(month, "c").standing == Standing::kUnplanned);
  CHECK(Of(month, "d").done == 1);
  CHECK(Of(month, "e").done == 1);
  CHECK(month.groups.at("第一活动组").members == 3);
  CHECK(month.groups.at("第一活动组").done == 1);
  CHECK(month.groups.at("第一活动组").to_come == 1);
  CHECK(month.groups.at("第一活动组").unplanned == 1);
  CHECK(month.groups.at("第二活动组").done == 2);
}

TEST_CASE("a stand-in who was to come and did not is the one who missed") {
  RotationInput input = AMonth();
  Shift shift = ShiftOn("s", 9, {"a"});
  shift.changes = {{ShiftChange::Kind::kStandIn, "a", "b", "a", "b", ""}};
  input.shifts = {shift};
  const RotationMonth month = ComputeRotation(input, {});
  CHECK(Of(month, "a").missed == 0);
  CHECK(Of(month, "a").leave == 1);
  CHECK(Of(month, "b").missed == 1);
  CHECK(Of(month, "b").standing == Standing::kMissed);
}

TEST_CASE("a swap is done once the roster says so: each counts for the shift they took") {
  RotationInput input = AMonth();
  Shift first = ShiftOn("s1", 9, {"b"}), second = ShiftOn("s2", 16, {"a"});
  first.changes = {{ShiftChange::Kind::kSwap, "b", "a", "a", "b", ""}};
  second.changes = {{ShiftChange::Kind::kSwap, "a", "b", "a", "b", ""}};
  input.shifts = {first, second};
  input.attendance = {Came("s1", "b", RotationDay(9, 8, 30)),
                      Came("s2", "a", RotationDay(16, 8, 30))};
  const RotationMonth month = ComputeRotation(input, {});
  CHECK(Of(month, "a").done == 1);
  CHECK(Of(month, "b").done == 1);
  CHECK(Of(month, "a").leave == 0);
}

TEST_CASE("the calendar tells empty days from days when nobody came") {
  RotationInput input = AMonth();
  Shift all_on_leave = ShiftOn("s4", 23, {"a", "b"});
  all_on_leave.changes = {{ShiftChange::Kind::kLeave, "a", "", "a", "", ""},
                          {ShiftChange::Kind::kLeave, "b", "", "b", "", ""}};
  input.shifts = {ShiftOn("s1", 2, {"a"}), ShiftOn("s2", 9, {"b"}), ShiftOn("s2b", 9, {"c"}),
                  ShiftOn("s3", 18, {"c"}), all_on_leave};
  input.shifts[2].from = "14:00";
  input.shifts[2].to = "17:00";
  input.attendance = {Came("s1", "a", RotationDay(2, 8, 30)), Came("s2b", "c", RotationDay(9, 14))};
  const RotationMonth month = ComputeRotation(input, {});
  REQUIRE(month.days.size() == 30);
  CHECK(On(month, 2) == DayState::kAttended);
  CHECK(On(month, 3) == DayState::kClosed);
  CHECK(On(month, 9) == DayState::kPartly);
  CHECK(On(month, 16) == DayState::kGap);     // a Monday, and nobody planned
  CHECK(On(month, 18) == DayState::kNobody);  // planned, and nobody came
  CHECK(On(month, 23) == DayState::kGap);     // everybody on leave
  CHECK(On(month, 30) == DayState::kGap);
  CHECK(month.gaps == 3);
}

TEST_CASE("by platform, somebody's coming is what counts") {
  RotationInput input = AMonth();
  input.shifts = {ShiftOn("s1", 2, {"a", "b"}), ShiftOn("x1", 3, {"a"}, 2)};
  input.attendance = {Came("s1", "b", RotationDay(2, 8, 30))};
  RotationRule rule;
  rule.quotas = {MonthlyDuty(Subject::kStudio, 1)};
  const RotationMonth month = ComputeRotation(input, rule);
  REQUIRE(month.platforms.size() == 2);
  CHECK(month.platforms[0].standing == Standing::kDone);
  CHECK(month.platforms[1].standing == Standing::kMissed);
}

TEST_CASE("a rule of twice a month is not done by coming once") {
  RotationInput input = AMonth();
  input.shifts = {ShiftOn("s1", 2, {"a"}), ShiftOn("s2", 9, {"a"}), ShiftOn("s3", 23, {"b"})};
  input.attendance = {Came("s1", "a", RotationDay(2, 8, 30))};
  RotationRule rule;
  rule.quotas = {MonthlyDuty(Subject::kMember, 2)};
  const RotationMonth month = ComputeRotation(input, rule);
  CHECK(Of(month, "a").standing == Standing::kMissed);
  CHECK(Of(month, "b").standing == Standing::kToCome);
}

TEST_CASE("the quota says which comings count: two visits of a day, walk-ins, posts and days") {
  RotationInput input = AMonth();
  input.shifts = {ShiftOn("s1", 2, {"a"}), ShiftOn("s2", 2, {"a"})};
  input.shifts[1].from = "14:00";
  input.shifts[1].to = "17:00";
  const auto walk_in = [](const char* member, const char* date) {
    Attendance one = Came("", member, RotationDay(5, 9));
    one.studio = 1;
    one.date = date;
    return one;
  };
  input.attendance = {Came("s1", "a", RotationDay(2, 8, 30)), Came("s2", "a", RotationDay(2, 14)),
                      walk_in("a", "2026-11-02"), walk_in("b", "2026-11-05"),
                      walk_in("b", "2026-11-05")};
  Quota quota = MonthlyDuty(Subject::kMember, 1);
  RotationMonth month = ComputeRotation(input, {{quota}});
  CHECK(Of(month, "a").done == 2);  // the walk-in stands with the shifts of that day
  CHECK(Of(month, "a").extra == 0);
  CHECK(Of(month, "b").done == 0);
  CHECK(Of(month, "b").extra == 1);
  CHECK(Of(month, "b").standing == Standing::kUnplanned);
  CHECK_FALSE(month.walk_ins);

  quota.when.attendance.emplace_back("walked_in");
  month = ComputeRotation(input, {{quota}});
  CHECK(Of(month, "b").done == 1);
  CHECK(Of(month, "b").standing == Standing::kDone);
  REQUIRE(Of(month, "b").duties.size() == 1);
  CHECK(Of(month, "b").duties[0].walked_in);
  CHECK(month.walk_ins);

  quota.unit = "days";
  CHECK(Of(ComputeRotation(input, {{quota}}), "a").done == 1);

  quota.when.posts = {"常委"};
  input.members[0].posts = {{"常委", "", ""}};
  month = ComputeRotation(input, {{quota}});
  CHECK(Of(month, "a").standing == Standing::kDone);
  CHECK(Of(month, "b").standing == Standing::kFree);
  CHECK(CountMembers(month, std::nullopt).unplanned == 0);
  // Who owes two has to have done both.
  Quota often = MonthlyDuty(Subject::kMember, 3);
  CHECK(Of(ComputeRotation(input, {{quota, often}}), "a").standing == Standing::kUnplanned);
}

TEST_CASE("who stands in for two in one shift came once") {
  RotationInput input = AMonth();
  Shift shift = ShiftOn("s", 9, {"a", "b"});
  shift.changes = {{ShiftChange::Kind::kStandIn, "a", "c", "a", "c", ""},
                   {ShiftChange::Kind::kStandIn, "b", "c", "b", "c", ""}};
  input.shifts = {shift};
  input.attendance = {Came("s", "c", RotationDay(9, 8, 30))};
  CHECK(Of(ComputeRotation(input, {}), "c").done == 1);
}

TEST_CASE("whose badge the county could not make sure of has neither come nor stayed away") {
  RotationInput input = AMonth();
  input.shifts = {ShiftOn("s", 9, {"a"})};
  Attendance one = Came("s", "a", RotationDay(9, 8, 30));
  one.unproven = true;
  SUBCASE("taken at another terminal") { input.unproven = {one}; }
  SUBCASE("taken here") { input.attendance = {one}; }
  const RotationMonth month = ComputeRotation(input, {});
  CHECK(Of(month, "a").done == 0);
  CHECK(Of(month, "a").missed == 0);
  CHECK(Of(month, "a").standing == Standing::kWaits);
  REQUIRE(Of(month, "a").duties.size() == 1);
  CHECK(Of(month, "a").duties[0].waits);
}

TEST_CASE("a roster that was entered wrongly breaks nothing") {
  RotationInput input = AMonth();
  Shift wrong_day = ShiftOn("w1", 2, {"a"}), wrong_hour = ShiftOn("w2", 3, {"a", "nobody"});
  wrong_day.date = "2026-02-30";
  wrong_hour.from = "25:00";
  input.shifts = {wrong_day, wrong_hour, ShiftOn("w3", 4, {"nobody"})};
  const RotationMonth month = ComputeRotation(input, {});
  CHECK(Of(month, "a").to_come == 0);
  CHECK(On(month, 4) == DayState::kNobody);
}

TEST_CASE("a month is judged while all of its check-ins are still there") {
  const CalendarDate first = FirstOf(kRotationMonth);
  CHECK(HasCheckIns(kRotationMonth, first));
  CHECK(HasCheckIns(kRotationMonth, AddDays(first, 62)));
  CHECK_FALSE(HasCheckIns(kRotationMonth, AddDays(first, 63)));
}
