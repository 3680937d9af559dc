// How somebody finds that their matter was handled: 满意 / 基本满意 / 不满意, why, and whether it
// goes back once as not solved. The request itself is never graded. Holds what is being said, so
// that destroying the flow destroys the draft. Main thread.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "app/base/visit.h"
#include "app/saying/attachment.h"
#include "app/saying/safety_stop.h"
#include "app/saying/text_draft.h"
#include "app/station/kiosk_state.h"
#include "app/tracking/case_store.h"

namespace studio {

enum class RatingStep {
  kHow,
  kWhy,    // of kDissatisfied, and the two after it
  kWords,  // written or spoken, off kWhy
  kWhatNext,
  kCheck,
  kSaving,
  kKept,
};

// What went wrong when saving; nothing that was said is lost by it.
enum class RatingProblem { kFull, kFailed, kRatedAlready };

inline constexpr std::array<std::string_view, 5> kRatingReasons = {"slow", "not_done", "attitude",
                                                                   "unclear", "other"};
inline constexpr std::size_t kRatingWordsLimit = 500;

class RatingFlow {
 public:
  // `store` and `state` outlive the flow. `receipt`: digits; `answer` is the one that is rated.
  RatingFlow(CaseStore& store, const KioskState& state, std::string receipt,
             const CaseAnswer& answer);

  RatingStep step() const { return step_; }
  std::optional<RatingProblem> problem() const { return problem_; }

  void Choose(Satisfaction satisfaction);
  std::optional<Satisfaction> satisfaction() const { return satisfaction_; }
  void ToggleReason(std::string_view reason);
  bool HasReason(std::string_view reason) const { return reasons_.contains(reason); }
  void SaySomething();  // at kWhy: to kWords
  TextDraft& words() { return words_; }
  const TextDraft& words() const { return words_; }
  void SetVoice(AttachmentPtr voice);  // null: none, or no longer
  const AttachmentPtr& voice() const { return voice_; }
  // What is to be seen before kWords is left; Next() goes on once it is answered.
  SafetyStop& stop() { return stop_; }
  const SafetyStop& stop() const { return stop_; }
  bool may_send_back() const { return may_send_back_; }
  void ChooseSendBack(bool send_back);
  bool sends_back() const { return send_back_; }

  void Next();  // from kWhy and kWords
  bool Back();  // false at the first step
  void Confirm();

 private:
  RatingBody Body() const;

  CaseStore& store_;
  const KioskState& state_;
  std::string receipt_;
  int round_;
  ByteArray<16> token_;
  bool may_send_back_;
  RatingStep step_ = RatingStep::kHow;
  std::optional<RatingProblem> problem_;
  std::optional<Satisfaction> satisfaction_;
  std::set<std::string, std::less<>> reasons_;
  TextDraft words_{kRatingWordsLimit};
  SafetyStop stop_;
  AttachmentPtr voice_;
  bool send_back_ = false;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
