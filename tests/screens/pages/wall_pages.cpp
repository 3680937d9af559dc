#include "wall_pages.h"

namespace studio {
namespace {

void Nothing(ScreenRig& rig) { rig.state.station = std::make_shared<const Station>(); }
void NoPictures(ScreenRig& rig) { rig.pictures.there = false; }
void OnlyProgress(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  station->notices.clear();
  station->honours.clear();
  rig.state.station = station;
}

void WithFacts(ScreenRig& rig) {
  auto station = std::make_shared<Station>(*rig.state.station);
  station->members.front().facts = {
      {"报到依据", "居住地"}, {"报到方式", "个人自愿"}, {"活动组里", "第一活动组召集人"}};
  rig.state.station = station;
}

}  // namespace

std::vector<Page> WallPages() {
  const std::string rules = "tap 工作制度\n", honours = "tap 委员风采\ntap 荣誉\n";
  return {
      {"notice-pictures-later", "tap 公告\ntap 本月值班安排", "上一步", "", NoPictures},
      {"tally", "tap 公告\ntap 每月公示\nexpect 46", "上一步"},
      {"tally-earlier", "tap 公告\ntap 每月公示\ntap 上个月\nexpect 39", "上一步"},
      {"member", "tap 委员风采\ntap 示例甲", "上一步"},
      {"member-facts", "tap 委员风采\ntap 示例甲", "上一步", "", WithFacts},
      {"member-plain", "tap 委员风采\ntap 示例丙", "上一步"},
      {"honours", honours, "上一步"},
      {"honours-empty", honours, "上一步", "", Nothing},
      {"honour", honours + "tap 优秀社情民意信息", "上一步"},
      {"rules", rules, "回首页"},
      {"rules-empty", rules, "回首页", "", Nothing},
      {"rule", rules + "tap 委员值班制度", "上一步"},
      {"idle-next", "advance 145", ""},
      {"idle-progress", "advance 130\nexpect 本工作室进度", "", "", OnlyProgress},
  };
}

}  // namespace studio
