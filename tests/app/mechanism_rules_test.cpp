#include "app/rules/mechanism_rules.h"

#include <doctest/doctest.h>

#include "app/duty/duty.h"
#include "check_in_rig.h"

using namespace studio;

namespace {

CheckInVerdict VerdictUnder(const Mechanism& mechanism) {
  CheckInRig rig;  // "a" comes an hour late
  rig.store.grounds.settings = CheckInSettingsOf(mechanism);
  rig.flow.OnCodes({rig.CodeOf("a")});
  return rig.flow.answer().verdict;
}

// Two members on duty at studio 1 on the 2nd, one of whom came; nobody at studio 2.
RotationMonth MonthUnder(const Mechanism& mechanism) {
  RotationInput input;
  input.month = std::chrono::year(2026) / 11;
  input.studio = 1;
  for (const char* id : {"a", "b"}) input.members.emplace_back().id = id;
  for (const StudioId id : {1, 2}) input.studios.emplace_back().id = id;
  Shift& shift = input.shifts.emplace_back();
  shift.id = "s";
  shift.studio = 1;
  shift.date = "2026-11-02";
  shift.from = "08:30";
  shift.to = "11:30";
  shift.members = {"a", "b"};
  const auto hours = HoursOf(shift);
  input.attendance.push_back({"s", "a", 1, shift.date, hours->begin_ms + 20 * 60'000, 0, ""});
  input.now_ms = hours->end_ms;
  return ComputeRotation(input, RotationRuleOf(mechanism, {}));
}

}  // namespace

TEST_CASE("without a word from the county the settings are what they were") {
  const CheckInSettings settings = CheckInSettingsOf({}), before;
  CHECK(settings.punctuality.late_after_minutes == before.punctuality.late_after_minutes);
  CHECK(settings.punctuality.early_before_minutes == before.punctuality.early_before_minutes);
  CHECK(settings.early_arrival_minutes == before.early_arrival_minutes);
  CHECK_FALSE(settings.ask_pin);
  const RotationRule rule = RotationRuleOf({}, {});
  CHECK_FALSE(rule.ByPlatform());
  CHECK(rule.quotas.front().at_least == 1);
}

TEST_CASE("whoever comes is late by the mechanism's minutes") {
  Mechanism mechanism;
  mechanism.late_after_minutes = 60;
  CHECK(VerdictUnder(mechanism) == CheckInVerdict::kLate);
  mechanism.late_after_minutes = 61;
  CHECK(VerdictUnder(mechanism) == CheckInVerdict::kOnDuty);
}

TEST_CASE("the month's figures follow the mechanism: minutes, times, and whose duty") {
  Mechanism mechanism;
  mechanism.late_after_minutes = 21;
  RotationMonth month = MonthUnder(mechanism);
  CHECK(month.days.at(1).lines.at(0).late_minutes == 0);
  CHECK(month.members.at(0).standing == Standing::kDone);
  CHECK(month.members.at(1).standing == Standing::kMissed);
  mechanism.late_after_minutes = 20;
  mechanism.rotation_at_least = 2;
  month = MonthUnder(mechanism);
  CHECK(month.days.at(1).lines.at(0).late_minutes == 20);
  CHECK(month.members.at(0).standing != Standing::kDone);
  mechanism.rotation_at_least = 1;
  mechanism.rotation_subject = Mechanism::Subject::kPlatform;
  month = MonthUnder(mechanism);
  REQUIRE(month.platforms.size() == 2);
  CHECK(month.platforms[0].standing == Standing::kDone);
  CHECK(month.platforms[1].standing == Standing::kUnplanned);
}

TEST_CASE(
    "a quota that the county has told stands before what the mechanism says of the rotation") {
  Mechanism mechanism;
  mechanism.rotation_subject = Mechanism::Subject::kPlatform;
  Quota told = MonthlyDuty(Subject::kMember, 2);
  told.when.kinds.emplace_back("home_visit");
  const RotationRule rule = RotationRuleOf(mechanism, {told});
  CHECK_FALSE(rule.ByPlatform());
  CHECK(rule.quotas.front().at_least == 2);
  CHECK(rule.OtherKinds() == std::vector<std::string>{"home_visit"});
}
