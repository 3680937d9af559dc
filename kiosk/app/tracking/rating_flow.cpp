#include "app/tracking/rating_flow.h"

#include <algorithm>
#include <utility>

namespace studio {

RatingFlow::RatingFlow(CaseStore& store, const KioskState& state, std::string receipt,
                       const CaseAnswer& answer)
    : store_(store),
      state_(state),
      receipt_(std::move(receipt)),
      round_(answer.round),
      token_(answer.token),
      may_send_back_(answer.may_return) {}

void RatingFlow::Choose(Satisfaction satisfaction) {
  if (step_ != RatingStep::kHow) return;
  satisfaction_ = satisfaction;
  step_ = satisfaction == Satisfaction::kDissatisfied ? RatingStep::kWhy : RatingStep::kCheck;
}

void RatingFlow::ToggleReason(std::string_view reason) {
  if (const auto it = reasons_.find(reason); it != reasons_.end()) {
    reasons_.erase(it);
  } else if (std::find(kRatingReasons.begin(), kRatingReasons.end(), reason) !=
             kRatingReasons.end()) {
    reasons_.emplace(reason);
  }
}

void RatingFlow::SaySomething() {
  if (step_ == RatingStep::kWhy) step_ = RatingStep::kWords;
}

void RatingFlow::SetVoice(AttachmentPtr voice) { voice_ = std::move(voice); }

void RatingFlow::ChooseSendBack(bool send_back) {
  if (step_ != RatingStep::kWhatNext) return;
  send_back_ = send_back;
  step_ = RatingStep::kCheck;
}

void RatingFlow::Next() {
  if (step_ == RatingStep::kWords) {
    if (stop_.Stops(words_.text(), state_.station->safety)) return;
    step_ = RatingStep::kWhy;
  } else if (step_ == RatingStep::kWhy) {
    step_ = may_send_back_ ? RatingStep::kWhatNext : RatingStep::kCheck;
  }
}

bool RatingFlow::Back() {
  problem_.reset();
  const bool dissatisfied = satisfaction_ == Satisfaction::kDissatisfied;
  switch (step_) {
    case RatingStep::kHow:
    case RatingStep::kKept:
      return false;
    case RatingStep::kWhy:
      step_ = RatingStep::kHow;
      break;
    case RatingStep::kWords:
    case RatingStep::kWhatNext:
      step_ = RatingStep::kWhy;
      break;
    case RatingStep::kCheck:
      step_ = !dissatisfied    ? RatingStep::kHow
              : may_send_back_ ? RatingStep::kWhatNext
                               : RatingStep::kWhy;
      break;
    case RatingStep::kSaving:
      break;
  }
  return true;
}

RatingBody RatingFlow::Body() const {
  RatingBody body;
  body.receipt = receipt_;
  body.round = round_;
  body.token = token_;
  body.satisfaction = *satisfaction_;
  // What was said on the way to another mark is not part of it.
  if (body.satisfaction != Satisfaction::kDissatisfied) return body;
  body.send_back = send_back_;
  body.reasons.assign(reasons_.begin(), reasons_.end());
  body.words = words_.Finished();
  body.danger = stop_.danger();
  body.danger_words = stop_.danger_words();
  if (voice_) body.attachments.push_back(voice_->ref());
  return body;
}

void RatingFlow::Confirm() {
  if (step_ != RatingStep::kCheck) return;
  problem_.reset();
  // The words may have been left by going back.
  if (satisfaction_ == Satisfaction::kDissatisfied &&
      stop_.Stops(words_.text(), state_.station->safety)) {
    return;
  }
  step_ = RatingStep::kSaving;
  store_.Rate(Body(), visit_.Guard<Result<bool>>([this](const Result<bool>& kept) {
    if (kept) {
      step_ = RatingStep::kKept;
      return;
    }
    step_ = RatingStep::kCheck;
    switch (kept.error().kind) {
      case ErrorKind::kConflict:
        problem_ = RatingProblem::kRatedAlready;
        return;
      case ErrorKind::kStorage:
        problem_ = RatingProblem::kFull;
        return;
      default:
        problem_ = RatingProblem::kFailed;
    }
  }));
}

}  // namespace studio
