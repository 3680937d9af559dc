// What waits, onto a USB stick or into a folder, and the county's answer from one. On the stick's
// thread, because a slow one may take minutes, and the worker has villagers' slips to make.
#pragma once

#include "app/base/clock.h"
#include "app/base/executor.h"
#include "app/base/main_queue.h"
#include "app/manage/county_files.h"
#include "store/base/identity.h"
#include "store/base/link_store.h"
#include "store/files/outbox_export.h"

namespace studio {

class CountyExchange : public CountyFiles {
 public:
  struct Parts {
    std::filesystem::path folder;    // the terminal's data
    std::filesystem::path exchange;  // a place that is always there, besides the sticks; or none
    Identity identity;
    LinkStore* store = nullptr;
    Executor* sticks = nullptr;
    MainQueue* main_queue = nullptr;
  };
  // Everything pointed to outlives it, and what was begun.
  explicit CountyExchange(Parts parts) : parts_(std::move(parts)) {}

  void Look(Done<CarryingPlaces> done) override;
  void Export(ExchangePlace place, CarriedTitle title, std::function<void(std::size_t)> on_progress,
              Done<Up> done) override;
  void Import(std::filesystem::path reply, Done<Down> done) override;

 private:
  template <class T, class Work>
  void Do(Done<T> done, Work work);
  static Up Write(const Parts& parts, const ExchangePlace& place, const std::string& name,
                  const ExportProgress& on_progress);
  static Down Read(const Parts& parts, const std::filesystem::path& reply);

  Parts parts_;
};

// "待上传 示例乡委员工作室 37号机 2026-11-22.msc": without what FAT does not take, and short enough
// for every file system.
std::string CarriedName(CarriedTitle title, TerminalNumber terminal);

}  // namespace studio
