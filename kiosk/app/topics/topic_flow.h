// An opinion on one topic, from the stance to the thanks. Holds everything being said, so that
// destroying the flow destroys the draft. A topic that closes meanwhile takes nobody's words away:
// they are sent on, and not counted. Main thread; told the time through Clock.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/checkin/card_asking.h"
#include "app/saying/attachment.h"
#include "app/saying/safety_stop.h"
#include "app/saying/text_draft.h"
#include "app/station/storage_state.h"
#include "app/topics/topic_store.h"
#include "app/topics/visit_ballots.h"

namespace studio {

enum class OpinionStep { kStance, kWords, kWho, kCard, kCheck, kSaving, kDone };

// Why the current step cannot be left yet, or what went wrong when saving.
enum class OpinionProblem {
  kChooseStance,
  kSaySomething,  // a suggestion without one
  kChooseWho,
  kStorageFull,
  kStorageFailed,
};

inline constexpr std::size_t kOpinionLimit = 500;  // characters

// The topic of that id in what the terminal knows; null: none.
const Topic* TopicOf(const Station& station, std::string_view id);
// How many take opinions on that day, "2026-11-21".
int OpenTopics(const Station& station, std::string_view today);

class TopicFlow {
 public:
  // All outlive the flow; `topic` is copied, so that it may leave the feed meanwhile.
  TopicFlow(TopicStore& store, DutyStore& duty, const KioskState& state, const Clock& clock,
            VisitBallots& ballots, const Topic& topic);

  OpinionStep step() const { return step_; }
  std::optional<OpinionProblem> problem() const { return problem_; }
  const Topic& topic() const { return topic_; }
  bool takes_voice() const { return ShortageOf(state_.storage) < Shortage::kNoVoice; }
  // It takes no opinions any more; what is said now is sent on and not counted. After sending:
  // whether it was so then.
  bool late() const;

  void Next();
  // False at the first step: there is nothing before it.
  bool Back();

  void ChooseStance(Stance stance);
  std::optional<Stance> stance() const { return stance_; }
  TextDraft& words() { return words_; }
  const TextDraft& words() const { return words_; }
  void NoteWriting() { problem_.reset(); }
  void SetVoice(AttachmentPtr voice);  // null: none, or no longer
  const AttachmentPtr& voice() const { return voice_; }
  void ChooseWho(bool member);
  std::optional<bool> member() const { return member_; }
  CardAsking& card() { return card_; }
  const CardAsking& card() const { return card_; }

  // What is to be seen before kWords is left; Next() goes on once it is answered.
  SafetyStop& stop() { return stop_; }
  const SafetyStop& stop() const { return stop_; }

  void Confirm();
  // This ballot has spoken on the topic in this visit: what it said is replaced (from kCheck on).
  bool replaces() const { return replaces_; }
  const Ballot& ballot() const { return ballot_; }  // from kCheck on

 private:
  std::optional<OpinionProblem> ProblemOf(OpinionStep step) const;
  void ToCheck();
  OpinionBody Body() const;

  TopicStore& store_;
  const KioskState& state_;
  const Clock& clock_;
  VisitBallots& ballots_;
  Topic topic_;
  OpinionStep step_ = OpinionStep::kStance;
  std::optional<OpinionProblem> problem_;
  std::optional<Stance> stance_;
  TextDraft words_{kOpinionLimit};
  AttachmentPtr voice_;
  SafetyStop stop_;
  std::optional<bool> member_;
  CardAsking card_;
  Ballot ballot_{};
  bool replaces_ = false;
  bool sent_late_ = false;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
