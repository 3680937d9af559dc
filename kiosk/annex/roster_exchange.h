// Rosters on USB sticks and in a folder, read and written on the stick's thread.
#pragma once

#include "app/base/executor.h"
#include "app/base/main_queue.h"
#include "app/tables/roster_files.h"

namespace studio {

class RosterExchange : public RosterFiles {
 public:
  // `folder`: a place that is always there, besides the sticks; empty: none. `sticks`: the thread
  // that may wait for a dying one, and no other work's. It and the queue outlive this.
  RosterExchange(std::filesystem::path folder, Executor& sticks, MainQueue& queue);

  void Look(Done<ExchangeContents> done) override;
  void Read(std::filesystem::path table, RosterImportInput input, Done<Preview> done) override;
  void ReadAgain(Table table, RosterImportInput input, Done<RosterPreview> done) override;
  void Write(ExchangePlace place, RosterExport what, Done<Result<std::string>> done) override;
  void WriteTemplate(ExchangePlace place, std::chrono::year_month month,
                     Done<Result<std::string>> done) override;

 private:
  template <class T, class Work>
  void Do(Done<T> done, Work work);

  std::filesystem::path folder_;
  Executor& sticks_;
  MainQueue& queue_;
};

}  // namespace studio
