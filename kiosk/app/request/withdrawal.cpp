#include "app/request/withdrawal.h"

#include <utility>

namespace studio {

std::int64_t WithdrawableUntil(Moment filed, bool this_boot, Moment now) {
  if (this_boot) return filed.monotonic_ms + kWithdrawWindowMs;
  const std::int64_t age = now.wall_ms - filed.wall_ms;
  if (age < 0 || age >= kWithdrawWindowMs) return 0;
  return now.monotonic_ms + kWithdrawWindowMs - age;
}

bool MayWithdraw(const ReceiptStatus& status, Moment now) {
  return status.state != ReceiptState::kWithdrawn && now.monotonic_ms < status.withdraw_until_ms;
}

WithdrawProblem WithdrawProblemOf(const Error& error) {
  return error.kind == ErrorKind::kDenied ? WithdrawProblem::kTooLate : WithdrawProblem::kNotKept;
}

std::optional<WithdrawProblem> TakeWithdrawal(Result<ReceiptStatus> answer,
                                              ReceiptStatus& receipt) {
  if (answer) {
    receipt = std::move(*answer);
  } else if (answer.error().kind == ErrorKind::kConflict) {
    receipt.state = ReceiptState::kWithdrawn;
  } else {
    return WithdrawProblemOf(answer.error());
  }
  return std::nullopt;
}

}  // namespace studio
