#include "tables/sheet_reader.h"

#include <doctest/doctest.h>

#include "a_county.h"
#include "a_workbook.h"
#include "shared/sheets/cell_numbers.h"
#include "shared/sheets/sheet_builder.h"

using namespace studio;

namespace {

const std::string kSheetFiles = STUDIO_SOURCE_DIR "/tests/tables/files/";
using Cells = std::vector<std::string>;

std::vector<Sheet> SheetsIn(std::string_view bytes) {
  const Sheets sheets = ReadSheets(bytes);
  REQUIRE_MESSAGE(sheets.has_value(), Sentence(sheets.error()));
  return *sheets;
}

TableFault SheetFaultOf(std::string_view bytes) {
  const Sheets sheets = ReadSheets(bytes);
  REQUIRE_FALSE(sheets.has_value());
  return sheets.error().fault;
}

std::string Workbook(const std::string& sheet, const std::string& styles = "") {
  return WorkbookBytes({sheet}, styles);
}

}  // namespace

TEST_CASE("workbooks of LibreOffice say the same as .xlsx, .xls and HTML") {
  for (const char* name : {"merged.xlsx", "merged.xls", "merged.html"}) {
    CAPTURE(name);
    const std::vector<Sheet> sheets = SheetsIn(FileBytes(kSheetFiles + name));
    REQUIRE(sheets.size() == 1);
    const auto& rows = sheets[0].rows;
    REQUIRE(rows.size() == 6);
    CHECK(rows[0].cells == Cells{"示例乡委员工作室2026年12月值班表"});
    CHECK(rows[1].cells == Cells{"日期", "班次", "值班委员"});
    CHECK(rows[3].row == 4);
    CHECK(rows[3].cells == Cells{"", "下午", "示例乙"});
    CHECK(rows[5].cells == Cells{"2026-12-03", "", "示例甲"});
    CHECK(sheets[0].merged.size() == 5);
  }
}

TEST_CASE("a workbook's dates, times, inline texts and hidden rows are what its cells show") {
  const std::string styles =
      R"(<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d"/>)"
      R"(<numFmt numFmtId="171" formatCode="[$-804]aaaa"/></numFmts><cellXfs><xf numFmtId="0"/>)"
      R"(<xf numFmtId="170"/><xf numFmtId="20"/><xf numFmtId="171"/></cellXfs>)";
  const auto sheets = SheetsIn(Workbook(
      R"(<sheetData><row r="2"><c r="A2" s="1"><v>46357</v></c><c r="B2" s="2"><v>0.354166667</v></c>)"
      R"(<c r="C2" s="3"><v>46357</v></c><c r="D2" t="inlineStr"><is><t>示例</t><t>甲</t>)"
      R"(<rPh><t>x</t></rPh></is></c></row><row r="4" hidden="1"><c r="A4"><v>12.3</v></c></row>)"
      R"(</sheetData><mergeCells><mergeCell ref="D2:E3"/></mergeCells>)",
      styles));
  REQUIRE(sheets.size() == 1);
  CHECK(sheets[0].name == "1月");
  REQUIRE(sheets[0].rows.size() == 2);
  CHECK(sheets[0].rows[0].cells == Cells{"2026-12-01", "08:30", "星期二", "示例甲"});
  CHECK_FALSE(sheets[0].rows[0].hidden);
  CHECK(sheets[0].rows[1].cells == Cells{"12.3"});
  CHECK(sheets[0].rows[1].hidden);
  REQUIRE(sheets[0].merged.size() == 1);
  CHECK(sheets[0].merged[0].bottom == 3);
  CHECK(sheets[0].merged[0].right == 5);
}

TEST_CASE("numbers and formats of cells") {
  CHECK(NumberText(12.3) == "12.3");
  CHECK(NumberText(13800000000.0) == "13800000000");
  CHECK(LookOf("General") == NumberLook::kNumber);
  CHECK(LookOf("0.00_ ;[Red]-0.00") == NumberLook::kNumber);
  CHECK(LookOf("m/d;@") == NumberLook::kDate);
  CHECK(LookOf("h:mm") == NumberLook::kTime);
  CHECK(LookOf("\"day\"0") == NumberLook::kNumber);
  CHECK(LookOf(58) == NumberLook::kDate);
  CHECK(ShownNumber(46357.5, NumberLook::kDate, false) == "2026-12-01 12:00");
  CHECK(ShownNumber(44895, NumberLook::kDate, true) == "2026-12-01");
  CHECK(ShownNumber(1e300, NumberLook::kDate, false).size() < 64);
}

TEST_CASE("what calls itself a workbook and is none, or unpacks without end, is refused") {
  using namespace std::string_literals;
  CHECK(SheetFaultOf("PK\x03\x04 and the rest") == TableFault::kWorkbook);
  CHECK(SheetFaultOf("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, 'x')) ==
        TableFault::kOldWorkbook);
  CHECK(SheetFaultOf(Workbook("<sheetData><row r=\"1\"><c r=\"A1\"><v>1")) ==
        TableFault::kWorkbook);
  CHECK(SheetFaultOf(Workbook(std::string(70u << 20, ' '))) == TableFault::kTooMuchText);
  CHECK(SheetFaultOf(
            Workbook("<sheetData><row r=\"1\"><c r=\"IW1\"><v>1</v></c></row></sheetData>")) ==
        TableFault::kTooManyRows);
  CHECK(SheetFaultOf(Workbook("<sheetData/>")) == TableFault::kEmpty);
  const std::string cut = FileBytes(kSheetFiles + "merged.xlsx");
  CHECK(SheetFaultOf(cut.substr(0, cut.size() / 2)) == TableFault::kWorkbook);
  CHECK(SheetFaultOf("<html><body></body></html>") == TableFault::kEmpty);
}

TEST_CASE(
    "an HTML table's spans and the lines around it stand where an office program shows them") {
  const auto sheets = SheetsIn(
      "<html><p>2026年12月<b>值班表</b></p><table><tr><th rowspan=2>日期<th colspan=2>委员</tr>"
      "<tr><td>a<br>b<td>c</tr></table>备注</html>");
  REQUIRE(sheets[0].rows.size() == 4);
  CHECK(sheets[0].rows[0].cells == Cells{"2026年12月值班表"});
  CHECK(sheets[0].rows[1].cells == Cells{"日期", "委员"});
  CHECK(sheets[0].rows[2].cells == Cells{"", "a\nb", "c"});
  CHECK(sheets[0].rows[3].cells == Cells{"备注"});
  CHECK(sheets[0].merged.size() == 2);
}
