// 委员履职登记表: a side of paper a member, the year's facts filled in, the rest to be written and
// signed by hand.
#include <algorithm>

#include "app/year/sheet_table.h"
#include "app/year/year_sheets.h"

namespace studio {
namespace {

constexpr int kFactPairs = 3, kFactColumns = 2 * kFactPairs;

std::string PostsText(const Member& member) {
  std::string text;
  for (const MemberPost& one : member.posts) text += (text.empty() ? "" : "、") + one.post;
  return text;
}

// What the member wrote as the year's summary (年度小结).
std::string OwnSummary(const YearReport& report, const std::string& member) {
  std::string text;
  for (const WrittenUp& one : report.papers.writeups) {
    if (one.body.kind == "summary" && one.body.by == member) text = one.body.words;
  }
  return text;
}

std::string DaysText(const std::vector<CalendarDate>& days) {
  constexpr std::size_t kMostDays = 8;
  std::string text;
  for (std::size_t i = 0; i < days.size() && i < kMostDays; ++i) {
    text += (i > 0 ? "、" : "") + std::to_string(static_cast<unsigned>(days[i].month())) + "月" +
            std::to_string(static_cast<unsigned>(days[i].day())) + "日";
  }
  return days.size() > kMostDays ? text + "等" : text;
}

class Registration {
 public:
  Registration(const YearReport& report, const SheetForm& form, const PrintedSheet& sheet)
      : report_(report), form_(form), sheet_(sheet) {}

  PrintedPage PageOf(const MemberResult& result) {
    page_ = {};
    Row({{sheet_.title, CellLook::kTitle, kFactColumns}}, 12);
    Row({{WhoseYear(report_), CellLook::kLine, kFactColumns}}, 6);
    Facts(*report_.members.find(result.member));
    Work(result);
    Quotas(result);
    ToFillIn(result);
    return std::move(page_);
  }

 private:
  void Row(std::vector<PrintedCell> cells, double least = 6.4) {
    AddRow(page_, sheet_.grid, std::move(cells), least);
  }

  static std::string FactOf(std::string_view field, const Member& member) {
    if (field == "name") return member.name;
    if (field == "sector") return member.sector;
    if (field == "group") return member.group;
    if (field == "post") return PostsText(member);
    if (field == "type") return member.type;
    if (field == "joined") return member.joined;
    if (field == "left") return member.left;
    return {};  // not known to a terminal: written by hand
  }

  void Facts(const std::pair<const std::string, Member>& member) {
    std::vector<PrintedCell> row;
    for (const SheetColumn& column : form_.columns) {
      row.push_back({column.caption, CellLook::kLabel});
      row.push_back({FactOf(column.field, member.second), CellLook::kCentre});
      if (row.size() == kFactColumns) {
        Row(std::move(row), 7.5);
        row.clear();
      }
    }
    if (row.empty()) return;
    row.back().across += kFactColumns - static_cast<int>(row.size());
    Row(std::move(row), 7.5);
  }

  void Work(const MemberResult& result) {
    Row({{"履职记录（截至 " + ToText(report_.as_of) + "）", CellLook::kHeading, 2},
         {"次数", CellLook::kHeading},
         {"得分", CellLook::kHeading},
         {"日期", CellLook::kHeading, 2}});
    std::size_t lines = 0;
    for (const PointsRule& rule : report_.rules.points) {
      Fraction counted;
      std::vector<CalendarDate> days;
      int times = 0;
      for (const PointsRow& row : result.rows) {
        if (row.rule != rule.id || row.waiting) continue;
        ++times;
        counted += row.counted;
        if (row.day.ok()) days.push_back(row.day);
      }
      if (times == 0) continue;
      ++lines;
      Row({{rule.title, CellLook::kText, 2},
           {std::to_string(times), CellLook::kCentre},
           {counted.Text(), CellLook::kCentre},
           {DaysText(days), CellLook::kText, 2}});
    }
    if (lines == 0) Row({{"本年度没有计分的记录。", CellLook::kText, kFactColumns}});
    Row({{"总分", CellLook::kSum, 2},
         {"", CellLook::kSum},
         {result.total.Text(), CellLook::kSum},
         {result.waiting == Fraction() ? "" : "另有 " + result.waiting.Text() + " 分待审核",
          CellLook::kSum, 2}});
  }

