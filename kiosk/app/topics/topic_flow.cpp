#include "app/topics/topic_flow.h"

#include <algorithm>
#include <utility>

namespace studio {

const Topic* TopicOf(const Station& station, std::string_view id) {
  const auto found = std::find_if(station.topics.begin(), station.topics.end(),
                                  [&](const Topic& topic) { return topic.id == id; });
  return found == station.topics.end() ? nullptr : &*found;
}

int OpenTopics(const Station& station, std::string_view today) {
  return static_cast<int>(
      std::count_if(station.topics.begin(), station.topics.end(),
                    [&](const Topic& topic) { return topic.TakesOpinions(today); }));
}

TopicFlow::TopicFlow(TopicStore& store, DutyStore& duty, const KioskState& state,
                     const Clock& clock, VisitBallots& ballots, const Topic& topic)
    : store_(store),
      state_(state),
      clock_(clock),
      ballots_(ballots),
      topic_(topic),
      card_(duty, state, clock, CardWanted::kPrinted) {}

bool TopicFlow::late() const {
  if (step_ >= OpinionStep::kSaving) return sent_late_;
  const Topic* now = TopicOf(*state_.station, topic_.id);
  return now == nullptr || !now->TakesOpinions(LocalTime::At(state_.CountyMs(clock_.Now())).Date());
}

std::optional<OpinionProblem> TopicFlow::ProblemOf(OpinionStep step) const {
  switch (step) {
    case OpinionStep::kStance:
      if (!stance_) return OpinionProblem::kChooseStance;
      break;
    case OpinionStep::kWords:
      if (stance_ == Stance::kSuggest && !voice_ && words_.Blank()) {
        return OpinionProblem::kSaySomething;
      }
      break;
    case OpinionStep::kWho:
      if (!member_) return OpinionProblem::kChooseWho;
      break;
    default:
      break;
  }
  return std::nullopt;
}

void TopicFlow::Next() {
  problem_ = ProblemOf(step_);
  if (problem_) return;
  switch (step_) {
    case OpinionStep::kStance:
      step_ = OpinionStep::kWords;
      return;
    case OpinionStep::kWords:
      if (stop_.Stops(words_.text(), state_.station->safety)) return;
      step_ = OpinionStep::kWho;
      return;
    case OpinionStep::kWho:
      if (*member_ && card_.card() == nullptr) {
        step_ = OpinionStep::kCard;
      } else {
        ToCheck();
      }
      return;
    case OpinionStep::kCard:
      if (card_.card() != nullptr) ToCheck();
      return;
    default:
      return;
  }
}

void TopicFlow::ToCheck() {
  ballot_ = *member_ ? MemberBallot(topic_.id, card_.card()->secret) : ballots_.Of(topic_.id);
  replaces_ = ballots_.Given(topic_.id, ballot_);
  step_ = OpinionStep::kCheck;
}

bool TopicFlow::Back() {
  problem_.reset();
  switch (step_) {
    case OpinionStep::kStance:
      return false;
    case OpinionStep::kWords:
      step_ = OpinionStep::kStance;
      return true;
    case OpinionStep::kWho:
      step_ = OpinionStep::kWords;
      return true;
    case OpinionStep::kCard:
    case OpinionStep::kCheck:
      card_.Forget();
      step_ = OpinionStep::kWho;
      return true;
    default:
      return true;
  }
}

void TopicFlow::ChooseStance(Stance stance) {
  problem_.reset();
  stance_ = stance;
}

void TopicFlow::SetVoice(AttachmentPtr voice) {
  problem_.reset();
  voice_ = std::move(voice);
}

void TopicFlow::ChooseWho(bool member) {
  problem_.reset();
  member_ = member;
  if (!member) card_.Forget();
}

void TopicFlow::Confirm() {
  if (step_ != OpinionStep::kCheck) return;
  problem_.reset();
  sent_late_ = late();
  step_ = OpinionStep::kSaving;
  store_.GiveOpinion(Body(), visit_.Guard<Result<bool>>([this](const Result<bool>& kept) {
    if (!kept) {
      step_ = OpinionStep::kCheck;
      problem_ = kept.error().kind == ErrorKind::kStorage ? OpinionProblem::kStorageFull
                                                          : OpinionProblem::kStorageFailed;
      return;
    }
    ballots_.NoteGiven(topic_.id, ballot_);
    step_ = OpinionStep::kDone;
  }));
}

OpinionBody TopicFlow::Body() const {
  OpinionBody body;
  body.topic = topic_.id;
  body.ballot = ballot_;
  body.member = *member_;
  body.stance = *stance_;
  body.words = words_.Finished();
  body.at_ms = state_.CountyMs(clock_.Now());
  body.late = sent_late_;
  body.danger = stop_.danger();
  body.danger_words = stop_.danger_words();
  if (voice_) body.attachments.push_back(voice_->ref());
  return body;
}

}  // namespace studio
