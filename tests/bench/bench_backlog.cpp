// The terminal's memory with few and with very many waiting records, each in a process of its own,
// while it starts, draws its home page and sends batches.
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "bench_county.h"
#include "bench_line.h"
#include "figures.h"
#include "full_store.h"

namespace {

using namespace studio;
using namespace studio::bench;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr double kWithin = 1.1;
constexpr std::uint64_t kSent = 1000;
// So many can be opened by the county: more than go up while the terminal is watched.
constexpr int kSealed = 40'000;
constexpr auto kAfterwards = 5s;
constexpr auto kPatience = 120s;

struct Memory {
  double peak_mib = 0;  // highest resident
  double pss_mib = 0;   // in the end
  double start_ms = 0;  // exec to the first acknowledged records
};

// Home is on screen, the line is up, and so many records have arrived; then a little longer.
Memory Watch(const BenchCounty& county, const std::vector<std::string>& command) {
  Process terminal(command);
  while (county.Arrivals() < kSent) {
    if (terminal.since_exec().Ms() > std::chrono::milliseconds(kPatience).count()) {
      throw std::runtime_error("the terminal does not send");
    }
    std::this_thread::sleep_for(10ms);
  }
  Memory memory;
  memory.start_ms = terminal.since_exec().Ms();
  if (!terminal.WaitForOutput("\n", kPatience)) throw std::runtime_error("no home page");
  std::this_thread::sleep_for(kAfterwards);
  memory.peak_mib = terminal.PeakRssMiB();
  memory.pss_mib = terminal.PssMiB();
  return memory;
}

Memory Measure(const fs::path& folder, int rows) {
  fs::remove_all(folder);
  BenchCounty county(folder / "county");
  county.Serve();
  const Identity identity = county.Enrol(folder / "terminal");
  Fill(folder / "terminal", identity, rows, kSealed);
  const fs::path script = folder / "script";
  std::ofstream(script) << "wait-for 我要反映 60\nprint\nwait-for 没有这样的话 600\n";
  return Watch(county, {ProgramPath("studio-kiosk"), "--data", folder / "terminal", "--headless",
                        "1080x1920", "--script", script, "--shots", folder / "shots"});
}

void Print(int rows, const Memory& memory) {
  const std::string with = ", " + std::to_string(rows) + " waiting";
  PrintValue("peak (RSS)" + with, memory.peak_mib, "MiB");
  PrintValue("in the end (PSS)" + with, memory.pss_mib, "MiB");
  PrintValue("start to 1000 at the county" + with, memory.start_ms, "ms");
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"The terminal's memory with few and with many waiting records"};
  int few = 1000, many = 1'000'000;
  fs::path disk = STUDIO_BINARY_DIR;
  line.Number("--few", few, "waiting", 1000, 10'000'000);
  line.Number("--many", many, "waiting", 1000, 10'000'000);
  line.Folder(disk);
  line.Read(argc, argv);
  const fs::path folder = disk / "studio-bench-backlog";
  try {
    PrintHeading("memory of the terminal with a backlog");
    const Memory with_few = Measure(folder, few);
    Print(few, with_few);
    const Memory with_many = Measure(folder, many);
    Print(many, with_many);
    const double ratio = with_many.peak_mib / with_few.peak_mib;
    PrintValue("peak, many / few", ratio, "x", HeldTo("1.1", ratio <= kWithin));
    fs::remove_all(folder);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_backlog: %s\n", error.what());
    return 1;
  }
  return 0;
}
