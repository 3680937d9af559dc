// Whoever comes back with a slip (app/tracking/case_store.h).
#pragma once

#include "app/tracking/case_store.h"
#include "store/core/store_thread.h"

namespace studio {

class CaseCalls : public CaseStore {
 public:
  explicit CaseCalls(StoreThread thread) : thread_(std::move(thread)) {}

  void Track(const ReceiptNumber& number, const LookupCode& code, Done<TrackReply> done) override;
  void TrackLive(const ReceiptNumber& number, const LookupCode& code, StatusWord word,
                 Done<TrackReply> done) override;
  void Rate(RatingBody body, Done<bool> done) override;

 private:
  void Look(const ReceiptNumber& number, const LookupCode& code,
            const std::optional<StatusWord>& word, Done<TrackReply> done);

  StoreThread thread_;
};

}  // namespace studio
