// The manager says how a line of the ledger ended (销号): by one of a few outcomes, and with a
// sentence where there is more to say. Main thread.
#pragma once

#include <memory>
#include <optional>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/desk/ledger_store.h"
#include "app/saying/safety_stop.h"
#include "app/saying/text_draft.h"
#include "app/station/kiosk_state.h"

namespace studio {

enum class ClosingStep { kForm, kSaving, kDone };
enum class ClosingProblem { kLineGone, kFull, kFailed };

inline constexpr CaseOutcome kClosingOutcomes[] = {CaseOutcome::kSolved, CaseOutcome::kPlanned,
                                                   CaseOutcome::kNotNow, CaseOutcome::kNoted};

class LineClosingFlow {
 public:
  // All outlive the flow.
  LineClosingFlow(LedgerStore& store, const KioskState& state, const Clock& clock,
                  KeySession session, const Uuid& line);

  ClosingStep step() const { return step_; }
  std::optional<ClosingProblem> problem() const { return problem_; }

  std::optional<CaseOutcome> outcome() const { return outcome_; }
  void Choose(CaseOutcome outcome) { outcome_ = outcome; }
  TextDraft& words() { return words_; }
  const TextDraft& words() const { return words_; }

  // Danger alone, as of a write-up.
  SafetyStop& stop() { return stop_; }
  const SafetyStop& stop() const { return stop_; }
  bool StopsAtWords();

  // With an outcome: to kDone, or problem() says why not.
  void File();

 private:
  LedgerStore& store_;
  const KioskState& state_;
  const Clock& clock_;
  const KeySession session_;
  const std::shared_ptr<const Station> station_;
  const Uuid line_;
  ClosingStep step_ = ClosingStep::kForm;
  std::optional<ClosingProblem> problem_;
  std::optional<CaseOutcome> outcome_;
  TextDraft words_{kMaxClosingWords};
  SafetyStop stop_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
