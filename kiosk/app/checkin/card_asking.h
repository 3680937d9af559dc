// A member shows their card, for something that only a member may do: what is read is judged as at
// the check-in (JudgeCode), and nothing of it is kept but who it is. Main thread.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/duty/duty_store.h"
#include "app/station/kiosk_state.h"

namespace studio {

// Why a code was not taken; another may be shown.
enum class CardProblem {
  kNone,
  kTwoCodes,    // two badges in one picture
  kBadBadge,    // see verdict(): forged, expired, …
  kLiveCode,    // opens nothing: the printed card is wanted
  kNoSecret,    // a printed card's code without its secret: a copy of what may be stored
  kNotManager,  // the studio has others for that
  kNoKey,       // no key is wrapped for this member: no PIN goes with the card
  kElsewhere,   // likewise, and they belong to other studios
  kOlderCard,   // the PIN goes with a newer card of theirs
  kNotHere,     // a member who has not checked in, or is out
  kFailed,      // the store did not answer; may be tried again
};

enum class CardWanted {
  kAny,      // a live code on a phone is as good
  kPrinted,  // the printed card, whose code carries the secret
};

// Who has shown a card. The secret is wiped with it.
struct ShownCard {
  ShownCard() = default;
  ShownCard(const ShownCard&) = delete;
  ShownCard& operator=(const ShownCard&) = delete;
  ~ShownCard();

  std::string member, name;      // id, as people call them
  std::string token;             // without the secret: may be sent
  CardPin pin = CardPin::kNone;  // whether a PIN goes with it
  BadgeSecret secret{};          // of a printed card; zeros: CardWanted::kAny
};

class CardAsking {
 public:
  // All outlive it. on_card: one was taken; it may be declined.
  CardAsking(DutyStore& store, const KioskState& state, const Clock& clock, CardWanted wanted,
             std::function<void(const ShownCard&)> on_card = nullptr);
  ~CardAsking();

  // What the camera or a scanner reads, again and again while it is held there.
  void OnCodes(const std::vector<std::string>& texts);
  bool reading() const { return reading_; }
  CardProblem problem() const { return problem_; }     // why the last code was not taken
  CheckInVerdict verdict() const { return verdict_; }  // of the badge, for kBadBadge
  const ShownCard* card() const { return card_ ? &*card_ : nullptr; }  // once one was taken
  void Decline(CardProblem problem);                                   // of the card taken
  void Forget();                                                       // asks for a card anew

 private:
  void OnGrounds(Result<CheckInGrounds> grounds, const std::string& text);
  void Refuse(CardProblem problem);
  void ForgetShown();

  DutyStore& store_;
  const KioskState& state_;
  const Clock& clock_;
  CardWanted wanted_;
  bool reading_ = false;
  CardProblem problem_ = CardProblem::kNone;
  CheckInVerdict verdict_ = CheckInVerdict::kNotABadge;
  std::function<void(const ShownCard&)> on_card_;
  std::vector<std::string> shown_;  // the codes last read, while they are still held there
  std::optional<ShownCard> card_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
