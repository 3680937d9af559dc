#include "app/wishes/wish_tending.h"

#include <algorithm>
#include <utility>

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
                         const Clock& clock, const Wish& wish, WishAct act, Helper known)
    : store_(store),
      state_(state),
      wish_(wish),
      act_(act),
      known_(std::move(known)),
      card_(duty, state, clock, CardWanted::kAny) {
  Next();
}

Helper WishTending::Who() const {
  const ShownCard* card = card_.card();
  if (knows_member() || card == nullptr) return known_;
  return {card->member, card->name, card->token};
}

std::string WishTending::member_name() const { return Who().name; }

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
  const Helper who = Who();
  const bool theirs = who.empty() || who.member == now->member;
  return theirs ? TendProblem::kNone : TendProblem::kNotTheirs;
}

void WishTending::Next() {
  if (step_ != TendStep::kCard || Who().empty()) return;
  problem_ = ProblemNow();
  step_ = TendStep::kCheck;
}

void WishTending::AnotherCard() {
  if (step_ != TendStep::kCheck || knows_member()) return;
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
  Helper who = Who();
  body.member = std::move(who.member);
  body.member_name = std::move(who.name);
  body.token = std::move(who.token);
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
