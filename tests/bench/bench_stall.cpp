// How long the terminal's main thread is ever held up while requests are filed and the county, or
// the line to it, does everything that it should not: each fault alone, and all together.
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>

#include "../../server-stub/faults/fault_names.h"
#include "bench_line.h"
#include "demo_site.h"
#include "figures.h"
#include "turns.h"

namespace {

using namespace studio::bench;
using namespace std::chrono_literals;

constexpr double kFrameMs = 33;
constexpr int kSecondsMore = 4;

constexpr const char* kFiled = "已经记下了";

// Ends with a wait for what never comes, while the line works on.
std::string FileRequests(int count, int seconds_more) {
  std::string script = "print\n";
  for (int i = 0; i < count; ++i) {
    script +=
        "tap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntype 村口的路灯坏了两个星期\n"
        "tap 下一步\ntap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步\n"
        "tap 没错，登记\nwait-for 已经记下了 60\nprint\ntap 完成\n";
  }
  return script + "wait-for 没有这样的话 " + std::to_string(seconds_more) + "\n";
}

int Count(const std::string& text, const std::string& part) {
  int count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

struct Took {
  Samples wall_ms;
  Samples processor_ms;
};

// A terminal on its script, and news for it meanwhile.
Took Measure(DemoSite& site, const std::string& probabilities, int requests) {
  const auto faults = site.folder() / "faults.toml";
  std::ofstream(faults) << "seed = 7\nretry_after_s = 1\n[probability]\n" << probabilities;
  site.county().Stop();
  site.county().Serve({"--faults", faults});
  const auto file = site.folder() / "turns";
  auto command = site.Headless(FileRequests(requests, kSecondsMore));
  command.insert(command.end(), {"--turns", file, "--backoff-ms", "100", "--silence-s", "1"});
  Process terminal(command);
  if (!terminal.WaitForOutput("\n", 60s)) throw std::runtime_error("the terminal shows nothing");
  site.county().Publish(probabilities.substr(0, probabilities.find(' ')));
  terminal.Wait(600s);
  if (Count(terminal.out(), kFiled) != requests) {
    throw std::runtime_error("not every request was filed");
  }
  Took took;
  for (const Turn& turn : ReadTurns(file)) {
    took.wall_ms.Add(turn.wall_ms);
    took.processor_ms.Add(turn.processor_ms);
  }
  return took;
}

void Run(int requests, double probability) {
  DemoSite site;
  Took whole;
  const auto measure = [&](const std::string& name, const std::string& probabilities) {
    const Took took = Measure(site, probabilities, requests);
    PrintRow(name, took.wall_ms, "ms");
    whole.wall_ms.Add(took.wall_ms.Max());
    whole.processor_ms.Add(took.processor_ms.Max());
  };
  measure("no fault", "");
  std::string all;
  for (const std::string_view fault : county::kFaultNames) {
    measure(std::string(fault), std::string(fault) + " = " + Fixed(probability, 3) + "\n");
    all += std::string(fault) + " = 0.06\n";
  }
  measure("all together", all);
  PrintValue("longest turn", whole.wall_ms.Max(), "ms",
             HeldTo("33", whole.wall_ms.Max() <= kFrameMs));
  PrintValue("most processor time in one turn", whole.processor_ms.Max(), "ms");
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"The main thread's longest turn beside a faulty county"};
  int requests = 3;
  double probability = 0.5;
  line.Number("--requests", requests, "filed under each fault", 1, 1000);
  line.Number("--probability", probability, "of each fault alone", 0.0, 1.0);
  line.Read(argc, argv);
  try {
    PrintHeading("turns of the main thread, 1080x1920, faulty county");
    Run(requests, probability);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_stall: %s\n", error.what());
    return 1;
  }
  return 0;
}
