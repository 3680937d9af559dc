// The sheets of a year as values and as workbooks that are read back.
#include "app/year/year_sheets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "a_year.h"
#include "app/year/paper_sides.h"
#include "shared/base/json.h"
#include "tables/sheet_reader.h"
#include "tables/year_workbook.h"
#include "test_support/places.h"

using namespace studio;

namespace {

bool OnAndOn(std::size_t, std::size_t) { return true; }

std::vector<Sheet> ReadBack(const PrintedSheet& sheet) {
  const auto bytes = MakeYearWorkbook(sheet, 0, OnAndOn);
  REQUIRE(bytes.has_value());
  Sheets read = ReadSheets(*bytes);
  REQUIRE(read.has_value());
  return std::move(*read);
}

std::string AllText(const PrintedSheet& sheet) {
  std::string text;
  for (const PrintedPage& page : sheet.pages) {
    for (const PrintedRow& row : page.rows) {
      for (const PrintedCell& cell : row.cells) text += cell.text + "|";
      text += "\n";
    }
  }
  return text;
}

bool Says(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Texts of the row that begins with or has `cell` and, where it is given, `other`.
std::vector<std::string> RowWith(const Sheet& sheet, const std::string& cell,
                                 const std::string& other = {}) {
  for (const SheetRow& row : sheet.rows) {
    const auto has = [&](const std::string& one) {
      return std::find(row.cells.begin(), row.cells.end(), one) != row.cells.end();
    };
    if (has(cell) && (other.empty() || has(other))) return row.cells;
  }
  return {};
}

}  // namespace

TEST_CASE("a year's figures on the sheets are those that assess says, by each place's rules") {
  for (const std::string place : kPlaces) {
    CAPTURE(place);
    const YearWanted wanted{place};
    const nlohmann::json assessed = nlohmann::json::parse(AssessedText(wanted));
    const YearReport report = YearOf(wanted);
    const std::vector<Sheet> points = ReadBack(MakeYearSheet(SheetKind::kPoints, report));
    REQUIRE(points.size() == 2);
    const PrintedSheet registration = MakeYearSheet(SheetKind::kRegistration, report);
    REQUIRE(registration.pages.size() == assessed["members"].size());
    std::size_t rows = 0, page = 0;
    for (const auto& member : assessed["members"]) {
      const std::string name = member["name"], total = member["total"];
      CAPTURE(name);
      const auto sum = RowWith(points[0], name, "总分");
      CHECK(std::find(sum.begin(), sum.end(), total) != sum.end());
      CHECK(RowWith(points[1], name, total).size() >= 4);
      for (const auto& section : member["sections"]) {
        const auto sub = RowWith(points[0], name, section["title"].get<std::string>() + "小计");
        CHECK(std::find(sub.begin(), sub.end(), section["points"].get<std::string>()) != sub.end());
      }
      rows += member["rows"].size();
      PrintedSheet one = registration;
      one.pages = {registration.pages[page++]};
      const std::string text = AllText(one);
      CHECK(Says(text, name));
      CHECK(Says(text, "总分||" + total + "|"));
      for (const auto& quota : member["quotas"]) {
        if (!quota["stretches"].empty()) CHECK(Says(text, quota["title"].get<std::string>()));
      }
    }
    CHECK(rows > 0);
    for (const auto& studio : assessed["studios"]) {
      if (!studio.contains("total")) continue;
      CHECK(Says(AllText(MakeYearSheet(SheetKind::kSummary, report)),
                 "工作室得分：" + studio["total"].get<std::string>() + " 分"));
    }
  }
}

TEST_CASE("a row of points names rule, deed, day, arithmetic and the number of its evidence") {
  const YearReport report = YearOf({"kaili"});
  const std::vector<Sheet> points = ReadBack(MakeYearSheet(SheetKind::kPoints, report));
  const MemberResult& member = report.assessment.members.front();
  REQUIRE_FALSE(member.rows.empty());
  for (const PointsRow& row : member.rows) {
    if (row.deed.empty()) continue;
    const auto cells = RowWith(points[0], row.deed, report.MemberName(member.member));
    const auto has = [&](const std::string& text) {
      return std::find(cells.begin(), cells.end(), text) != cells.end();
    };
    CAPTURE(row.deed);
    CHECK(has(ToText(row.day)));
    CHECK(has(report.deeds.find(row.deed)->second.title));
  }
}

TEST_CASE("what a studio has closed is printed as of that day, whenever it is printed") {
  const auto printed = [](CalendarDate day, const std::string& digest = {}) {
    YearGrounds grounds = GroundsOfYear({"tieli"});
    grounds.studio_year =
        StudioYear{1, 2026, true, grounds.members.begin()->first, "2026-12-20", {}, digest};
    auto report = MakeYearReport(std::move(grounds), {2026, day, 1}, Station(), {});
    REQUIRE(report);
    return std::move(*report);
  };
  const YearReport soon = printed(std::chrono::year(2026) / 12 / 21),
                   late = printed(std::chrono::year(2027) / 1 / 15);
  CHECK(Says(soon.Foot(), "已封账（"));
  CHECK(Says(soon.Foot(), "，2026-12-20）"));
  CHECK(Says(soon.Foot(), "截至 2026-12-20"));
  CHECK(soon.Foot() == late.Foot());
  CHECK_FALSE(Says(soon.Foot(), "有变动"));
  // Something of before that day has come since.
  CHECK(Says(printed(std::chrono::year(2026) / 12 / 21, std::string(64, '0')).Foot(),
             "封账以后有变动"));
}

TEST_CASE("what was sent back is on no sheet, and nobody is graded before the county grades") {
  YearReport report = YearOf({"tieli"});
  CHECK(Says(AllText(MakeYearSheet(SheetKind::kMeetings, report)), "村道怎么修"));
  for (const MemberResult& one : report.assessment.members) CHECK(one.grade.empty());
  YearGrounds grounds = GroundsOfYear({"tieli"});
  Deed back = grounds.deeds.front();
  back.id = "r-meeting";
  back.sent_back = "没写清楚做了什么";
  grounds.deeds.push_back(back);
  YearPapers papers;
  WrittenUp meeting;
  meeting.record = back.id;
  meeting.body.kind = "consultation";
  meeting.body.title = "村道怎么修";
  meeting.body.date = "2026-05-12";
  papers.writeups = {meeting};
  const auto made = MakeYearReport(grounds, {2026, std::chrono::year(2026) / 12 / 31, 1}, Station(),
                                   std::move(papers));
  REQUIRE(made);
  CHECK_FALSE(Says(AllText(MakeYearSheet(SheetKind::kMeetings, *made)), "村道怎么修"));
}

TEST_CASE("two closings are told apart at the foot of every side, and what is not closed says so") {
  const YearReport open = YearOf({"tieli"}), closed = YearOf({"tieli", 3, 1, true}),
                   more = YearOf({"tieli", 3, 2});
  CHECK(open.Foot().starts_with("2026 年度　未封账　截至 2026-12-31　校验码 "));
  CHECK(Says(closed.Foot(), "未封账　已结账（演示办公室）"));
  CHECK(open.digest != closed.digest);
  CHECK(open.digest != more.digest);
  CHECK(open.digest == YearOf({"tieli"}).digest);
  for (const KnownSheet& known : KnownSheets()) {
    CHECK(MakeYearSheet(known.kind, open).foot == open.Foot());
  }
  for (const MemberResult& one : closed.assessment.members) CHECK(one.grade == "优秀");
}

TEST_CASE("the ledger has what was said in that year, where it came from and what it became") {
  const YearReport report = YearOf({"tieli"});
  const std::string text = AllText(MakeYearSheet(SheetKind::kLedger, report));
  CHECK(Says(text, "1|2月1日|电话|一位村民|"));
  CHECK(Says(text, "信息：关于路灯维修的建议"));
  CHECK(Says(text, "已转交办理"));
  CHECK_FALSE(Says(text, "2025-12-31"));
}

TEST_CASE("a line that was crossed off has on paper how it ended") {
  YearReport report = YearOf({"tieli"});
  DeskLine& line = report.papers.ledger.lines.front();
  LineClosingBody& closing = line.closing.emplace();
  closing.outcome = CaseOutcome::kPlanned;
  closing.words = "明年开春修";
  closing.date = "2026-03-09";
  CHECK(Says(AllText(MakeYearSheet(SheetKind::kLedger, report)), "列入计划：明年开春修"));
}

TEST_CASE(
    "a name that was left for members alone, or not at all, is on no paper, nor its telephone") {
  const YearReport report = YearOf({"tieli"});
  for (const SheetKind kind : {SheetKind::kLedger, SheetKind::kReceptions}) {
    const std::string text = AllText(MakeYearSheet(kind, report));
    CHECK(Says(text, "示例群众1"));
    CHECK_FALSE(Says(text, "示例群众2"));
    CHECK_FALSE(Says(text, "示例群众3"));
  }
  const std::string receptions = AllText(MakeYearSheet(SheetKind::kReceptions, report));
  CHECK(receptions.find("0000-0000000") == receptions.rfind("0000-0000000"));
  CHECK(Says(receptions, "交村委"));
  CHECK(Says(receptions, "示例村村民两人"));
}

TEST_CASE(
    "a consultation has a side of its own, from its write-up, the county's books or a topic") {
  const YearReport report = YearOf({"kaili"});
  const PrintedSheet sheet = MakeYearSheet(SheetKind::kMeetings, report);
  const std::string text = AllText(sheet);
  CHECK(Says(text, "村道怎么修"));
  CHECK(Says(text, "村民代表 6 人"));
  CHECK(Says(text, "六月底前动工"));
  CHECK(Says(text, "缺席|示例委员 102"));
  CHECK(Says(text, "农贸市场怎么管"));
  CHECK(Says(text, "赞成 20 份"));
  CHECK(SidesOf(sheet).size() == sheet.pages.size());
}

TEST_CASE("the notice counts and names nobody") {
  const YearReport report = YearOf({"tieli"});
  const PrintedSheet sheet = MakeYearSheet(SheetKind::kNotice, report);
  const std::string text = AllText(sheet);
  CHECK(Says(text, "全年|78|48|36|30|"));
  CHECK(Says(text, "2026 年 1 月|6|4|3|2|"));
  CHECK_FALSE(Says(text, "2025 年"));
  CHECK_FALSE(Says(text, "示例群众"));
  CHECK_FALSE(Says(text, "示例委员"));
}

TEST_CASE("letters go to the member and to each who is told, once the county has closed the year") {
  const std::string open = AllText(MakeYearSheet(SheetKind::kLetters, YearOf({"kaili"})));
  CHECK(Says(open, "等次要等政协结账"));
  CHECK_FALSE(Says(open, "示例委员"));
  const PrintedSheet good = MakeYearSheet(SheetKind::kLetters, YearOf({"kaili", 3, 1, true}));
  CHECK(good.pages.size() == 3);
  CHECK(Says(AllText(good), "推荐表扬通知"));
  CHECK(Says(AllText(good), "示例委员 101 委员："));
  YearWanted wanted{"kaili", 2, 1, true};
  wanted.grade = "不称职";
  const PrintedSheet bad = MakeYearSheet(SheetKind::kLetters, YearOf(wanted));
  CHECK(bad.pages.size() == 2 * 3);  // to the member, the employer, who put them forward
  CHECK(Says(AllText(bad), "所在单位（示例委员 100 委员的）："));
  CHECK(Says(AllText(bad), "等次为“不称职”"));
  CHECK(SidesOf(bad).size() == bad.pages.size());
}

TEST_CASE("what begins like a formula stays a text, and a title of odd characters makes a tab") {
  const YearReport report = YearOf({"tieli"});
  PrintedSheet sheet = MakeYearSheet(SheetKind::kLedger, report);
  sheet.title = "台账[2026]: 一/二*三?四\\五'六 很长很长很长很长很长很长很长很长很长";
  sheet.foot = "A&B 100%";
  const std::vector<Sheet> read = ReadBack(sheet);
  CHECK(read[0].name == "台账2026 一二三四五六 很长很长很长很长很长很");
  bool found = false;
  for (const SheetRow& row : read[0].rows) {
    for (const std::string& cell : row.cells) found |= cell.starts_with("=村口的路灯坏了");
  }
  CHECK(found);
}

TEST_CASE("nobody, somebody who left, names without end: every sheet is made all the same") {
  YearWanted nobody{"kaili", 0, 1, false, false};
  nobody.studio = "";
  YearReport endless = YearOf({"kaili"});
  std::string name;
  for (int i = 0; i < 400; ++i) name += "长";
  for (auto& [id, member] : endless.members) member.name = member.sector = name;
  endless.studio_name = name;
  endless.closed = true;
  endless.closed_by = name;
  for (const YearReport& report : {YearOf(nobody), endless}) {
    for (const KnownSheet& known : KnownSheets()) {
      CAPTURE(known.id);
      const PrintedSheet sheet = MakeYearSheet(known.kind, report);
      CHECK_FALSE(sheet.pages.empty());
      CHECK(ReadBack(sheet).size() >= 1);
      for (const PrintedPage& page : sheet.pages) {
        for (const PrintedRow& row : page.rows) CHECK(row.high < Paper::Height(sheet.across));
      }
    }
  }
  const YearReport left = YearOf({"kaili"});
  const auto& members = left.assessment.members;
  CHECK(std::any_of(members.begin(), members.end(),
                    [](const MemberResult& one) { return one.member == "m102"; }));
}

TEST_CASE("a text of any length goes on in the rows below, and none of it is lost") {
  std::string words;
  for (int i = 0; i < 2000; ++i) words += i % 7 == 0 ? "a" : "字";
  PrintedPage page;
  AddRow(page, {20, 45}, {{"1", CellLook::kCentre}, {words, CellLook::kText}});
  std::string back;
  for (const PrintedRow& row : page.rows) {
    CHECK(row.high <= 110);
    back += row.cells[1].text;
  }
  CHECK(page.rows.size() > 2);
  CHECK(back == words);
  CHECK(page.rows[0].cells[0].text == "1");
  CHECK(page.rows[1].cells[0].text.empty());
}

TEST_CASE("headings stand on each side, and no side holds more than fits") {
  const YearReport report = YearOf({"kaili", 40});
  for (const KnownSheet& known : KnownSheets()) {
    CAPTURE(known.id);
    const PrintedSheet sheet = MakeYearSheet(known.kind, report);
    const std::vector<PaperSide> sides = SidesOf(sheet);
    std::size_t rows = 0;
    std::set<std::size_t> pages;
    for (const PaperSide& side : sides) {
      const PrintedPage& page = sheet.pages[side.page];
      CHECK(side.repeats == (page.repeated > 0 && !pages.insert(side.page).second));
      double used = 0;
      for (std::size_t i = 0; side.repeats && i < page.repeated; ++i) used += page.rows[i].high;
      for (std::size_t i = side.first; i < side.last; ++i) used += page.rows[i].high;
      CHECK(used <= Paper::Height(sheet.across) + 0.01);
      rows += side.last - side.first;
    }
    CHECK(rows == RowsOf(sheet));
  }
  CHECK(SidesOf(MakeYearSheet(SheetKind::kRegistration, report)).size() == 40);
  CHECK(SidesOf(MakeYearSheet(SheetKind::kPoints, report)).size() > 10);
}

TEST_CASE("a workbook that is stopped is none") {
  const YearReport report = YearOf({"kaili", 40});
  const PrintedSheet sheet = MakeYearSheet(SheetKind::kPoints, report);
  std::size_t told = 0;
  const auto bytes = MakeYearWorkbook(sheet, 0, [&](std::size_t done, std::size_t of) {
    CHECK(of == RowsOf(sheet));
    told = done;
    return done < 400;
  });
  REQUIRE(bytes.has_value());
  CHECK(bytes->empty());
  CHECK(told == 400);
}

TEST_CASE("more members than a tab has breaks for go on in a second tab") {
  YearWanted many{"tieli", 1001, 0, false, false};
  const std::vector<Sheet> read = ReadBack(MakeYearSheet(SheetKind::kRegistration, YearOf(many)));
  REQUIRE(read.size() == 2);
  CHECK(read[1].name == "委员履职登记表（2）");
}
