#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "a_county.h"
#include "tables/roster_export.h"
#include "tables/sheet_reader.h"
#include "test_support/temp_folder.h"

using namespace studio;

namespace {

using Table = std::vector<SheetRow>;

// The workbook's sheets as LibreOffice reads them, in order.
std::vector<Table> Convert(const std::filesystem::path& folder, const RosterReport& report) {
  REQUIRE(ExportRoster(report, folder / "roster.xlsx").has_value());
  // 44: comma, 34: quote, 76: UTF-8, what cells show, every sheet to a file of its own.
  const std::string command =
      std::string("'") + std::getenv("SOFFICE") + "' -env:UserInstallation=file://" +
      (folder / "profile").string() + " --headless --convert-to " +
      "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1' --outdir " +
      folder.string() + " " + (folder / "roster.xlsx").string() + " >/dev/null 2>&1";
  REQUIRE(std::system(command.c_str()) == 0);
  std::vector<Table> sheets;
  for (const char* name : {"轮值表", "委员完成情况", "值班签到表"}) {
    const Sheets read = ReadSheetsFile(folder / (std::string("roster-") + name + ".csv"));
    REQUIRE_MESSAGE(read.has_value(), name, ": ", Sentence(read.error()));
    sheets.push_back(read->front().rows);
  }
  return sheets;
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
    CHECK(Cell(row, 8) == StandingText(month.standing));
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
  CHECK(Cell(wall.back(), 0) == "✓ 来过  没排人 3 天");
}
