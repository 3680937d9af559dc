// Sticks that keep nothing: what was to be written, and an end that the test chooses. With `holds`
// nothing is answered until Answer().
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "app/year/year_files.h"

namespace studio {

class FakeYearFiles : public YearFiles {
 public:
  void LookForPlaces(Done<std::vector<ExchangePlace>> done) override { done(places); }
  void WriteYear(ExchangePlace place, YearExport what, Done<YearProgress> progress,
                 Done<YearOutcome> done) override {
    written_to = std::move(place);
    written = std::move(what);
    stopped = false;
    tell_ = std::move(progress);
    answer_ = [this, done = std::move(done)] {
      YearWritten out{{"履职积分表 2026 示例乡委员工作室.pdf", "公示 2026 示例乡委员工作室.pdf"},
                      stopped};
      if (fault) return done(tl::unexpected(*fault));
      done(std::move(out));
    };
    if (!holds) Answer();
  }
  void StopYear() override { stopped = true; }
  void Tell(const YearProgress& now) { tell_(now); }
  void Answer() {
    if (answer_) std::exchange(answer_, nullptr)();
  }

  bool holds = false, stopped = false;
  std::optional<YearFault> fault;
  std::vector<ExchangePlace> places{{"示例U盘", "/media/示例U盘"}};
  ExchangePlace written_to;
  YearExport written;

 private:
  Done<YearProgress> tell_;
  std::function<void()> answer_;
};

}  // namespace studio
