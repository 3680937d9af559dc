#include "store/acts/ready_key.h"

#include <utility>

namespace studio {

void ReadyKey::Want(std::shared_ptr<const UnlockSecrets> secrets) {
  const std::lock_guard lock(mutex_);
  wanted_ = std::move(secrets);
  wrapped_.clear();
  made_.reset();
}

void ReadyKey::Make(const std::shared_ptr<const UnlockSecrets>& secrets, const UnlockTry& attempt) {
  {
    const std::lock_guard lock(mutex_);
    if (wanted_ != secrets) return;
  }
  auto made = OpenStudioKey(attempt, *secrets);
  const std::lock_guard lock(mutex_);
  if (wanted_ != secrets) return;
  wrapped_ = attempt.wrapped;
  made_ = std::move(made);
}

std::optional<Result<BoxKeyPair>> ReadyKey::Take(const UnlockSecrets& secrets,
                                                 const UnlockTry& attempt) {
  const std::lock_guard lock(mutex_);
  const bool same = wanted_ && made_ && wanted_->secret == secrets.secret &&
                    wanted_->pin == secrets.pin && wrapped_ == attempt.wrapped;
  std::optional<Result<BoxKeyPair>> out;
  if (same) out = std::exchange(made_, std::nullopt);
  wanted_.reset();
  made_.reset();
  return out;
}

}  // namespace studio
