#include "app/cells/roster_headings.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/cells/date_cells.h"
#include "app/cells/sheet_words.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

std::string Plain(std::string_view folded) {
  std::string out;
  for (const char c : folded) {
    if (c != ' ' && c != '*' && c != ':') out.push_back(c);
  }
  if (const std::size_t bracket = out.find('('); bracket != std::string::npos && bracket > 0) {
    out.resize(bracket);  // 日期(年月日)
  }
  // 委员1, 委员二
  while (!out.empty() && out.back() >= '0' && out.back() <= '9') out.pop_back();
  for (const std::string_view number : {"一", "二", "三", "四", "五", "六"}) {
    if (out.size() > 6 && out.ends_with(number)) out.resize(out.size() - number.size());
  }
  return out;
}

template <std::size_t kCount>
bool BeginsWithOne(std::string_view text, const std::array<std::string_view, kCount>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.starts_with(word); });
}

template <std::size_t kCount>
bool Holds(std::string_view text, const std::array<std::string_view, kCount>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

}  // namespace

RosterColumn WordsOf(std::string_view folded_heading) {
  using enum RosterColumn;
  constexpr auto kExact = std::to_array<std::pair<std::string_view, RosterColumn>>({
      {"日期", kDate},     {"值班日", kDate},   {"日子", kDate},     {"号", kDate},
      {"时间", kWhen},     {"星期", kWeekday},  {"周几", kWeekday},  {"礼拜", kWeekday},
      {"班次", kShift},    {"班别", kShift},    {"时段", kShift},    {"班", kShift},
      {"时间段", kShift},  {"开始", kFrom},     {"上班", kFrom},     {"结束", kTo},
      {"下班", kTo},       {"委员", kMember},   {"姓名", kMember},   {"人员", kMember},
      {"值班人", kMember}, {"名单", kMember},   {"值班", kMember},   {"组长", kMember},
      {"组员", kMember},   {"副组长", kMember}, {"成员", kMember},   {"主班", kMember},
      {"副班", kMember},   {"主值", kMember},   {"副值", kMember},   {"值班员", kMember},
      {"姓名一", kMember}, {"界别", kSector},   {"活动组", kGroup},  {"组别", kGroup},
      {"小组", kGroup},    {"分组", kGroup},    {"值班组", kGroup},  {"班组", kGroup},
      {"工作室", kStudio}, {"联络站", kStudio}, {"议事室", kStudio}, {"地点", kPlace},
      {"场所", kPlace},    {"序号", kPassed},   {"编号", kPassed},   {"序", kPassed},
      {"No", kPassed},     {"NO", kPassed},     {"周次", kWeekday},  {"周", kWeekday},
      {"时长", kPassed},   {"状态", kPassed},   {"代班人", kRemark}, {"接待人次", kPassed},
      {"职业", kPassed},   {"次数", kPassed},   {"驾驶员", kPassed}, {"合计", kPassed},
      {"小计", kPassed},   {"总计", kPassed},   {"性别", kPassed},   {"天数", kPassed},
      {"年龄", kPassed},   {"党派", kPassed},   {"民族", kPassed},   {"共计", kPassed},
  });
  // The first that stands in it.
  constexpr auto kPart = std::to_array<std::pair<std::string_view, RosterColumn>>({
      {"开始时间", kFrom}, {"起始", kFrom},   {"上班时间", kFrom}, {"结束时间", kTo},
      {"下班时间", kTo},   {"截止", kTo},     {"日期", kDate},     {"备注", kRemark},
      {"说明", kRemark},   {"领导", kPassed}, {"带班", kPassed},   {"签到", kPassed},
      {"签退", kPassed},   {"签名", kPassed}, {"签字", kPassed},   {"单位", kPassed},
      {"职务", kPassed},   {"情况", kPassed}, {"事项", kPassed},   {"人次", kPassed},
      {"记录", kPassed},   {"住址", kPassed}, {"时段", kShift},    {"班次", kShift},
      {"时间段", kShift},  {"时间", kWhen},   {"活动组", kGroup},  {"值班组", kGroup},
      {"工作室", kStudio}, {"地点", kPlace},  {"地址", kPlace},    {"星期", kWeekday},
      {"委员", kMember},   {"姓名", kMember}, {"人员", kMember},   {"值班人", kMember},
      {"值守人", kMember}, {"名单", kMember},
  });
  constexpr auto kReached = std::to_array<std::string_view>({"电话", "手机", "联系方式", "微信"});
  const std::string heading = Plain(folded_heading);
  if (heading.empty()) return kBlank;
  for (const auto& [name, column] : kExact) {
    if (heading == name) return column;
  }
  if (CountCharacters(heading) > 8 || heading.ends_with("表")) return kUnknown;
  if (Holds(heading, kReached)) {
    // 值班委员及电话 are members; 委员电话 is none.
    const bool both =
        Holds(heading, std::to_array<std::string_view>({"及", "和", "与", "、", "/"}));
    const bool member = Holds(heading, std::to_array<std::string_view>({"委员", "姓名", "人员"}));
    return both && member ? kMember : kPassed;
  }
  for (const auto& [name, column] : kPart) {
    if (heading.find(name) != std::string::npos) return column;
  }
  return kUnknown;
}

