#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "a_county.h"
#include "tables/roster_export.h"
#include "tables/sheet_reader.h"
#include "test_support/temp_folder.h"

using namespace studio;

namespace {

using Table = std::vector<SheetRow>;

// 44: comma, 34: quote, 76: UTF-8, what cells show, every sheet to a file of its own.
constexpr const char* kCsvOfEverySheet =
    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";

// Beside it.
void SaveAs(const std::string& format, const std::filesystem::path& file) {
  const std::filesystem::path folder = file.parent_path();
  const std::string command = std::string("'") + std::getenv("SOFFICE") +
                              "' -env:UserInstallation=file://" + (folder / "profile").string() +
                              " --headless --convert-to '" + format + "' --outdir " +
                              folder.string() + " " + file.string() + " >/dev/null 2>&1";
  REQUIRE(std::system(command.c_str()) == 0);
}

std::vector<Sheet> SheetsOf(const std::filesystem::path& file) {
  Sheets read = ReadSheetsFile(file);
  REQUIRE_MESSAGE(read.has_value(), file.filename().string(), ": ", Sentence(read.error()));
  return std::move(*read);
}

void CheckSame(const std::vector<Sheet>& one, const std::vector<Sheet>& other) {
  REQUIRE(one.size() == other.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].name == other[i].name);
    CHECK(one[i].hidden == other[i].hidden);
    CHECK(one[i].merged.size() == other[i].merged.size());
    REQUIRE(one[i].rows.size() == other[i].rows.size());
    for (std::size_t row = 0; row < one[i].rows.size(); ++row) {
      CAPTURE(row);
      CHECK(one[i].rows[row].row == other[i].rows[row].row);
      CHECK(one[i].rows[row].hidden == other[i].rows[row].hidden);
      CHECK(one[i].rows[row].cells == other[i].rows[row].cells);
    }
  }
}

// The workbook's sheets as LibreOffice reads them, in order.
std::vector<Table> Convert(const std::filesystem::path& folder, const RosterReport& report) {
  REQUIRE(ExportRoster(report, folder / "roster.xlsx").has_value());
  SaveAs(kCsvOfEverySheet, folder / "roster.xlsx");
  std::vector<Table> sheets;
  for (const char* name : {"轮值表", "委员完成情况", "值班签到表"}) {
    sheets.push_back(SheetsOf(folder / (std::string("roster-") + name + ".csv")).front().rows);
  }
  return sheets;
}

std::string TextCell(const std::string& text) {
  return R"(<table:table-cell office:value-type="string"><text:p>)" + text +
         "</text:p></table:table-cell>";
}
std::string ValueCell(const std::string& type, const std::string& value,
                      const std::string& style = "number") {
  return R"(<table:table-cell office:value-type=")" + type + R"(" office:value=")" + value +
         R"(" table:style-name=")" + style + R"("/>)";
}
std::string FormulaCell(const std::string& formula) {
  return R"(<table:table-cell table:formula="of:=)" + formula + R"("/>)";
}

// Tables as LibreOffice keeps them in one XML file; cells may be of the styles "day", "time" and
// "weekday", tables "shown" and "hidden".
void WriteFlatSheets(const std::filesystem::path& file, const std::string& tables) {
  std::string styles;
  for (const char* look : {"day", "time", "weekday"}) {
    styles += std::string(R"(<style:style style:name=")") + look +
              R"(" style:family="table-cell" style:data-style-name="as)" + look + R"("/>)";
  }
  for (const char* display : {"true", "false"}) {
    styles += std::string(R"(<style:style style:family="table" style:name=")") +
              (display[0] == 't' ? "shown" : "hidden") +
              R"("><style:table-properties table:display=")" + display + R"("/></style:style>)";
  }
  std::ofstream(file) <<
      R"(<?xml version="1.0" encoding="UTF-8"?><office:document
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles><number:date-style style:name="asday"><number:year number:style="long"/>
<number:text>年</number:text><number:month/><number:text>月</number:text><number:day/>
<number:text>日</number:text></number:date-style><number:time-style style:name="astime">
<number:hours/><number:text>:</number:text><number:minutes number:style="long"/>
</number:time-style><number:date-style style:name="asweekday">
<number:day-of-week number:style="long"/></number:date-style>)"
                      << styles << "</office:automatic-styles><office:body><office:spreadsheet>"
                      << tables << "</office:spreadsheet></office:body></office:document>";
}

std::string Cell(const SheetRow& row, std::size_t column) {
  return column < row.cells.size() ? row.cells[column] : "";
}

// The row whose cell of that column says so.
const SheetRow& RowOf(const Table& table, std::size_t column, const std::string& text) {
  for (const SheetRow& row : table) {
    if (Cell(row, column) == text) return row;
  }
  FAIL("no row says ", text);
  return table.front();
}

}  // namespace

TEST_CASE("LibreOffice shows the figures that the rotation has, for 185 members and a full month") {
  TempFolder folder;
  const RosterReport report = LargeReport();
  const auto sheets = Convert(folder.path(), report);

  for (std::size_t i = 0; i < report.input.members.size(); ++i) {
    const MemberMonth& month = report.month.members[i];
    const SheetRow& row = RowOf(sheets[1], 1, report.input.members[i].name);
    CHECK(Cell(row, 0) == report.input.members[i].group);
    CHECK(Cell(row, 3) == std::to_string(month.done));
    CHECK(Cell(row, 4) == std::to_string(month.to_come));
    CHECK(Cell(row, 5) == std::to_string(month.missed));
    CHECK(Cell(row, 8) == StandingText(month.standing, true));
  }
  int totals = 0;
  for (const SheetRow& row : sheets[1]) {
    if (Cell(row, 1) != "小计") continue;
    const GroupMonth& group = report.month.groups.at(Cell(row, 0));
    CHECK(Cell(row, 2) == std::to_string(group.members));
    CHECK(Cell(row, 3) == std::to_string(group.done));
    CHECK(Cell(row, 4) == std::to_string(group.to_come));
    CHECK(Cell(row, 5) == std::to_string(group.missed));
    CHECK(Cell(row, 6) == std::to_string(group.unplanned));
    ++totals;
  }
  CHECK(totals == 7);

  const auto rows = DutyRowsOf(report);
  REQUIRE(sheets[2].size() == rows.size() + 2);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t column = 0; column < DutyColumns().size(); ++column) {
      CHECK(Cell(sheets[2][i + 2], column) == TextOf(rows[i], DutyColumns()[column].field));
    }
  }
}

