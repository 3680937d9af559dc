#include "roster_pages.h"

#include "demo_badge.h"
#include "demo_month.h"

namespace studio {

const std::string kToRotation = "tap 管理\nscan " + DemoCard("m01") +
                                "\ntype 246810\ntap 打开\ntap 月度轮值\nexpect 月度轮值\n";

namespace {

PendingRosterChange Change(std::string record, std::string kind, std::string shift,
                           std::string refused) {
  PendingRosterChange change;
  change.record = std::move(record);
  change.body.kind = std::move(kind);
  change.body.shift = std::move(shift);
  change.body.saw_version = 7;
  change.body.member = "m08";
  change.body.other = "m20";
  change.body.studio = 1;
  change.refused = std::move(refused);
  return change;
}

void RosterNotRead(ScreenRig& rig) { rig.duty.reads = false; }
void NoShifts(ScreenRig& rig) { rig.duty.month.shifts.clear(); }
void ReceptionByDate(ScreenRig& rig) { rig.duty.month.reception = "每月3日、20日"; }
void LongNames(ScreenRig& rig) {
  for (Member& member : rig.duty.month.members) member.name += "·示例长名";
}
void ByPlatform(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  station->mechanism.rotation_subject = Mechanism::Subject::kPlatform;
  station->mechanism.rotation_at_least = 2;
  rig.state.station = station;
}
void TellRefused(ScreenRig& rig) { rig.state.roster.refused = 1; }

}  // namespace

void HomeVisitsCount(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  Quota quota = MonthlyDuty(Subject::kMember, 1);
  quota.when.kinds.emplace_back("home_visit");
  quota.when.attendance.emplace_back("walked_in");
  station->duty_quotas = {quota};
  rig.state.station = station;
}

void RefuseChanges(ScreenRig& rig) {
  PendingRosterChange put = Change("r2", "put", "", "unfit");
  put.body.saw_version = 0;
  put.body.date = "2026-11-27";
  put.body.from = "14:00";
  put.body.to = "17:00";
  put.body.members = {"m02", "m03"};
  rig.duty.pending = {Change("r1", "leave", kShiftToCome, "version"), put,
                      Change("r3", "stand_in", "unknown", "rejected")};
}

void AskChanges(ScreenRig& rig) {
  rig.duty.pending = {Change("p1", "leave", kShiftToCome, ""),
                      Change("p2", "stand_in", "11-26 am", "")};
}

namespace {

// The list has a tab of its own in portrait and extra large.
Page Listed(std::string_view name, const std::string& then, void (*prepare)(ScreenRig&) = nullptr) {
  return {name, kToRotation + then, "上一步", "", prepare, kToRotation + "tap 名单\n" + then};
}

}  // namespace

std::vector<Page> RosterPages() {
  const std::string roster = "tap 值班表\n", week = roster + "tap 周\n",
                    month = roster + "tap 月\n";
  return {
      {"home-refused", "", "", "", TellRefused},
      {"roster-day-full", month + "tap 25日", "回首页"},
      {"roster-day-stand-in", month + "tap 5日\nexpect 替", "回首页"},
      {"roster-day-extra", month + "tap 4日\nexpect 另外来的", "回首页"},
      {"roster-day-late", month + "tap 12日\nexpect 来过\nabsent 迟到", "回首页"},
      {"roster-day-leave", month + "tap 16日\nexpect 请假", "回首页"},
      {"roster-day-absent", month + "tap 9日\nexpect 值班\nabsent 缺席", "回首页"},
      {"roster-day-gap", month + "tap 27日\nexpect 没排人", "回首页"},
      {"roster-day-moved", month + "tap 上个月\ntap 8日\nexpect 顺延", "回首页", "",
       ReceptionByDate},
      {"roster-day-holiday", month + "tap 上个月\ntap 3日\nexpect 国庆节", "回首页"},
      {"roster-week", week, "回首页"},
      {"roster-week-two-months", week + "tap 下一周\ntap 下一周\nexpect 12月6日", "回首页"},
      {"roster-week-long-names", week + "tap 上一周", "回首页", "", LongNames},
      {"roster-month", month, "回首页"},
      {"roster-month-moved", month + "tap 上个月", "回首页", "", ReceptionByDate},
      {"roster-month-long-names", month, "回首页", "", LongNames},
      {"roster-month-none", month, "回首页", "", NoShifts},
      {"roster-failed", roster, "回首页", "", RosterNotRead},
      {"rotation", kToRotation, "上一步"},
      Listed("rotation-list", ""),
      {"rotation-pending", kToRotation, "上一步", "", AskChanges},
      {"rotation-refused", kToRotation + "expect 没有办成", "上一步", "知道了", RefuseChanges},
      Listed("rotation-groups", "tap 全部委员"),
      Listed("rotation-group", "tap 全部委员\ntap 第二活动组"),
      Listed("rotation-long-names", "", LongNames),
      Listed("rotation-platforms", "", ByPlatform),
      Listed("rotation-home-visits", "", HomeVisitsCount),
      {"rotation-gone", kToRotation + "tap 上个月\ntap 上个月\nexpect 只留 62 天", "上一步"},
      {"rotation-none", kToRotation, "上一步", "", NoShifts},
      {"rotation-failed", kToRotation, "上一步", "", RosterNotRead},
  };
}

}  // namespace studio
