// A member notes what somebody told them by telephone or by word of mouth: a line of the ledger.
// Kept sealed for its writer as it grows, until it is filed or given up. Main thread.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/desk/ledger_store.h"
#include "app/saying/safety_stop.h"
#include "app/saying/text_draft.h"
#include "app/station/kiosk_state.h"

namespace studio {

enum class HeardStep { kForm, kSaving, kDone };
enum class HeardProblem { kChooseVillage, kSaySomething, kFull, kFailed };

class HeardFlow {
 public:
  // All outlive the flow. `resumed`: what was kept.
  HeardFlow(LedgerStore& store, const KioskState& state, const Clock& clock, KeySession session,
            const HeardBody* resumed = nullptr);
  // What was written and not filed is kept.
  ~HeardFlow();

  HeardStep step() const { return step_; }
  std::optional<HeardProblem> problem() const { return problem_; }
  const Station& station() const { return *station_; }

  HeardBy way() const { return way_; }
  void ChooseWay(HeardBy way) { way_ = way; }
  const Village* village() const;  // null: not said, as the next
  void ChooseVillage(const Village& village);
  const Category* category() const;
  void ChooseCategory(const Category& category);  // chosen again: none
  TextDraft& who() { return who_; }
  const TextDraft& who() const { return who_; }
  TextDraft& words() { return words_; }
  const TextDraft& words() const { return words_; }
  void NoteWriting() { problem_.reset(); }

  // Danger alone, as of a write-up.
  SafetyStop& stop() { return stop_; }
  const SafetyStop& stop() const { return stop_; }
  bool StopsAtWords();

  bool HasSomething() const { return !who_.Blank() || !words_.Blank(); }
  void Keep();
  void GiveUp();
  // To kDone, or problem() says why not. While it is being kept, and after, nothing more is filed.
  void File();

 private:
  HeardBody Body() const;

  LedgerStore& store_;
  const KioskState& state_;
  const Clock& clock_;
  const KeySession session_;
  const std::shared_ptr<const Station> station_;
  HeardStep step_ = HeardStep::kForm;
  std::optional<HeardProblem> problem_;
  HeardBy way_ = HeardBy::kPhone;
  std::string village_, category_;  // ids
  TextDraft who_{kMaxHeardWho, TextKind::kLine};
  TextDraft words_{kMaxHeardWords};
  SafetyStop stop_;
  std::optional<HeardBody> kept_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
