#include "demo_days.h"
#include "pages.h"

namespace studio {
namespace {

void Yesterday(ScreenRig& rig) { OpenDay(rig, -1); }
void Today(ScreenRig& rig) { OpenDay(rig, 0); }
void Waiting(ScreenRig& rig) { OpenDay(rig, 1); }
void Changed(ScreenRig& rig) { OpenDay(rig, 2); }
void Free(ScreenRig& rig) { OpenDay(rig, 3); }
void Nobody(ScreenRig& rig) { OpenDay(rig, 4); }
void Many(ScreenRig& rig) { OpenDay(rig, 5); }
void NotKept(ScreenRig& rig) {
  OpenDay(rig, 0);
  rig.duty.works = false;
}

const std::string kToDayPlace = "tap 示例丙\n";
const std::string kToStandIn = kToDayPlace + "tap 找人代班\n";
const std::string kToAgree = kToStandIn + "tap 示例午\ntap 工作室安排\n";
const std::string kToSwap = kToDayPlace + "tap 调班\n";
const std::string kToShift = "tap 改这一班 2\n";

}  // namespace

std::vector<Page> DayPages() {
  return {
      {"day", "", "上一步", "", Today},
      {"day-past", "", "上一步", "", Yesterday},
      {"day-waiting", "", "上一步", "", Waiting},
      {"day-changed", "", "上一步", "", Changed},
      {"day-free", "", "上一步", "排一班", Free},
      {"day-nobody", "", "上一步", "", Nobody},
      {"day-many", "", "上一步", "", Many},
      {"day-place", kToDayPlace, "上一步", "请假", Today},
      {"day-place-late", "tap 示例乙", "上一步", "", Yesterday},
      {"day-place-changed", "tap 示例癸", "上一步", "", Changed},
      {"day-shift", kToShift, "上一步", "", Today},
      {"day-shift-begun", "tap 改这一班", "上一步", "", Today},
      {"day-reason", kToDayPlace + "tap 请假", "上一步", "", Today},
      {"day-asked", kToDayPlace + "tap 请假\ntap 生病", "上一步", "", Today},
      {"day-leave-check", kToDayPlace + "tap 请假\ntap 家里有事\ntap 本人", "上一步", "没错，登记",
       Today},
      {"day-leave-not-kept", kToDayPlace + "tap 请假\ntap 生病\ntap 本人\ntap 没错，登记", "上一步",
       "没错，登记", NotKept},
      {"day-kept", kToDayPlace + "tap 请假\ntap 生病\ntap 本人\ntap 没错，登记\nexpect 待确认",
       "上一步", "", Today},
      {"day-stand-in", kToStandIn, "上一步", "", Today},
      {"day-stand-in-group", kToStandIn + "tap 第一活动组", "上一步", "", Today},
      {"day-stand-in-check", kToAgree, "上一步", "没错，登记", Today},
      {"day-stand-in-not-asked", kToAgree + "tap 没错，登记", "上一步", "没错，登记", Today},
      {"day-swap", kToSwap, "上一步", "", Today},
      {"day-swap-check", kToSwap + "tap 示例戊\ntap 本人\ntap 答应了", "上一步", "没错，登记",
       Today},
      {"day-replace-check", kToDayPlace + "tap 换成别人\ntap 示例午", "上一步", "没错，登记",
       Today},
      {"day-hours", kToShift + "tap 改时间\ntap 推后 2", "上一步", "下一步", Today},
      {"day-hours-past", kToShift + "tap 改时间\ntap 下一步", "上一步", "下一步", Today},
      {"day-hours-night", kToShift + "tap 改时间\ntap 晚上\n" + std::string([] {
                            std::string taps;
                            for (int i = 0; i < 9; ++i) taps += "tap 推后 2\n";
                            return taps;
                          }()),
       "上一步", "下一步", Today},
      {"day-remove", kToShift + "tap 删掉这一班", "上一步", "删掉这一班", Today},
      {"day-new-hours", "tap 排一班", "上一步", "下一步", Free},
      {"day-new-nobody", "tap 排一班\ntap 下一步\ntap 请先选人", "上一步", "请先选人", Free},
      {"day-new-members", "tap 排一班\ntap 下一步\ntap 示例午\ntap 示例戌", "上一步",
       "选好了，2 人", Free},
      {"day-new-check", "tap 排一班\ntap 下一步\ntap 示例午\ntap 示例戌\ntap 选好了，2 人",
       "上一步", "没错，登记", Free},
  };
}

}  // namespace studio
