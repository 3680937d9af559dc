#include "store/acts/unlocking.h"

#include <string.h>

#include <algorithm>

namespace studio {

void Wipe(std::string& text) {
  explicit_bzero(text.data(), text.size());
  text.clear();
}

UnlockSecrets::~UnlockSecrets() {
  explicit_bzero(secret.data(), secret.size());
  Wipe(pin);
}

UnlockTry WrapFor(Tables& tables, const WrapBinding& binding) {
  UnlockTry attempt;
  attempt.binding = binding;
  auto wrap = tables.duty.KeyWrapOf(binding.studio, binding.member);
  if (wrap && binding.key != BoxPublicKey{}) attempt.wrapped = std::move(wrap->wrapped);
  return attempt;
}

UnlockTry BeginUnlock(Tables& tables, const WrapBinding& binding, const Moment& now,
                      const Uuid& boot) {
  UnlockTry attempt = WrapFor(tables, binding);
  if (attempt.wrapped.empty()) return attempt;
  Change change(*tables.connection);
  std::int64_t wait_ms = 0;
  for (const std::string& whose : {kAllMembers, binding.member}) {
    const PinLock kept = tables.pin_locks.Of(whose);
    attempt.before = kept.Anchored(now.monotonic_ms, boot);
    const std::int64_t theirs_ms = attempt.before.WaitFrom(now.monotonic_ms, boot);
    if (theirs_ms > 0 && attempt.before != kept) tables.pin_locks.Keep(whose, attempt.before);
    wait_ms = std::max(wait_ms, theirs_ms);
  }
  if (wait_ms > 0) {
    attempt.refused.outcome = UnlockAnswer::Outcome::kLocked;
    attempt.refused.wait_ms = wait_ms;
  } else {
    attempt.counted = attempt.before.AfterFailure(now.monotonic_ms, boot);
    tables.pin_locks.Keep(binding.member, attempt.counted);
    tables.pin_locks.CountOne();
    attempt.allowed = true;
  }
  change.Commit();
  return attempt;
}

Result<BoxKeyPair> OpenStudioKey(const UnlockTry& attempt, const UnlockSecrets& secrets) {
  return UnwrapStudioKey(attempt.wrapped, attempt.binding, secrets.pin, secrets.secret);
}

Result<UnlockAnswer> EndUnlock(Tables& tables, const UnlockTry& attempt,
                               const Result<BoxKeyPair>& opened) {
  UnlockAnswer answer;
  if (!opened && opened.error().kind == ErrorKind::kDenied) {
    answer.outcome = UnlockAnswer::Outcome::kWrong;
    answer.tries_left = std::max(PinLock::kFreeTries - attempt.counted.failures, 0);
    answer.wait_ms = attempt.counted.wait_ms;
    return answer;
  }
  const std::string& member = attempt.binding.member;
  Change change(*tables.connection);
  if (opened) {
    tables.pin_locks.Clear(member);
    tables.pin_locks.Clear(kAllMembers);
  } else if (tables.pin_locks.Of(member) == attempt.counted) {
    tables.pin_locks.Keep(member, attempt.before);
  }
  tables.pin_locks.CountOne();
  change.Commit();
  if (!opened) return tl::unexpected(opened.error());
  answer.outcome = UnlockAnswer::Outcome::kOpen;
  answer.studio_key = std::make_shared<const BoxKeyPair>(*opened);
  return answer;
}

}  // namespace studio