RosterColumn ColumnOf(std::string_view folded_heading, const RosterNames& names,
                      const SheetWords& sheet_words) {
  if (folded_heading.empty()) return RosterColumn::kBlank;
  if (folded_heading.size() > 120) return RosterColumn::kUnknown;
  if (names.IsName(folded_heading)) return RosterColumn::kPerson;
  if (ReadWeekdayCell(folded_heading)) return RosterColumn::kDayName;
  const DateCell date = ReadDateCell(folded_heading);
  if (!date.spans.empty() && date.rest.empty()) return RosterColumn::kDay;
  // 22日冬至
  if (date.spans.size() == 1 && date.rest.size() <= 12 && !SaysNobody(date.rest) &&
      date.rest.find_first_of("0123456789:") == std::string::npos &&
      folded_heading.find("日") != std::string_view::npos && !names.Mentions(date.rest) &&
      sheet_words.Hours(date.rest).hours.empty()) {
    return RosterColumn::kDay;
  }
  const RosterColumn words = WordsOf(folded_heading);
  const std::string hours = HoursPart(folded_heading);
  if (hours != folded_heading && !sheet_words.Hours(hours).hours.empty()) {
    return RosterColumn::kHours;
  }
  if (words != RosterColumn::kUnknown && words != RosterColumn::kWhen) return words;
  if (!sheet_words.Hours(folded_heading).hours.empty()) return RosterColumn::kHours;
  return words;
}

std::string HoursPart(std::string_view folded_heading) {
  std::string out(folded_heading);
  for (const std::string_view word :
       {"值班委员", "值班人员", "接待委员", "轮值委员", "值守委员", "委员", "人员", "姓名", "值班",
        "接待", "轮值", "时段", "时间:"}) {
    const std::size_t at = out.find(word);
    if (at != std::string::npos && word.size() < out.size()) out.erase(at, word.size());
  }
  return out;
}

bool IsSignature(std::string_view folded) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"制表",     "制单", "审核", "审批",     "填表", "填报",     "联系", "负责人", "签发",
       "打印",     "经办", "监督", "咨询",     "电话", "值班电话", "抄送", "带班",   "值班领导",
       "分管领导", "主管", "报送", "单位负责", "校对", "核对",     "录入"});
  return BeginsWithOne(folded, kWords);
}

bool BeginsRemarkRow(std::string_view folded) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"备注", "注:", "说明", "合计", "小计", "总计", "共计", "累计", "人次", "要求", "提示"});
  return folded == "注" || IsSignature(folded) || BeginsWithOne(folded, kWords);
}

bool IsRemark(std::string_view folded) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"注", "温馨提示", "※", "*", "共", "地点", "地址", "值班时间", "工作时间", "接待时间",
       "上午:", "下午:", "上午(", "下午(", "时间:", "值班地点", "接待地点", "值班要求", "请"});
  return BeginsRemarkRow(folded) || BeginsWithOne(folded, kWords);
}

}  // namespace studio
