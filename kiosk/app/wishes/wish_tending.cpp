#include "app/wishes/wish_tending.h"

#include <algorithm>

namespace studio {

const Wish* WishOf(const Station& station, std::string_view id) {
  const auto found = std::find_if(station.wishes.begin(), station.wishes.end(),
                                  [&](const Wish& wish) { return wish.id == id; });
  return found == station.wishes.end() ? nullptr : &*found;
}

WishOnWall OnWall(const Wish& wish, const Station& station) {
  WishOnWall out;
  out.member_name = wish.member_name;
  if (wish.step == "confirmed") {
    out.state = WishState::kConfirmed;
  } else if (wish.step == "granted") {
    out.state = WishState::kGranted;
  } else if (wish.step == "claimed") {
    out.state = WishState::kClaimed;
  }
  for (const WishClaim& claim : station.claims) {
    if (claim.wish != wish.id) continue;
    if (claim.lost) {
      out.lost.push_back(claim.member_name);
    } else if (out.state == WishState::kOpen) {
      out.state = WishState::kWaiting;
      out.member_name = claim.member_name;
    }
  }
  return out;
}

WishTending::WishTending(WishStore& store, DutyStore& duty, const KioskState& state,
                         const Clock& clock, const Wish& wish, WishAct act)
    : store_(store),
      state_(state),
      wish_(wish),
      act_(act),
      card_(duty, state, clock, CardWanted::kAny) {}

std::string WishTending::taken_by() const {
  const Wish* now = WishOf(*state_.station, wish_.id);
  return now == nullptr ? std::string() : OnWall(*now, *state_.station).member_name;
}

TendProblem WishTending::ProblemNow() const {
  const Wish* now = WishOf(*state_.station, wish_.id);
  if (now == nullptr) return TendProblem::kGone;
  const WishState state = OnWall(*now, *state_.station).state;
  if (act_ == WishAct::kClaim) {
    if (state == WishState::kOpen) return TendProblem::kNone;
    return state == WishState::kWaiting ? TendProblem::kWaiting : TendProblem::kTaken;
  }
  if (state != WishState::kClaimed) return TendProblem::kGone;
  const ShownCard* card = card_.card();
  const bool theirs = card == nullptr || card->member == now->member;
  return theirs ? TendProblem::kNone : TendProblem::kNotTheirs;
}

void WishTending::Next() {
  if (step_ != TendStep::kCard || card_.card() == nullptr) return;
  problem_ = ProblemNow();
  step_ = TendStep::kCheck;
}

void WishTending::AnotherCard() {
  if (step_ != TendStep::kCheck) return;
  card_.Forget();
  problem_ = TendProblem::kNone;
  step_ = TendStep::kCard;
}

void WishTending::Confirm() {
  if (step_ != TendStep::kCheck) return;
  problem_ = ProblemNow();
  if (problem_ != TendProblem::kNone) return;
  WishBody body;
  body.act = act_;
  body.wish = wish_.id;
  body.member = card_.card()->member;
  body.member_name = card_.card()->name;
  body.token = card_.card()->token;
  step_ = TendStep::kSaving;
  store_.TendWish(std::move(body), visit_.Guard<Result<bool>>([this](const Result<bool>& kept) {
    if (kept) {
      step_ = TendStep::kDone;
      return;
    }
    step_ = TendStep::kCheck;
    const ErrorKind kind = kept.error().kind;
    problem_ = kind == ErrorKind::kConflict  ? TendProblem::kWaiting
               : kind == ErrorKind::kStorage ? TendProblem::kStorageFull
                                             : TendProblem::kStorageFailed;
  }));
}

}  // namespace studio
