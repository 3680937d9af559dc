#include <doctest/doctest.h>

#include <algorithm>

#include "a_county.h"
#include "app/cells/roster_days.h"
#include "app/tables/roster_import.h"
#include "shared/sheets/sheet_builder.h"

using namespace studio;
using Kind = RosterChange::Kind;
using Ids = std::vector<std::string>;

namespace {

const std::string kRosterFiles = STUDIO_SOURCE_DIR "/tests/tables/files/";

RosterImportInput Known() {
  const RotationInput month = SmallMonth();
  RosterImportInput input;
  input.studio = 1;
  input.month = kMonth;
  input.members = month.members;
  input.studios = month.studios;
  return input;
}

RosterPreview Preview(const Sheets& sheets, const RosterImportInput& input = Known()) {
  REQUIRE_MESSAGE(sheets.has_value(), Sentence(sheets.error()));
  return ReadRoster(*sheets, input);
}

RosterPreview Preview(const std::string& text, const RosterImportInput& input = Known()) {
  return Preview(ReadSheets(text), input);
}

std::string Text(const RosterChange& change) {
  std::string text = change.shift.date + " " + change.shift.from + "-" + change.shift.to;
  for (const std::string& id : change.shift.members) text += " " + id;
  return text;
}

Ids Texts(const RosterPreview& preview) {
  Ids texts;
  for (const RosterChange& change : preview.changes) texts.push_back(Text(change));
  return texts;
}

// The one row "DATE,HOURS,MEMBER" that cannot be used.
CellProblem ProblemOf(const std::string& row, const RosterImportInput& input = Known()) {
  const RosterPreview preview = Preview("日期,班次,委员\n" + row, input);
  CHECK(preview.changes.empty());
  REQUIRE(preview.problems.size() == 1);
  CHECK(preview.problems[0].at.row == 2);
  CHECK(Sentence(preview, preview.problems[0]).find("2: ") == 1);
  return preview.problems[0];
}

DaysFound DaysOf(const std::string& cell) { return FindDays({{cell, {}}}, {}, kMonth).front(); }

std::string DateOf(const std::string& cell) {
  std::string out;
  for (const CalendarDate day : DaysOf(cell).days) out += (out.empty() ? "" : " ") + ToText(day);
  return out;
}

std::string HoursOfCell(const std::string& cell) {
  std::string out;
  for (const CellHours& hours : ReadHoursCell(cell, DefaultUsualHours()).hours) {
    out += (out.empty() ? "" : " ") + hours.from + "-" + hours.to;
  }
  return out;
}

bool Noted(const RosterPreview& preview, CellRemark remark, int line) {
  return std::any_of(preview.notes.begin(), preview.notes.end(), [&](const CellNote& note) {
    return note.remark == remark && note.at.row == line;
  });
}

}  // namespace

TEST_CASE("the files that WPS and Excel wrote become shifts") {
  CHECK(Texts(Preview(ReadSheetsFile(kRosterFiles + "wps_gbk.csv"))) ==
        Ids{"2026-11-03 08:30-11:30 a", "2026-11-04 14:00-17:00 b c", "2026-11-05 08:30-11:30 d"});
  CHECK(Texts(Preview(ReadSheetsFile(kRosterFiles + "excel_unicode.txt"))) ==
        Ids{"2026-11-03 08:30-11:30 a", "2026-11-03 20:00-02:00 b c"});
  CHECK(
      Texts(Preview(ReadSheetsFile(kRosterFiles + "excel_semicolon.csv"))) ==
      Ids{"2026-11-03 08:30-11:30 a b", "2026-11-03 14:00-17:00 a b", "2026-11-04 08:30-11:30 c"});
}

TEST_CASE("dates are understood as people write them") {
  for (const char* cell :
       {"2026-11-03", "2026/11/3", "2026.11.3", "2026年11月3日", "11月3日", "11月3号", "11/3",
        "3日", "20261103", "46329", " ２０２６－１１－０３ ", "2026年11月3日(星期二)",
        "11月3日 周二", "2026/11/3 0:00:00", "'2026-11-03", "2026–11–03"}) {
    CHECK_MESSAGE(DateOf(cell) == "2026-11-03", std::string(cell));
  }
  for (const char* cell :
       {"", "星期二", "2026-11", "8:30", "1226-11-03", "合计", "2026-11-031", "460"}) {
    CHECK_MESSAGE((DaysOf(cell).fault != DayFault::kNone || !DaysOf(cell).rest.empty()),
                  std::string(cell));
  }
  for (const char* cell : {"2026-02-30", "2026年13月1日", "2月29日", "31日", "0日", "2026-00-10"}) {
    CHECK_MESSAGE(DaysOf(cell).fault == DayFault::kNoSuchDay, std::string(cell));
  }
}

