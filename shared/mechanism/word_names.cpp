#include "shared/mechanism/word_names.h"

#include <utility>

namespace studio {
namespace {

using Name = std::pair<std::string_view, std::string_view>;

constexpr Name kNames[] = {
    {"present", "到会"},
    {"late", "迟到"},
    {"left_early", "早退"},
    {"walked_in", "未报名而到场"},
    {"leave", "请假获准"},
    {"leave_refused", "请假未获准"},
    {"absent", "缺席"},
    {"withdrew", "按时取消报名"},
    {"registered_absent", "报名未到"},
    {"submitted", "提交"},
    {"filed", "立案"},
    {"adopted", "采用"},
    {"instructed", "批示"},
    {"merged", "并案"},
    {"withdrawn", "撤回"},
    {"key", "重点"},
    {"excellent", "优秀"},
    {"sole", "独立"},
    {"first", "第一作者"},
    {"other", "其他作者"},
    {"county", "县级"},
    {"district", "区级"},
    {"city", "市级"},
    {"prefecture", "地市级"},
    {"province", "省级"},
    {"national", "全国"},
    {"single", "单篇"},
    {"digest", "综合"},
    {"lead", "主持"},
    {"co_signer", "联名"},
    {"participant", "参加"},
    {"half_days", "半天"},
    {"hours", "小时"},
    {"days", "天"},
    {"proposal", "提案"},
    {"information", "社情民意信息"},
    {"plenary", "全会"},
    {"duty", "值班"},
    {"visit", "走访"},
};

// What tables say for the same.
constexpr Name kAlsoCalled[] = {
    {"present", "出席"},
    {"present", "到"},
    {"present", "实到"},
    {"leave", "请假"},
    {"leave", "事假"},
    {"leave", "病假"},
    {"leave", "公假"},
    {"absent", "未到"},
    {"absent", "旷会"},
    {"absent", "缺席（未请假）"},
    {"registered_absent", "报名未参加"},
    {"withdrew", "取消报名"},
    {"submitted", "已提交"},
    {"filed", "已立案"},
    {"adopted", "已采用"},
    {"adopted", "采纳"},
    {"instructed", "领导批示"},
    {"key", "重点提案"},
    {"excellent", "优秀提案"},
    {"county", "县"},
    {"city", "市"},
    {"province", "省"},
    {"national", "国家级"},
    {"national", "全国级"},
    {"plenary", "全体会议"},
    {"information", "信息"},
    {"first", "第一提案人"},
    {"co_signer", "联名人"},
    {"lead", "主持人"},
};

}  // namespace

std::string ChineseName(std::string_view word) {
  for (const auto& [english, chinese] : kNames) {
    if (english == word) return std::string(chinese);
  }
  return std::string(word);
}

std::string WordCalled(std::string_view name) {
  for (const auto& [english, chinese] : kNames) {
    if (chinese == name) return std::string(english);
  }
  for (const auto& [english, chinese] : kAlsoCalled) {
    if (chinese == name) return std::string(english);
  }
  return std::string(name);
}

}  // namespace studio
