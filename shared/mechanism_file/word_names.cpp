#include "shared/mechanism_file/word_names.h"

#include <algorithm>
#include <utility>

namespace studio {
namespace {

using Name = std::pair<std::string_view, std::string_view>;

// In the order in which people list them: the smaller level first, the usual before the exception.
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

// Words that files use and tables do not: a table's 培训 stays what it is, as a place may call a
// kind so.
constexpr Name kShownOnly[] = {
    {"member", "委员"},
    {"platform", "平台"},
    {"speaker", "发言"},
    {"stand_in", "代班"},
    {"granted", "圆愿"},
    {"confirmed", "确认"},
    {"turned_into_information", "转为信息"},
    {"topic_suggestion", "议题建议"},
    {"proposal_material", "提案素材"},
    {"nation", "全国"},
    {"township", "乡镇"},
    {"swapped", "调班"},
    {"visits", "外出走访"},
    {"collective", "集体"},
    {"commissioned", "约稿"},
    {"households", "户"},
    {"residents", "人"},
    {"people", "人"},
    {"pieces", "件"},
    {"years", "年"},
    {"wish", "微心愿"},
    {"topic", "协商议题"},
    {"summary", "年度小结"},
    {"home_visit", "上门入户"},
    {"visit_residents", "走访群众"},
    {"visit_member", "走访委员"},
    {"visit_standing_member", "走访常委"},
    {"household", "联系帮扶户"},
    {"residents_talk", "民情恳谈会"},
    {"reception", "来访接待"},
    {"collecting_opinions", "收集意见"},
    {"collecting_suggestions", "收集建议"},
    {"soliciting", "征求意见会"},
    {"liaison", "联络活动"},
    {"social", "联谊"},
    {"research", "调研"},
    {"inspection", "视察"},
    {"supervision", "民主监督"},
    {"appraisal", "民主评议"},
    {"hearing", "听证会"},
    {"open_court", "司法开放日"},
    {"consultation", "协商会"},
    {"plenary_consultation", "全会协商"},
    {"standing_committee_consultation", "常委会专题协商"},
    {"bimonthly_consultation", "双月协商"},
    {"sector_consultation", "界别协商"},
    {"standing_committee", "常委会会议"},
    {"standing_meeting", "常委会会议"},
    {"sector_meeting", "界别会议"},
    {"group_discussion", "小组讨论"},
    {"meeting", "会议"},
    {"activity", "活动"},
    {"training", "培训"},
    {"reading_day", "委员阅读日"},
    {"suggestion_day", "委员建言日"},
    {"reading_lesson", "读书辅导"},
    {"business_forum", "企业论坛"},
    {"policy_talk", "政策宣讲"},
    {"technical_guidance", "技术指导"},
    {"legal_aid", "法律援助"},
    {"mediation", "调解"},
    {"volunteering", "志愿服务"},
    {"welfare", "公益"},
    {"into_enterprise", "进企业"},
    {"into_village", "进乡村"},
    {"into_home", "进农户"},
    {"five_sent", "五送"},
    {"six_helps", "六个帮扶"},
    {"four_into", "四进"},
    {"practical_deed", "办实事"},
    {"suggestion", "建议"},
    {"speech", "大会发言"},
    {"written_speech", "书面发言"},
    {"article", "文章"},
    {"history_article", "文史资料"},
    {"study_article", "学习文章"},
    {"notebook", "学习笔记"},
    {"commendation", "受表彰"},
    {"discipline", "受处分"},
    {"enterprise_project", "企业项目"},
    {"office", "任职"},
    {"special_committee_director", "专委会主任"},
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
  for (const auto& [english, chinese] : kShownOnly) {
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

std::vector<std::string_view> MeaningfulWords() {
  std::vector<std::string_view> words;
  for (const auto& [english, chinese] : kNames) words.push_back(english);
  for (const auto& [english, chinese] : kShownOnly) words.push_back(english);
  return words;
}

std::size_t PlaceInLists(std::string_view word) {
  const std::vector<std::string_view> words = MeaningfulWords();
  return static_cast<std::size_t>(std::find(words.begin(), words.end(), word) - words.begin());
}

bool HasMeaning(std::string_view word) { return PlaceInLists(word) < MeaningfulWords().size(); }

}  // namespace studio
