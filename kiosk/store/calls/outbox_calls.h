// What waits for the county, for the manager (app/manage/outbox_store.h).
#pragma once

#include "app/manage/outbox_store.h"
#include "store/core/store_thread.h"

namespace studio {

class OutboxCalls : public OutboxStore {
 public:
  explicit OutboxCalls(StoreThread thread) : thread_(std::move(thread)) {}

  void ReadOutbox(std::size_t most_items, Done<OutboxReport> done) override;
  void TryAgain(std::vector<SetAsideItem> items, Done<std::int64_t> done) override;
  void TryAllAgain(Done<std::int64_t> done) override;

 private:
  template <class Call>
  void PutBack(Done<std::int64_t> done, Call call);

  StoreThread thread_;
};

}  // namespace studio
