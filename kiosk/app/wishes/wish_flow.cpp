#include "app/wishes/wish_flow.h"

#include <algorithm>

namespace studio {
namespace {

bool IsPhone(const std::string& digits) {
  return digits.size() >= 7 && digits.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

WishFlow::WishFlow(WishStore& wishes, RequestStore& slips, std::shared_ptr<const Station> station,
                   const Clock& clock)
    : wishes_(wishes), slips_(slips), station_(std::move(station)), clock_(clock) {}

std::optional<WishProblem> WishFlow::ProblemOf(WishStep step) const {
  switch (step) {
    case WishStep::kWords:
      if (!voice_ && words_.Blank()) return WishProblem::kSaySomething;
      break;
    case WishStep::kFor:
      if (!for_child_) return WishProblem::kChooseFor;
      break;
    case WishStep::kPlace:
      if (!village()) return WishProblem::kChoosePlace;
      break;
    case WishStep::kName:
      if (!phone_.empty() && !IsPhone(phone_.text())) return WishProblem::kPhoneDigits;
      break;
    case WishStep::kGuardian:
      if (name_.Blank()) return WishProblem::kGuardianName;
      if (!IsPhone(phone_.text())) return WishProblem::kGuardianPhone;
      break;
    case WishStep::kConsent:
      if (!agreed_) return WishProblem::kGuardianAgrees;
      break;
    default:
      break;
  }
  return std::nullopt;
}

WishStep WishFlow::After(WishStep step) const {
  switch (step) {
    case WishStep::kWords:
      return WishStep::kFor;
    case WishStep::kFor:
      return WishStep::kPlace;
    case WishStep::kPlace:
      return *for_child_ ? WishStep::kGuardian : WishStep::kName;
    case WishStep::kGuardian:
      return WishStep::kConsent;
    case WishStep::kName:
    case WishStep::kConsent:
      return WishStep::kCheck;
    default:
      return step;
  }
}

WishStep WishFlow::Before(WishStep step) const {
  switch (step) {
    case WishStep::kFor:
      return WishStep::kWords;
    case WishStep::kPlace:
      return WishStep::kFor;
    case WishStep::kName:
    case WishStep::kGuardian:
      return WishStep::kPlace;
    case WishStep::kConsent:
      return WishStep::kGuardian;
    case WishStep::kCheck:
      return *for_child_ ? WishStep::kConsent : WishStep::kName;
    default:
      return step;
  }
}

int WishFlow::page() const {
  int page = 1;
  for (WishStep step = WishStep::kWords; step < step_ && step < WishStep::kCheck;
       step = After(step)) {
    ++page;
  }
  return std::min(page, pages());
}

void WishFlow::Next() {
  problem_ = ProblemOf(step_);
  if (problem_ || step_ >= WishStep::kCheck) return;
  if (step_ == WishStep::kWords && stop_.Stops(words_.text(), station_->safety)) return;
  const bool contact = step_ == WishStep::kName || step_ == WishStep::kGuardian;
  if (contact) ask_contact_ = false;
  if (!return_to_check_) {
    step_ = After(step_);
  } else if (ask_contact_) {
    step_ = *for_child_ ? WishStep::kGuardian : WishStep::kName;
  } else {
    step_ = Unanswered();
  }
  if (step_ == WishStep::kCheck) return_to_check_ = ask_contact_ = false;
  if (step_ == WishStep::kCheck) PrepareSlip();
}

bool WishFlow::Back() {
  problem_.reset();
  if (return_to_check_) {
    return_to_check_ = ask_contact_ = false;
    step_ = WishStep::kCheck;
    return true;
  }
  if (step_ == WishStep::kWords) return false;
  if (step_ < WishStep::kSaving) step_ = Before(step_);
  return true;
}

WishStep WishFlow::Unanswered() const {
  WishStep step = WishStep::kWords;
  while (step < WishStep::kCheck && !ProblemOf(step)) step = After(step);
  return step;
}

void WishFlow::EditFromCheck(WishStep step) {
  if (step_ != WishStep::kCheck || step >= WishStep::kCheck) return;
  problem_.reset();
  step_ = step;
  return_to_check_ = true;
}

bool WishFlow::HasReady(std::string_view wish) const {
  return words_.text().find(wish) != std::string::npos;
}

bool WishFlow::ToggleReady(std::string_view wish, const std::vector<std::string>& ready) {
  problem_.reset();
  std::string text = words_.text();
  if (const std::size_t at = text.find(wish); at != std::string::npos) {
    text.erase(at, wish.size());
  } else {
    for (const std::string& other : ready) {
      if (const std::size_t old = text.find(other); old != std::string::npos) {
        text.erase(old, other.size());
      }
    }
    text += wish;
  }
  if (CountCharacters(text) > words_.limit()) return false;
  words_.Set(text);
  return true;
}

void WishFlow::SetVoice(AttachmentPtr voice) {
  problem_.reset();
  // A guardian agrees to what is kept of the child, and this is part of it.
  if (!voice != !voice_) agreed_ = false;
  voice_ = std::move(voice);
}

void WishFlow::ChooseFor(bool child) {
  problem_.reset();
  if (for_child_ == child) return;
  for_child_ = child;
  // Whose name and number these are has changed.
  name_.Clear();
  phone_.Clear();
  agreed_ = false;
  ask_contact_ = return_to_check_;
}

void WishFlow::ChooseVillage(std::string_view id) {
  problem_.reset();
  village_ = id;
}

const Village* WishFlow::village() const {
  const auto found = std::find_if(station_->villages.begin(), station_->villages.end(),
                                  [&](const Village& village) { return village.id == village_; });
  return found == station_->villages.end() ? nullptr : &*found;
}

void WishFlow::SetAgreed(bool agreed) {
  problem_.reset();
  agreed_ = agreed;
}

void WishFlow::PrepareSlip() {
  if (slip_asked_) return;
  slip_asked_ = true;
  slips_.PrepareSlip(visit_.Guard<Result<Slip>>([this](Result<Slip> slip) {
    if (!slip) {
      slip_asked_ = false;
      if (step_ == WishStep::kSaving) {
        step_ = WishStep::kCheck;
        problem_ = WishProblem::kStorageFailed;
      }
      return;
    }
    slip_ = std::move(*slip);
    if (step_ == WishStep::kSaving) PostNow();
  }));
}

void WishFlow::Confirm() {
  if (step_ != WishStep::kCheck) return;
  for (WishStep step = WishStep::kWords; step < WishStep::kCheck; step = After(step)) {
    problem_ = ProblemOf(step);
    if (problem_) return;
  }
  // The words may have been changed and left by going back.
  if (stop_.Stops(words_.text(), station_->safety)) return;
  step_ = WishStep::kSaving;
  if (slip_) {
    PostNow();
  } else {
    PrepareSlip();
  }
}

void WishFlow::PostNow() {
  wishes_.PostWish(Body(), visit_.Guard<Result<ReceiptStatus>>([this](Result<ReceiptStatus> kept) {
    if (!kept) {
      step_ = WishStep::kCheck;
      problem_ = kept.error().kind == ErrorKind::kStorage ? WishProblem::kStorageFull
                                                          : WishProblem::kStorageFailed;
      // The number may be what was in the way.
      slip_.reset();
      slip_asked_ = false;
      return;
    }
    receipt_ = std::move(*kept);
    step_ = WishStep::kReceipt;
  }));
}

WishBody WishFlow::Body() const {
  WishBody body;
  body.act = WishAct::kPost;
  body.receipt = slip_->number.digits();
  body.reading_key = ToBase64Url(slip_->reading_key.bytes);
  body.text = words_.Finished();
  if (voice_) body.attachments.push_back(voice_->ref());
  body.danger = stop_.danger();
  body.danger_words = stop_.danger_words();
  body.village = village()->id;
  body.village_name = village()->name;
  body.for_child = *for_child_;
  body.helped_by = helper_.name;
  body.helper = helper_.member;
  body.helper_token = helper_.token;
  if (body.for_child) {
    body.guardian = name_.Finished();
    body.guardian_phone = phone_.Finished();
    body.guardian_consents = agreed_;
  } else {
    body.name = name_.Finished();
    body.phone = phone_.Finished();
  }
  return body;
}

void WishFlow::OnReceipt(const ReceiptStatus& status) {
  if (receipt_ && receipt_->number == status.number) receipt_ = status;
}

bool WishFlow::CanWithdraw() const { return receipt_ && MayWithdraw(*receipt_, clock_.Now()); }

void WishFlow::Withdraw() {
  if (!CanWithdraw()) return;
  withdraw_problem_.reset();
  slips_.Withdraw(slip_->number,
                  visit_.Guard<Result<ReceiptStatus>>([this](Result<ReceiptStatus> now) {
                    withdraw_problem_ = TakeWithdrawal(std::move(now), *receipt_);
                  }));
}

}  // namespace studio
