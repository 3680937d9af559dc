#include "app/tracking/track_flow.h"

#include <algorithm>
#include <utility>

#include "app/request/withdrawal.h"
#include "shared/record/badge.h"

namespace studio {
namespace {

constexpr std::int64_t kQuestionsGoneMs = 1000;

std::vector<SlipNumbers> SlipsIn(const std::vector<std::string>& texts) {
  std::vector<SlipNumbers> slips;
  for (const std::string& text : texts) {
    const auto slip = ParseSlip(text);
    if (slip && std::find(slips.begin(), slips.end(), *slip) == slips.end()) slips.push_back(*slip);
  }
  return slips;
}

TrackProblem WhyNoSlip(const std::vector<std::string>& texts) {
  const auto any = [&](std::string_view prefix) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& text) { return text.starts_with(prefix); });
  };
  if (any(kSlipPrefix)) return TrackProblem::kBrokenSlip;
  return any(kBadgePrefix) ? TrackProblem::kBadge : TrackProblem::kNoSlip;
}

bool IsAt(const std::optional<TrackedCase>& found, CaseStep step) {
  const CaseEvent* newest = found && found->answer ? NewestStep(*found->answer) : nullptr;
  return newest != nullptr && newest->step == step && found->answer->token != ByteArray<16>{};
}

}  // namespace

std::optional<TrackProblem> TrackFlow::problem() const {
  if (problem_ == TrackProblem::kTooSoon && WaitMs() == 0) return std::nullopt;
  return problem_;
}

std::int64_t TrackFlow::WaitMs() const {
  const auto number = ReceiptNumber::Parse(number_.text());
  const auto it = number ? free_.find(number->digits()) : free_.end();
  if (it == free_.end()) return 0;
  return std::max<std::int64_t>(0, it->second - clock_.Now().monotonic_ms);
}

void TrackFlow::SetDigits(std::string_view digits) {
  if (step_ != TrackStep::kNumber && step_ != TrackStep::kCode) return;
  problem_.reset();
  refused_.clear();
  Current().Set(digits);
}

void TrackFlow::Next() {
  problem_.reset();
  refused_.clear();
  if (step_ == TrackStep::kNumber) {
    if (ReceiptNumber::Parse(number_.text())) {
      step_ = TrackStep::kCode;
    } else {
      problem_ = TrackProblem::kNumberWrong;
    }
  } else if (step_ == TrackStep::kCode) {
    if (LookupCode::Parse(code_.text())) {
      Look();
    } else {
      problem_ = TrackProblem::kCodeWrong;
    }
  }
}

bool TrackFlow::Back() {
  problem_.reset();
  refused_.clear();
  two_slips_ = false;
  ++question_;
  if (step_ == TrackStep::kNumber || step_ == TrackStep::kFound) return false;
  const bool waiting = step_ == TrackStep::kLooking || step_ == TrackStep::kAsking;
  if (!waiting) code_.Clear();
  step_ = waiting ? TrackStep::kCode : TrackStep::kNumber;
  return true;
}

void TrackFlow::Show() {
  if (step_ != TrackStep::kNumber) return;
  problem_.reset();
  refused_.clear();
  step_ = TrackStep::kShow;
}

void TrackFlow::Retype() {
  if (step_ == TrackStep::kNowhere) Back();
}

void TrackFlow::LoseSlip() {
  if (step_ != TrackStep::kNumber) return;
  problem_.reset();
  refused_.clear();
  step_ = TrackStep::kLost;
}

void TrackFlow::Again() {
  if (step_ == TrackStep::kNowhere) Look();
}

void TrackFlow::OnCodes(const std::vector<std::string>& texts) {
  const bool open =
      step_ == TrackStep::kNumber || step_ == TrackStep::kShow || step_ == TrackStep::kCode;
  if (!open || texts.empty()) return;
  const std::int64_t now_ms = clock_.Now().monotonic_ms;
  const std::vector<SlipNumbers> slips = SlipsIn(texts);
  if (slips.size() > 1) {
    two_slips_ = true;
    two_seen_ms_ = now_ms;
    return Refuse(TrackProblem::kTwoSlips);
  }
  // One of two may be hard to read for a moment; it is taken once the other has gone.
  if (two_slips_ && now_ms - two_seen_ms_ < kQuestionsGoneMs) return;
  two_slips_ = false;
  if (texts == refused_) return;
  if (slips.empty()) {
    refused_ = texts;
    return Refuse(WhyNoSlip(texts));
  }
  refused_.clear();
  problem_.reset();
  number_.Set(slips.front().number.digits());
  code_.Set(slips.front().code.digits());
  step_ = TrackStep::kCode;
  if (WaitMs() == 0) Look();
}

void TrackFlow::Refuse(TrackProblem problem) { problem_ = problem; }

void TrackFlow::StayAtCode(std::optional<TrackProblem> problem, std::int64_t wait_ms) {
  step_ = TrackStep::kCode;
  problem_ = problem;
  const auto number = ReceiptNumber::Parse(number_.text());
  if (wait_ms > 0 && number) free_[number->digits()] = clock_.Now().monotonic_ms + wait_ms;
}

