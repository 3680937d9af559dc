// The studio's key made ready while somebody's finger is still on its way: what opens it is derived
// as soon as a PIN could be whole, and given out once to a try with the same card and PIN, which is
// counted like any other. Nobody learns from it whether the PIN is right. Any thread.
#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "store/acts/unlocking.h"

namespace studio {

class ReadyKey {
 public:
  // From now on this alone is of use; what was made before is wiped.
  void Want(std::shared_ptr<const UnlockSecrets> secrets);
  void Forget() { Want(nullptr); }
  // Worker. Nothing where something else is wanted by now.
  void Make(const std::shared_ptr<const UnlockSecrets>& secrets, const UnlockTry& attempt);
  // Of the same secrets and wrap; once.
  std::optional<Result<BoxKeyPair>> Take(const UnlockSecrets& secrets, const UnlockTry& attempt);

 private:
  std::mutex mutex_;
  std::shared_ptr<const UnlockSecrets> wanted_;
  Bytes wrapped_;
  std::optional<Result<BoxKeyPair>> made_;
};

}  // namespace studio
