// What became of a request: number and code in, its state out, and the way to withdraw it.
#pragma once

#include <optional>

#include "app/clock.h"
#include "app/request_store.h"
#include "app/text_draft.h"
#include "app/visit.h"

namespace studio {

enum class TrackStep { kNumber, kCode, kLooking, kFound };
enum class TrackProblem { kNumberWrong, kCodeWrong, kNotFound, kTooLate, kFailed };

class TrackFlow {
 public:
  TrackFlow(RequestStore& store, const Clock& clock) : store_(store), clock_(clock) {}

  TrackStep step() const { return step_; }
  std::optional<TrackProblem> problem() const { return problem_; }
  const TextDraft& number() const { return number_; }
  const TextDraft& code() const { return code_; }

  void SetDigits(std::string_view digits);  // of the field being asked for
  void Next();
  bool Back();  // false at the first step

  const std::optional<ReceiptStatus>& found() const { return found_; }
  void OnReceipt(const ReceiptStatus& status);
  bool CanWithdraw() const;
  void Withdraw();

 private:
  TextDraft& Current() { return step_ == TrackStep::kNumber ? number_ : code_; }

  RequestStore& store_;
  const Clock& clock_;
  TrackStep step_ = TrackStep::kNumber;
  std::optional<TrackProblem> problem_;
  TextDraft number_{14};
  TextDraft code_{8};
  std::optional<ReceiptStatus> found_;
  Visit visit_;
};

}  // namespace studio