TEST_CASE("hours are understood as people write them") {
  for (const char* cell :
       {"上午", "上午班", "早班", "08:30-11:30", "8:30—11:30", "８：３０～１１：３０",
        "8:30 - 11:30", "8点半至11点半", "8时30分到11时30分", "上午8:30-11:30", "上午(8:30-11:30)",
        "8:30:00-11:30:00", "08:30-11:30(上午)"}) {
    CHECK_MESSAGE(HoursOfCell(cell) == "08:30-11:30", std::string(cell));
  }
  CHECK(HoursOfCell("下午2:00-5:00") == "14:00-17:00");
  CHECK(HoursOfCell("上午8:30-下午5:00") == "08:30-17:00");
  CHECK(HoursOfCell("20:00-次日2:00") == "20:00-02:00");
  CHECK(HoursOfCell("晚上8点-次日2点") == "20:00-02:00");
  CHECK(HoursOfCell("22:00-6:00") == "22:00-06:00");
  CHECK(HoursOfCell("18:00-24:00") == "18:00-24:00");
  for (const char* cell : {"", "午饭", "8:30", "8-11", "25:00-26:00", "8:70-9:00", "14:00-11:00",
                           "8:30-8:30", "8:30-次日9:30", "8:3-9:00"}) {
    CHECK_MESSAGE(HoursOfCell(cell).empty(), std::string(cell));
  }
  const auto parts = ReadHoursCells("0.354166666666667", "0.479166666666667");
  REQUIRE(parts.has_value());
  CHECK(parts->from == "08:30");
  CHECK(parts->to == "11:30");
  CHECK_FALSE(ReadHoursCells("8:30", "0.5e9").has_value());
}

