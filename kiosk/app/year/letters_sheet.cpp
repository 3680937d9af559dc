// 年度函件: what a year's grades bring with them (提醒谈话, 推荐表扬), a side of paper a letter:
// one to the member, one to each who is told of it.
#include <algorithm>

#include "app/year/sheet_table.h"
#include "app/year/year_sheets.h"

namespace studio {
namespace {

constexpr int kLetterColumns = 4;

std::string LetterFact(const YearReport& report, const MemberResult& result,
                       std::string_view field) {
  const Member& member = report.members.find(result.member)->second;
  if (field == "name") return member.name;
  if (field == "sector") return member.sector;
  if (field == "group") return member.group;
  if (field == "total") return result.total.Text();
  if (field == "grade") return result.grade;
  return report.ranks_known && result.rank > 0 ? std::to_string(result.rank) : "";
}

class Letters {
 public:
  Letters(const YearReport& report, PrintedSheet& sheet)
      : report_(report), form_(FormOf(report, SheetKind::kLetters)), sheet_(sheet) {}

  void WriteFor(const MemberResult& result, const Consequence& consequence) {
    const std::string name = report_.MemberName(result.member);
    Write(result, consequence, consequence.title + "通知", name + " 委员：", "您");
    for (const std::string& told : consequence.told) {
      Write(result, consequence, consequence.title + "告知函", told + "（" + name + " 委员的）：",
            name + " 委员");
    }
  }

  void WriteNone() {
    PrintedPage page;
    Line(page, sheet_.title, CellLook::kTitle, 12);
    Line(page,
         report_.closed ? "这一年没有要发的函件。" : "等次要等政协结账，那以后才有要发的函件。",
         CellLook::kText, 10);
    sheet_.pages.push_back(std::move(page));
  }

 private:
  void Line(PrintedPage& page, std::string text, CellLook look, double least) {
    AddRow(page, sheet_.grid, {{std::move(text), look, kLetterColumns}}, least);
  }

  void Write(const MemberResult& result, const Consequence& consequence, const std::string& title,
             const std::string& to, const std::string& who) {
    PrintedPage page;
    Line(page, title, CellLook::kTitle, 16);
    Line(page, WhoseYear(report_) + "　" + sheet_.title, CellLook::kLine, 8);
    Line(page, to, CellLook::kLine, 14);
    std::string said = "　　" + std::to_string(report_.year) + " 年度履职考核，" + who + "得 " +
                       result.total.Text() + " 分";
    if (!result.grade.empty()) said += "，等次为“" + result.grade + "”";
    said += "。按本地的履职办法，列为“" + consequence.title + "”。";
    if (!consequence.by.empty()) said += "由" + consequence.by + "办理。";
    Line(page, std::move(said), CellLook::kLine, 24);
    std::vector<PrintedCell> row;
    for (const SheetColumn& column : form_.columns) {
      row.push_back({column.caption, CellLook::kLabel});
      row.push_back({LetterFact(report_, result, column.field), CellLook::kCentre});
      if (row.size() < kLetterColumns) continue;
      AddRow(page, sheet_.grid, std::move(row), 9);
      row.clear();
    }
    if (!row.empty()) {
      row.back().across = kLetterColumns - 1;
      AddRow(page, sheet_.grid, std::move(row), 9);
    }
    Line(page, "　　特此告知。", CellLook::kLine, 16);
    Line(page, "办理情况（时间、地点、谁谈的或谁送的）：", CellLook::kLine, 12);
    Line(page, "", CellLook::kText, 40);
    Line(page, report_.county_name + "（盖章）　　　　　年　　月　　日", CellLook::kSign, 20);
    Line(page, "收到人（签字）：＿＿＿＿＿＿　　　　　年　　月　　日", CellLook::kSign, 16);
    sheet_.pages.push_back(std::move(page));
  }

  const YearReport& report_;
  const SheetForm form_;
  PrintedSheet& sheet_;
};

}  // namespace

PrintedSheet LettersSheet(const YearReport& report) {
  PrintedSheet sheet = BlankSheet(SheetKind::kLetters, report, false);
  const double pair = Paper::Width(false) / 2, label = 30;
  sheet.grid = {label, pair - label, label, pair - label};
  Letters letters(report, sheet);
  for (const Consequence& consequence : report.rules.consequences) {
    for (const MemberResult& result : report.assessment.members) {
      const auto& ids = result.consequences;
      if (report.closed && std::find(ids.begin(), ids.end(), consequence.id) != ids.end())
        letters.WriteFor(result, consequence);
    }
  }
  if (sheet.pages.empty()) letters.WriteNone();
  return sheet;
}

}  // namespace studio
