#include <algorithm>

#include "app/year/sheet_table.h"
#include "app/year/year_sheets.h"

namespace studio {
namespace {

const std::vector<FieldLook> kPointsLooks = {
    {"number", 9, CellLook::kCentre},
    {"member", 17, CellLook::kCentre},
    {"sector", 18, CellLook::kCentre},
    {"group", 20, CellLook::kCentre},
    {"section", 20, CellLook::kCentre},
    {"rule", 32},
    {"day", 19, CellLook::kCentre},
    {"deed", 46},
    {"evidence", 40},
    {"arithmetic", 20, CellLook::kCentre},
    {"points", 12, CellLook::kCentre},
    {"cut_by", 24},
    {"counted", 12, CellLook::kCentre},
    {"checked_by", 17, CellLook::kCentre},
    {"note", 20},
};

FieldValue PointsText(const Fraction& points) {
  return {points.Text(), static_cast<double>(points.over()) / static_cast<double>(points.under())};
}

class PointsRows {
 public:
  PointsRows(const YearReport& report, const SheetTable& table, PrintedPage& page)
      : report_(report), table_(table), page_(page) {
    const CountingRules& rules = report.rules;
    for (const PointsRule& rule : rules.points) {
      titles_[rule.id] = rule.title;
      section_of_[rule.id] = rule.section;
    }
    for (const Section& section : rules.sections) titles_[section.id] = section.title;
    for (const Limit& limit : rules.limits) titles_[limit.id] = limit.title;
    for (const Slot& slot : rules.slots) titles_.emplace(slot.id, "同类只计一项");
  }

  void Add(const MemberResult& result) {
    Account(report_.MemberName(result.member), SectorOf(result.member), GroupOf(result.member),
            result.rows, result.sections);
    Fraction rest = result.total;
    for (const SectionSum& one : result.sections) rest -= one.points;
    if (rest != Fraction()) {
      table_.AddSum(page_, {{"member", report_.MemberName(result.member)},
                            {"rule", "总分的基础分、取整和上下限"},
                            {"counted", PointsText(rest)}});
    }
    FieldValues sum{{"member", report_.MemberName(result.member)},
                    {"rule", "总分"},
                    {"deed", GradeText(result)},
                    {"counted", PointsText(result.total)}};
    table_.AddSum(page_, sum);
  }

  void Add(const BodyResult& body) {
    Account(report_.studio_name, "", "", body.rows, body.sections);
    table_.AddSum(page_, {{"member", report_.studio_name},
                          {"rule", "工作室总分"},
                          {"counted", PointsText(body.total)}});
  }

 private:
  std::string TitleOf(const std::string& id) const {
    const auto found = titles_.find(id);
    return found == titles_.end() ? id : found->second;
  }

  std::string SectorOf(const std::string& id) const {
    const auto member = report_.members.find(id);
    return member == report_.members.end() ? "" : member->second.sector;
  }
  std::string GroupOf(const std::string& id) const {
    const auto member = report_.members.find(id);
    return member == report_.members.end() ? "" : member->second.group;
  }

  std::string GradeText(const MemberResult& result) const {
    std::string text = "等次：" + (result.grade.empty() ? "＿＿＿＿" : result.grade);
    text += "　排名：";
    if (!report_.ranks_known) return text + "＿＿＿＿";
    return text + (result.rank > 0 ? std::to_string(result.rank) : "不参加排名");
  }

  void Account(const std::string& whose, const std::string& sector, const std::string& group,
               const std::vector<PointsRow>& rows, const std::vector<SectionSum>& sections) {
    for (const SectionSum& section : sections) {
      if (section.base != Fraction()) {
        table_.Add(page_, {{"number", ++number_},
                           {"member", whose},
                           {"sector", sector},
                           {"group", group},
                           {"section", TitleOf(section.id)},
                           {"rule", TitleOf(section.id) + "基础分"},
                           {"points", PointsText(section.base)},
                           {"counted", PointsText(section.base)}});
      }
      for (const PointsRow& row : rows) {
        const auto of = section_of_.find(row.rule);
        if (of != section_of_.end() && of->second == section.id) Row(whose, sector, group, row);
      }
      table_.AddSum(page_, {{"member", whose},
                            {"rule", TitleOf(section.id) + "小计"},
                            {"counted", PointsText(section.points)}});
    }
  }

