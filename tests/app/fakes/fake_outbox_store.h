// An outbox store that answers at once from what the test put there, and a line that remembers
// being asked.
#pragma once

#include <algorithm>
#include <vector>

#include "app/manage/outbox_store.h"
#include "app/station/link_control.h"

namespace studio {

class FakeOutboxStore : public OutboxStore {
 public:
  void ReadOutbox(std::size_t most_items, Done<OutboxReport> done) override {
    ++reads;
    if (!works) return done(Broken());
    OutboxReport shown = report;
    if (shown.items.size() > most_items) shown.items.resize(most_items);
    done(std::move(shown));
  }
  void TryAgain(std::vector<SetAsideItem> items, Done<std::int64_t> done) override {
    if (!works) return done(Broken());
    ++tried;
    std::int64_t again = 0;
    for (const SetAsideItem& item : items) {
      again += static_cast<std::int64_t>(std::erase_if(report.items, [&](const auto& one) {
        return one.record == item.record && one.attachment == item.attachment;
      }));
    }
    PutBack(again);
    done(again);
  }
  void TryAllAgain(Done<std::int64_t> done) override {
    if (!works) return done(Broken());
    ++tried;
    const std::int64_t again = report.set_aside;
    report.items.clear();
    PutBack(again);
    done(again);
  }

  bool works = true;
  OutboxReport report;
  int reads = 0;
  std::size_t tried = 0;  // how often it was asked to put something back

 private:
  void PutBack(std::int64_t again) {
    report.set_aside -= again;
    report.waiting += again;
  }
  static tl::unexpected<Error> Broken() { return Fail(ErrorKind::kStorage, "test"); }
};

class FakeLinkControl : public LinkControl {
 public:
  void TryNow() override { ++asked; }
  int asked = 0;
};

}  // namespace studio
