// A long table taken in: 10,000 rows of names as an office writes them, from the file's bytes to
// the preview, and from there to the changes that are asked for. As on the worker, in processor
// time.
#include <malloc.h>

#include <cstdio>
#include <exception>
#include <random>
#include <stdexcept>

#include "app/tables/roster_import.h"
#include "bench_line.h"
#include "figures.h"
#include "tables/sheet_reader.h"

namespace {

using namespace studio;
using namespace studio::bench;

constexpr int kMembers = 185;
constexpr double kPreviewMs = 1000, kImportMs = 3000;
constexpr std::chrono::year_month kFirstMonth{std::chrono::year(2027), std::chrono::January};

// Of three characters, no two the same.
std::string NameOf(int member) {
  static constexpr const char* kNumerals[] = {"甲", "乙", "丙", "丁", "戊",
                                              "己", "庚", "辛", "壬", "癸"};
  return std::string("示") + kNumerals[member / 20] + (member % 20 < 10 ? "春" : "秋") +
         kNumerals[member % 10];
}

std::string HoursText(int part) {
  const std::string from = std::to_string(8 + 2 * part), to = std::to_string(10 + 2 * part);
  return from + ":00-" + to + ":00";
}

// `wrong`: nobody is called that in any row, and what stands beside it speaks of somebody.
std::string TableOf(int rows, bool wrong) {
  std::string out = "\xEF\xBB\xBF委员值班表\r\n日期,班次,委员,备注\r\n";
  std::mt19937 random(20261129);
  for (int row = 0; row < rows; ++row) {
    const CalendarDate day = AddDays(FirstOf(kFirstMonth), row / 6);
    out += ToText(day) + "," + HoursText(row % 6) + ",";
    // Hardly any cell comes twice.
    const int first = static_cast<int>(random() % kMembers);
    for (const int member : {first, first + 1 + static_cast<int>(random() % 90), first + 100}) {
      out += (member == first ? "" : "、") + NameOf(member % kMembers);
    }
    if (wrong) out += "、示某" + std::to_string(row);
    out += row % 5 == 0 ? "委员," : ",";
    if (wrong) out += "由" + NameOf(first) + "代";
    out += row % 7 == 0 ? "带钥匙\r\n" : "\r\n";
  }
  return out;
}

RosterImportInput InputOf(int rows) {
  RosterImportInput input;
  input.studio = 1;
  input.month = kFirstMonth;
  input.today = FirstOf(kFirstMonth);
  for (int i = 0; i < kMembers; ++i) {
    input.members.push_back({"m" + std::to_string(i), NameOf(i), "农业界",
                             "第" + std::to_string(i % 7 + 1) + "活动组"});
  }
  // Half of the days are planned already, by others.
  for (int row = 0; row < rows / 2; ++row) {
    Shift& shift = input.shifts.emplace_back();
    shift.id = "s" + std::to_string(row);
    shift.studio = 1;
    shift.date = ToText(AddDays(FirstOf(kFirstMonth), row / 3));
    const std::string hours = HoursText(row % 3 * 2);
    shift.from = hours.substr(0, hours.find('-'));
    shift.to = hours.substr(hours.find('-') + 1);
    if (shift.from.size() < 5) shift.from = "0" + shift.from;
    shift.members = {"m" + std::to_string(row % kMembers)};
  }
  return input;
}

double HeldMiB() { return static_cast<double>(mallinfo2().uordblks) / (1 << 20); }

void Run(int rows, int times, bool wrong) {
  const std::string file = TableOf(rows, wrong);
  const RosterImportInput input = InputOf(rows);
  PrintHeading("a roster of " + std::to_string(rows) + " rows, " + std::to_string(kMembers) +
               " members" + (wrong ? ", something wrong in each" : ""));
  Samples read, preview_made, bodies_made, all;
  double kept = 0;
  for (int i = 0; i < times; ++i) {
    const double before = HeldMiB();
    const ThreadStopwatch watch;
    const Sheets sheets = ReadSheets(file);
    if (!sheets) throw std::runtime_error("the table is not read");
    read.Add(watch.Ms());
    const RosterPreview preview = ReadRoster(*sheets, input);
    preview_made.Add(watch.Ms());
    if (preview.problems.size() != static_cast<std::size_t>(wrong ? 2 * rows : 0)) {
      throw std::runtime_error("told: " + std::to_string(preview.problems.size()) + " problems");
    }
    const ThreadStopwatch after;
    std::vector<RosterChangeBody> bodies;
    for (const RosterChange& change : preview.changes) bodies.push_back(BodyOf(change));
    if (bodies.size() != static_cast<std::size_t>(rows)) throw std::runtime_error("rows are lost");
    bodies_made.Add(after.Ms());
    all.Add(watch.Ms());
    kept = HeldMiB() - before;
  }
  PrintRow("sheet read", read, "ms");
  PrintRow("sheet and preview", preview_made, "ms",
           HeldTo(Fixed(kPreviewMs, 0) + " ms", preview_made.Max() <= kPreviewMs));
  PrintRow("changes", bodies_made, "ms");
  PrintRow("all", all, "ms", HeldTo(Fixed(kImportMs, 0) + " ms", all.Max() <= kImportMs));
  PrintValue("sheet, preview and changes kept", kept, "MiB");
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"A long table taken in"};
  int rows = 10'000, times = 10;
  line.Number("--rows", rows, "of the table", 1, 99'000);
  line.Number("--times", times, "that it is taken in", 1, 10'000);
  line.Read(argc, argv);
  try {
    for (const bool wrong : {false, true}) Run(rows, times, wrong);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_roster: %s\n", error.what());
    return 1;
  }
  return 0;
}
