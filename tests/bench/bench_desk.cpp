// A member's desk by the real terminal, its studio having many deeds and many requests that members
// may read: from the PIN to the first page, to the account and to the requests, from a deed written
// up to the sum that has it, and each turn of the main thread meanwhile.
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "bench_line.h"
#include "demo_site.h"
#include "figures.h"
#include "turns.h"

namespace {

using namespace studio::bench;
using namespace std::chrono_literals;

constexpr double kFrameMs = 33, kFirstPageMs = 300;
constexpr auto kFingerWay = 500ms;
const std::string kMember = "m01", kPin = "507394";

// Not the member's own, whose points are to grow with each that is written up.
void ImportDeeds(DemoSite& site, int count) {
  const auto table = site.folder() / "deeds.csv";
  const std::chrono::year_month_day day{
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  const std::string date = std::to_string(static_cast<int>(day.year())) + "-01-01";
  {
    std::ofstream out(table);
    out << "编号,类别,日期,委员,工作室\n";
    for (int i = 0; i < count; ++i) {
      out << "B" << i << ",home_visit," << date << ",m05,1\n";
    }
  }
  RunProgram("county-stub",
             {"deed", "import", table, "--data", site.county().folder(), "--by", "演示"}, 600s);
}

std::string Card(DemoSite& site) {
  const std::string out =
      RunProgram("county-stub", {"badge", "--data", site.county().folder(), "--member", kMember,
                                 "--pin", kPin, "--text-only"});
  return out.substr(0, out.find('\n'));
}

// What the desk says of `written` home visits that nobody has confirmed, each two points.
std::string Waiting(int written) { return "另有 " + std::to_string(2 * written) + " 分等确认"; }

std::string Waits(int requests) {
  return requests == 0 ? "群众诉求" : std::to_string(requests) + " 件诉求还没答复";
}

void FileRequests(DemoSite& site, int count) {
  if (count == 0) return;
  std::string script;
  for (int i = 0; i < count; ++i) {
    script +=
        "tap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntype 村口的路灯坏了两个星期\n"
        "tap 下一步\ntap 不留姓名\ntap 下一步\ntap 这些也让委员看\ntap "
        "我知道了，同意\ntap "
        "下一步\ntap 没错，登记\nwait-for 已经记下了 60\ntap 完成\n";
  }
  if (Process(site.Headless(script)).Wait(1200s) != 0)
    throw std::runtime_error("not every request was filed");
}

std::string ToThePin(const std::string& card) {
  return "wait-for 今日值班 30\ntap 我的履职\nscan " + card + "\nwait-for 请输入密码 30\ntype " +
         kPin + "\nprint\n";
}

std::string AtTheDesk(int requests, int written) {
  return "tap 打开\nwait-for 离开时请按 60\nprint\nwait-for 今年积分 60\nprint\nwait-for " +
         Waits(requests) +
         " 60\nprint\n"
         "tap 记一件事\ntap 上门入户\ntap 在哪里\ntap 示例村\ntap 好了\ntap 说了些什么\n"
         "type 写了几句。\ntap 好了\ntap 记好了\nwait-for 再记一件 30\nprint\ntap 回我的履职\n"
         "wait-for " +
         Waiting(written) + " 60\nprint\ntap 办完了\nwait-for 今日值班 30\n";
}

void Run(int deeds, int requests, int times) {
  DemoSite site;
  const std::string card = Card(site);
  ImportDeeds(site, deeds);
  FileRequests(site, requests);
  // The feed comes whole before anything is measured.
  Process(site.Headless("wait-for 没有这样的话 30\n")).Wait(120s);
  Samples first_page, account, listed, written, start, desk, new_deed;
  for (int i = 1; i <= times; ++i) {
    const auto file = site.folder() / "turns", pipe = site.folder() / "lines";
    std::filesystem::remove(pipe);
    if (mkfifo(pipe.c_str(), 0600) != 0) throw std::runtime_error("no pipe");
    auto command = site.Headless("");
    *std::find(command.begin(), command.end(), "--script") = "--script=" + pipe.string();
    command.erase(std::find(command.begin(), command.end(), site.folder() / "script"));
    command.insert(command.end(), {"--turns", file});
    Process terminal(command);
    std::ofstream lines(pipe);
    lines << ToThePin(card) << std::flush;
    const auto when = [&](const std::string& until) {
      if (!terminal.WaitForOutput(until, 90s)) throw std::runtime_error("no " + until);
      return Stopwatch::NowMs();
    };
    (void)when("请输入密码");
    // A finger's way from the last digit to the button.
    std::this_thread::sleep_for(kFingerWay);
    const double asked = Stopwatch::NowMs();
    lines << AtTheDesk(requests, i) << std::flush;
    lines.close();
    const double opened = when("离开时请按"), summed = when("今年积分"),
                 counted_all = when(Waits(requests)), kept = when("再记一件"),
                 counted = when(Waiting(i));
    if (terminal.Wait(60s) != 0) throw std::runtime_error("the script did not come to its end");
    first_page.Add(opened - asked);
    account.Add(summed - opened);
    listed.Add(counted_all - opened);
    written.Add(counted - kept);
    const auto turns = ReadTurns(file);
    start.Add(WallOf(turns, 0, asked).Max());
    desk.Add(WallOf(turns, asked, Stopwatch::NowMs()).Max());
    new_deed.Add(WallOf(turns, kept, counted).Max());
  }
  PrintRow("opened to the first page", first_page, "ms",
           HeldTo("300", first_page.Max() <= kFirstPageMs));
  PrintRow("first page to the account", account, "ms");
  PrintRow("first page to the requests", listed, "ms");
  PrintRow("written up to the sum that has it", written, "ms");
  PrintRow("longest turn from the start to the PIN", start, "ms");
  PrintRow("longest turn at the desk", desk, "ms", HeldTo("33", desk.Max() <= kFrameMs));
  PrintRow("longest turn from a deed to its sum", new_deed, "ms",
           HeldTo("33", new_deed.Max() <= kFrameMs));
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"A member's desk over many deeds and requests"};
  int deeds = 5000, requests = 500, times = 3;
  line.Number("--deeds", deeds, "of the studio", 10, 100000);
  line.Number("--requests", requests, "that members may read", 0, 5000);
  line.Number("--times", times, "that the desk is opened", 1, 1000);
  line.Read(argc, argv);
  try {
    PrintHeading("a member's desk, " + std::to_string(deeds) + " deeds, " +
                 std::to_string(requests) + " requests, 1080x1920");
    Run(deeds, requests, times);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_desk: %s\n", error.what());
    return 1;
  }
  return 0;
}
