// A small wish (微心愿) from its words to the receipt. Holds everything being said, so that
// destroying the flow destroys the draft. Main thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/request_store.h"
#include "app/station.h"
#include "app/text_draft.h"
#include "app/visit.h"
#include "app/wish_store.h"

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
  // Both outlive the flow.
  WishFlow(WishStore& wishes, RequestStore& slips, std::shared_ptr<const Station> station);

  WishStep step() const { return step_; }
  std::optional<WishProblem> problem() const { return problem_; }
  const Station& station() const { return *station_; }

  void Next();
  // False at the first step: there is nothing before it.
  bool Back();
  // Pages of this wish up to the receipt, and which of them this is, from 1.
  int pages() const { return for_child_.value_or(false) ? 6 : 5; }
  int page() const;

  TextDraft& words() { return words_; }
  const TextDraft& words() const { return words_; }
  void NoteWriting() { problem_.reset(); }
  bool UseReady(std::string_view wish);  // a ready wish stands instead of what was there
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
  void SetHelper(std::string name) { helper_ = std::move(name); }  // empty: nobody helped
  const std::string& helper() const { return helper_; }

  void Confirm();
  const std::optional<Slip>& slip() const { return slip_; }
  const std::optional<ReceiptStatus>& receipt() const { return receipt_; }
  void OnReceipt(const ReceiptStatus& status);  // an ack changed it

 private:
  std::optional<WishProblem> ProblemOf(WishStep step) const;
  WishStep After(WishStep step) const;
  WishStep Before(WishStep step) const;
  void PrepareSlip();
  void PostNow();
  WishBody Body() const;

  WishStore& wishes_;
  RequestStore& slips_;
  std::shared_ptr<const Station> station_;
  WishStep step_ = WishStep::kWords;
  std::optional<WishProblem> problem_;
  TextDraft words_{kWishLimit, TextKind::kLine};
  std::optional<bool> for_child_;
  std::string village_;
  TextDraft name_{30, TextKind::kLine};
  TextDraft phone_{12, TextKind::kLine};
  bool agreed_ = false;
  std::string helper_;
  bool slip_asked_ = false;
  std::optional<Slip> slip_;
  std::optional<ReceiptStatus> receipt_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
