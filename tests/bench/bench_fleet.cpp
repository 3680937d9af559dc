// Two hundred terminals at one county, or thousands that wait for news (--terminals 1000
// --think 300 --news 60): how soon records are acknowledged, whether anything is lost or there
// twice, and what memory it takes.
#include <spdlog/spdlog.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <thread>

#include "bench_county.h"
#include "bench_line.h"
#include "figures.h"
#include "fleet_terminal.h"
#include "shared/base/json.h"

namespace {

using namespace studio::bench;
using namespace std::chrono_literals;
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

using Fleet = std::vector<std::unique_ptr<FleetTerminal>>;

Fleet EnrolFleet(BenchCounty& county, const fs::path& folder, const Order& order) {
  Fleet fleet;
  for (int i = 0; i < order.terminals; ++i) {
    const auto identity = county.Enrol(folder / std::to_string(i));
    fleet.push_back(std::make_unique<FleetTerminal>(identity, county.ca_file(), order.think_s));
  }
  return fleet;
}

// Lets them work, publishes news, and looks at the county's memory each second, in MiB.
std::vector<double> Work(BenchCounty& county, Fleet& fleet, const Order& order) {
  std::atomic<bool> stop = false, counts = false;
  std::vector<std::thread> threads;
  for (const auto& terminal : fleet) {
    threads.emplace_back([&, one = terminal.get()] { one->Run(stop, order.come_s, counts); });
  }
  std::this_thread::sleep_for(std::chrono::duration<double>(order.come_s));
  counts = true;
  std::vector<double> memory;
  const auto now = [] { return std::chrono::steady_clock::now(); };
  const auto end = now() + std::chrono::duration<double>(order.minutes * 60);
  const auto news_every = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::duration<double>(order.news_s));
  auto next_news = now() + news_every;
  for (int news = 0; now() < end;) {
    std::this_thread::sleep_for(1s);
    memory.push_back(county.process().RssMiB());
    if (now() < next_news) continue;
    county.Publish("第" + std::to_string(++news) + "号公告");
    next_news += news_every;
  }
  stop = true;
  for (std::thread& thread : threads) thread.join();
  return memory;
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

struct Sum {
  Samples ack_ms, file_ms, page_ms;
  std::multiset<std::string> receipts;
  std::size_t records = 0, files = 0, greetings = 0, pages = 0, news = 0, resent = 0;
  std::map<std::string, int> errors;
};

Sum SumOf(const Fleet& fleet) {
  Sum sum;
  for (const auto& terminal : fleet) {
    const FleetLog& log = terminal->log();
    for (const double ms : log.ack_ms) sum.ack_ms.Add(ms);
    for (const double ms : log.file_ms) sum.file_ms.Add(ms);
    for (const double ms : log.page_ms) sum.page_ms.Add(ms);
    sum.receipts.insert(log.receipts.begin(), log.receipts.end());
    sum.records += log.records;
    sum.files += log.files;
    sum.greetings += log.greetings;
    sum.pages += log.pages;
    sum.news += log.news;
    sum.resent += log.resent;
    for (const auto& [what, times] : log.errors) sum.errors[what] += times;
  }
  return sum;
}

// Against what the county itself lists.
void PrintWhole(const BenchCounty& county, const Sum& sum) {
  std::multiset<std::string> kept;
  const auto ledger = nlohmann::json::parse(
      RunProgram("county-stub", {"ledger", "--data", county.folder(), "--json"}, 300s));
  std::size_t files = 0;
  for (const auto& record : ledger) {
    kept.insert(record["receipt"].get<std::string>());
    for (const auto& file : record["attachments"]) files += file["arrived"].get<bool>();
  }
  std::size_t lost = 0, doubled = 0;
  for (const std::string& receipt : sum.receipts) lost += !kept.contains(receipt);
  for (auto at = kept.begin(); at != kept.end(); at = kept.upper_bound(*at)) {
    doubled += kept.count(*at) - 1;
  }
  const std::size_t files_lost = sum.files > files ? sum.files - files : 0;
  std::size_t torn = 0;
  const auto streams = nlohmann::json::parse(
      RunProgram("county-stub", {"streams", "--data", county.folder(), "--json"}, 300s));
  for (const auto& stream : streams) torn += stream["complete"] != true || stream["clone"] == true;
  PrintValue("records in the ledger", static_cast<double>(ledger.size()), "");
  PrintValue("lost", static_cast<double>(lost + files_lost), "",
             HeldTo("0", lost + files_lost == 0));
  PrintValue("there twice", static_cast<double>(doubled), "", HeldTo("0", doubled == 0));
  PrintValue("streams not whole", static_cast<double>(torn), "", HeldTo("0", torn == 0));
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
  const auto memory = Work(county, fleet, order);
  const Sum sum = SumOf(fleet);
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
  for (const auto& [what, times] : sum.errors) {
    PrintNote("error: " + what + ", " + std::to_string(times) + " times");
  }
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
