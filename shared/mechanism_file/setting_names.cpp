#include "shared/mechanism_file/setting_names.h"

namespace studio {
namespace {

struct SettingCalled {
  std::string_view table, key, name;
};

constexpr SettingCalled kSettingNames[] = {
    {"words", "body", "本级政协"},
    {"words", "studio", "工作室"},
    {"words", "platform", "平台"},
    {"words", "room", "议事室"},
    {"words", "area_station", "片区工作站"},
    {"words", "township_station", "乡镇联络站"},
    {"words", "contact_point", "联系点"},
    {"words", "liaison_committee", "联络机构"},
    {"words", "group", "界别组"},
    {"words", "convener", "界别组的负责人"},
    {"words", "liaison", "界别组的联络人"},
    {"words", "leading_member", "工作室的负责委员"},
    {"rotation", "subject", "值班按谁数"},
    {"rotation", "at_least", "值班每月至少几次"},
    {"rotation", "content", "值班时做什么"},
    {"rotation", "counts_as_duty", "算作值班的"},
    {"check_in", "late_after_minutes", "过了几分钟算迟到"},
    {"check_in", "early_before_minutes", "提前几分钟走算早退"},
    {"check_in", "early_arrival_minutes", "最早提前几分钟签到"},
    {"check_in", "ask_pin", "签到时要密码"},
    {"topics", "method", "协商的办法"},
    {"topics", "steps", "协商的步骤"},
    {"topics", "after", "协商以后的步骤"},
    {"topics", "checklist", "一次协商要有"},
    {"groups", "members", "委员人数"},
    {"groups", "groups", "界别组个数"},
    {"groups", "conveners", "召集人人数"},
    {"groups", "liaison_officer", "谁是联络员"},
    {"activities", "kinds", "活动种类"},
    {"activities", "taking_part", "参加的人"},
    {"activities", "optional", "自选动作"},
    {"ledger", "line_per_item", "群众提的事一件记一行"},
    {"honours", "commendation", "表扬优秀委员"},
    {"stations", "area_stations", "片区工作站"},
    {"stations", "workrooms", "工作室个数"},
    {"stations", "workroom_has_parent", "工作室有上级工作站"},
    {"stations", "studios", "工作室个数"},
    {"stations", "groups", "界别组个数"},
    {"stations", "six_have", "六有"},
    {"stations", "five_have", "五有"},
};

}  // namespace

std::vector<std::string> SettingKeys(std::string_view table) {
  std::vector<std::string> keys;
  for (const SettingCalled& one : kSettingNames) {
    if (one.table == table) keys.emplace_back(one.key);
  }
  return keys;
}

std::string SettingName(std::string_view table, std::string_view key) {
  for (const SettingCalled& one : kSettingNames) {
    if (one.table == table && one.key == key) return std::string(one.name);
  }
  return std::string(key);
}

}  // namespace studio
