// A member before the camera: from the code held up to the handover read or left. Holds the grounds
// that verdicts are decided on. Main thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/checkin/pin_asking.h"
#include "app/duty/duty_store.h"
#include "app/saying/safety_stop.h"
#include "app/saying/text_draft.h"
#include "app/station/kiosk_state.h"

namespace studio {

enum class CheckInStep {
  kLooking,        // for a code
  kJudging,        // the grounds are being read
  kVerdict,        // shown; a question where CanLeave() or CanStandIn() says so
  kPin,            // the mechanism asks for it: typed, or being tried
  kNoPin,          // it asks for it and there is none to type: see no_pin(); another code is wanted
  kSaving,         // being recorded
  kHandover,       // recorded: the last shift left something; see left_words()
  kHandoverPin,    // the PIN that opens it: typed, or being tried
  kLeaveHandover,  // gone: what is to be left for the next shift
  kDone,
};

enum class NoPin {
  kCardWanted,   // a live code, or a copy without the secret: it takes the printed card
  kNotEntitled,  // no PIN goes with this card
  kOlderCard,    // it goes with a newer one of theirs
};

inline constexpr std::size_t kMaxHandoverItems = 8;
inline constexpr std::size_t kHandoverLimit = 100;  // characters an item

class CheckInFlow {
 public:
  // All outlive the flow.
  CheckInFlow(DutyStore& store, const KioskState& state, const Clock& clock);
  ~CheckInFlow();

  CheckInStep step() const { return step_; }
  const CheckInAnswer& answer() const { return answer_; }
  const CheckInGrounds& grounds() const { return grounds_; }
  const std::string& stand_in_for() const { return stand_in_for_; }  // member id; empty: nobody
  bool two_codes() const { return two_codes_; }  // two badges in one picture: neither was taken
  bool failed() const { return failed_; }        // it could not be recorded; may be tried again

  // What the camera or a scanner reads, again and again while it is held there.
  void OnCodes(const std::vector<std::string>& texts);

  // After kAlreadyIn, unless it was the same scan. What leaving now would count as is in
  // answer().minutes; whoever says that they go has read it.
  bool CanLeave() const;
  void Leave();
  // 外出走访: on duty at people's doors. Once checked in (kDone), or after kAlreadyIn.
  bool visiting() const { return visiting_; }  // as far as it is known here
  bool CanGoVisiting() const;
  void GoVisiting();
  bool CanComeBack() const;
  void ComeBack();
  const std::string& outing() const { return outing_; }  // at kDone: "out", "back"; else empty
  // After kExtra and kOtherStudio: for one of today's who is not here, or for nobody.
  bool CanStandIn() const { return !Waiting().empty(); }
  std::vector<const Member*> Waiting() const;  // members of today's list who have not come
  void StandInFor(const std::string& member);
  void JustHere();
  void TryAgain();  // look for another code

  // At kPin. What is wrong with a PIN is PinAsking::problem(), except kNotEntitled: kNoPin.
  PinAsking& pin() { return pin_; }
  void EnterPin();
  NoPin no_pin() const { return no_pin_; }  // at kNoPin

  const std::optional<KeptHandover>& handover() const { return handover_; }
  // At kHandover: what it says, once it is open. It opens by itself for whose PIN was asked at the
  // check-in; else AskHandoverPin() leads there, where there is a PIN that can.
  const std::optional<HandoverBody>& left_words() const { return left_words_; }
  bool CanOpenHandover() const;
  void AskHandoverPin();
  void OpenHandover();     // at kHandoverPin
  void LaterHandover();    // it stays as it is, for them or the next
  void ConfirmHandover();  // it has been read
  const std::vector<HandoverItem>& items() const { return items_; }
  TextDraft& note() { return note_; }
  // The note becomes an item. False: it cannot be added, or something is to be seen first: stop().
  bool AddItem(const std::string& kind);
  SafetyStop& stop() { return stop_; }
  const SafetyStop& stop() const { return stop_; }
  void RemoveItem(std::size_t index);
  void LeaveHandover();  // with the items there are; with none nothing is left

 private:
  bool Asks() const;
  void SayVisit(const char* visit);
  bool IsIn() const;
  void Judge(bool leaving);
  void OnGrounds(Result<CheckInGrounds> grounds, bool leaving);
  void Take();
  void Record();
  CheckInBody Body() const;
  void Recorded();
  void OpenHandoverWith(const BoxKeyPair& studio_key);

  DutyStore& store_;
  const KioskState& state_;
  const Clock& clock_;
  CheckInStep step_ = CheckInStep::kLooking;
  std::string text_;              // of the code that is being judged; wiped
  std::int64_t two_seen_ms_ = 0;  // monotonic; two_codes_: when last
  CheckInGrounds grounds_;
  CheckInAnswer answer_;  // points into grounds_
  std::string stand_in_for_;
  bool two_codes_ = false, failed_ = false, with_pin_ = false;
  bool came_ = false;  // a coming was recorded just now, and not what became of it
  bool visiting_ = false;
  bool code_used_ = false;  // the live code that was shown has had its record
  std::string outing_;      // what is being said, or was said last
  int told_minutes_ = 0;    // of leaving early, when it was asked
  PinAsking pin_;
  NoPin no_pin_ = NoPin::kCardWanted;
  std::shared_ptr<const BoxKeyPair> studio_key_;  // of a PIN at the check-in, for what was left
  std::optional<KeptHandover> handover_;
  std::optional<HandoverBody> left_words_;
  std::vector<HandoverItem> items_;
  TextDraft note_{kHandoverLimit, TextKind::kLine};
  SafetyStop stop_;                                // of the note
  std::vector<std::vector<std::string>> dangers_;  // of each item, the words that made it so
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
