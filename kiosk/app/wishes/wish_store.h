// What the flows of wishes need of the store. Calls return at once; `done` runs on the main thread.
// Implemented by store/.
#pragma once

#include <functional>

#include "app/request/request_store.h"
#include "shared/bodies/wish_bodies.h"

namespace studio {

class WishStore {
 public:
  virtual ~WishStore() = default;
  // With a slip of RequestStore::PrepareSlip; sealed to the county alone. Attachments are kept and
  // it is tracked like a request.
  virtual void PostWish(WishBody body, std::function<void(Result<ReceiptStatus>)> done) = 0;
  // kClaim, kGrant, kConfirm or kNotYet. A claim shows as Station::claims until the feed has
  // settled it. kConflict: the same is waiting already, or the other word about the same grant.
  virtual void TendWish(WishBody body, std::function<void(Result<bool>)> done) = 0;
};

}  // namespace studio
