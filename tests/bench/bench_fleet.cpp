// Two hundred terminals at one county, or thousands that wait for news (--terminals 1000
// --think 300 --news 60): how soon records are acknowledged, whether anything is lost or there
// twice, and what memory it takes.
#include <spdlog/spdlog.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <memory>

#include "bench_line.h"
#include "fleet.h"

namespace {

using namespace studio::bench;
namespace fs = std::filesystem;

constexpr double kAckMs = 1000;
constexpr double kSteady = 1.1;
constexpr double kWaitingKiB = 100;

struct Order {
  int terminals = 200;
  double minutes = 1;
  double think_s = 4;
  double news_s = 5;
  double come_s = 10;
};

Fleet EnrolFleet(BenchCounty& county, const fs::path& folder, const Order& order) {
  Fleet fleet;
  for (int i = 0; i < order.terminals; ++i) {
    const auto identity = county.Enrol(folder / std::to_string(i));
    fleet.push_back(std::make_unique<FleetTerminal>(identity, county.ca_file(), order.think_s));
  }
  return fleet;
}

void PrintMemory(const std::vector<double>& memory) {
  const std::size_t third = memory.size() / 3;
  Samples first, last;
  for (std::size_t i = 0; i < third; ++i) first.Add(memory[i]);
  for (std::size_t i = memory.size() - third; i < memory.size(); ++i) last.Add(memory[i]);
  PrintRow("county's memory (RSS), first third", first, "MiB");
  PrintRow("county's memory (RSS), last third", last, "MiB");
  const double ratio = last.Median() / first.Median();
  PrintValue("memory, last third / first third", ratio, "x", HeldTo("1.1", ratio <= kSteady));
}

void Run(const fs::path& folder, const Order& order) {
  fs::remove_all(folder);
  BenchCounty county(folder / "county");
  // All come from one address here.
  const std::vector<std::string> options{"--strangers", std::to_string(order.terminals + 512)};
  county.Serve(options);
  Fleet fleet = EnrolFleet(county, folder / "terminals", order);
  // What it took to enrol them is not what it takes to serve them.
  county.Stop();
  county.Serve(options);
  fleet.front()->CatchUp();
  for (const auto& terminal : fleet) terminal->KnowFrom(*fleet.front());
  const double alone = county.process().RssMiB();
  std::vector<double> memory;  // MiB, each second
  Work(county, fleet, {order.come_s, order.minutes * 60, order.news_s},
       [&] { memory.push_back(county.process().RssMiB()); });
  FleetSum sum;
  for (const auto& terminal : fleet) sum.Add(terminal->log());
  PrintRow("records, posted to acknowledged", sum.ack_ms, "ms",
           HeldTo("p99 1000", sum.ack_ms.P99() < kAckMs));
  PrintRow("attachment of 20 to 300 kB, whole", sum.file_ms, "ms");
  PrintRow("a question for changes", sum.page_ms, "ms");
  PrintMemory(memory);
  if (!memory.empty()) {
    const double each = (memory.back() - alone) * 1024 / order.terminals;
    PrintValue("memory for each terminal", each, "KiB", HeldTo("100", each < kWaitingKiB));
  }
  PrintWhole(county, sum);
  PrintNote(std::to_string(sum.records) + " records acknowledged (" + std::to_string(sum.resent) +
            " batches sent twice), " + std::to_string(sum.files) + " attachments, " +
            std::to_string(sum.greetings) + " greetings, " + std::to_string(sum.pages) +
            " pages, " + std::to_string(sum.news) + " of them as news");
  PrintErrors(sum);
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"Many terminals at one county"};
  Order order;
  fs::path disk = STUDIO_BINARY_DIR;
  line.Number("--terminals", order.terminals, "how many", 1, 5000);
  line.Number("--minutes", order.minutes, "how long", 0.05, 1440.0);
  line.Number("--think", order.think_s, "seconds between what people do at one, on average", 0.01,
              3600.0);
  line.Number("--news", order.news_s, "seconds between two publications", 1.0, 3600.0);
  line.Number("--come", order.come_s, "seconds in which they come, before anything is counted", 0.0,
              600.0);
  line.Folder(disk);
  line.Read(argc, argv);
  const fs::path folder = disk / "studio-bench-fleet";
  spdlog::set_level(spdlog::level::warn);
  try {
    PrintHeading(std::to_string(order.terminals) + " terminals, " + Fixed(order.minutes, 1) +
                 " minutes of mixed traffic");
    Run(folder, order);
    fs::remove_all(folder);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_fleet: %s\n", error.what());
    return 1;
  }
  return 0;
}
