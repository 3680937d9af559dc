#include "ui/words/staff/exchange_strings.h"

namespace studio::say {
namespace {

std::string Together(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "、") + name;
  return out;
}

// "12月3日"
std::string DayOf(const std::string& date) {
  const auto day = ParseDate(date);
  if (!day) return date;
  return Fill("{m}月{d}日", {{"m", Number(static_cast<unsigned>(day->month()))},
                             {"d", Number(static_cast<unsigned>(day->day()))}});
}

// "2026年12月3日"
std::string WholeDayOf(const std::string& date) {
  const auto day = ParseDate(date);
  return (day ? std::to_string(static_cast<int>(day->year())) + "年" : "") + DayOf(date);
}

// "12月3日 08:30–11:30（样板镇委员工作室）"
std::string ShiftOf(const CellProblem& problem) {
  if (!problem.shift) return {};
  const std::string shift = ShiftRow(*problem.shift);
  return problem.studio.empty() ? shift : shift + "（" + problem.studio + "）";
}

std::string What(const RosterPreview& preview, const CellProblem& problem) {
  const auto with_text = [&](View pattern) { return Fill(pattern, {{"text", problem.text}}); };
  switch (problem.fault) {
    case CellFault::kNoDate:
      return "没写日期";
    case CellFault::kBadDate:
      return with_text("“{text}”不是日期");
    case CellFault::kNoSuchDay:
      return with_text("没有“{text}”这一天");
    case CellFault::kCutZero:
      return with_text("“{text}”是哪一天？末尾可能少了个 0");
    case CellFault::kTwoWays:
      return with_text("“{text}”是一个日期，还是好几天？");
    case CellFault::kWhichMonth:
      return with_text("“{text}”是哪个月的？");
    case CellFault::kWhichWeek:
      return with_text("“{text}”是哪一天？请写上日期");
    case CellFault::kWeekdayDiffers:
      return with_text("“{text}”和写的星期对不上");
    case CellFault::kTitleYear:
      return with_text("“{text}”：年份和表里的星期对不上，像是别的年份的表");
    case CellFault::kDayTwice:
      return Fill("“{text}”在 {place} 已经写过一次，人不一样",
                  {{"text", problem.text}, {"place", preview.Where(problem.other)}});
    case CellFault::kPast:
      return WholeDayOf(problem.text) + "已经过了，不能再排";
    case CellFault::kNoHours:
      return "没写班次或时间";
    case CellFault::kBadHours:
      return with_text("“{text}”不是班次，也不是时间");
    case CellFault::kNoEnd:
      return with_text("“{text}”只写了几点开始，没写几点结束");
    case CellFault::kNoMember:
      return "没写委员";
    case CellFault::kUnknownMember:
      return with_text("名单里没有“{text}”");
    case CellFault::kSimilarMember:
      return Fill("名单里没有“{text}”，是不是{names}？",
                  {{"text", problem.text}, {"names", Together(problem.names)}});
    case CellFault::kAmbiguousMember:
      return Fill(
          problem.ways.empty() ? "叫“{text}”的有 {n} 位，请写上界别或活动组"
                               : "叫“{text}”的有 {n} 位，是哪一位？",
          {{"text", problem.text}, {"n", Number(static_cast<std::int64_t>(problem.ids.size()))}});
    case CellFault::kGroup:
      return with_text("“{text}”不是一位委员，请写姓名");
    case CellFault::kOtherStudio:
      return with_text("“{text}”是别的工作室");
    case CellFault::kUnknownStudio:
      return with_text("没有“{text}”这个工作室");
    case CellFault::kOverlap:
      return Fill("“{text}”在 {place} 同一时间已经有班",
                  {{"text", problem.text}, {"place", preview.Where(problem.other)}});
    case CellFault::kOverlapExisting:
      return Fill("“{text}”同一时间已经有别的班：{shift}",
                  {{"text", problem.text}, {"shift", ShiftOf(problem)}});
    case CellFault::kCrossesShifts:
      return Fill("{text} 和已经排好的班时间交错：{shift}",
                  {{"text", problem.text}, {"shift", ShiftOf(problem)}});
    case CellFault::kUnknownColumn:
      return with_text("不知道“{text}”这一栏写的是什么");
    case CellFault::kHidden:
      return with_text("这一行是隐藏的：“{text}”");
    case CellFault::kRemark:
      return with_text("备注“{text}”可能改了这一班");
    case CellFault::kTwoForms:
      return with_text("这张表有两种看法，按哪几栏排？");
    case CellFault::kNotUsed:
      return with_text("看不懂“{text}”");
  }
  return {};
}

std::string What(const RosterPreview& preview, const CellNote& note) {
  const auto with_text = [&](View pattern) { return Fill(pattern, {{"text", note.text}}); };
  switch (note.remark) {
    case CellRemark::kDuplicate:
      return Fill("“{text}”和 {place} 重复，只算一次",
                  {{"text", note.text}, {"place", preview.Where(note.other)}});
    case CellRemark::kDateFromAbove:
      return "没写日期，照上面算" + DayOf(note.text);
    case CellRemark::kOtherMonth:
      return WholeDayOf(note.text) + "是别的月份";
    case CellRemark::kNotOfThisStudio:
      return with_text("“{text}”不是本工作室的委员，照排");
    case CellRemark::kNotOnRoster:
      return with_text("“{text}”是临时来的，不排班");
    case CellRemark::kWholeDay:
      return "没写几点，都按整天算";
    case CellRemark::kNobody:
      return with_text("“{text}”：不排人");
    case CellRemark::kBeside:
      return with_text("姓名旁边的“{text}”不用");
    case CellRemark::kTitle:
      return with_text("“{text}”是标题");
    case CellRemark::kLine:
      return with_text("“{text}”是说明，不排班");
    case CellRemark::kPassedColumn:
      return with_text("“{text}”这一栏不用");
    case CellRemark::kGuessedColumn:
      return with_text("“{text}”这一栏按里面写的算");
    case CellRemark::kGroupList:
      return with_text("这一组的人按“{text}”算");
    case CellRemark::kPassedSheet:
      return with_text("“{text}”这一页没有值班表");
  }
  return {};
}

// "12月3日", "12月3日到12月5日"
std::string DaysOf(const std::string& way) {
  const std::size_t slash = way.find('/');
  if (slash == std::string::npos) return DayOf(way);
  return DayOf(way.substr(0, slash)) + "到" + DayOf(way.substr(slash + 1));
}

std::string AtCell(const std::string& place, const std::string& what) {
  return place.empty() ? what : place + "：" + what;
}

}  // namespace

