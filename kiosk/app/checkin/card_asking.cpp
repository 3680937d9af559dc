#include "app/checkin/card_asking.h"

#include <string.h>

#include <utility>

#include "app/base/scanned_code.h"

namespace studio {

ShownCard::~ShownCard() { explicit_bzero(secret.data(), secret.size()); }

CardAsking::CardAsking(DutyStore& store, const KioskState& state, const Clock& clock,
                       CardWanted wanted, std::function<void(const ShownCard&)> on_card)
    : store_(store), state_(state), clock_(clock), wanted_(wanted), on_card_(std::move(on_card)) {}

CardAsking::~CardAsking() { ForgetShown(); }

void CardAsking::ForgetShown() {
  for (std::string& text : shown_) WipeText(text);
  shown_.clear();
}

void CardAsking::OnCodes(const std::vector<std::string>& texts) {
  if (card_ || reading_ || texts.empty() || texts == shown_) return;
  ForgetShown();
  shown_ = texts;
  auto text = OneCode(texts);
  if (!text) return Refuse(CardProblem::kTwoCodes);
  reading_ = true;
  problem_ = CardProblem::kNone;
  store_.ReadGrounds(visit_.Guard<Result<CheckInGrounds>>(
      [this, text = std::move(*text)](Result<CheckInGrounds> grounds) {
        OnGrounds(std::move(grounds), text);
      }));
}

void CardAsking::Refuse(CardProblem problem) {
  problem_ = problem;
  reading_ = false;
}

void CardAsking::OnGrounds(Result<CheckInGrounds> grounds, const std::string& text) {
  if (!grounds) {
    ForgetShown();
    return Refuse(CardProblem::kFailed);
  }
  grounds->TellTime(state_.time->At(clock_.Now()));
  const CheckInAnswer answer = JudgeCode(text, *grounds);
  verdict_ = answer.verdict;
  const bool printed = wanted_ == CardWanted::kPrinted;
  if (printed && answer.badge && answer.badge->kind == BadgeKind::kLive) {
    return Refuse(CardProblem::kLiveCode);
  }
  if (!IsTaken(verdict_) && verdict_ != CheckInVerdict::kAlreadyIn) {
    return Refuse(CardProblem::kBadBadge);
  }
  const auto token = ReadBadgeToken(text);
  if (printed && (!token || !token->secret)) return Refuse(CardProblem::kNoSecret);
  reading_ = false;
  card_.emplace();
  card_->member = answer.member->id;
  card_->name = answer.member->name;
  card_->token = answer.token;
  card_->pin = PinOf(*answer.badge, *grounds);
  if (printed) card_->secret = *token->secret;
  if (on_card_) on_card_(*card_);
}

void CardAsking::Decline(CardProblem problem) {
  card_.reset();
  Refuse(problem);
}

void CardAsking::Forget() {
  card_.reset();
  ForgetShown();
  problem_ = CardProblem::kNone;
}

}  // namespace studio
