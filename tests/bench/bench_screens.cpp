// How long a frame of each screen takes, all of it redrawn, with no graphics card: upright and
// lying, normal and extra-large.
#include <cstdio>
#include <exception>

#include "bench_line.h"
#include "demo_terminal.h"
#include "figures.h"

namespace {

using namespace studio::bench;

constexpr double kMedianMs = 16.7, kP99Ms = 33;

// A page and the way to it: home first where `home` leads there, else on from the page before.
struct Stage {
  const char* name;
  const char* home;
  const char* way;
};

constexpr const char* kOn = nullptr;
constexpr Stage kStages[] = {
    {"home", "", ""},
    {"request: category", kOn, "tap 我要反映"},
    {"request: danger now", kOn, "tap 眼下有危险"},
    {"request: place", kOn, "tap 没有危险，退回去\ntap 道路桥梁\ntap 示例村"},
    {"request: words", kOn,
     "tap 下一步\n"
     "type "
     "村口的路灯坏了两个星期，法院判决不公平，晚上出门看不清路，骑车的人摔过两回。"},
    {"request: words, pinyin", kOn, "tap 拼音\nkeys cunkoudeludenghuaile"},
    {"request: words, strokes", kOn, "tap 笔画\nkeys hspnh"},
    {"request: words, by hand", kOn,
     "tap 手写\nink 60,330 440,300\nink 250,90 255,930\nink 250,340 170,520 60,640\n"
     "ink 260,380 340,470 400,560\nink 480,340 940,310\nink 740,90 745,860 700,910 630,850"},
    {"request: not ours", kOn, "tap 重写\ntap 选一句\ntap 下一步"},
    {"request: who sees it", kOn, "tap 不是，接着说\ntap 留姓名\ntype 示例𬱖㛃"},
    {"request: telephone", kOn, "tap 电话"},
    {"request: consent", kOn, "tap 完成\ntap 下一步\ntap 我知道了，同意"},
    {"request: check", kOn, "tap 下一步"},
    {"request: receipt", kOn, "tap 没错，登记\nexpect 已经记下了"},
    {"track", "tap 完成", "tap 查进度"},
    {"track: found", kOn, "type 037482152\ntap 下一步\ntype 59061473\ntap 查一查\nexpect 正在解决"},
    {"track: the reply", kOn, "tap 看答复全文"},
    {"rating", kOn, "tap 看进度\ntap 评一评"},
    {"topics", "tap 上一步\ntap 回首页", "tap 参与协商"},
    {"topic", kOn, "tap 小广场"},
    {"opinion", kOn, "tap 我要说"},
    {"wishes", "tap 上一步\ntap 上一步\ntap 回首页", "tap 微心愿"},
    {"rules", "tap 返回", "tap 工作制度"},
    {"roster", "tap 返回", "tap 值班表"},
    {"notices", "tap 回首页", "tap 公告"},
    {"members", "tap 返回", "tap 委员风采"},
    {"still there?", "tap 返回", "tap 我要反映\nadvance 50\nexpect 还在吗？"},
};

void Measure(int width, int height, bool extra_large, int frames) {
  PrintHeading("frame, " + std::to_string(width) + "x" + std::to_string(height) +
               (extra_large ? ", extra-large" : ""));
  DemoTerminal terminal(width, height);
  Samples medians, tails, arrivals, processor;
  for (const Stage& stage : kStages) {
    if (stage.home != kOn) {
      terminal.Run(stage.home);
      // Home forgets the choice, as it must for whoever comes next.
      if (extra_large) terminal.Run("tap 大字");
    }
    terminal.Run(stage.way);
    // Drawing a page for the first time makes its glyphs.
    const double arriving = terminal.TakeSlowest();
    Samples samples, used;
    for (int i = 0; i < frames; ++i) {
      const ThreadStopwatch watch;
      samples.Add(terminal.DrawFrame());
      used.Add(watch.Ms());
    }
    terminal.TakeSlowest();
    PrintRow(stage.name, samples, "ms", "slowest on the way there " + Fixed(arriving, 1));
    medians.Add(samples.Median());
    tails.Add(samples.P99());
    arrivals.Add(arriving);
    processor.Add(used.Median());
  }
  PrintValue("slowest screen, median", medians.Max(), "ms",
             HeldTo("16.7", medians.Max() < kMedianMs));
  PrintValue("the same in processor time", processor.Max(), "ms");
  PrintValue("slowest screen, p99", tails.Max(), "ms", HeldTo("33", tails.Max() < kP99Ms));
  PrintValue("slowest frame that makes glyphs", arrivals.Max(), "ms");
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"Frame times of every screen, software rendering"};
  int frames = 200;
  line.Number("--frames", frames, "of each screen", 1, 100000);
  line.Read(argc, argv);
  try {
    for (const bool extra_large : {false, true}) {
      Measure(1080, 1920, extra_large, frames);
      Measure(1920, 1080, extra_large, frames);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_screens: %s\n", error.what());
    return 1;
  }
  return 0;
}