std::string RefusalLine(const TableRefusal& refusal) {
  switch (refusal.fault) {
    case TableFault::kUnreadable:
      return "这张表读不出来，U盘是不是拔了？";
    case TableFault::kEmpty:
      return "这张表是空的。";
    case TableFault::kBinary:
      return "这不是表格。";
    case TableFault::kWorkbook:
      return "这个文件读不出来，可能设了密码，也可能坏了。请在电脑上另存为没有密码的再来。";
    case TableFault::kOldWorkbook:
      return "这是旧格式的 .xls，这里读不出来。请在电脑上另存为 .xlsx 再来。";
    case TableFault::kUnknownEncoding:
      return "这张表的文字认不出来，请在电脑上另存为“CSV UTF-8”再来。";
    case TableFault::kTooLarge:
      return "这张表太大了，最多 16 MB。";
    case TableFault::kTooManyRows:
      return "这张表太大了，最多 10 万行、256 列、100 万格。";
    case TableFault::kTooMuchText:
      return "这张表里的字太多了。请在电脑上删掉用不着的内容，另存一份再来。";
    case TableFault::kOpenQuote:
      return Fill("第 {line} 行起有个引号没有写完。", {{"line", Number(refusal.line)}});
  }
  return {};
}

View RefusalLine(RosterPreview::Refusal refusal) {
  switch (refusal) {
    case RosterPreview::Refusal::kNone:
      return {};
    case RosterPreview::Refusal::kNoHeading:
      return "找不到表头：要有“日期”“班次”“委员”这几栏。";
    case RosterPreview::Refusal::kNoDateColumn:
      return "表头里没有“日期”这一栏。";
    case RosterPreview::Refusal::kNoMemberColumn:
      return "表头里没有“委员”这一栏。";
    case RosterPreview::Refusal::kNoRows:
      return "表头下面什么也没有。";
  }
  return {};
}

std::string ProblemRow(const RosterPreview& preview, const CellProblem& problem) {
  return AtCell(preview.Where(problem.at), What(preview, problem));
}
std::string NoteRow(const RosterPreview& preview, const CellNote& note) {
  return AtCell(preview.Where(note.at), What(preview, note));
}

std::string WayWords(const CellProblem& problem, std::size_t way) {
  const std::string& text = problem.ways.at(way);
  switch (problem.fault) {
    case CellFault::kWeekdayDiffers:
      return Fill("按{day}排", {{"day", DaysOf(text)}});
    case CellFault::kCutZero:
    case CellFault::kTwoWays:
    case CellFault::kWhichMonth:
      return DaysOf(text);
    case CellFault::kTitleYear:
      return Fill("按 {year} 年排", {{"year", text}});
    case CellFault::kDayTwice:
      return "两处的人都排";
    case CellFault::kSimilarMember:
    case CellFault::kAmbiguousMember:
      return problem.names.at(way);
    case CellFault::kTwoForms:
      return text;
    case CellFault::kUnknownColumn:
      return "不用这一栏";
    case CellFault::kHidden:
      return "这行也排";
    case CellFault::kCrossesShifts:
      return text == "shifts" ? "排进原来的班" : "按表里的时间";
    default:
      return "照排";
  }
}

bool MayBeLeftOut(const CellProblem& problem) { return problem.fault != CellFault::kUnknownColumn; }

std::string ShiftRow(const Shift& shift) {
  return DayOf(shift.date) + " " + shift.from + "–" + shift.to;
}

}  // namespace studio::say