void TrackFlow::Look() {
  const auto number = ReceiptNumber::Parse(number_.text());
  const auto code = LookupCode::Parse(code_.text());
  if (!number || !code || WaitMs() > 0) return;
  step_ = TrackStep::kLooking;
  problem_.reset();
  sources_.cases.Track(
      *number, *code,
      visit_.Guard<Result<TrackReply>>([this, asked = ++question_](Result<TrackReply> reply) {
        if (asked == question_) OnReply(std::move(reply), false);
      }));
}

void TrackFlow::OnReply(Result<TrackReply> reply, bool live) {
  if (!reply) return StayAtCode(TrackProblem::kFailed);
  switch (reply->outcome) {
    case TrackReply::Outcome::kFound:
      found_ = std::move(reply->found);
      step_ = TrackStep::kFound;
      return;
    case TrackReply::Outcome::kWrongCode:
      return StayAtCode(TrackProblem::kNotItsCode, reply->wait_ms);
    case TrackReply::Outcome::kTooSoon:
      return StayAtCode(TrackProblem::kTooSoon, reply->wait_ms);
    case TrackReply::Outcome::kNotHere:
      if (!live) return AskCounty();
      step_ = TrackStep::kNowhere;
      problem_ = TrackProblem::kUnknown;
      return;
  }
}

void TrackFlow::AskCounty() {
  if (!sources_.questions) {
    step_ = TrackStep::kNowhere;
    problem_ = TrackProblem::kOffline;
    return;
  }
  step_ = TrackStep::kAsking;
  sources_.questions->AskStatus(
      *ReceiptNumber::Parse(number_.text()),
      visit_.Guard<Result<StatusWord>>([this, asked = ++question_](Result<StatusWord> word) {
        if (asked == question_) OnWord(std::move(word));
      }));
}

void TrackFlow::OnWord(Result<StatusWord> word) {
  if (!word || !word->status) {
    if (!word && word.error().kind != ErrorKind::kUnavailable)
      return StayAtCode(TrackProblem::kFailed);
    step_ = TrackStep::kNowhere;
    problem_ = word ? TrackProblem::kUnknown : TrackProblem::kOffline;
    return;
  }
  step_ = TrackStep::kLooking;
  sources_.cases.TrackLive(
      *ReceiptNumber::Parse(number_.text()), *LookupCode::Parse(code_.text()), std::move(*word),
      visit_.Guard<Result<TrackReply>>([this, asked = ++question_](Result<TrackReply> reply) {
        if (asked == question_) OnReply(std::move(reply), true);
      }));
}

void TrackFlow::OnReceipt(const ReceiptStatus& status) {
  if (found_ && found_->here && found_->number == status.number) found_->here = status;
}

void TrackFlow::OnCases(const std::vector<std::string>& numbers) {
  const auto number = ReceiptNumber::Parse(number_.text());
  const auto code = LookupCode::Parse(code_.text());
  if (!found_ || !number || !code || found_->number != number->digits()) return;
  if (std::find(numbers.begin(), numbers.end(), found_->number) == numbers.end()) return;
  sources_.cases.Track(
      *number, *code,
      visit_.Guard<Result<TrackReply>>([this, asked = ++question_](Result<TrackReply> reply) {
        const bool found = reply && reply->outcome == TrackReply::Outcome::kFound;
        if (asked == question_ && found) found_ = std::move(reply->found);
      }));
}

bool TrackFlow::CanWithdraw() const {
  return found_ && found_->here && MayWithdraw(*found_->here, clock_.Now());
}

void TrackFlow::Withdraw() {
  const auto number = ReceiptNumber::Parse(number_.text());
  if (!number || !CanWithdraw()) return;
  problem_.reset();
  sources_.requests.Withdraw(*number,
                             visit_.Guard<Result<ReceiptStatus>>([this](Result<ReceiptStatus> now) {
                               const auto why = TakeWithdrawal(std::move(now), *found_->here);
                               if (why == WithdrawProblem::kTooLate)
                                 problem_ = TrackProblem::kTooLate;
                               if (why == WithdrawProblem::kNotKept)
                                 problem_ = TrackProblem::kNotWithdrawn;
                             }));
}

bool TrackFlow::CanRate() const {
  return IsAt(found_, CaseStep::kAnswered) && !found_->answer->wish && !found_->said_here;
}

void TrackFlow::OnRated() {
  if (found_) found_->said_here = true;
}

bool TrackFlow::CanSayWhether() const {
  return IsAt(found_, CaseStep::kGranted) && found_->answer->wish && !found_->confirmed_here &&
         !found_->not_yet_here && !saying_;
}

void TrackFlow::SayWhether(bool came) {
  if (!CanSayWhether()) return;
  problem_.reset();
  saying_ = true;
  WishBody body;
  body.act = came ? WishAct::kConfirm : WishAct::kNotYet;
  body.receipt = found_->number;
  body.round = found_->answer->round;
  body.answer_token = ToBase64Url(found_->answer->token);
  sources_.wishes.TendWish(
      std::move(body), visit_.Guard<Result<bool>>([this, came](const Result<bool>& kept) {
        saying_ = false;
        if (kept) {
          (came ? found_->confirmed_here : found_->not_yet_here) = true;
        } else {
          problem_ = kept.error().kind == ErrorKind::kConflict ? TrackProblem::kSaidAlready
                                                               : TrackProblem::kNotKept;
        }
      }));
}

}  // namespace studio