  void Quotas(const MemberResult& result) {
    const bool any = std::any_of(result.quotas.begin(), result.quotas.end(),
                                 [](const QuotaState& one) { return !one.stretches.empty(); });
    if (!any) return;
    Row({{"规定任务", CellLook::kHeading, 2},
         {"应完成", CellLook::kHeading},
         {"已完成", CellLook::kHeading},
         {"达标情况", CellLook::kHeading, 2}});
    for (const QuotaState& state : result.quotas) {
      if (state.stretches.empty()) continue;
      Fraction done, owed;
      int missed = 0;
      for (const OwedStretch& one : state.stretches) {
        done += one.done;
        owed += one.owed;
        if (one.done < one.owed) ++missed;
      }
      std::string title = state.quota;
      for (const Quota& quota : report_.rules.quotas) {
        if (quota.id == state.quota) title = quota.title;
      }
      Row({{title, CellLook::kText, 2},
           {owed.Text(), CellLook::kCentre},
           {done.Text(), CellLook::kCentre},
           {state.met ? "达标"
            : missed > 0 && state.stretches.size() > 1
                ? "未达标（" + std::to_string(state.stretches.size()) + " 期中 " +
                      std::to_string(missed) + " 期）"
                : "未达标",
            CellLook::kText, 2}});
    }
  }

  // The room that is left on this side goes to those who write.
  void ToFillIn(const MemberResult& result) {
    constexpr int kBoxes = 4;
    constexpr double kLeast = 17, kMost = 34, kGradeHigh = 9;
    double used = kGradeHigh;
    for (const PrintedRow& row : page_.rows) used += row.high;
    const double left = (Paper::Height(false) - used - 2) / kBoxes;
    const double high = std::clamp(left, kLeast, kMost);
    const std::string sign = "签字（盖章）：　　　　　\n　　年　　月　　日";
    Row({{"等次", CellLook::kLabel},
         {result.grade.empty() ? "" : result.grade, CellLook::kCentre, kFactPairs - 1},
         {"排名", CellLook::kLabel},
         {report_.ranks_known && result.rank > 0 ? std::to_string(result.rank) : "",
          CellLook::kCentre, kFactColumns - kFactPairs - 1}},
        kGradeHigh);
    for (const auto& [label, words] :
         {std::pair<std::string, std::string>{"本人小结", OwnSummary(report_, result.member)},
          {"工作室意见", ""},
          {"界别\n（专委会）\n意见", ""},
          {"政协意见", ""}}) {
      Row({{label, CellLook::kLabel},
           {words, CellLook::kText, kFactColumns - 3},
           {sign, CellLook::kSign, 2}},
          high);
    }
  }

  const YearReport& report_;
  const SheetForm& form_;
  const PrintedSheet& sheet_;
  PrintedPage page_;
};

}  // namespace

PrintedSheet RegistrationSheet(const YearReport& report) {
  const SheetForm form = FormOf(report, SheetKind::kRegistration);
  PrintedSheet sheet = BlankSheet(SheetKind::kRegistration, report, false);
  const double pair = Paper::Width(false) / kFactPairs, label = 24;
  for (int i = 0; i < kFactPairs; ++i) {
    sheet.grid.push_back(label);
    sheet.grid.push_back(pair - label);
  }
  Registration registration(report, form, sheet);
  for (const MemberResult& one : report.assessment.members) {
    sheet.pages.push_back(registration.PageOf(one));
  }
  if (sheet.pages.empty()) {
    PrintedPage page;
    AddRow(page, sheet.grid, {{sheet.title, CellLook::kTitle, kFactColumns}}, 12);
    AddRow(page, sheet.grid, {{"本年度这里没有要考核的委员。", CellLook::kText, kFactColumns}}, 10);
    sheet.pages.push_back(std::move(page));
  }
  return sheet;
}

}  // namespace studio
