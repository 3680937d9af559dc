// What became of a request or a wish: number and code in, typed or from the slip's QR; its course
// out, with the ways to withdraw it and to say whether a wish came. Main thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/request/request_store.h"
#include "app/saying/text_draft.h"
#include "app/tracking/case_store.h"
#include "app/tracking/county_questions.h"
#include "app/wishes/wish_store.h"

namespace studio {

enum class TrackStep {
  kNumber,
  kLost,  // the slip is gone: what can be done without it
  kShow,  // the slip is to be held before the camera
  kCode,
  kLooking,  // in what is known here
  kAsking,   // the county, because it is not
  kNowhere,  // nothing can be said of that number: see problem()
  kFound,
};

enum class TrackProblem {
  kNumberWrong,
  kCodeWrong,  // not eight digits
  kNotItsCode,
  kTooSoon,  // too many wrong codes of that number: see WaitMs()
  kFailed,
  // A code was shown that is no slip's.
  kNoSlip,
  kBrokenSlip,
  kBadge,
  kTwoSlips,
  // At kNowhere.
  kOffline,  // it is not known here, and the county does not answer
  kUnknown,  // nor does the county know it
  // At kFound.
  kTooLate,      // to withdraw it
  kNotKept,      // the word about a wish
  kSaidAlready,  // the other word about it waits here already
  kNotWithdrawn,
};

// What tracking asks. All outlive the flow.
struct TrackSources {
  CaseStore& cases;
  RequestStore& requests;
  WishStore& wishes;
  CountyQuestions* questions;  // null: no line part
};

class TrackFlow {
 public:
  TrackFlow(TrackSources sources, const Clock& clock) : sources_(sources), clock_(clock) {}

  TrackStep step() const { return step_; }
  std::optional<TrackProblem> problem() const;
  const TextDraft& number() const { return number_; }
  const TextDraft& code() const { return code_; }
  // Until that number may be tried again; 0: now. Other numbers are free.
  std::int64_t WaitMs() const;

  void SetDigits(std::string_view digits);  // of the field being asked for
  void Next();
  bool Back();      // false at the first step and at the last; stops waiting for the county
  void Show();      // the slip's QR, to the camera
  void Retype();    // at kNowhere: the number
  void LoseSlip();  // at kNumber: to kLost
  void Again();     // at kNowhere: the same one
  // What the camera or a scanner reads, again and again while it is held there.
  void OnCodes(const std::vector<std::string>& texts);

  const std::optional<TrackedCase>& found() const { return found_; }
  void OnReceipt(const ReceiptStatus& status);
  // The feed moved these numbers on: what is shown is looked at again.
  void OnCases(const std::vector<std::string>& numbers);
  bool CanWithdraw() const;
  void Withdraw();
  // There is an answer that nobody has rated.
  bool CanRate() const;
  void OnRated();  // it was rated here just now
  // A wish that a member says is granted: who wished has the last word, 收到了 or 还没有.
  bool CanSayWhether() const;
  void SayWhether(bool came);

 private:
  TextDraft& Current() { return step_ == TrackStep::kCode ? code_ : number_; }
  void Look();
  void OnReply(Result<TrackReply> reply, bool live);
  void AskCounty();
  void OnWord(Result<StatusWord> word);
  void Refuse(TrackProblem problem);
  void StayAtCode(std::optional<TrackProblem> problem, std::int64_t wait_ms = 0);

  TrackSources sources_;
  const Clock& clock_;
  TrackStep step_ = TrackStep::kNumber;
  std::optional<TrackProblem> problem_;
  TextDraft number_{14, TextKind::kLine};
  TextDraft code_{8, TextKind::kLine};
  int question_ = 0;                          // answers to earlier ones are dropped
  std::map<std::string, std::int64_t> free_;  // by number: monotonic, when it may be tried again
  std::vector<std::string> refused_;          // codes that are still held there
  std::int64_t two_seen_ms_ = 0;              // monotonic
  bool two_slips_ = false;
  bool saying_ = false;
  std::optional<TrackedCase> found_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
