#include "tables/roster_export.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <utility>

#include "a_county.h"
#include "app/tables/roster_import.h"
#include "tables/export_file.h"
#include "tables/roster_calendar.h"
#include "tables/roster_csv.h"
#include "tables/roster_workbook.h"
#include "test_support/temp_folder.h"

using namespace studio;

namespace {

std::string Line(const DutyRow& row) {
  std::string text = ToText(row.date).substr(8);
  for (const DutyField field :
       {DutyField::kWeekday, DutyField::kShift, DutyField::kMember, DutyField::kIn, DutyField::kOut,
        DutyField::kDuration, DutyField::kStatus, DutyField::kStandIn, DutyField::kRemark}) {
    text += "|" + TextOf(row, field);
  }
  return text;
}

// A part of an XLSX file.
std::string PartOf(const std::filesystem::path& workbook, const std::string& part) {
  const std::string command = "unzip -p '" + workbook.string() + "' " + part;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string out;
  char piece[4096];
  std::size_t size = 0;
  while ((size = fread(piece, 1, sizeof piece, pipe.get())) > 0) out.append(piece, size);
  return out;
}

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// A cell of the wall sheet begins or ends so.
bool WallHas(const std::filesystem::path& workbook, const std::string& text) {
  const Sheets sheets = ReadSheetsFile(workbook);
  REQUIRE(sheets.has_value());
  for (const SheetRow& row : sheets->front().rows) {
    for (const std::string& cell : row.cells) {
      if (cell.starts_with(text) || cell.ends_with(text)) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("the duty sheet has a line for every place, with what became of it") {
  std::vector<std::string> lines;
  for (const DutyRow& row : DutyRowsOf(EveryMark())) lines.push_back(Line(row));
  CHECK(lines == std::vector<std::string>{
                     "03|二|08:30-11:30|示例甲|08:20|11:31|3:11|来过||",
                     "03|二|08:30-11:30|示例乙||||请假||出差",
                     "03|二|08:30-11:30|示例戊||||缺席||",
                     "03|二|14:00-17:00|示例甲|14:20|16:30|2:10|迟到、早退||迟到20分钟;早退30分钟",
                     "03|二|临时|示例丁|09:00|10:00|1:00|来过||不在值班表上",
                     "04|三|08:30-11:30|示例丁|08:30|||来过||未签退;与示例丙调班",
                     "04|三|08:30-11:30|示例戊|08:25|11:30|3:05|代班|示例乙|",
                     "05|四|20:00-次日02:00|示例丙|19:55|次日02:05|6:10|来过||",
                     "10|二|08:30-12:30|示例甲|08:20|||在岗||",
                     "10|二|08:30-12:30|示例乙||||未到||",
                     "24|二|08:30-11:30|示例丙||||代班|示例乙|",
                     "24|二|08:30-11:30|示例丁||||待值||",
                 });
}

TEST_CASE("a stand-in and the member who came too both stand in every export") {
  RotationInput input = SmallMonth();
  input.shifts = {ShiftOn("s", 3, "08:30", "11:30", {"a"})};
  const auto came = [](const char* member, int minute, const char* instead_of) {
    return Attendance{"s", member, 1, "2026-11-03", At(3, 8, minute), At(3, 11, 30), instead_of};
  };
  input.attendance = {came("b", 20, "a"), came("a", 40, "")};
  const RosterReport report = ReportOf(std::move(input));
  std::vector<std::string> lines;
  for (const DutyRow& row : DutyRowsOf(report)) lines.push_back(Line(row));
  CHECK(lines == std::vector<std::string>{
                     "03|二|08:30-11:30|示例甲|08:20|11:30|3:10|代班|示例乙|",
                     "03|二|08:30-11:30|示例甲|08:40|11:30|2:50|来过||有人代班，本人也来了",
                 });
  CHECK(Has(MakeRosterCsv(report), "示例乙"));
  CHECK(Has(*MakeRosterCalendar(report), "示例乙、示例甲"));
  for (const char* member : {"a", "b"}) {
    CHECK(Has(*MakeRosterCalendar(report, member), "STATUS:CONFIRMED"));
  }
}

TEST_CASE("the CSV has the sheet's columns, opens in Excel, and starts no formula") {
  const std::string csv = MakeRosterCsv(EveryMark());
  CHECK(
      csv.starts_with("\xEF\xBB\xBF\"序号\",\"日期\",\"星期\",\"班次\",\"委员\",\"界别\","
                      "\"活动组\",\"签到\",\"签退\",\"时长\",\"状态\",\"代班人\",\"接待人次\","
                      "\"交接事项\",\"签名\",\"备注\"\r\n\"1\",\"2026-11-03\",\"二\","));
  CHECK(Has(csv, "\"6\",\"'=回电:1234,\"\"灯\"\"\n下次看\",\"\",\"\"\r\n"));
  const Sheets sheets = ReadSheets(csv);
  REQUIRE(sheets.has_value());
  CHECK(sheets->front().rows.size() == 13);
}

TEST_CASE("the exported duty sheet reads back as the same roster") {
  for (const RosterReport& report : {EveryMark(), LargeReport()}) {
    const Sheets sheets = ReadSheets(MakeRosterCsv(report));
    REQUIRE(sheets.has_value());
    RosterImportInput input;
    input.studio = 1;
    input.month = kMonth;
    input.members = report.input.members;
    input.studios = report.input.studios;
    input.shifts = report.input.shifts;
    const RosterPreview preview = ReadRoster(*sheets, input);
    CHECK(preview.problems.empty());
    CHECK(preview.not_named.empty());
    CHECK(preview.Count(RosterChange::Kind::kSame) == static_cast<int>(preview.changes.size()));
    CHECK(preview.changes.size() >= 6);
  }
}

TEST_CASE("a text that a spreadsheet would take for a formula is marked, in full width too") {
  for (const char* const mark : {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\n"}) {
    RosterReport report = EveryMark();
    report.remarks[{"am", "a"}] = {1, mark + std::string("1+1")};
    CHECK(Has(MakeRosterCsv(report), "\"'" + std::string(mark) + "1+1\""));
  }
  RosterReport report = EveryMark();
  report.remarks[{"am", "a"}] = {1, "回电=1"};
  CHECK(Has(MakeRosterCsv(report), "\"回电=1\""));
}

TEST_CASE("characters that XML forbids are left out of a workbook, which any program then opens") {
  RotationInput input = SmallMonth();
  input.members[0].name = "示例\x01甲\xEF\xBF\xBE";
  input.shifts = {ShiftOn("s", 24, "08:30", "11:30", {"a"})};
  RosterReport report = ReportOf(input);
  report.studio_name = "示例乡\x02委员\xFF工作室";
  const auto workbook = MakeRosterWorkbook(report);
  REQUIRE(workbook.has_value());
  const Sheets sheets = ReadSheets(*workbook);
  REQUIRE(sheets.has_value());
  REQUIRE(sheets->size() == 3);
  CHECK(sheets->at(0).rows[0].cells[0] == "示例乡委员工作室 2026年11月委员值班表");
  CHECK(sheets->at(2).rows[2].cells[4] == "示例甲");
  bool on_the_wall = false;
  for (const SheetRow& row : sheets->at(0).rows) {
    for (const std::string& cell : row.cells) on_the_wall |= cell == "24\n08:30-11:30\n示例甲";
  }
  CHECK(on_the_wall);
}

TEST_CASE("names on the wall are printed in 16 points or more, as large as the page allows") {
  TempFolder folder;
  const auto sizes = [&](const RosterReport& report) {
    const auto path = folder.path() / "a.xlsx";
    REQUIRE(ExportRoster(report, path).has_value());
    const std::string texts = PartOf(path, "xl/sharedStrings.xml");
    // Of the runs with names in them.
    std::set<double> out;
    for (std::size_t at = 0; (at = texts.find("<r>", at)) != std::string::npos; ++at) {
      const std::string run = texts.substr(at, texts.find("</r>", at) - at);
      const std::size_t size = run.find("<sz val=\"");
      if (Has(run, "示例")) out.insert(std::stod(run.substr(size + 9)));
    }
    return std::pair(*out.begin(), PartOf(path, "xl/worksheets/sheet1.xml"));
  };
  RotationInput input = SmallMonth();
  input.shifts = {ShiftOn("s", 24, "08:30", "11:30", {"a"})};
  RosterReport few = ReportOf(input), many = LargeReport();
  const auto [large, one_page] = sizes(few);
  CHECK(large > 16);
  CHECK_FALSE(Has(one_page, "fitToHeight=\"0\""));
  const auto [small, pages] = sizes(many);
  CHECK(small >= 16);
  CHECK(small < large);
  CHECK(Has(pages, "fitToHeight=\"0\""));
  CHECK(Has(pages, "paperSize=\"9\""));
  many.large_paper = true;
  const auto [on_a3, a3] = sizes(many);
  CHECK(on_a3 >= small);
  CHECK(Has(a3, "paperSize=\"8\""));
  few.large_paper = true;
  CHECK(sizes(few).first > large);
}

TEST_CASE("no name on the wall is cut, whatever the height of the lines of a program's fonts") {
  constexpr double kTallestLine = 1.448;  // Noto Sans CJK; of 1 point
  const auto number_at = [](const std::string& text, std::string_view before, std::size_t from) {
    return std::stod(text.substr(text.find(before, from) + before.size()));
  };
  RotationInput two = LargeReport().input;
  for (Shift& shift : two.shifts) shift.members.resize(2);
  TempFolder folder;
  for (RosterReport report : {EveryMark(), ReportOf(two), LargeReport()}) {
    for (const bool large : {false, true}) {
      report.large_paper = large;
      const auto path = folder.path() / "a.xlsx";
      REQUIRE(ExportRoster(report, path).has_value());
      const std::string texts = PartOf(path, "xl/sharedStrings.xml");
      std::vector<double> needed;  // points, by the text's index
      for (std::size_t at = 0; (at = texts.find("<si>", at)) != std::string::npos; ++at) {
        const std::string text = texts.substr(at, texts.find("</si>", at) - at);
        needed.push_back(0);
        for (std::size_t size = 0; (size = text.find("<sz val", size)) != std::string::npos; ++size)
          needed.back() += number_at(text, "=\"", size) * kTallestLine;
      }
      const std::string sheet = PartOf(path, "xl/worksheets/sheet1.xml");
      for (std::size_t at = 0; (at = sheet.find("<row ", at)) != std::string::npos; ++at) {
        const std::string row = sheet.substr(at, sheet.find("</row>", at) - at);
        if (!Has(row, "<v>")) continue;
        const bool note = !Has(row, " ht=");  // in the last row, of one line
        const double height = note ? 0 : number_at(row, " ht=\"", 0);
        for (std::size_t cell = 0; (cell = row.find("<v>", cell)) != std::string::npos; ++cell)
          CHECK(needed.at(static_cast<std::size_t>(number_at(row, "<v>", cell))) <= height);
      }
    }
  }
}

TEST_CASE("the template reads back as two shifts") {
  const Sheets sheets = ReadSheets(MakeRosterTemplate(kMonth));
  REQUIRE(sheets.has_value());
  RosterImportInput input;
  input.studio = 1;
  input.month = kMonth;
  input.members = SmallMonth().members;
  const RosterPreview preview = ReadRoster(*sheets, input);
  CHECK(preview.problems.empty());
  CHECK(preview.changes.size() == 2);
}

TEST_CASE("the workbook is fit to print: A4 across, one page wide, headings on every page") {
  TempFolder folder;
  const auto path = folder.path() / "轮值.xlsx";
  REQUIRE(ExportRoster(EveryMark(), path).has_value());
  const std::string book = PartOf(path, "xl/workbook.xml");
  CHECK(Has(book, "轮值表"));
  CHECK(Has(book, "委员完成情况"));
  CHECK(Has(book, "值班签到表"));
  CHECK(Has(book, "'值班签到表'!$1:$2") != Has(book, "值班签到表!$1:$2"));
  for (const char* sheet : {"sheet1", "sheet2", "sheet3"}) {
    const std::string xml = PartOf(path, std::string("xl/worksheets/") + sheet + ".xml");
    CHECK(Has(xml, "<pageSetUpPr fitToPage=\"1\"/>"));
    CHECK(Has(xml, "paperSize=\"9\""));
    CHECK(Has(xml, "fitToHeight=\"0\""));
  }
  const std::string texts = PartOf(path, "xl/sharedStrings.xml");
  CHECK(Has(texts, "示例乡委员工作室 2026年11月委员值班表"));
  CHECK(Has(texts, "17 没排人"));
  CHECK(WallHas(path, "3\n08:30-11:30\n示例甲 ✓\n示例乙（请假）\n示例戊\n14:00-17:00\n示例甲 ✓"));
  CHECK(Has(texts, "=回电:1234"));
  CHECK_FALSE(Has(PartOf(path, "xl/worksheets/sheet3.xml"), "<f>"));
}

TEST_CASE("a month too full for one page of the wall is not shrunk beyond reading") {
  TempFolder folder;
  const auto path = folder.path() / "a.xlsx";
  REQUIRE(ExportRoster(LargeReport(), path).has_value());
  const std::string sheet = PartOf(path, "xl/worksheets/sheet1.xml");
  CHECK(Has(sheet, "fitToHeight=\"0\""));
  // Its pages are alike full: no week hangs alone on a second one.
  std::vector<double> pages(1);
  for (std::size_t at = 0; (at = sheet.find("<row ", at)) != std::string::npos; ++at) {
    const std::string row = sheet.substr(at, sheet.find('>', at) - at);
    const int number = std::stoi(row.substr(row.find("r=\"") + 3));
    if (number > 2 && Has(row, " ht=\"")) {
      pages.back() += std::stod(row.substr(row.find(" ht=\"") + 5));
    }
    if (Has(sheet, "<brk id=\"" + std::to_string(number) + "\"")) pages.push_back(0);
  }
  REQUIRE(pages.size() >= 2);
  for (const double height : pages) {
    CHECK(height > 0.8 * 478);  // points of A4 below the headings
    CHECK(height <= 478);
  }
}

TEST_CASE("days without anybody are counted on the wall only where there are any") {
  RotationInput input = SmallMonth();
  RosterReport report = ReportOf(input);
  TempFolder folder;
  const auto path = folder.path() / "a.xlsx";
  for (const int gaps : {0, 3}) {
    report.month.gaps = gaps;
    REQUIRE(ExportRoster(report, path).has_value());
    CHECK(WallHas(path, gaps == 0 ? "✓ 来过" : "✓ 来过　没排人 3 天"));
    CHECK(Has(PartOf(path, "xl/sharedStrings.xml"), "没排人 0 天") == false);
  }
}

TEST_CASE("a day with more names than a row can hold goes on below") {
  RotationInput input = SmallMonth();
  input.members.clear();
  std::vector<std::string> ids;
  for (int i = 0; i < 40; ++i) {
    ids.push_back("m" + std::to_string(i));
    input.members.push_back({ids.back(), "示例" + std::to_string(i), "", ""});
  }
  input.shifts = {ShiftOn("s", 24, "08:30", "11:30", ids)};
  TempFolder folder;
  const auto path = folder.path() / "a.xlsx";
  REQUIRE(ExportRoster(ReportOf(input), path).has_value());
  const std::string xml = PartOf(path, "xl/worksheets/sheet1.xml");
  // Headings in 1 and 2, a row a week, three for that of the 24th, the note in 11.
  CHECK(Has(xml, "<row r=\"11\""));
  CHECK_FALSE(Has(xml, "<row r=\"12\""));
  CHECK(WallHas(path, "24\n08:30-11:30\n示例0\n"));
  CHECK(WallHas(path, "24\n示例"));
  CHECK(WallHas(path, "\n示例39"));
}

TEST_CASE("an export takes the place of an older one whole, and tells what it cannot write") {
  TempFolder folder;
  const RosterReport report = EveryMark();
  const auto csv = folder.path() / "表.CSV";
  std::ofstream(csv) << "older";
  REQUIRE(ExportRoster(report, csv).has_value());
  CHECK(FileBytes(csv) == MakeRosterCsv(report));
  for (const char* beside : {".part", ".new"}) {
    REQUIRE(mkfifo((csv.string() + beside).c_str(), 0600) == 0);
    std::ofstream(csv) << "older";
    REQUIRE(ExportRoster(report, csv).has_value());
    CHECK(FileBytes(csv) == MakeRosterCsv(report));
  }
  REQUIRE(ExportRoster(report, folder.path() / "a.ics").has_value());
  CHECK(ExportRoster(report, folder.path() / "a.pdf").error().kind == ErrorKind::kInvalid);

  const auto nowhere = ExportRoster(report, folder.path() / "pulled" / "a.xlsx");
  REQUIRE_FALSE(nowhere.has_value());
  CHECK(nowhere.error().kind == ErrorKind::kStorage);
  CHECK(Has(nowhere.error().detail, "No such file"));
  std::filesystem::create_directory(folder.path() / "folder.csv");
  CHECK(ExportRoster(report, folder.path() / "folder.csv").error().kind == ErrorKind::kStorage);
}

TEST_CASE("a stick that fills up leaves the older export and no half one") {
  TempFolder folder;
  const auto path = folder.path() / "a.csv";
  REQUIRE(WriteExport(path, "older").has_value());
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  rlimit full = before;
  full.rlim_cur = 4096;
  setrlimit(RLIMIT_FSIZE, &full);
  const auto written = WriteExport(path, std::string(10'000, 'x'));
  setrlimit(RLIMIT_FSIZE, &before);
  REQUIRE_FALSE(written.has_value());
  CHECK(written.error().kind == ErrorKind::kStorage);
  CHECK(FileBytes(path) == "older");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}
