// The sheets of a year onto a USB stick or into the folder of --exchange, on the stick's thread.
#pragma once

#include <atomic>
#include <memory>

#include "app/base/executor.h"
#include "app/base/main_queue.h"
#include "app/year/year_files.h"

namespace studio {

class YearExchange : public YearFiles {
 public:
  // `folder` as RosterExchange has it. All outlive this, and what was begun.
  YearExchange(std::filesystem::path folder, Executor& sticks, MainQueue& queue);

  void LookForPlaces(Done<std::vector<ExchangePlace>> done) override;
  void WriteYear(ExchangePlace place, YearExport what, Done<YearProgress> progress,
                 Done<YearOutcome> done) override;
  void StopYear() override;

 private:
  std::filesystem::path folder_;
  Executor& sticks_;
  MainQueue& queue_;
  std::shared_ptr<std::atomic<bool>> stop_;  // of what was begun last
};

}  // namespace studio
