// What a county's ledger on PostgreSQL bears, and several servers on it, beside SQLite in the
// folder: terminals at the pace of people, then some that send without rest.
#include <spdlog/spdlog.h>

#include <cstdio>
#include <ctime>
#include <deque>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>

#include "bench_line.h"
#include "fleet.h"
#include "test_support/own_postgresql.h"

namespace {

using namespace studio::bench;
using studio::Identity;
using studio::OwnPostgresql;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr double kAckMs = 1000;
constexpr int kSizes[] = {200, 1000, 5000};
constexpr int kWithoutRest = 32;
constexpr double kComeWithoutRest = 2;

struct Order {
  int terminals = kSizes[2];
  double minutes = 1.5;
  double think_s = 300;
  double news_s = 60;
  double without_rest_s = 20;
};

struct Setup {
  const char* name;
  int processes;
  bool postgresql;
};
constexpr Setup kSetups[] = {{"SQLite, one process", 1, false},
                             {"PostgreSQL, one process", 1, true},
                             {"PostgreSQL, two processes", 2, true},
                             {"PostgreSQL, four processes", 4, true}};

// Processor time until now, ms.
struct Cpu {
  double county = 0, postgresql = 0, terminals = 0, at = 0;
};

// Processes of one county, each with a copy of its folder, and the terminals among them.
class Province {
 public:
  Province(const BenchCounty& founded, const fs::path& folder, const Setup& setup,
           const OwnPostgresql& postgresql, const std::string& schema)
      : postgresql_(postgresql) {
    counties_.push_back(founded.CopyTo(folder / "1"));
    if (setup.postgresql) {
      RunProgram("county-stub", {"move-ledger", "--data", counties_.front().folder(), "--to",
                                 postgresql.Url(schema)});
    }
    for (int i = 1; i < setup.processes; ++i) {
      counties_.push_back(counties_.front().CopyTo(folder / std::to_string(i + 1)));
    }
    for (BenchCounty& county : counties_) county.Serve({"--strangers", "8000"});
  }

  Fleet FleetOf(std::span<const Identity> identities, double think_s) const {
    Fleet fleet;
    for (const Identity& each : identities) {
      Identity identity = each;
      identity.server_url = counties_[fleet.size() % counties_.size()].url();
      fleet.push_back(
          std::make_unique<FleetTerminal>(identity, counties_.front().ca_file(), think_s));
    }
    fleet.front()->CatchUp();
    for (const auto& terminal : fleet) terminal->KnowFrom(*fleet.front());
    return fleet;
  }

  // What they were told is added to `all`.
  void Measure(const std::string& name, std::span<const std::unique_ptr<FleetTerminal>> fleet,
               const WorkTimes& times, FleetSum& all) {
    std::optional<Cpu> first;
    Cpu last;
    Work(counties_.front(), fleet, times, [&] {
      last = Used();
      if (!first) first = last;
    });
    FleetSum sum;
    for (const auto& terminal : fleet) {
      const FleetLog log = terminal->TakeLog();
      sum.Add(log);
      all.Add(log);
    }
    PrintRow(name + ": posted to acknowledged", sum.ack_ms, "ms",
             HeldTo("p99 1000", sum.ack_ms.P99() < kAckMs));
    PrintValue(name + ": records", static_cast<double>(sum.acked) / times.counted_s, "/s");
    const auto cores = [&](double Cpu::*part) {
      return Fixed((last.*part - (*first).*part) / (last.at - first->at), 2);
    };
    PrintNote("cores: county " + cores(&Cpu::county) + ", PostgreSQL " + cores(&Cpu::postgresql) +
              ", terminals " + cores(&Cpu::terminals) + "; " + std::to_string(sum.news) +
              " pages of news, " + std::to_string(sum.files) + " attachments");
  }

  const BenchCounty& county() const { return counties_.front(); }

 private:
  Cpu Used() {
    Cpu cpu;
    for (BenchCounty& county : counties_) cpu.county += county.process().CpuMs();
    cpu.postgresql = Process::CpuMsFrom(postgresql_.pid());
    timespec own{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &own);
    cpu.terminals = static_cast<double>(own.tv_sec) * 1e3 + static_cast<double>(own.tv_nsec) / 1e6;
    cpu.at = Stopwatch::NowMs();
    return cpu;
  }

  const OwnPostgresql& postgresql_;
  std::deque<BenchCounty> counties_;
};

void Run(const fs::path& folder, const Order& order) {
  fs::remove_all(folder);
  const OwnPostgresql postgresql(OwnPostgresql::Disk::kSyncs);
  BenchCounty founded(folder / "county");
  founded.Serve({"--strangers", "8000"});
  std::vector<Identity> identities;
  for (int i = 0; i < order.terminals + kWithoutRest; ++i) {
    identities.push_back(founded.Enrol(folder / "terminals" / std::to_string(i)));
  }
  founded.Stop();
  const std::span all(identities);
  int schemas = 0;
  for (const Setup& setup : kSetups) {
    PrintHeading(setup.name);
    const fs::path place = folder / std::to_string(++schemas);
    Province province(founded, place, setup, postgresql, "bench" + std::to_string(schemas));
    FleetSum sum;
    const Fleet fleet = province.FleetOf(all.first(all.size() - kWithoutRest), order.think_s);
    for (const int size : kSizes) {
      if (size > order.terminals) break;
      const double come_s = std::max(10.0, size / 80.0);
      province.Measure(std::to_string(size), std::span(fleet).first(static_cast<std::size_t>(size)),
                       {come_s, order.minutes * 60, order.news_s}, sum);
    }
    const Fleet busy = province.FleetOf(all.last(kWithoutRest), 0);
    province.Measure(std::to_string(kWithoutRest) + " without rest", busy,
                     {kComeWithoutRest, order.without_rest_s, order.news_s}, sum);
    PrintWhole(province.county(), sum);
    PrintErrors(sum);
  }
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{
      "One county's ledger on SQLite and on PostgreSQL, under one and several processes"};
  Order order;
  fs::path disk = STUDIO_BINARY_DIR;
  line.Number("--terminals", order.terminals, "sizes up to that are measured: 200, 1000, 5000", 200,
              5000);
  line.Number("--minutes", order.minutes, "how long each size is counted", 0.05, 60.0);
  line.Number("--think", order.think_s, "seconds between what people do at one, on average", 0.01,
              3600.0);
  line.Number("--news", order.news_s, "seconds between two publications", 1.0, 3600.0);
  line.Folder(disk);
  line.Read(argc, argv);
  const fs::path folder = disk / "studio-bench-province";
  spdlog::set_level(spdlog::level::err);
  try {
    Run(folder, order);
    fs::remove_all(folder);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_province: %s\n", error.what());
    return 1;
  }
  return 0;
}