TEST_CASE("LibreOffice shows the wall calendar with its names, marks and gaps") {
  TempFolder folder;
  RotationInput input = SmallMonth();
  input.shifts = {ShiftOn("s", 3, "08:30", "11:30", {"a", "b"})};
  Attendance came;
  came.shift = "s";
  came.member = "a";
  came.in_ms = At(3, 8, 25);
  input.attendance = {came};
  const auto sheets = Convert(folder.path(), ReportOf(std::move(input)));
  const Table& wall = sheets[0];
  CHECK(Cell(wall[0], 0) == "示例乡委员工作室 2026年11月委员值班表");
  CHECK(Cell(wall[1], 6) == "星期日");
  CHECK(Cell(wall[2], 6) == "1");  // a Sunday
  CHECK(Cell(RowOf(wall, 1, "3\n08:30-11:30\n示例甲 ✓\n示例乙"), 0) == "2");
  for (const char* day : {"10 没排人", "17 没排人", "24 没排人"}) RowOf(wall, 1, day);
  CHECK(Cell(wall.back(), 0) == "✓ 来过　没排人 3 天");
}

TEST_CASE(
    "what LibreOffice saves as .xls is read as its .xlsx and, with merged cells, as its CSV") {
  TempFolder folder;
  REQUIRE(ExportRoster(LargeReport(), folder.path() / "roster.xlsx").has_value());
  SaveAs("xls", folder.path() / "roster.xlsx");
  CheckSame(SheetsOf(folder.path() / "roster.xls"), SheetsOf(folder.path() / "roster.xlsx"));

  const auto merged = folder.path() / "merged.xlsx";
  std::filesystem::copy_file(STUDIO_SOURCE_DIR "/tests/tables/files/merged.xlsx", merged);
  for (const char* format : {"xls", "csv:Text - txt - csv (StarCalc):44,34,76,1"}) {
    SaveAs(format, merged);
  }
  const std::vector<Sheet> old = SheetsOf(folder.path() / "merged.xls");
  CheckSame(old, SheetsOf(merged));
  const std::vector<Sheet> text = SheetsOf(folder.path() / "merged.csv");
  REQUIRE(old[0].rows.size() == text[0].rows.size());
  for (std::size_t row = 0; row < text[0].rows.size(); ++row) {
    CHECK(old[0].rows[row].cells == text[0].rows[row].cells);
  }
}

TEST_CASE(
    "numbers, dates, formulas, long texts and what is hidden are the same in .xls and .xlsx") {
  TempFolder folder;
  std::string far;
  for (int i = 0; i < 9000; ++i) far += i % 3 == 0 ? "委" : i % 3 == 1 ? "𠮷" : "a";
  std::string many;  // texts over several records
  for (int i = 0; i < 3000; ++i) {
    const std::string number = std::to_string(i);
    many += "<table:table-row>" + TextCell("示例" + number) + TextCell("plain " + number) +
            "</table:table-row>";
  }
  const std::string sheet =
      R"(<table:table table:name="十二月" table:style-name="shown"><table:table-row>)" +
      ValueCell("float", "12.3") + ValueCell("float", "13800000000") +
      ValueCell("float", "-0.125") + ValueCell("float", "46357", "day") +
      ValueCell("float", "46357.5", "day") + ValueCell("float", "0.354166667", "time") +
      ValueCell("float", "46357", "weekday") + "</table:table-row>" +
      R"(<table:table-row table:visibility="collapse">)" + TextCell("看不见") +
      "</table:table-row><table:table-row>" +
      FormulaCell("CONCATENATE(&quot;示例&quot;;&quot;甲&quot;)") + FormulaCell("1+1") +
      FormulaCell("1/0") + FormulaCell("1=1") + FormulaCell("&quot;&quot;") +
      "</table:table-row><table:table-row>" + TextCell(far) + "</table:table-row>" + many +
      R"(</table:table><table:table table:name="藏" table:style-name="hidden"><table:table-row>)" +
      TextCell("x") + "</table:table-row></table:table>";
  WriteFlatSheets(folder.path() / "all.fods", sheet);
  for (const char* format : {"xls", "xlsx"}) SaveAs(format, folder.path() / "all.fods");
  const std::vector<Sheet> old = SheetsOf(folder.path() / "all.xls");
  CheckSame(old, SheetsOf(folder.path() / "all.xlsx"));
  REQUIRE(old.size() == 2);
  CHECK(old[1].hidden);
  using Cells = std::vector<std::string>;
  CHECK(old[0].rows[0].cells == Cells{"12.3", "13800000000", "-0.125", "2026-12-01",
                                      "2026-12-01 12:00", "08:30", "星期二"});
  CHECK(old[0].rows[1].hidden);
  CHECK(old[0].rows[2].cells == Cells{"示例甲", "2", "#DIV/0!", "TRUE"});
  CHECK(old[0].rows[3].cells == Cells{far});
  CHECK(old[0].rows.size() == 3004);
}
