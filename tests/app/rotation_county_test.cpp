// A county of 185 members in seven groups with a full month at four studios, laid out so that every
// figure can be counted by hand.
#include <doctest/doctest.h>

#include "app/rules/rotation.h"

using namespace studio;

namespace {

constexpr std::chrono::year_month kMonth{std::chrono::year(2026), std::chrono::November};
constexpr int kMembers = 185, kGroups = 7, kStudios = 4, kShiftsADay = 2, kDays = 30;
constexpr int kPlaces = kDays * kStudios * kShiftsADay;  // 240: members 0 to 54 come round twice

std::string Id(int member) { return "m" + std::to_string(member); }

// Place 8 × day + 2 × studio + half of the day, filled by the members in turn.
Shift PlaceOf(int place) {
  Shift shift;
  shift.id = "s" + std::to_string(place);
  shift.studio = static_cast<StudioId>(place / kShiftsADay % kStudios + 1);
  shift.date = ToText(AddDays(FirstOf(kMonth), place / (kStudios * kShiftsADay)));
  shift.from = place % 2 == 0 ? "08:30" : "14:00";
  shift.to = place % 2 == 0 ? "11:30" : "17:00";
  shift.members = {Id(place % kMembers)};
  return shift;
}

class FullCounty {
 public:
  FullCounty() {
    input.month = kMonth;
    input.studio = 1;
    for (int i = 0; i < kMembers; ++i) {
      Member& member = input.members.emplace_back();
      member.id = Id(i);
      member.group = "第" + std::to_string(i % kGroups) + "组";
    }
    input.studios.resize(kStudios);
    for (int i = 0; i < kStudios; ++i) {
      input.studios[static_cast<std::size_t>(i)].id = static_cast<StudioId>(i + 1);
    }
    for (int place = 0; place < kPlaces; ++place) {
      input.shifts.push_back(PlaceOf(place));
      Come(input.shifts.back(), input.shifts.back().members[0]);
    }
    input.now_ms = HoursOf(PlaceOf(kPlaces - 1))->end_ms + 86'400'000;
  }

  void Come(const Shift& shift, const std::string& member, const std::string& stand_in_for = "") {
    const auto hours = HoursOf(shift);
    input.attendance.push_back(
        {shift.id, member, shift.studio, shift.date, hours->begin_ms, hours->end_ms, stand_in_for});
  }
  // Nobody came for that place.
  Shift& Miss(int place) {
    Shift& shift = input.shifts[static_cast<std::size_t>(place)];
    std::erase_if(input.attendance, [&](const Attendance& one) { return one.shift == shift.id; });
    return shift;
  }
  void Compute() { month = ComputeRotation(input, RotationRule{}); }
  const MemberMonth& Of(int member) const {
    return month.members[static_cast<std::size_t>(member)];
  }
  GroupMonth All() const {
    GroupMonth all;
    for (const auto& [name, group] : month.groups) {
      all.members += group.members;
      all.done += group.done;
      all.missed += group.missed;
      all.to_come += group.to_come;
      all.unplanned += group.unplanned;
    }
    return all;
  }

  RotationInput input;
  RotationMonth month;
};

}  // namespace

TEST_CASE("a month in which everybody came is done by all 185, in each of the seven groups") {
  FullCounty county;
  county.Compute();
  REQUIRE(county.month.groups.size() == 7);
  // 185 = 7 × 26 + 3.
  for (int i = 0; i < kGroups; ++i) {
    const GroupMonth& group = county.month.groups.at("第" + std::to_string(i) + "组");
    CHECK(group.members == (i < 3 ? 27 : 26));
    CHECK(group.done == group.members);
  }
  CHECK(county.Of(0).done == 2);
  CHECK(county.Of(54).done == 2);
  CHECK(county.Of(55).done == 1);
  CHECK(county.Of(184).done == 1);
  CHECK(county.month.gaps == 0);
  for (const PlatformMonth& platform : county.month.platforms) CHECK(platform.done == 60);
  for (const DayMonth& day : county.month.days) CHECK(day.state == DayState::kAttended);
}