  void Row(const std::string& whose, const std::string& sector, const std::string& group,
           const PointsRow& row) {
    FieldValues values{{"number", ++number_},
                       {"member", whose},
                       {"sector", sector},
                       {"group", group},
                       {"section", TitleOf(section_of_.at(row.rule))},
                       {"rule", TitleOf(row.rule)},
                       {"arithmetic", row.arithmetic},
                       {"points", PointsText(row.points)},
                       {"counted", PointsText(row.counted)}};
    if (row.day.ok()) values["day"] = ToText(row.day);
    if (!row.cut_by.empty()) values["cut_by"] = TitleOf(row.cut_by);
    if (const auto deed = report_.deeds.find(row.deed); deed != report_.deeds.end()) {
      const Deed& one = deed->second;
      values["deed"] = one.title.empty() ? report_.names.Of(one.kind) : one.title;
      values["evidence"] = one.proof.empty() ? one.id : one.proof + "　" + one.id;
      values["checked_by"] = report_.MemberName(one.confirmed_by);
    } else {
      values["evidence"] = row.deed;
    }
    if (row.waiting) values["checked_by"] = values["note"] = "待审核";
    table_.Add(page_, values);
  }

  const YearReport& report_;
  const SheetTable& table_;
  PrintedPage& page_;
  std::map<std::string, std::string, std::less<>> titles_, section_of_;
  int number_ = 0;
};

// Those of one rank stand together; who is not ranked last, with the reason.
std::vector<const MemberResult*> InOrderOfRank(const YearReport& report) {
  std::vector<const MemberResult*> order;
  for (const MemberResult& one : report.assessment.members) order.push_back(&one);
  std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) {
    if (report.ranks_known && (a->rank == 0) != (b->rank == 0)) return b->rank == 0;
    if (report.ranks_known && a->rank != b->rank) return a->rank < b->rank;
    return a->total > b->total;
  });
  return order;
}

PrintedPage RankingPage(const YearReport& report, const SheetTable& table,
                        const std::string& title) {
  PrintedPage page;
  table.AddLine(page, title + "（汇总）", CellLook::kTitle, 11);
  table.AddLine(page, WhoseYear(report));
  std::map<int, int> ties;
  for (const MemberResult& one : report.assessment.members) ++ties[one.rank];
  const std::vector<double>& grid = table.grid();
  // Five columns over the table's own, however many there are.
  const int all = table.columns();
  const auto share = [&](int part) { return all * part / 5 - all * (part - 1) / 5; };
  const auto add = [&](std::vector<std::string> texts, CellLook look) {
    std::vector<PrintedCell> cells;
    for (int i = 0; i < 5; ++i) {
      if (share(i + 1) > 0) {
        cells.push_back({texts[static_cast<std::size_t>(i)], look, share(i + 1)});
      }
    }
    AddRow(page, grid, std::move(cells), 6.2);
  };
  add({"排名", "委员", "界别", "总分", "等次"}, CellLook::kHeading);
  page.repeated = page.rows.size();
  for (const MemberResult* one : InOrderOfRank(report)) {
    std::string rank;
    if (report.ranks_known && one->rank == 0) rank = "不参加排名";
    if (report.ranks_known && one->rank > 0) {
      rank = std::to_string(one->rank) + (ties[one->rank] > 1 ? "（并列）" : "");
    }
    const auto member = report.members.find(one->member);
    add({rank, report.MemberName(one->member),
         member == report.members.end() ? "" : member->second.sector, one->total.Text(),
         one->grade},
        CellLook::kCentre);
  }
  if (!report.ranks_known) {
    table.AddLine(page, "排名要同全体委员比，由" +
                            (report.county_name.empty() ? "政协" : report.county_name) +
                            "统一排定后填写。本表按总分从高到低列出。");
  }
  return page;
}

}  // namespace

PrintedSheet PointsSheet(const YearReport& report) {
  PrintedSheet sheet = BlankSheet(SheetKind::kPoints, report, true);
  const SheetTable table(FormOf(report, SheetKind::kPoints), kPointsLooks, Paper::Width(true));
  sheet.grid = table.grid();
  PrintedPage page = table.Begin(sheet.title, WhoseYear(report));
  PointsRows rows(report, table, page);
  for (const MemberResult& one : report.assessment.members) rows.Add(one);
  const BodyResult* studio = report.StudioResult();
  if (studio != nullptr && !studio->sections.empty()) rows.Add(*studio);
  if (report.assessment.members.empty()) {
    table.AddLine(page, "本年度这里没有要考核的委员。", CellLook::kText, 8);
  }
  table.AddSignatures(page, {"制表人", "审核人", "工作室负责人"});
  sheet.pages.push_back(std::move(page));
  if (!report.assessment.members.empty()) {
    PrintedPage ranking = RankingPage(report, table, sheet.title);
    table.AddSignatures(ranking, {"制表人", "审核人", "工作室负责人"});
    sheet.pages.push_back(std::move(ranking));
  }
  return sheet;
}

}  // namespace studio
