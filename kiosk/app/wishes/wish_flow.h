// A small wish (微心愿) from its words to the receipt. Holds everything being said, so that
// destroying the flow destroys the draft. Main thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/request/helper_asking.h"
#include "app/request/request_store.h"
#include "app/request/withdrawal.h"
#include "app/saying/attachment.h"
#include "app/saying/safety_stop.h"
#include "app/saying/text_draft.h"
#include "app/station/station.h"
#include "app/station/storage_state.h"
#include "app/wishes/wish_store.h"

namespace studio {

// kName is asked of who wishes for themselves, kGuardian and kConsent of a child's guardian.
enum class WishStep { kWords, kFor, kPlace, kName, kGuardian, kConsent, kCheck, kSaving, kReceipt };

// Why the current step cannot be left yet, or what went wrong when saving.
enum class WishProblem {
  kSaySomething,
  kChooseFor,
  kChoosePlace,
  kPhoneDigits,     // neither empty nor 7 to 12 digits
  kGuardianName,    // a child's wish needs its guardian
  kGuardianPhone,   // and a number to reach them by
  kGuardianAgrees,  // and that they agree
  kStorageFull,
  kStorageFailed,
};

inline constexpr std::size_t kWishLimit = 120;  // characters

class WishFlow {
 public:
  // All outlive the flow.
  WishFlow(WishStore& wishes, RequestStore& slips, std::shared_ptr<const Station> station,
           const Clock& clock);

  WishStep step() const { return step_; }
  std::optional<WishProblem> problem() const { return problem_; }
  const Station& station() const { return *station_; }
  // What the disk has no room for now. Whoever has said something goes on to the end.
  void UseShortage(Shortage shortage) { shortage_ = shortage; }
  bool takes_voice() const { return shortage_ < Shortage::kNoVoice; }

  void Next();
  // False at the first step: there is nothing before it.
  bool Back();
  // Back to the check page with the next Next(), by way of what that answer has left open.
  void EditFromCheck(WishStep step);
  // Pages of this wish up to the receipt, and which of them this is, from 1.
  int pages() const { return for_child_.value_or(false) ? 6 : 5; }
  int page() const;

  TextDraft& words() { return words_; }
  const TextDraft& words() const { return words_; }
  void NoteWriting() { problem_.reset(); }
  // A ready wish stands instead of another ready one, and after what was written; once more takes
  // it out. False: there is no room for it.
  bool ToggleReady(std::string_view wish, const std::vector<std::string>& ready);
  bool HasReady(std::string_view wish) const;
  // A voice message may stand for the words; null: none, or no longer.
  void SetVoice(AttachmentPtr voice);
  const AttachmentPtr& voice() const { return voice_; }
  void ChooseFor(bool child);
  std::optional<bool> for_child() const { return for_child_; }
  void ChooseVillage(std::string_view id);
  const Village* village() const;
  // Of who wishes, or of the child's guardian: never the child's.
  TextDraft& name() { return name_; }
  const TextDraft& name() const { return name_; }
  TextDraft& phone() { return phone_; }
  const TextDraft& phone() const { return phone_; }
  void SetAgreed(bool agreed);
  bool agreed() const { return agreed_; }
  void SetHelper(Helper helper) { helper_ = std::move(helper); }  // empty: nobody helped
  const Helper& helper() const { return helper_; }

  // What is to be seen before kWords is left; Next() goes on once it is answered.
  SafetyStop& stop() { return stop_; }
  const SafetyStop& stop() const { return stop_; }

  void Confirm();
  const std::optional<Slip>& slip() const { return slip_; }
  const std::optional<ReceiptStatus>& receipt() const { return receipt_; }
  void OnReceipt(const ReceiptStatus& status);  // an ack changed it
  bool CanWithdraw() const;                     // posted, and still in time
  void Withdraw();
  std::optional<WithdrawProblem> withdraw_problem() const { return withdraw_problem_; }

 private:
  std::optional<WishProblem> ProblemOf(WishStep step) const;
  WishStep After(WishStep step) const;
  WishStep Before(WishStep step) const;
  WishStep Unanswered() const;  // the first that cannot be left; kCheck: none
  void PrepareSlip();
  void PostNow();
  WishBody Body() const;

  WishStore& wishes_;
  RequestStore& slips_;
  std::shared_ptr<const Station> station_;
  const Clock& clock_;
  Shortage shortage_ = Shortage::kNone;
  WishStep step_ = WishStep::kWords;
  std::optional<WishProblem> problem_;
  bool return_to_check_ = false, ask_contact_ = false;
  TextDraft words_{kWishLimit, TextKind::kLine};
  AttachmentPtr voice_;
  SafetyStop stop_;
  std::optional<bool> for_child_;
  std::string village_;
  TextDraft name_{30, TextKind::kLine};
  TextDraft phone_{12, TextKind::kLine};
  bool agreed_ = false;
  Helper helper_;
  bool slip_asked_ = false;
  std::optional<Slip> slip_;
  std::optional<ReceiptStatus> receipt_;
  std::optional<WithdrawProblem> withdraw_problem_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
