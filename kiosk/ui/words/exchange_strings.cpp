#include "ui/words/exchange_strings.h"

namespace studio::say {
namespace {

std::string What(const RowProblem& problem) {
  const auto with_text = [&](View pattern) { return Fill(pattern, {{"text", problem.text}}); };
  switch (problem.fault) {
    case RowFault::kNoDate:
      return "没写日期";
    case RowFault::kBadDate:
      return with_text("“{text}”不是日期");
    case RowFault::kNoSuchDay:
      return with_text("没有“{text}”这一天");
    case RowFault::kNoHours:
      return "没写班次或时间";
    case RowFault::kBadHours:
      return with_text("“{text}”不是班次,也不是时间");
    case RowFault::kNoMember:
      return "没写委员";
    case RowFault::kUnknownMember:
      return with_text("名单里没有“{text}”");
    case RowFault::kAmbiguousMember:
      return Fill(
          "叫“{text}”的有 {n} 位,请写上界别或活动组",
          {{"text", problem.text}, {"n", Number(static_cast<std::int64_t>(problem.ids.size()))}});
    case RowFault::kOtherStudio:
      return with_text("“{text}”是别的工作室");
    case RowFault::kUnknownStudio:
      return with_text("没有“{text}”这个工作室");
    case RowFault::kOverlap:
      return Fill("{text} 在第 {line} 行同一时间已经有班",
                  {{"text", problem.text}, {"line", Number(problem.other_line)}});
    case RowFault::kOverlapExisting:
      return with_text("{text} 同一时间已经有别的班");
  }
  return {};
}

std::string What(const RowNote& note) {
  const auto with_text = [&](View pattern) { return Fill(pattern, {{"text", note.text}}); };
  switch (note.remark) {
    case RowRemark::kDuplicate:
      return Fill("{text} 和第 {line} 行重复,只算一次",
                  {{"text", note.text}, {"line", Number(note.other_line)}});
    case RowRemark::kDateFromAbove:
      return with_text("没写日期,照上面算 {text}");
    case RowRemark::kWeekdayDiffers:
      return with_text("星期写得不对,按日期 {text} 算");
    case RowRemark::kOtherMonth:
      return with_text("{text} 是别的月份");
    case RowRemark::kNotOfThisStudio:
      return with_text("{text} 不是这里的委员,照排");
    case RowRemark::kNotOnRoster:
      return with_text("{text} 是临时来的,不排班");
    case RowRemark::kWholeDay:
      return "没有班次一栏,都按整天算";
  }
  return {};
}

std::string AtLine(int line, const std::string& what) {
  return Fill("第 {line} 行:{what}", {{"line", Number(line)}, {"what", what}});
}

}  // namespace

std::string RefusalLine(const TableRefusal& refusal) {
  switch (refusal.fault) {
    case TableFault::kUnreadable:
      return "这张表读不出来,U盘是不是拔了?";
    case TableFault::kEmpty:
      return "这张表是空的。";
    case TableFault::kBinary:
      return "这不是表格。";
    case TableFault::kWorkbook:
      return "这个文件打不开,可能设了密码,也可能坏了。请在电脑上打开,去掉密码“另存为”再来。";
    case TableFault::kUnknownEncoding:
      return "这张表的文字认不出来,请在电脑上另存为“CSV UTF-8”再来。";
    case TableFault::kTooLarge:
      return "这张表太大了,最多 16 MB。";
    case TableFault::kTooManyRows:
      return "这张表太大了,最多 10 万行、256 列。";
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
      return "找不到表头:要有“日期”“班次”“委员”这几栏。";
    case RosterPreview::Refusal::kNoDateColumn:
      return "表头里没有“日期”这一栏。";
    case RosterPreview::Refusal::kNoMemberColumn:
      return "表头里没有“委员”这一栏。";
    case RosterPreview::Refusal::kNoRows:
      return "表头下面什么也没有。";
  }
  return {};
}

std::string ProblemRow(const RowProblem& problem) { return AtLine(problem.line, What(problem)); }
std::string NoteRow(const RowNote& note) { return AtLine(note.line, What(note)); }

std::string ChangeRow(const Shift& shift, const MonthView& view) {
  std::string names;
  for (const std::string& member : shift.members) {
    if (!names.empty()) names += "、";
    names += view.NameOf(member);
  }
  const auto date = ParseDate(shift.date);
  const std::string day =
      date ? Fill("{m}月{d}日", {{"m", Number(static_cast<unsigned>(date->month()))},
                                 {"d", Number(static_cast<unsigned>(date->day()))}})
           : shift.date;
  return day + " " + shift.from + " – " + shift.to + ":" + names;
}

}  // namespace studio::say
