// Wishes (app/wishes/wish_store.h).
#pragma once

#include "app/wishes/wish_store.h"
#include "store/core/store_thread.h"

namespace studio {

class WishCalls : public WishStore {
 public:
  explicit WishCalls(StoreThread thread) : thread_(std::move(thread)) {}

  void PostWish(WishBody body, std::function<void(Result<ReceiptStatus>)> done) override;
  void TendWish(WishBody body, std::function<void(Result<bool>)> done) override;

 private:
  StoreThread thread_;
};

}  // namespace studio
