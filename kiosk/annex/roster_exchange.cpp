#include "annex/roster_exchange.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "annex/exchange_places.h"
#include "shared/base/clean_text.h"
#include "shared/files/stick_file.h"
#include "tables/export_file.h"
#include "tables/roster_csv.h"
#include "tables/roster_export.h"
#include "tables/sheet_reader.h"

namespace studio {
namespace {

constexpr std::size_t kMostTables = 100;  // a stick may hold anything

bool IsTable(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending == ".csv" || ending == ".txt" || ending == ".tsv" || ending == ".xlsx" ||
         ending == ".xls" || ending == ".et";
}

void AddTables(const ExchangePlace& place, std::vector<TableFile>& tables) {
  std::error_code error;
  for (auto it = std::filesystem::directory_iterator(place.path, error);
       !error && it != std::filesystem::directory_iterator(); it.increment(error)) {
    if (!IsTable(it->path()) || it->path().filename().string().starts_with('.')) continue;
    const auto file = StickFile::Open(it->path());
    if (!file) continue;
    tables.push_back({CleanText(it->path().filename().string(), TextKind::kLine), place.name,
                      it->path(), file->changed_ms()});
  }
}

ExchangeContents LookForRosters(const std::filesystem::path& folder) {
  ExchangeContents contents;
  contents.places = ExchangePlaces(folder);
  for (const ExchangePlace& place : contents.places) AddTables(place, contents.tables);
  std::stable_sort(
      contents.tables.begin(), contents.tables.end(),
      [](const TableFile& a, const TableFile& b) { return a.changed_ms > b.changed_ms; });
  if (contents.tables.size() > kMostTables) contents.tables.resize(kMostTables);
  return contents;
}

const char* EndingOf(ExportFormat format) {
  switch (format) {
    case ExportFormat::kWorkbook:
      return ".xlsx";
    case ExportFormat::kLargeWorkbook:
      return "A3.xlsx";
    case ExportFormat::kCsv:
      return ".csv";
    case ExportFormat::kCalendar:
      return ".ics";
  }
  return "";
}

Result<std::string> NameIfWritten(const Result<bool>& written, const std::string& name) {
  if (written) return name;
  spdlog::warn("roster export: {}", written.error().detail);
  return tl::unexpected(written.error());
}

Result<std::string> WriteMonth(const ExchangePlace& place, RosterExport what) {
  RosterReport report;
  report.input = std::move(what.input);
  report.month = ComputeRotation(report.input, what.rule);
  report.remarks = RemarksOf(report.month, what.notes);
  report.studio_name = std::move(what.studio_name);
  report.county = what.county;
  report.large_paper = what.format == ExportFormat::kLargeWorkbook;
  const std::string name = "值班表" + MonthText(report.input.month) + EndingOf(what.format);
  return NameIfWritten(ExportRoster(report, place.path / name), name);
}

}  // namespace

RosterExchange::RosterExchange(std::filesystem::path folder, Executor& sticks, MainQueue& queue)
    : folder_(std::move(folder)), sticks_(sticks), queue_(queue) {}

template <class T, class Work>
void RosterExchange::Do(Done<T> done, Work work) {
  sticks_.Post([queue = &queue_, done = std::move(done), work = std::move(work)]() mutable {
    queue->Post([done = std::move(done), answer = work()]() mutable { done(std::move(answer)); });
  });
}

void RosterExchange::Look(Done<ExchangeContents> done) {
  Do(std::move(done), [folder = folder_] { return LookForRosters(folder); });
}

void RosterExchange::Read(std::filesystem::path table, RosterImportInput input,
                          Done<Preview> done) {
  Do(std::move(done), [table = std::move(table), input = std::move(input)]() -> Preview {
    Sheets sheets = ReadSheetsFile(table);
    if (!sheets) return tl::unexpected(sheets.error());
    RosterPreview preview = ReadRoster(*sheets, input);
    return TableRead{std::make_shared<const std::vector<Sheet>>(std::move(*sheets)),
                     std::move(preview)};
  });
}

void RosterExchange::ReadAgain(Table table, RosterImportInput input, Done<RosterPreview> done) {
  Do(std::move(done),
     [table = std::move(table), input = std::move(input)] { return ReadRoster(*table, input); });
}

void RosterExchange::Write(ExchangePlace place, RosterExport what, Done<Result<std::string>> done) {
  Do(std::move(done), [place = std::move(place), what = std::move(what)]() mutable {
    return WriteMonth(place, std::move(what));
  });
}

void RosterExchange::WriteTemplate(ExchangePlace place, std::chrono::year_month month,
                                   Done<Result<std::string>> done) {
  Do(std::move(done), [place = std::move(place), month] {
    const std::string name = "值班表模板.csv";
    return NameIfWritten(WriteExport(place.path / name, MakeRosterTemplate(month)), name);
  });
}

}  // namespace studio
