// A try to open the studio's key: what it needs, and what it costs. The try is counted before it
// is made; the derivation itself runs on the worker. Store thread, except OpenStudioKey.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/base/clock.h"
#include "app/duty/duty_store.h"
#include "shared/record/key_wrap.h"
#include "store/rows/tables.h"

namespace studio {

// Wiped when the last job that carries it is gone.
struct UnlockSecrets {
  UnlockSecrets(const BadgeSecret& badge_secret, std::string_view typed_pin)
      : secret(badge_secret), pin(typed_pin) {}
  UnlockSecrets(const UnlockSecrets&) = delete;
  UnlockSecrets& operator=(const UnlockSecrets&) = delete;
  ~UnlockSecrets();

  BadgeSecret secret;
  std::string pin;
};
void Wipe(std::string& text);

struct UnlockTry {
  UnlockAnswer refused;  // where there is nothing to try
  bool allowed = false;
  WrapBinding binding;
  Bytes wrapped;
  PinLock before;   // as it was
  PinLock counted;  // as it is kept, the try counted as a failure
};

// What there is to be opened; nothing is tried or counted.
UnlockTry WrapFor(Tables& tables, const WrapBinding& binding);
// One transaction.
UnlockTry BeginUnlock(Tables& tables, const WrapBinding& binding, const Moment& now,
                      const Uuid& boot);
// Worker. Errors as UnwrapStudioKey.
Result<BoxKeyPair> OpenStudioKey(const UnlockTry& attempt, const UnlockSecrets& secrets);
// One transaction: a success clears the lock; a try that could not be made at all is not counted,
// and its error is the answer.
Result<UnlockAnswer> EndUnlock(Tables& tables, const UnlockTry& attempt,
                               const Result<BoxKeyPair>& opened);

}  // namespace studio
