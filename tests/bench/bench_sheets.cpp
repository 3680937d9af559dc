// What the sheets of a year cost: each of 1,000 members as PDF and as workbook, on the thread that
// makes it, and how long after a stop it ends.
#include <sys/resource.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <stdexcept>

#include "app/year/paper_sides.h"
#include "app/year/year_sheets.h"
#include "bench_line.h"
#include "figures.h"
#include "shared/mechanism_file/place_reading.h"
#include "shared/mechanism_file/rules_reading.h"
#include "tables/year_pdf.h"
#include "tables/year_workbook.h"

namespace {

using namespace studio;
using namespace studio::bench;
using namespace std::chrono;

constexpr double kSheetsHeldToMs = 10'000;

YearReport ReportOf(const std::string& file, int members, int deeds) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  YearGrounds grounds;
  grounds.rules = ReadCountingRules(text.str()).rules;
  Station station;
  station.mechanism = ReadPlaceOf(text.str()).told;
  station.county.name = "演示县政协";
  station.studio.name = "示例乡委员工作室";
  grounds.studios.emplace_back().id = 1;
  for (int i = 0; i < members; ++i) {
    Member member;
    member.id = "m" + std::to_string(i);
    member.name = "示例" + std::to_string(i);
    member.sector = "农业界";
    member.studios = {1};
    grounds.members.emplace(member.id, member);
  }
  std::set<std::string> of_kind;
  for (const PointsRule& rule : grounds.rules.points) {
    of_kind.insert(rule.when.kinds.begin(), rule.when.kinds.end());
  }
  if (of_kind.empty()) throw std::runtime_error(file + " has no [[points]]");
  const std::vector<std::string> kinds(of_kind.begin(), of_kind.end());
  std::mt19937 random(20261130);
  for (int i = 0; i < deeds; ++i) {
    Deed deed;
    deed.id = "01a1ee56-5e00-7da8-a151-" + std::to_string(100'000'000'000 + i);
    deed.kind = kinds[random() % kinds.size()];
    deed.done = AddDays(2026y / January / 1, static_cast<int>(random() % 365));
    deed.title = "到示例村走访农户";
    deed.members = {{"m" + std::to_string(random() % static_cast<unsigned>(members)), "lead"}};
    deed.studio = 1;
    deed.states = {{"submitted", deed.done}, {"filed", deed.done}};
    deed.confirmed_by = "演示办公室";
    grounds.deeds.push_back(std::move(deed));
  }
  YearPapers papers;
  for (int i = 0; i < deeds / 20; ++i) {
    DeskLine line;
    line.date = "2026-03-05";
    line.place = "示例村 三组";
    line.category = "道路桥梁";
    line.words = "村口的路灯坏了两个星期，晚上出门看不清路，请派人来修。";
    papers.ledger.lines.push_back(line);
  }
  auto report = MakeYearReport(std::move(grounds), {2026, 2026y / December / 31, 1}, station,
                               std::move(papers));
  if (!report) throw std::runtime_error(report.error().detail);
  return std::move(*report);
}

double HighestMb() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return static_cast<double>(used.ru_maxrss) / 1024;
}

void MeasureSheet(const KnownSheet& known, const YearReport& report, bool pdf) {
  const auto make = pdf ? &MakeYearPdf : &MakeYearWorkbook;
  Samples made, stopped;
  std::size_t bytes = 0, sides = 0;
  for (int i = 0; i < 3; ++i) {
    const Stopwatch watch;
    const PrintedSheet sheet = MakeYearSheet(known.kind, report);
    const auto out = make(sheet, 0, [](std::size_t, std::size_t) { return true; });
    if (!out) throw std::runtime_error(out.error().detail);
    made.Add(watch.Ms());
    bytes = out->size();
    sides = SidesOf(sheet).size();
    double asked = 0;
    (void)make(sheet, 0, [&](std::size_t done, std::size_t of) {
      if (done < of / 2) return true;
      asked = Stopwatch::NowMs();
      return false;
    });
    stopped.Add(Stopwatch::NowMs() - asked);
  }
  const std::string name = std::string(known.id) + (pdf ? " pdf" : " xlsx");
  PrintRow(name, made, "ms",
           HeldTo(Fixed(kSheetsHeldToMs, 0) + " ms", made.Max() <= kSheetsHeldToMs));
  PrintRow(name + ", stopped", stopped, "ms");
  PrintValue(name + ", size", static_cast<double>(bytes) / 1024, "KiB");
  PrintValue(name + ", sides", static_cast<double>(sides), "");
  PrintValue(name + ", highest memory so far", HighestMb(), "MiB");
}

void MeasureSheets(const std::string& file, int members, int deeds) {
  PrintHeading("sheets of " + std::to_string(members) + " members, " + std::to_string(deeds) +
               " deeds");
  const Stopwatch watch;
  const YearReport report = ReportOf(file, members, deeds);
  PrintValue("report", watch.Ms(), "ms");
  PrintValue("report, highest memory so far", HighestMb(), "MiB");
  for (const KnownSheet& known : KnownSheets()) {
    for (const bool pdf : {true, false}) MeasureSheet(known, report, pdf);
  }
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"What the sheets of a year cost"};
  std::string file = STUDIO_SOURCE_DIR "/assets/mechanisms/kaili.toml";
  int members = 1000, deeds = 20'000;
  line.File(file, "The mechanism");
  line.Number("--members", members, "of the studio", 1, 100'000);
  line.Number("--deeds", deeds, "in the year", 1, 10'000'000);
  line.Read(argc, argv);
  try {
    MeasureSheets(file, members, deeds);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_sheets: %s\n", error.what());
    return 1;
  }
  return 0;
}