TEST_CASE("each row that cannot be used says why") {
  CHECK(ProblemOf("2026-02-30,上午,示例甲").fault == CellFault::kNoSuchDay);
  CHECK(ProblemOf("2026-02-30,上午,示例甲").text == "2026-02-30");
  CHECK(ProblemOf("明天,上午,示例甲").fault == CellFault::kBadDate);
  CHECK(ProblemOf(",上午,示例甲").fault == CellFault::kNoDate);
  CHECK(ProblemOf("11月3日,,示例甲").fault == CellFault::kNoHours);
  CHECK(ProblemOf("11月3日,午饭,示例甲").fault == CellFault::kBadHours);
  CHECK(ProblemOf("11月3日,上午,").fault == CellFault::kNoMember);
  CHECK(ProblemOf("11月3日,上午,示例庚乙丁").fault == CellFault::kUnknownMember);
  CHECK(ProblemOf("11月3日,上午,张三丰").fault == CellFault::kUnknownMember);
  const std::string endless(100'000, 'x');
  CHECK(ProblemOf("11月3日,上午," + endless).text == std::string(40, 'x') + "…");
}

TEST_CASE("a name that nobody bears is asked, and who stands beside it is taken") {
  const RosterPreview preview = Preview("日期,班次,委员\n11月3日,上午,示例甲、示例庚\n");
  CHECK(Texts(preview) == Ids{"2026-11-03 08:30-11:30 a"});
  CHECK(preview.changes[0].incomplete);
  REQUIRE(preview.problems.size() == 1);
  CHECK(preview.problems[0].text == "示例庚");
}

TEST_CASE("leave or somebody else in brackets behind a name is asked, and nobody is put on duty") {
  CHECK(ProblemOf("11月3日,上午,示例甲(请假)").fault == CellFault::kRemark);
  CHECK(ProblemOf("11月3日,上午,示例甲（代示例乙）").text == "代示例乙");
  CHECK(ProblemOf("11月3日,上午,示例甲(示例乙)").fault == CellFault::kRemark);
}

TEST_CASE("a name that two members bear is refused with both, unless the row tells them apart") {
  const CellProblem problem = ProblemOf("11月3日,上午,示例戊");
  CHECK(problem.fault == CellFault::kAmbiguousMember);
  CHECK(problem.ids == Ids{"e1", "e2"});

  const RosterPreview preview = Preview(
      "日期,班次,委员,界别,活动组\n"
      "11月3日,上午,示例戊,教育界,\n"
      "11月4日,上午,示例戊,,第一活动组\n"
      "11月5日,上午,示例戊(医卫界),,\n"
      "11月6日,上午,e2,,\n"
      "11月9日,上午,示例戊,工商界,\n");
  CHECK(Texts(preview) == Ids{"2026-11-03 08:30-11:30 e2", "2026-11-04 08:30-11:30 e1",
                              "2026-11-05 08:30-11:30 e1", "2026-11-06 08:30-11:30 e2"});
  REQUIRE(preview.problems.size() == 1);
  CHECK(preview.problems[0].at.row == 6);
}

TEST_CASE("several members of a cell are found, also where spaces are within names") {
  for (const char* cell :
       {"示例甲、示例乙、示例丙", "示例甲，示例乙；示例丙", "示例甲/示例乙/示例丙",
        "示例甲 示例乙 示例丙", "示例　甲、示 例 乙、示例丙", "\"示例甲\n示例乙\n示例丙\"",
        "示例 甲 示例 乙 示例丙"}) {
    const RosterPreview preview = Preview(std::string("日期,班次,委员\n11月3日,上午,") + cell);
    CHECK_MESSAGE(Texts(preview) == Ids{"2026-11-03 08:30-11:30 a b c"}, std::string(cell));
  }
}

TEST_CASE("a quote before or behind a name, or alone, is no name and breaks none") {
  const std::string a = Known().members[0].name;
  for (const std::string& quoted : {"'" + a, a + "、'", a + ";'"}) {
    CAPTURE(quoted);
    CHECK(Texts(Preview("日期,班次,委员\n3日,上午," + quoted + "\n")).size() == 1);
  }
  for (const char* nobody : {"'", "''", ";'", "、'、"}) {
    CAPTURE(nobody);
    ProblemOf(std::string("3日,上午,") + nobody + "\n");
  }
}

TEST_CASE("a word that is explained by itself stands for no more than a day") {
  std::string text = "日期,班次,委员\n3日,班,示例甲\n班:8:00-12:00\n";
  for (int i = 0; i < 30; ++i) text += "班:班、班\n";
  const RosterPreview preview = Preview(text);
  CHECK(preview.changes.size() <= 1);
}

TEST_CASE("columns stand in any order, under titles, and unknown ones are passed over") {
  const RosterPreview preview = Preview(
      "示例乡委员工作室,,,,\n2026年11月,,,,\n序号,值班人员,电话,下班时间,上班时间,值班日期(年月日)"
      "\n"
      "1,示例甲,,11:30,8:30,2026-11-03\n");
  CHECK(Texts(preview) == Ids{"2026-11-03 08:30-11:30 a"});
  CHECK(preview.problems.empty());
  CHECK(Texts(Preview("姓名,时间,班次\n示例甲,11月3日,上午\n")) == Ids{"2026-11-03 08:30-11:30 a"});
  CHECK(Texts(Preview("姓名,日期,值班时间\n示例甲,11月3日,8:30-11:30\n")) ==
        Ids{"2026-11-03 08:30-11:30 a"});
}

TEST_CASE("rows under merged cells take date and shift from above") {
  const RosterPreview preview = Preview(
      "日期,班次,委员\n11月3日,上午,示例甲\n,,示例乙\n,下午,示例丙\n坏,上午,示例甲\n,,示例乙\n");
  CHECK(Texts(preview) == Ids{"2026-11-03 08:30-11:30 a b", "2026-11-03 14:00-17:00 c"});
  CHECK(Noted(preview, CellRemark::kDateFromAbove, 3));
  REQUIRE(preview.problems.size() == 2);
  CHECK(preview.problems[1].fault == CellFault::kNoDate);
}

TEST_CASE("a table without headings, members or rows is refused whole") {
  using Refusal = RosterPreview::Refusal;
  CHECK(Preview("a,b\nc,d\n").refusal == Refusal::kNoHeading);
  CHECK(Preview("班次,委员\n上午,示例甲\n").refusal == Refusal::kNoDateColumn);
  CHECK(Preview("日期,班次\n11月3日,上午\n").refusal == Refusal::kNoMemberColumn);
  CHECK(Preview("日期,班次,委员\n").refusal == Refusal::kNoRows);
  CHECK(ReadRoster({}, Known()).refusal == Refusal::kNoHeading);
}

TEST_CASE("nobody is on duty twice at a time, two different members may be") {
  const RosterPreview preview = Preview(
      "日期,班次,委员\n11月3日,8:30-11:30,示例甲\n11月3日,11:00-12:00,示例甲\n"
      "11月3日,11:00-12:00,示例乙\n11月3日,20:00-次日2:00,示例丙\n11月4日,1:00-3:00,示例丙\n");
  CHECK(Texts(preview) ==
        Ids{"2026-11-03 08:30-11:30 a", "2026-11-03 11:00-12:00 b", "2026-11-03 20:00-02:00 c"});
  REQUIRE(preview.problems.size() == 2);
  CHECK(preview.problems[0].fault == CellFault::kOverlap);
  CHECK(preview.problems[0].at.row == 3);
  CHECK(preview.problems[0].other.row == 2);
  CHECK(preview.problems[1].at.row == 6);
}

TEST_CASE("who is on duty at another studio then is refused, unless they are on leave there") {
  RosterImportInput input = Known();
  input.shifts = {ShiftOn("x", 3, "09:00", "12:00", {"a", "b"}, 2)};
  input.shifts[0].changes.push_back({ShiftChange::Kind::kLeave, "b", {}, {}, {}, {}});
  const RosterPreview preview =
      Preview("日期,班次,委员\n11月3日,上午,示例甲\n11月3日,上午,示例乙\n", input);
  CHECK(Texts(preview) == Ids{"2026-11-03 08:30-11:30 b"});
  REQUIRE(preview.problems.size() == 1);
  CHECK(preview.problems[0].fault == CellFault::kOverlapExisting);
  CHECK(preview.problems[0].shift->id == "x");
}

TEST_CASE("rows for other studios are refused, by name") {
  const RosterPreview preview = Preview(
      "日期,班次,委员,工作室\n11月3日,上午,示例甲,示例乡委员工作室\n"
      "11月4日,上午,示例甲,样板镇委员工作室\n11月5日,上午,示例甲,别处\n");
  CHECK(preview.changes.size() == 1);
  REQUIRE(preview.problems.size() == 2);
  CHECK(preview.problems[0].fault == CellFault::kOtherStudio);
  CHECK(preview.problems[1].fault == CellFault::kUnknownStudio);
}

TEST_CASE("a row said twice is merged with a note") {
  const RosterPreview preview =
      Preview("日期,班次,委员\n11月3日,上午,示例甲\n2026-11-03,8:30-11:30,示例甲、示例甲\n");
  CHECK(Texts(preview) == Ids{"2026-11-03 08:30-11:30 a"});
  CHECK(Noted(preview, CellRemark::kDuplicate, 3));
  CHECK(preview.problems.empty());
}

TEST_CASE("a weekday that is not that of the date is asked, whatever year it would fit") {
  for (const char* row : {"2026-11-03,星期三", "11月3日,星期三", "3日,周三", "11月3日(周三),"}) {
    const RosterPreview preview =
        Preview("日期,星期,班次,委员\n" + std::string(row) + ",上午,示例甲\n");
    CHECK_MESSAGE(preview.changes.empty(), std::string(row));
    REQUIRE(preview.problems.size() == 1);
    CHECK(preview.problems[0].fault == CellFault::kWeekdayDiffers);
  }
}

TEST_CASE("another month and another's member are told") {
  RosterImportInput input = Known();
  input.members[0].studios = {2};
  const RosterPreview preview = Preview(
      "日期,星期,班次,委员\n2026-11-03,星期二,上午,示例甲\n2026-12-01,二,上午,示例乙\n", input);
  CHECK(preview.changes.size() == 2);
  CHECK(Noted(preview, CellRemark::kNotOfThisStudio, 2));
  CHECK(Noted(preview, CellRemark::kOtherMonth, 3));
}

TEST_CASE("the preview tells new, changed and same shifts, and those that the table leaves out") {
  RosterImportInput input = Known();
  input.shifts = {
      ShiftOn("same", 3, "08:30", "11:30", {"a", "b"}), ShiftOn("who", 4, "08:30", "11:30", {"a"}),
      ShiftOn("when", 5, "08:30", "11:30", {"a"}), ShiftOn("left", 6, "08:30", "11:30", {"a"}),
      ShiftOn("elsewhere", 6, "14:00", "17:00", {"c"}, 2)};
  input.shifts[1].version = 41;
  input.shifts[1].changes.push_back({ShiftChange::Kind::kLeave, "a", {}, {}, {}, "出差"});
  const RosterPreview preview = Preview(
      "日期,班次,委员\n11月3日,上午,示例乙、示例甲\n11月4日,上午,示例甲、示例丙\n"
      "11月5日,9:00-12:00,示例甲\n11月7日,上午,示例甲\n",
      input);
  REQUIRE(preview.changes.size() == 4);
  CHECK(preview.changes[0].kind == Kind::kSame);
  CHECK(preview.changes[1].kind == Kind::kChanged);
  CHECK(preview.changes[1].shift.id == "who");
  CHECK(preview.changes[1].shift.version == 41);
  CHECK(preview.changes[1].shift.changes.size() == 1);
  CHECK(preview.changes[1].members_before == Ids{"a"});
  CHECK(preview.changes[2].kind == Kind::kChanged);
  CHECK(preview.changes[2].shift.id == "when");
  CHECK(preview.changes[2].shift.from == "09:00");
  CHECK(preview.changes[3].kind == Kind::kNew);
  CHECK(preview.changes[3].shift.id.empty());
  CHECK(preview.not_named == Ids{"left"});
  CHECK(preview.problems.empty());
  CHECK(preview.Count(Kind::kChanged) == 2);
}

TEST_CASE("two shifts at the same hours are each compared with their own members") {
  RosterImportInput input = Known();
  input.shifts = {ShiftOn("one", 3, "08:30", "11:30", {"a"}),
                  ShiftOn("two", 3, "08:30", "11:30", {"b"}),
                  ShiftOn("three", 3, "08:30", "11:30", {"c"})};
  const RosterPreview preview =
      Preview("日期,班次,委员\n11月3日,上午,示例甲、示例乙、示例丁\n", input);
  CHECK(Texts(preview) == Ids{"2026-11-03 08:30-11:30 a d", "2026-11-03 08:30-11:30 b"});
  CHECK(preview.changes[0].kind == Kind::kChanged);
  CHECK(preview.changes[0].shift.id == "one");
  CHECK(preview.changes[1].kind == Kind::kSame);
  CHECK(preview.changes[1].shift.id == "two");
  CHECK(preview.not_named == Ids{"three"});
}

TEST_CASE("a row that cannot be read takes nobody off a shift") {
  RosterImportInput input = Known();
  input.shifts = {ShiftOn("s", 3, "08:30", "11:30", {"a", "b"})};
  const RosterPreview preview =
      Preview("日期,班次,委员\n11月3日,上午,示例甲\n11月3日,上午,示例已\n", input);
  REQUIRE(preview.changes.size() == 1);
  CHECK(preview.changes[0].incomplete);
  CHECK(preview.changes[0].kind == Kind::kSame);
  CHECK(preview.changes[0].shift.members == Ids{"a", "b"});
  CHECK(preview.not_named.empty());
}

TEST_CASE("a hundred thousand rows but one are previewed, and nothing is applied") {
  std::string text = "日期,班次,委员\n";
  for (int i = 0; i < kTableRowLimit - 2; ++i) {
    text += "2026-11-" + std::to_string(10 + i % 20) + (i % 2 == 0 ? ",上午," : ",下午,") +
            (i % 3 == 0 ? "示例甲\n" : "示例乙\n");
  }
  RosterImportInput input = Known();
  input.shifts = {ShiftOn("s", 3, "08:30", "11:30", {"a", "b"})};
  const RosterPreview preview = Preview(text, input);
  CHECK(preview.changes.size() == 20);
  CHECK(preview.problems.empty());
  CHECK(input.shifts.size() == 1);
}

TEST_CASE(
    "of a day that is over nobody is taken off the roster, and who was there may be said again") {
  RosterImportInput input = Known();
  input.today = kMonth / 10;
  input.shifts = {ShiftOn("over", 3, "08:30", "11:30", {"a", "b"}),
                  ShiftOn("ahead", 24, "08:30", "11:30", {"a", "b"})};
  const std::string head = "日期,班次,委员\n", hours = ",08:30-11:30,";
  const auto on = [&](const std::string& date, const std::string& who) {
    return Preview(head + date + hours + who + "\n", input);
  };
  const std::string a = input.members[0].name, b = input.members[1].name, c = input.members[2].name;
  for (const std::string& fewer : {a, b, a + "、" + c, c}) {
    CAPTURE(fewer);
    const RosterPreview over = on("3日", fewer);
    CHECK(over.changes.empty());
    REQUIRE_FALSE(over.problems.empty());
    for (const CellProblem& problem : over.problems) CHECK(problem.fault == CellFault::kPast);
  }
  CHECK(on("24日", a).Count(Kind::kChanged) == 1);
  CHECK(on("3日", b + "、" + a).Count(Kind::kSame) == 1);
  // The members of a shift may stand in several rows.
  const RosterPreview rows = Preview(head + "3日" + hours + a + "\n3日" + hours + b + "\n", input);
  CHECK(rows.Count(Kind::kSame) == 1);
  CHECK(rows.problems.empty());
}
