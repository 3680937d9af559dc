#include "shared/sheets/csv_reader.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "shared/sheets/sheet_builder.h"
#include "tables/sheet_reader.h"
#include "test_support/temp_folder.h"

using namespace studio;

namespace {

const std::string kFiles = STUDIO_SOURCE_DIR "/tests/tables/files/";

using Cells = std::vector<std::string>;

std::vector<SheetRow> Read(std::string_view bytes) {
  const auto rows = ReadCsv(bytes);
  REQUIRE_MESSAGE(rows.has_value(), Sentence(rows.error()));
  return rows->rows;
}

std::vector<SheetRow> ReadFile(const std::string& name) {
  const Sheets sheets = ReadSheetsFile(kFiles + name);
  REQUIRE_MESSAGE(sheets.has_value(), Sentence(sheets.error()));
  return sheets->front().rows;
}

TableFault FaultOf(std::string_view bytes) {
  const auto rows = ReadCsv(bytes);
  REQUIRE_FALSE(rows.has_value());
  CHECK_FALSE(Sentence(rows.error()).empty());
  return rows.error().fault;
}

}  // namespace

TEST_CASE("a file that WPS saved in GBK is read, with its title, quotes and line breaks") {
  const auto rows = ReadFile("wps_gbk.csv");
  REQUIRE(rows.size() == 5);
  CHECK(rows[0].cells == Cells{"示例乡委员工作室2026年11月值班表"});
  CHECK(rows[1].cells == Cells{"日期", "班次", "值班委员", "备注"});
  CHECK(rows[3].cells == Cells{"2026/11/4", "下午", "示例乙、\n示例丙", "带\"钥匙\""});
  CHECK(rows[3].row == 4);
  CHECK(rows[4].row == 5);
}

TEST_CASE("what Excel calls Unicode text is read") {
  const auto rows = ReadFile("excel_unicode.txt");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].cells == Cells{"日期", "开始", "结束", "姓名", "界别"});
  CHECK(rows[2].cells == Cells{"2026/11/3", "20:00:00", "次日2:00", "示例乙,示例丙"});
}

TEST_CASE("the separator is the one that the lines have equally often") {
  const auto rows = ReadFile("excel_semicolon.csv");
  CHECK(rows[0].cells == Cells{"委员", "日期", "班次"});
  CHECK(rows[1].cells == Cells{"示例甲,示例乙", "46329", "全天"});
  CHECK(Read("日期\t委员\n3日\t甲,乙,丙,丁\n4日\t甲,乙\n")[1].cells == Cells{"3日", "甲,乙,丙,丁"});
}

TEST_CASE("four-byte GB18030 and lone carriage returns are read") {
  const auto rows = ReadFile("gb18030_cr.csv");
  REQUIRE(rows.size() == 2);
  CHECK(rows[1].cells == Cells{"2026-11-03", "上午", "示例㐂"});
  CHECK(rows[1].row == 2);
}

TEST_CASE("UTF-16 of either byte order, UTF-8 with and without a mark say the same") {
  using namespace std::string_literals;
  const Cells expected{"日", "b"};
  CHECK(Read("\xFE\xFF\x65\xE5\x00,\x00"s + "b")[0].cells == expected);
  CHECK(Read("\xFF\xFE\xE5\x65,\x00"s + "b\x00"s)[0].cells == expected);
  CHECK(Read("\xEF\xBB\xBF日,b")[0].cells == expected);
  CHECK(Read("日,b")[0].cells == expected);
}

TEST_CASE("rows are counted as office programs show them, empty ones too, quoted breaks not") {
  const auto rows = Read("a,b\r\n\r\n,,\r\n\"x\r\ny\",z\r\nlast,one");
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].row == 4);
  CHECK(rows[1].cells == Cells{"x\ny", "z"});
  CHECK(rows[2].row == 5);
}

TEST_CASE("what is no table of text is refused with its reason") {
  using namespace std::string_literals;
  CHECK(FaultOf("") == TableFault::kEmpty);
  CHECK(FaultOf("\xEF\xBB\xBF \r\n,,\r\n") == TableFault::kEmpty);
  CHECK(FaultOf("\"\",\"\"\r\n") == TableFault::kEmpty);
  CHECK(FaultOf("\x7F"
                "ELF\0\0\0"s) == TableFault::kBinary);
  CHECK(FaultOf("\xFF\xFE\x00\x00\x41\x00"s) == TableFault::kBinary);
  CHECK(FaultOf("PK\x03\x04 and the rest") == TableFault::kWorkbook);
  CHECK(FaultOf("\xD0\xCF\x11\xE0\xA1\xB1") == TableFault::kWorkbook);
  CHECK(FaultOf("a,b\n\xFF\xFF,c\n") == TableFault::kUnknownEncoding);
  CHECK(FaultOf("\xFF\xFE\x00\xD8\x41\x00"s) == TableFault::kUnknownEncoding);
  CHECK(FaultOf("\xFF\xFE\x41"s) == TableFault::kUnknownEncoding);
  CHECK(FaultOf(std::string(kTableLargest + 1, 'a')) == TableFault::kTooLarge);

  const auto open = ReadCsv("a,b\nc,\"d\ne,f\n");
  REQUIRE_FALSE(open.has_value());
  CHECK(open.error().fault == TableFault::kOpenQuote);
  CHECK(open.error().line == 2);
}

TEST_CASE("a hundred thousand rows are too many, one less is read") {
  std::string text;
  for (int i = 0; i < kTableRowLimit - 1; ++i) text += "2026-11-03,上午,示例甲\r\n";
  CHECK(Read(text).size() == static_cast<std::size_t>(kTableRowLimit - 1));
  CHECK(FaultOf(text + "2026-11-03,上午,示例甲\r\n") == TableFault::kTooManyRows);
}

TEST_CASE("a wide file cannot fill the memory") {
  const std::string wide(1 << 20, ',');
  CHECK(FaultOf(wide) == TableFault::kEmpty);
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    for (int column = 0; column < 80; ++column) text += "a,";
    text += "\n";
  }
  CHECK(FaultOf(text) == TableFault::kTooManyRows);
}

TEST_CASE("a folder, a missing file and an empty one are no tables") {
  TempFolder folder;
  const auto missing = ReadSheetsFile(folder.path() / "none.csv");
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().fault == TableFault::kUnreadable);
  CHECK(Sentence(missing.error()).find("No such file") != std::string::npos);
  CHECK(ReadSheetsFile(folder.path()).error().fault == TableFault::kUnreadable);
  // Nobody writes into this one: whoever waited for them would wait for ever.
  REQUIRE(mkfifo((folder.path() / "pipe.csv").c_str(), 0600) == 0);
  CHECK(ReadSheetsFile(folder.path() / "pipe.csv").error().fault == TableFault::kUnreadable);
  std::ofstream(folder.path() / "empty.csv").flush();
  CHECK(ReadSheetsFile(folder.path() / "empty.csv").error().fault == TableFault::kEmpty);
}
