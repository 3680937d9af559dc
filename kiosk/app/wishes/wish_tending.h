// A member takes a wish on (认领), or says that the one they took is granted: the card, a look at
// what is claimed, and the record. The county decides who was first. Main thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/checkin/card_asking.h"
#include "app/request/helper_asking.h"
#include "app/wishes/wish_store.h"

namespace studio {

// A wish as the wall shows it.
enum class WishState {
  kOpen,       // 等待认领
  kWaiting,    // claimed here, 待确认
  kClaimed,    // 已认领
  kGranted,    // the member says that it is done
  kConfirmed,  // who wished says so, too
};
struct WishOnWall {
  WishState state = WishState::kOpen;
  std::string member_name;  // who claimed it, also while that waits
  // Members whose claim made here came to nothing, because member_name was first.
  std::vector<std::string> lost;
};
WishOnWall OnWall(const Wish& wish, const Station& station);
const Wish* WishOf(const Station& station, std::string_view id);  // null: none

enum class TendStep { kCard, kCheck, kSaving, kDone };

enum class TendProblem {
  kNone,
  kTaken,      // another member has it: see taken_by()
  kNotTheirs,  // only who claimed it says that it is granted
  kWaiting,    // the same is on its way already
  kGone,       // it hangs there no more, or has been granted
  kStorageFull,
  kStorageFailed,
};

class WishTending {
 public:
  // All outlive it. `act`: kClaim or kGrant. `known`: who it is, where their card was shown before.
  WishTending(WishStore& store, DutyStore& duty, const KioskState& state, const Clock& clock,
              const Wish& wish, WishAct act, Helper known = {});

  TendStep step() const { return step_; }
  TendProblem problem() const { return problem_; }
  WishAct act() const { return act_; }
  const Wish& wish() const { return wish_; }
  std::string taken_by() const;  // member's name
  bool knows_member() const { return !known_.empty(); }
  std::string member_name() const;  // from kCheck on
  CardAsking& card() { return card_; }
  const CardAsking& card() const { return card_; }
  // Goes on to the check once a card was taken.
  void OnCodes(const std::vector<std::string>& texts) { card_.OnCodes(texts); }
  void Next();
  void AnotherCard();
  void Confirm();

 private:
  TendProblem ProblemNow() const;
  Helper Who() const;

  WishStore& store_;
  const KioskState& state_;
  Wish wish_;
  WishAct act_;
  TendStep step_ = TendStep::kCard;
  TendProblem problem_ = TendProblem::kNone;
  Helper known_;
  CardAsking card_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
