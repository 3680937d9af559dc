#include "store/calls/wish_calls.h"

#include "store/acts/voice_records.h"

namespace studio {

void WishCalls::PostWish(WishBody body, std::function<void(Result<ReceiptStatus>)> done) {
  thread_.Write(
      std::move(done),
      [body = std::move(body)](const AtWork& at) {
        return FileWish(at.tables, at.maker, at.readers, body);
      },
      kTellRecord);
}

void WishCalls::TendWish(WishBody body, std::function<void(Result<bool>)> done) {
  thread_.Write(
      std::move(done),
      [body = std::move(body)](const AtWork& at) {
        return FileWishAct(at.tables, at.maker, at.readers, body);
      },
      [](StoreCore& core, bool) {
        core.TellRecord();
        core.TellClaims();
      });
}

}  // namespace studio
