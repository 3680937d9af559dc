#include "tables/csv_reader.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "test_support/temp_folder.h"

using namespace studio;

namespace {

const std::string kFiles = STUDIO_SOURCE_DIR "/tests/tables/files/";

using Cells = std::vector<std::string>;

std::vector<TableRow> Read(std::string_view bytes) {
  const auto rows = ReadCsv(bytes);
  REQUIRE_MESSAGE(rows.has_value(), Sentence(rows.error()));
  return *rows;
}

CsvFault FaultOf(std::string_view bytes) {
  const auto rows = ReadCsv(bytes);
  REQUIRE_FALSE(rows.has_value());
  CHECK_FALSE(Sentence(rows.error()).empty());
  return rows.error().fault;
}

}  // namespace

TEST_CASE("a file that WPS saved in GBK is read, with its title, quotes and line breaks") {
  const auto rows = ReadCsvFile(kFiles + "wps_gbk.csv");
  REQUIRE(rows.has_value());
  REQUIRE(rows->size() == 5);
  CHECK((*rows)[0].cells == Cells{"示例乡委员工作室2026年11月值班表"});
  CHECK((*rows)[1].cells == Cells{"日期", "班次", "值班委员", "备注"});
  CHECK((*rows)[3].cells == Cells{"2026/11/4", "下午", "示例乙、\n示例丙", "带\"钥匙\""});
  CHECK((*rows)[3].line == 4);
  CHECK((*rows)[4].line == 6);
}

TEST_CASE("what Excel calls Unicode text is read") {
  const auto rows = ReadCsvFile(kFiles + "excel_unicode.txt");
  REQUIRE(rows.has_value());
  REQUIRE(rows->size() == 3);
  CHECK((*rows)[0].cells == Cells{"日期", "开始", "结束", "姓名", "界别"});
  CHECK((*rows)[2].cells == Cells{"2026/11/3", "20:00:00", "次日2:00", "示例乙,示例丙"});
}

TEST_CASE("the separator is the one that the lines have equally often") {
  const auto rows = ReadCsvFile(kFiles + "excel_semicolon.csv");
  REQUIRE(rows.has_value());
  CHECK((*rows)[0].cells == Cells{"委员", "日期", "班次"});
  CHECK((*rows)[1].cells == Cells{"示例甲,示例乙", "46329", "全天"});
  CHECK(Read("日期\t委员\n3日\t甲,乙,丙,丁\n4日\t甲,乙\n")[1].cells == Cells{"3日", "甲,乙,丙,丁"});
}

TEST_CASE("four-byte GB18030 and lone carriage returns are read") {
  const auto rows = ReadCsvFile(kFiles + "gb18030_cr.csv");
  REQUIRE(rows.has_value());
  REQUIRE(rows->size() == 2);
  CHECK((*rows)[1].cells == Cells{"2026-11-03", "上午", "示例㐂"});
  CHECK((*rows)[1].line == 2);
}

TEST_CASE("UTF-16 of either byte order, UTF-8 with and without a mark say the same") {
  using namespace std::string_literals;
  const Cells expected{"日", "b"};
  CHECK(Read("\xFE\xFF\x65\xE5\x00,\x00"s + "b")[0].cells == expected);
  CHECK(Read("\xFF\xFE\xE5\x65,\x00"s + "b\x00"s)[0].cells == expected);
  CHECK(Read("\xEF\xBB\xBF日,b")[0].cells == expected);
  CHECK(Read("日,b")[0].cells == expected);
}

TEST_CASE("lines are counted as an editor counts them, empty ones and quoted breaks too") {
  const auto rows = Read("a,b\r\n\r\n,,\r\n\"x\r\ny\",z\r\nlast,one");
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].line == 4);
  CHECK(rows[1].cells == Cells{"x\ny", "z"});
  CHECK(rows[2].line == 6);
}

TEST_CASE("what is no table of text is refused with its reason") {
  using namespace std::string_literals;
  CHECK(FaultOf("") == CsvFault::kEmpty);
  CHECK(FaultOf("\xEF\xBB\xBF \r\n,,\r\n") == CsvFault::kEmpty);
  CHECK(FaultOf("\"\",\"\"\r\n") == CsvFault::kEmpty);
  CHECK(FaultOf("\x7F"
                "ELF\0\0\0"s) == CsvFault::kBinary);
  CHECK(FaultOf("\xFF\xFE\x00\x00\x41\x00"s) == CsvFault::kBinary);
  CHECK(FaultOf("PK\x03\x04 and the rest") == CsvFault::kWorkbook);
  CHECK(FaultOf("\xD0\xCF\x11\xE0\xA1\xB1") == CsvFault::kWorkbook);
  CHECK(FaultOf("a,b\n\xFF\xFF,c\n") == CsvFault::kUnknownEncoding);
  CHECK(FaultOf("\xFF\xFE\x00\xD8\x41\x00"s) == CsvFault::kUnknownEncoding);
  CHECK(FaultOf("\xFF\xFE\x41"s) == CsvFault::kUnknownEncoding);
  CHECK(FaultOf(std::string(kCsvLargest + 1, 'a')) == CsvFault::kTooLarge);

  const auto open = ReadCsv("a,b\nc,\"d\ne,f\n");
  REQUIRE_FALSE(open.has_value());
  CHECK(open.error().fault == CsvFault::kOpenQuote);
  CHECK(open.error().line == 2);
}

TEST_CASE("a hundred thousand rows are too many, one less is read") {
  std::string text;
  for (std::size_t i = 0; i < kCsvRowLimit - 1; ++i) text += "2026-11-03,上午,示例甲\r\n";
  CHECK(Read(text).size() == kCsvRowLimit - 1);
  CHECK(FaultOf(text + "2026-11-03,上午,示例甲\r\n") == CsvFault::kTooManyRows);
}

TEST_CASE("a wide file cannot fill the memory") {
  const std::string wide(1 << 20, ',');
  CHECK(FaultOf(wide) == CsvFault::kEmpty);
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    for (int column = 0; column < 80; ++column) text += "a,";
    text += "\n";
  }
  CHECK(FaultOf(text) == CsvFault::kTooManyRows);
}

TEST_CASE("a folder, a missing file and an empty one are no tables") {
  TempFolder folder;
  const auto missing = ReadCsvFile(folder.path() / "none.csv");
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().fault == CsvFault::kUnreadable);
  CHECK(Sentence(missing.error()).find("No such file") != std::string::npos);
  CHECK(ReadCsvFile(folder.path()).error().fault == CsvFault::kUnreadable);
  // Nobody writes into this one: whoever waited for them would wait for ever.
  REQUIRE(mkfifo((folder.path() / "pipe.csv").c_str(), 0600) == 0);
  CHECK(ReadCsvFile(folder.path() / "pipe.csv").error().fault == CsvFault::kUnreadable);
  std::ofstream(folder.path() / "empty.csv").flush();
  CHECK(ReadCsvFile(folder.path() / "empty.csv").error().fault == CsvFault::kEmpty);
}
