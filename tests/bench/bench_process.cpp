// The whole program beside a browser showing a comparable page: start, memory, idle processor
// time. Both 1080x1920, without a graphics card, on the same machine in the same run.
#include <cstdio>
#include <exception>
#include <optional>
#include <thread>

#include "bench_line.h"
#include "chromium.h"
#include "demo_site.h"
#include "display.h"
#include "figures.h"

namespace {

using namespace studio::bench;
using namespace std::chrono_literals;

constexpr double kIdlePercent = 0.5;

// What is measured of a program that shows its home page.
struct AtHome {
  double pss_mib = 0;
  double idle_percent = 0;  // of one core
};

AtHome Watch(Process& process, std::chrono::seconds idle) {
  process.WaitUntilQuiet(20, 30s);
  AtHome at_home;
  at_home.pss_mib = process.PssMiB();
  const double before = process.CpuMs();
  const Stopwatch watch;
  std::this_thread::sleep_for(idle);
  at_home.idle_percent = 100 * (process.CpuMs() - before) / watch.Ms();
  return at_home;
}

// From exec to the first byte of what the script prints once the page is whole.
Samples KioskStarts(DemoSite& site, const std::string& script, int runs) {
  Samples samples;
  for (int i = -1; i < runs; ++i) {
    Process process(site.Headless(script));
    if (!process.WaitForOutput("\n", 60s)) throw std::runtime_error("the terminal shows nothing");
    const double ms = process.since_exec().Ms();
    if (i >= 0) samples.Add(ms);  // the first one warms the disk
    process.Wait(60s);
  }
  return samples;
}

Samples ChromiumStarts(Chromium& chromium, const std::string& display, int runs) {
  Samples samples;
  for (int i = -1; i < runs; ++i) {
    const auto process = chromium.Start(display);
    if (!chromium.page().WaitUntilPainted(60s)) throw std::runtime_error("Chromium paints nothing");
    const double ms = process->since_exec().Ms();
    if (i >= 0) samples.Add(ms);  // the first one makes the profile
  }
  return samples;
}

void MeasureStart(DemoSite& site, Chromium* chromium, const Display* display, int runs) {
  PrintHeading("start to first whole frame, 1080x1920");
  const Samples drawn = KioskStarts(site, "print\nquit\n", runs);
  PrintRow("terminal, first frame", drawn, "ms");
  const Samples whole = KioskStarts(site, "wait-for 08:30 – 11:30 30\nprint\nquit\n", runs);
  PrintRow("terminal, home with everything on it", whole, "ms");
  if (chromium == nullptr) return;
  const Samples browser = ChromiumStarts(*chromium, {}, runs);
  PrintRow("Chromium, headless", browser, "ms");
  if (display != nullptr) {
    PrintRow("Chromium, kiosk mode under Xvfb",
             ChromiumStarts(*chromium, display->Variable(), runs), "ms");
  }
  const double ratio = browser.Median() / whole.Median();
  PrintValue("headless: Chromium / terminal", ratio, "x", HeldTo("10", ratio >= 10));
}

void MeasureAtHome(DemoSite& site, Chromium* chromium, const Display& display,
                   std::chrono::seconds idle) {
  PrintHeading("home on screen under Xvfb, 1080x1920, idle " + std::to_string(idle.count()) + " s");
  AtHome terminal;
  {
    Process process(site.InWindow("1080x1920"), {display.Variable()});
    terminal = Watch(process, idle);
  }
  PrintValue("terminal, memory (PSS)", terminal.pss_mib, "MiB");
  PrintValue("terminal, processor, clock on screen", terminal.idle_percent, "%",
             HeldTo("0.5", terminal.idle_percent < kIdlePercent));
  if (chromium == nullptr) return;
  AtHome browser;
  {
    const auto process = chromium->Start(display.Variable());
    if (!chromium->page().WaitUntilPainted(60s))
      throw std::runtime_error("Chromium paints nothing");
    browser = Watch(*process, idle);
  }
  PrintValue("Chromium, memory (PSS)", browser.pss_mib, "MiB");
  PrintValue("Chromium, processor, clock on screen", browser.idle_percent, "%");
  const double ratio = browser.pss_mib / terminal.pss_mib;
  PrintValue("memory: Chromium / terminal", ratio, "x", HeldTo("8", ratio >= 8));
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"Start, memory and idle time of the terminal, beside Chromium"};
  int runs = 20, idle = 30;
  line.Number("--runs", runs, "starts of each", 1, 1000);
  line.Number("--idle", idle, "seconds", 1, 3600);
  line.Read(argc, argv);
  try {
    DemoSite site;
    const auto display = Display::Start();
    std::optional<Chromium> chromium;
    const std::string program = Chromium::Find();
    if (!program.empty()) chromium.emplace(program, site.folder() / "profile");
    Chromium* const browser = chromium ? &*chromium : nullptr;
    MeasureStart(site, browser, display.get(), runs);
    if (display) {
      MeasureAtHome(site, browser, *display, std::chrono::seconds(idle));
    } else {
      PrintNote("memory and idle time left out: no Xvfb (apt-get install xvfb)");
    }
    PrintNote(browser ? "compared with " + Chromium::Version(program)
                      : "no comparison: no Chromium (apt-get install chromium)");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_process: %s\n", error.what());
    return 1;
  }
  return 0;
}
