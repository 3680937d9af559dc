// 公示: how many requests were received and what became of them, by month; no names, no words of
// anybody.
#include "app/year/sheet_table.h"
#include "app/year/year_sheets.h"

namespace studio {
namespace {

const std::vector<FieldLook> kNoticeLooks = {
    {"month", 40, CellLook::kCentre},    {"received", 30, CellLook::kCentre},
    {"answered", 30, CellLook::kCentre}, {"solved", 30, CellLook::kCentre},
    {"open", 30, CellLook::kCentre},     {"note", 30},
};

std::string MonthWords(const std::string& month) {
  if (month.size() != 7) return month;
  const std::string number = month[5] == '0' ? month.substr(6) : month.substr(5);
  return month.substr(0, 4) + " 年 " + number + " 月";
}

}  // namespace

PrintedSheet NoticeSheet(const YearReport& report) {
  PrintedSheet sheet = BlankSheet(SheetKind::kNotice, report, false);
  const SheetTable table(FormOf(report, SheetKind::kNotice), kNoticeLooks, Paper::Width(false));
  sheet.grid = table.grid();
  PrintedPage page = table.Begin(sheet.title, WhoseYear(report) + "群众诉求办理情况（单位：件）");
  Tally sum;
  for (const Tally& one : report.tallies) {
    table.Add(page,
              {{"month", MonthWords(one.month)},
               {"received", one.received},
               {"answered", one.answered},
               {"solved", one.solved},
               {"open", one.open}},
              9);
    sum.received += one.received;
    sum.answered += one.answered;
    sum.solved += one.solved;
    sum.open += one.open;
  }
  if (report.tallies.empty()) {
    table.AddLine(page, "本年度还没有公示的数字。", CellLook::kText, 9);
  } else {
    table.AddSum(page, {{"month", "全年"},
                        {"received", sum.received},
                        {"answered", sum.answered},
                        {"solved", sum.solved},
                        {"open", sum.open}});
  }
  const std::string phone = report.phone.empty() ? "" : "监督电话：" + report.phone + "。";
  table.AddLine(page,
                "以上数字由" + (report.county_name.empty() ? "政协" : report.county_name) +
                    "统计，不含姓名和内容。" + phone + "特此公示。",
                CellLook::kLine, 12);
  table.AddLine(page, "公示单位（盖章）：＿＿＿＿＿＿＿＿＿＿　　　年　　月　　日", CellLook::kLine,
                18);
  sheet.pages.push_back(std::move(page));
  return sheet;
}

}  // namespace studio