TEST_CASE("absences, leave, stand-ins and swaps among 185 change the figures they should") {
  FullCounty county;
  county.Miss(100);  // their only place
  county.Miss(3);    // comes again with place 188
  Shift& leave = county.Miss(110);
  leave.changes.push_back({ShiftChange::Kind::kLeave, Id(110), "", Id(110), "", "生病"});
  Shift& stood_in = county.Miss(120);
  stood_in.changes.push_back({ShiftChange::Kind::kStandIn, Id(120), Id(121), Id(120), Id(121), ""});
  county.Come(stood_in, Id(121));
  // 130 and 131 have changed places; both came to what they took.
  Shift& one = county.Miss(130);
  Shift& other = county.Miss(131);
  one.members = {Id(131)};
  one.changes.push_back({ShiftChange::Kind::kSwap, Id(131), Id(130), Id(130), Id(131), ""});
  other.members = {Id(130)};
  other.changes.push_back({ShiftChange::Kind::kSwap, Id(130), Id(131), Id(130), Id(131), ""});
  county.Come(one, Id(131));
  county.Come(other, Id(130));
  county.Compute();

  CHECK(county.Of(100).standing == Standing::kMissed);
  CHECK(county.Of(100).missed == 1);
  CHECK(county.Of(3).standing == Standing::kDone);
  CHECK(county.Of(3).missed == 1);
  CHECK(county.Of(3).done == 1);
  CHECK(county.Of(110).standing == Standing::kUnplanned);
  CHECK(county.Of(110).leave == 1);
  CHECK(county.Of(110).missed == 0);
  CHECK(county.Of(120).done == 0);
  CHECK(county.Of(120).leave == 1);
  CHECK(county.Of(121).done == 2);
  CHECK(county.Of(130).done == 1);
  CHECK(county.Of(131).done == 1);
  CHECK(county.Of(131).missed == 0);
  const GroupMonth all = county.All();
  CHECK(all.done == 182);  // but 100, 110 and 120
  CHECK(all.missed == 1);
  CHECK(all.unplanned == 2);
  // Places 3, 100, 110 were left empty: studios 2, 3 and 4.
  CHECK(county.month.platforms[0].done == 60);
  CHECK(county.month.platforms[1].done == 59);
  CHECK(county.month.platforms[2].done == 59);
  CHECK(county.month.platforms[3].done == 59);
}

TEST_CASE("a member with two studios is done by coming to either") {
  FullCounty county;
  // Member 0 has place 0 at studio 1 and place 185 at studio 1 + 92 mod 4.
  CHECK(PlaceOf(185).studio == 1);
  CHECK(PlaceOf(187).studio == 2);  // member 2: place 2 is at studio 2, likewise
  CHECK(PlaceOf(186).studio == 2);  // member 1: place 1 is at studio 1
  county.Miss(1);
  county.Compute();
  CHECK(county.Of(1).done == 1);
  CHECK(county.Of(1).missed == 1);
  CHECK(county.Of(1).standing == Standing::kDone);
  REQUIRE(county.Of(1).duties.size() == 2);
  CHECK(county.Of(1).duties[0].studio == 1);
  CHECK(county.Of(1).duties[1].studio == 2);
}

TEST_CASE("a night at either end of the month belongs to the day on which it begins") {
  FullCounty county;
  const auto night = [&](const char* id, const char* date, int member) {
    Shift shift;
    shift.id = id;
    shift.studio = 1;
    shift.date = date;
    shift.from = "20:00";
    shift.to = "02:00";
    shift.members = {Id(member)};
    county.input.shifts.push_back(shift);
    county.Come(shift, Id(member));
  };
  county.Miss(140);
  county.Miss(141);
  night("before", "2026-10-31", 140);
  night("last", "2026-11-30", 141);
  county.Compute();
  CHECK(county.Of(140).done == 0);
  CHECK(county.Of(140).standing == Standing::kMissed);
  CHECK(county.Of(141).done == 1);
  CHECK(county.Of(141).standing == Standing::kDone);
  CHECK(county.month.platforms[0].done ==
        60 - (PlaceOf(140).studio == 1) - (PlaceOf(141).studio == 1) + 1);
}
