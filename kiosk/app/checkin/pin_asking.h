// A member's PIN, asked for beside the card that was shown: digits in, tried against the store, and
// the studio's key that a right one opens dropped at once. Main thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/duty/duty_store.h"

namespace studio {

enum class PinProblem {
  kWrong,        // PIN or card: see tries_left()
  kLocked,       // see WaitMs()
  kNotEntitled,  // no key is wrapped for this member
  kFailed,       // it could not be tried
};

class PinAsking {
 public:
  // Both outlive it.
  PinAsking(DutyStore& store, const Clock& clock);
  ~PinAsking();

  // Anew, for this card; like Forget, not while a try is made.
  void Begin(std::string member, const BadgeSecret& secret);
  // The digits and the secret are wiped.
  void Forget();

  std::string& pin() { return pin_; }  // digits, as typed so far; at most kMaxPinDigits
  const std::string& pin() const { return pin_; }
  // Whatever was typed since: a PIN that could be whole is made ready for its try.
  void NoteTyping();
  bool trying() const { return trying_; }
  bool CanTry() const;
  // Told once: the studio's key that a right one opens, or null.
  void Try(std::function<void(std::shared_ptr<const BoxKeyPair>)> tried);

  // What came of the last try, until another digit is typed or the waiting is over.
  std::optional<PinProblem> problem() const;
  int tries_left() const { return tries_left_; }  // kWrong: before it locks
  std::int64_t WaitMs() const;                    // still to go; 0: it may be tried

 private:
  bool OnAnswer(const Result<UnlockAnswer>& answer);
  void WipePin();
  void ForgetReady();

  DutyStore& store_;
  const Clock& clock_;
  std::string member_, pin_;
  BadgeSecret secret_{};
  std::size_t ready_digits_ = 0;  // so many were typed when it was made ready; 0: it was not
  bool trying_ = false;
  std::optional<PinProblem> problem_;
  int tries_left_ = 0;
  std::int64_t until_ms_ = 0;  // monotonic; nothing is tried before
  Visit visit_;                // last: ends before anything its completions touch
};

}  // namespace studio
