// LibreOffice opens the workbooks of a year and prints them: sides, feet and figures are found in
// what it printed.
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "a_year.h"
#include "app/year/year_sheets.h"
#include "tables/year_export.h"
#include "test_support/temp_folder.h"

using namespace studio;

namespace {

std::string Heard(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  REQUIRE(pipe);
  std::string out;
  char piece[4096];
  std::size_t size = 0;
  while ((size = fread(piece, 1, sizeof piece, pipe.get())) > 0) out.append(piece, size);
  return out;
}

// Without blanks, which lie elsewhere in what is printed.
std::string Dense(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
  constexpr std::string_view kWideBlank = "　";
  for (std::size_t at; (at = text.find(kWideBlank)) != text.npos;) {
    text.erase(at, kWideBlank.size());
  }
  return text;
}

std::size_t Count(const std::string& text, const std::string& part) {
  std::size_t times = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++times;
  return times;
}

}  // namespace

TEST_CASE("LibreOffice prints all eight sheets on A4 with figures, page numbers and the closing") {
  // STUDIO_SHEETS=FOLDER keeps the files, to be looked at.
  const char* const kept = std::getenv("STUDIO_SHEETS");
  TempFolder temp;
  const std::filesystem::path folder = kept != nullptr ? kept : temp.path();
  const YearReport report = YearOf({"kaili", 5, 1, true});
  YearExport what;
  what.report = std::make_shared<const YearReport>(report);
  what.format = YearFormat::kWorkbook;
  for (const KnownSheet& known : KnownSheets()) what.sheets.push_back(known.kind);
  const auto written =
      ExportYear(what, folder, 1'798'700'000'000, [](const YearProgress&) { return true; });
  REQUIRE(written.has_value());
  std::string files;
  for (const std::string& name : written->names) files += " '" + (folder / name).string() + "'";
  const std::filesystem::path printed = folder / "printed";
  std::filesystem::create_directories(printed);
  const std::string command = std::string("'") + std::getenv("SOFFICE") +
                              "' -env:UserInstallation=file://" + (temp.path() / "p").string() +
                              " --headless --convert-to pdf --outdir '" + printed.string() + "'" +
                              files + " >/dev/null 2>&1";
  REQUIRE(std::system(command.c_str()) == 0);
  for (std::size_t i = 0; i < written->names.size(); ++i) {
    CAPTURE(written->names[i]);
    const auto file = printed / std::filesystem::path(written->names[i]).replace_extension(".pdf");
    REQUIRE(std::filesystem::exists(file));
    const std::string info = Heard("pdfinfo '" + file.string() + "'");
    CHECK(info.find("(A4)") != info.npos);
    const std::string text = Dense(Heard("pdftotext -layout '" + file.string() + "' -"));
    const std::size_t sides = std::stoul(info.substr(info.find("Pages:") + 6));
    CHECK(Count(text, Dense(report.Foot())) == sides);
    CHECK(text.find("第1页，共" + std::to_string(sides) + "页") != text.npos);
    CHECK(text.find(Dense(FormOf(report, what.sheets[i]).title)) != text.npos);
    if (what.sheets[i] == SheetKind::kRegistration) CHECK(sides == 5);
    if (what.sheets[i] == SheetKind::kPoints) {
      for (const MemberResult& one : report.assessment.members) {
        CHECK(text.find(one.total.Text()) != text.npos);
      }
    }
  }
}
