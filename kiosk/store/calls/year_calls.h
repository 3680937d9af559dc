// The manager's year (app/manage/year_store.h).
#pragma once

#include "app/manage/year_store.h"
#include "store/core/store_thread.h"

namespace studio {

class YearCalls : public YearStore {
 public:
  explicit YearCalls(StoreThread thread) : thread_(std::move(thread)) {}

  void ReadYear(YearAsked asked, Done<StudioAccountPtr> done) override;
  void ReadWriteup(KeySession session, Uuid record, Done<std::optional<Writeup>> done) override;
  void FileReview(KeySession session, ReviewBody body, Done<bool> done) override;
  void FileYearClosing(KeySession session, YearClosingBody body, Done<bool> done) override;

 private:
  StoreThread thread_;
};

}  // namespace studio
