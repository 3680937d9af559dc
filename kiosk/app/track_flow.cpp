#include "app/track_flow.h"

namespace studio {

void TrackFlow::SetDigits(std::string_view digits) {
  if (step_ > TrackStep::kCode) return;
  problem_.reset();
  Current().Set(digits);
}

void TrackFlow::Next() {
  problem_.reset();
  const auto number = ReceiptNumber::Parse(number_.text());
  if (step_ == TrackStep::kNumber) {
    if (number) {
      step_ = TrackStep::kCode;
    } else {
      problem_ = TrackProblem::kNumberWrong;
    }
    return;
  }
  if (step_ != TrackStep::kCode) return;
  const auto code = LookupCode::Parse(code_.text());
  if (!code) {
    problem_ = TrackProblem::kCodeWrong;
    return;
  }
  step_ = TrackStep::kLooking;
  store_.Track(*number, *code,
               visit_.Guard<Result<ReceiptStatus>>([this](Result<ReceiptStatus> status) {
                 if (status) {
                   found_ = std::move(*status);
                   step_ = TrackStep::kFound;
                   return;
                 }
                 step_ = TrackStep::kCode;
                 problem_ = status.error().kind == ErrorKind::kNotFound ? TrackProblem::kNotFound
                                                                        : TrackProblem::kFailed;
               }));
}

bool TrackFlow::Back() {
  problem_.reset();
  if (step_ == TrackStep::kNumber || step_ == TrackStep::kFound) return false;
  code_.Clear();
  step_ = TrackStep::kNumber;
  return true;
}

void TrackFlow::OnReceipt(const ReceiptStatus& status) {
  if (found_ && found_->number == status.number) found_ = status;
}

bool TrackFlow::CanWithdraw() const {
  return found_ && found_->state != ReceiptState::kWithdrawn &&
         clock_.Now().wall_ms - found_->made_at_ms < kWithdrawWindowMs;
}

void TrackFlow::Withdraw() {
  const auto number = ReceiptNumber::Parse(number_.text());
  if (!number || !CanWithdraw()) return;
  store_.Withdraw(*number, visit_.Guard<Result<ReceiptStatus>>([this](Result<ReceiptStatus> now) {
    if (now) {
      found_ = std::move(*now);
    } else {
      problem_ =
          now.error().kind == ErrorKind::kDenied ? TrackProblem::kTooLate : TrackProblem::kFailed;
    }
  }));
}

}  // namespace studio
