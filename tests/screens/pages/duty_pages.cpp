#include "duty_pages.h"

#include "demo_badge.h"
#include "shared/base/time_units.h"

namespace studio {
namespace {

const std::string kScan = "scan " + DemoBadge("m01") + "\n";

template <int count>
void OnDuty(ScreenRig& rig) {
  PutOnDuty(rig, count);
}
void CameAnHourAgo(ScreenRig& rig) {
  const Shift& shift = rig.duty.grounds.shifts[0];
  rig.duty.grounds.attendance.push_back(
      {shift.id, "m01", 1, shift.date, rig.clock.now.wall_ms - 60 * kMinuteMs, 0, ""});
}
void IsVisiting(ScreenRig& rig) {
  CameAnHourAgo(rig);
  rig.duty.grounds.attendance.back().visit_ms = rig.clock.now.wall_ms - 30 * kMinuteMs;
}
void IsStoodInFor(ScreenRig& rig) {
  const Shift& shift = rig.duty.grounds.shifts[0];
  rig.duty.grounds.attendance.push_back(
      {shift.id, "m05", 1, shift.date, rig.clock.now.wall_ms - 60 * kMinuteMs, 0, "m01"});
}
void OlderCard(ScreenRig& rig) {
  rig.duty.grounds.settings.ask_pin = true;
  BadgeNonce newer;
  newer.fill(0x77);
  rig.duty.grounds.pin_cards["m01"] = newer;
}

}  // namespace

void FirstIsHere(ScreenRig& rig) {
  CameAnHourAgo(rig);
  rig.TakeAttendance();
}

void PutOnDuty(ScreenRig& rig, int count) {
  auto station = std::make_shared<Station>(*rig.state.station);
  station->shifts.erase(station->shifts.begin() + 2, station->shifts.end());
  Shift &morning = station->shifts[0], &afternoon = station->shifts[1];
  morning.members.clear();
  afternoon.members.clear();
  for (int i = 0; i < count; ++i) {
    // Who comes in the afternoon, too, is shown by the morning.
    const std::string& member = station->members[static_cast<std::size_t>(i)].id;
    (i % 3 == 2 ? afternoon : morning).members.push_back(member);
    Attendance came{morning.id, member, 1, morning.date, rig.clock.now.wall_ms - 50 * kMinuteMs,
                    0,          ""};
    if (i == 0 || i == 4) station->in_today.push_back(came);
    if (i == 3) {
      came.visit_ms = came.in_ms + kMinuteMs;
      station->in_today.push_back(came);
    }
  }
  rig.state.station = station;
}

std::vector<Page> DutyPages() {
  return {
      {"home-duty-1", "", "", "", OnDuty<1>},
      {"home-duty-2", "", "", "", OnDuty<2>},
      {"home-duty-3", "", "", "", OnDuty<3>},
      {"home-duty-4", "", "", "", OnDuty<4>},
      {"home-duty-5", "", "", "", OnDuty<5>},
      {"home-duty-6", "", "", "", OnDuty<6>},
      {"home-duty-8", "expect 位\n", "", "", OnDuty<8>},
      {"check-helped-badge", kToCheck + "tap 有委员帮我填\nexpect 请出示委员二维码", "不用人帮", "",
       FirstIsHere},
      {"check-helped-not-here",
       kToCheck + "tap 有委员帮我填\nscan " + DemoBadge("m02") + "\nexpect 没有签到在岗",
       "不用人帮", "", FirstIsHere},
      {"check-in-visiting", kScan + "tap 外出走访", "", "完成"},
      {"check-in-early", kScan + "expect 算早退", "还值", "签退", CameAnHourAgo},
      {"check-in-back", kScan + "expect 您在外出走访", "", "签退", IsVisiting},
      {"check-in-beside", kScan + "expect 已经来替您值班了", "", "完成", IsStoodInFor},
      {"check-in-older-card", "scan " + DemoCard("m01") + "\nexpect 旧证", "回首页", "", OlderCard},
  };
}

}  // namespace studio
