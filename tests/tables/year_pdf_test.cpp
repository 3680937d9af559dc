// The sheets of a year as PDF: sides are counted and texts found by poppler.
#include "tables/year_pdf.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "a_year.h"
#include "app/year/paper_sides.h"
#include "app/year/year_sheets.h"
#include "tables/year_export.h"
#include "test_support/places.h"
#include "test_support/temp_folder.h"

using namespace studio;

namespace {

std::string OutputOf(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string out;
  char piece[4096];
  std::size_t size = 0;
  while ((size = fread(piece, 1, sizeof piece, pipe.get())) > 0) out.append(piece, size);
  return out;
}

bool GoOn(const YearProgress&) { return true; }

// Files of the year in that folder, or the fault.
YearWritten MustExport(const YearReport& report, const std::filesystem::path& folder,
                       YearFormat format) {
  YearExport what;
  what.report = std::make_shared<const YearReport>(report);
  for (const KnownSheet& known : KnownSheets()) what.sheets.push_back(known.kind);
  what.format = format;
  const auto written = ExportYear(what, folder, 1'798'700'000'000, GoOn);
  REQUIRE_MESSAGE(written.has_value(), (written ? "" : written.error().detail));
  return *written;
}

std::size_t Times(const std::string& text, const std::string& part) {
  std::size_t times = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++times;
  return times;
}

std::string Squeezed(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  constexpr std::string_view kWideBlank = "　";
  for (std::size_t at; (at = text.find(kWideBlank)) != text.npos;) {
    text.erase(at, kWideBlank.size());
  }
  return text;
}

}  // namespace

TEST_CASE(
    "each sheet is a PDF on A4 with its sides numbered, its texts in it and the foot on each") {
  // STUDIO_SHEETS=FOLDER keeps the files, to be looked at.
  const char* const kept = std::getenv("STUDIO_SHEETS");
  TempFolder temp;
  const std::filesystem::path folder = kept != nullptr ? kept : temp.path();
  const YearReport report = YearOf({"kaili", 5, 1, true});
  const YearWritten written = MustExport(report, folder, YearFormat::kPdf);
  REQUIRE(written.names.size() == 8);
  for (std::size_t i = 0; i < written.names.size(); ++i) {
    CAPTURE(written.names[i]);
    const PrintedSheet sheet = MakeYearSheet(KnownSheets()[i].kind, report);
    const std::size_t sides = SidesOf(sheet).size();
    const std::string file = "'" + (folder / written.names[i]).string() + "'";
    const std::string info = OutputOf("pdfinfo " + file);
    CHECK(info.find("Pages:           " + std::to_string(sides)) != info.npos);
    CHECK(info.find("(A4)") != info.npos);
    const std::string text = Squeezed(OutputOf("pdftotext -layout " + file + " -"));
    CHECK(text.find(Squeezed(sheet.title)) != text.npos);
    CHECK(Times(text, Squeezed(report.Foot())) == sides);
    CHECK(text.find("第1页，共" + std::to_string(sides) + "页") != text.npos);
    // All glyphs lie in the file.
    const std::string fonts = OutputOf("pdffonts " + file);
    CHECK(fonts.find("NotoSansCJK") != fonts.npos);
    CHECK(fonts.find(" no  ") == fonts.npos);
  }
}

TEST_CASE("a PDF has the figures that assess says, by each place's rules") {
  for (const std::string place : kPlaces) {
    CAPTURE(place);
    TempFolder folder;
    const YearReport report = YearOf({place});
    const YearWritten written = MustExport(report, folder.path(), YearFormat::kPdf);
    const std::string text =
        OutputOf("pdftotext -layout '" + (folder.path() / written.names[1]).string() + "' -");
    for (const MemberResult& one : report.assessment.members) {
      CHECK(text.find(one.total.Text()) != text.npos);
      for (const SectionSum& sum : one.sections) CHECK(text.find(sum.points.Text()) != text.npos);
    }
  }
}

TEST_CASE("a PDF that is stopped is none, and of several files the whole ones stay") {
  TempFolder folder;
  YearExport what;
  what.report = std::make_shared<const YearReport>(YearOf({"kaili", 20}));
  what.sheets = {SheetKind::kNotice, SheetKind::kPoints, SheetKind::kLedger};
  std::size_t sheet = 0;
  const auto written = ExportYear(what, folder.path(), 0, [&](const YearProgress& now) {
    CHECK(now.sheets == 3);
    sheet = now.sheet;
    return !(now.sheet == 2 && now.done > 0);
  });
  REQUIRE(written.has_value());
  CHECK(written->stopped);
  CHECK(written->names == std::vector<std::string>{"公示 2026 示例乡委员工作室.pdf"});
  CHECK(sheet == 2);
  std::size_t files = 0;
  for (const auto& one : std::filesystem::directory_iterator(folder.path())) files += one.exists();
  CHECK(files == 1);
}

TEST_CASE("a folder that is gone keeps nothing half, and says so") {
  TempFolder folder;
  YearExport what;
  what.report = std::make_shared<const YearReport>(YearOf({"kaili"}));
  what.sheets = {SheetKind::kNotice};
  for (const YearFormat format : {YearFormat::kPdf, YearFormat::kWorkbook}) {
    what.format = format;
    const auto written = ExportYear(what, folder.path() / "gone", 0, GoOn);
    REQUIRE_FALSE(written.has_value());
    CHECK(written.error().kind == ErrorKind::kStorage);
  }
}

TEST_CASE("a stick that fills up leaves the older sheets and no half one") {
  TempFolder folder;
  const YearReport report = YearOf({"kaili"});
  const YearWritten before = MustExport(report, folder.path(), YearFormat::kPdf);
  const auto size = std::filesystem::file_size(folder.path() / before.names[1]);
  YearExport what;
  what.report = std::make_shared<const YearReport>(YearOf({"kaili", 9}));
  what.sheets = {SheetKind::kPoints};
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit room{};
  getrlimit(RLIMIT_FSIZE, &room);
  rlimit full = room;
  full.rlim_cur = 4096;
  setrlimit(RLIMIT_FSIZE, &full);
  const auto written = ExportYear(what, folder.path(), 0, GoOn);
  setrlimit(RLIMIT_FSIZE, &room);
  REQUIRE_FALSE(written.has_value());
  CHECK(written.error().kind == ErrorKind::kStorage);
  CHECK(std::filesystem::file_size(folder.path() / before.names[1]) == size);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 8);
}

TEST_CASE("names of files have nothing that a stick forbids, and an end") {
  YearWanted wanted{"tieli"};
  wanted.studio = "示例/乡:委员\"工作室*？" + std::string(300, 'x');
  const std::string name = YearFileName(SheetKind::kPoints, YearOf(wanted), YearFormat::kWorkbook);
  CHECK(name.starts_with("履职积分表 2026 示例_乡_委员_工作室_？xxx"));
  CHECK(name.ends_with("x.xlsx"));
  CHECK(name.size() < 200);
}
