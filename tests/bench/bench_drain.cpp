// A backlog going up over TLS: the terminal's own link and store, and beside it a plain loop that
// posts the very same batches to the very same kind of county.
#include <spdlog/spdlog.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <stdexcept>

#include "bench_county.h"
#include "bench_line.h"
#include "figures.h"
#include "full_store.h"
#include "plain_loop.h"
#include "waiting_store.h"

namespace {

using namespace studio;
using namespace studio::bench;
namespace fs = std::filesystem;

constexpr double kRatio = 2;

void CheckLedger(const BenchCounty& county, int records) {
  if (county.Arrivals() != static_cast<std::uint64_t>(records)) {
    throw std::runtime_error("the ledger does not have every record once");
  }
}

double PlainMs(BenchCounty& county, const fs::path& terminal, Identity identity, int records) {
  county.Serve();
  identity.server_url = county.url();
  const auto requests = PackAll(terminal, identity, CountyLinkOptions().batch);
  const double ms = PostAll(requests, county.ca_file());
  county.Stop();
  CheckLedger(county, records);
  return ms;
}

// From the link's start to the moment the main thread hears that nothing waits.
double TerminalMs(BenchCounty& county, const fs::path& terminal, Identity identity, int records) {
  county.Serve();
  identity.server_url = county.url();
  WaitingStore store(terminal, identity);
  store.waiter().RunUntil([&] { return store.waiting() == records; });
  CountyLinkParts parts;
  parts.identity = identity;
  parts.ca_file = county.ca_file();
  parts.store = &store.link();
  parts.clock = &store.clock();
  parts.main_queue = &store.waiter().queue();
  std::string trouble;
  parts.on_link = [&](const LinkState& state) { trouble = state.reason; };
  const Stopwatch watch;
  auto link = CountyLink::Start(std::move(parts));
  if (!link) throw std::runtime_error(link.error().detail);
  store.waiter().RunUntil([&] { return store.waiting() == 0 || !trouble.empty(); });
  const double ms = watch.Ms();
  link->reset();
  county.Stop();
  if (!trouble.empty()) throw std::runtime_error("the link is in trouble: " + trouble);
  CheckLedger(county, records);
  return ms;
}

void Run(const fs::path& folder, int records, int runs) {
  Samples plain, terminal;
  for (int run = 0; run < runs; ++run) {
    fs::remove_all(folder);
    BenchCounty founded(folder / "county");
    founded.Serve();
    const Identity identity = founded.Enrol(folder / "terminal");
    founded.Stop();
    Fill(folder / "terminal", identity, records, records);
    BenchCounty for_plain = founded.CopyTo(folder / "county-plain");
    BenchCounty for_terminal = founded.CopyTo(folder / "county-terminal");
    plain.Add(PlainMs(for_plain, folder / "terminal", identity, records));
    terminal.Add(TerminalMs(for_terminal, folder / "terminal", identity, records));
  }
  const double ratio = terminal.Median() / plain.Median();
  PrintRow("plain libcurl loop, the same batches", plain, "ms");
  PrintRow("the terminal's link and store", terminal, "ms");
  PrintValue("terminal", 1000 * records / terminal.Median(), "/s");
  PrintValue("terminal / plain loop", ratio, "x", HeldTo("2", ratio <= kRatio));
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"A backlog draining over TLS, beside a plain loop posting the same bytes"};
  int records = 100'000, runs = 1;
  fs::path disk = STUDIO_BINARY_DIR;
  line.Number("--records", records, "waiting", 1, 1'000'000);
  line.Number("--runs", runs, "of each, every one to a fresh county", 1, 100);
  line.Folder(disk);
  line.Read(argc, argv);
  const fs::path folder = disk / "studio-bench-drain";
  spdlog::set_level(spdlog::level::warn);  // the link's "connected" has no place in the table
  try {
    PrintHeading(std::to_string(records) + " waiting records drain over TLS");
    Run(folder, records, runs);
    fs::remove_all(folder);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_drain: %s\n", error.what());
    return 1;
  }
  return 0;
}
