// What a file may make of itself in memory: few bytes that unpack to much are refused, however they
// do it.
#include <doctest/doctest.h>

#include "a_county.h"
#include "a_workbook.h"
#include "app/cells/roster_grid.h"
#include "shared/sheets/sheet_builder.h"

using namespace studio;

namespace {

// The fault of a file that does not fit; kUnreadable where all of it is kept.
TableFault FaultOfFile(const std::string& bytes) {
  CHECK(bytes.size() < 6u << 20);
  const Sheets sheets = ReadSheets(bytes);
  return sheets ? TableFault::kUnreadable : sheets.error().fault;
}

std::string Repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

std::string Data(const std::string& rows) { return "<sheetData>" + rows + "</sheetData>"; }

constexpr TableFault kAllKept = TableFault::kUnreadable;

}  // namespace

TEST_CASE("a text that many cells of a workbook share is not kept as often as they are, in vain") {
  const std::string text = "<si><t>" + std::string(20'000, 'a') + "</t></si>";
  const std::string row = "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>";
  CHECK(FaultOfFile(WorkbookBytes({Data(Repeated(row, 500))}, "", text)) == kAllKept);
  CHECK(FaultOfFile(WorkbookBytes({Data(Repeated(row, 1000))}, "", text)) ==
        TableFault::kTooMuchText);
  // The sheets of a file share the room.
  const std::string half = Data(Repeated(row, 500));
  CHECK(FaultOfFile(WorkbookBytes({half, half}, "", text)) == TableFault::kTooMuchText);
  // Texts that no cell shows.
  CHECK(FaultOfFile(WorkbookBytes({Data(row)}, "", Repeated(text, 2000))) ==
        TableFault::kTooMuchText);
  // A part that unpacks to more than is looked at.
  CHECK(FaultOfFile(WorkbookBytes({Data(row) + std::string(65u << 20, ' ')}, "", text)) ==
        TableFault::kTooMuchText);
}

TEST_CASE("cells that stand far apart take the room of those between them") {
  const auto far = [](int rows) {
    std::string out;
    for (int row = 1; row <= rows; ++row) {
      const std::string number = std::to_string(row);
      out += "<row r=\"" + number + "\"><c r=\"IV" + number + "\"><v>1</v></c></row>";
    }
    return Data(out);
  };
  CHECK(FaultOfFile(WorkbookBytes({far(3000)})) == kAllKept);
  CHECK(FaultOfFile(WorkbookBytes({far(5000)})) == TableFault::kTooManyRows);
  CHECK(FaultOfFile(WorkbookBytes({far(3000), far(3000)})) == TableFault::kTooManyRows);
  const std::string line = std::string(255, ',') + "1\n";
  CHECK(FaultOfFile(Repeated(line, 3000)) == kAllKept);
  CHECK(FaultOfFile(Repeated(line, 5000)) == TableFault::kTooManyRows);
  const std::string wide = "<tr>" + Repeated("<td colspan=85></td>", 3) + "<td>1</td></tr>";
  CHECK(FaultOfFile("<table>" + Repeated(wide, 3000) + "</table>") == kAllKept);
  CHECK(FaultOfFile("<table>" + Repeated(wide, 5000) + "</table>") == TableFault::kTooManyRows);
}

TEST_CASE("merged cells take the room of those that show their text, and of those before them") {
  const auto merged = [](int rows, const std::string& ranges) {
    std::string cells = "<row><c r=\"A1\"><v>1</v></c><c r=\"IV1\"><v>1</v></c></row>";
    return Data(cells + Repeated("<row><c><v>1</v></c></row>", rows - 1)) + "<mergeCells>" +
           ranges + "</mergeCells>";
  };
  const std::string last = R"(<mergeCell ref="IV1:IV99000"/>)";
  CHECK(FaultOfFile(WorkbookBytes({merged(3000, last)})) == kAllKept);
  CHECK(FaultOfFile(WorkbookBytes({merged(50'000, last)})) == TableFault::kTooManyRows);
  CHECK(FaultOfFile(WorkbookBytes({merged(
            9000, Repeated(R"(<mergeCell ref="A1:A9000"/>)", 200))})) == TableFault::kTooManyRows);
  // Many ranges, on several sheets.
  const std::string many = merged(1, Repeated(R"(<mergeCell ref="C5:D5"/>)", 40'000));
  CHECK(FaultOfFile(WorkbookBytes({many, many})) == kAllKept);
  CHECK(FaultOfFile(WorkbookBytes({many, many, many})) == TableFault::kTooManyRows);
}

TEST_CASE("a merged text is kept once, however many cells show it") {
  Sheet sheet;
  for (int row = 1; row <= 40; ++row) sheet.rows.push_back({row, {"x"}});
  sheet.rows[0].cells = {"x", std::string(20'000, 'a')};
  sheet.merged = {{1, 2, 40, 2}};
  const RosterGrid grid(sheet, 0);
  CHECK(grid.Text({39, 1}).size() == 20'000);
  CHECK(&grid.Text({39, 1}) == &grid.Text({0, 1}));
  CHECK(&grid.Folded({39, 1}) == &grid.Folded({0, 1}));
  CHECK_FALSE(grid.Blank({39, 1}));
}

TEST_CASE("a workbook of before Excel 97 is told as one, not as no table") {
  for (const std::string& begin : {std::string("\x09\x00\x04\x00\x02\x00\x10\x00", 8),
                                   std::string("\x09\x02\x06\x00\x00\x00\x10\x00", 8),
                                   std::string("\x09\x04\x06\x00\x00\x00\x10\x00", 8),
                                   std::string("\x09\x08\x08\x00\x00\x05\x10\x00", 8)}) {
    CHECK(FaultOfFile(begin + std::string(2000, '\0')) == TableFault::kOldWorkbook);
  }
  CHECK(FaultOfFile("\t日期,班次\n") == kAllKept);
  CHECK(FaultOfFile(std::string("\x09\x05", 2) + std::string(2000, '\0')) == TableFault::kBinary);
}
