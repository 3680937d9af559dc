// A villager's request from the first question to the receipt. Holds everything being said, so
// that destroying the flow destroys the draft. Main thread; told the time through Clock.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/base/clock.h"
#include "app/base/visit.h"
#include "app/duty/duty.h"
#include "app/request/helper_asking.h"
#include "app/request/request_store.h"
#include "app/request/withdrawal.h"
#include "app/rules/sensitive_words.h"
#include "app/saying/added_things.h"
#include "app/saying/safety_stop.h"
#include "app/saying/text_draft.h"
#include "app/station/station.h"
#include "app/station/storage_state.h"
#include "shared/bodies/readers.h"

namespace studio {

enum class RequestStep { kCategory, kPlace, kWords, kWho, kConsent, kCheck, kSaving, kReceipt };

// A page that stands in the way for a good reason; the step underneath is kept.
enum class RequestDetour { kNone, kDanger, kNotOurs, kMatters, kSensitive };

// Why the current step cannot be left yet, or what went wrong when saving.
enum class RequestProblem {
  kChooseCategory,
  kChoosePlace,
  kSaySomething,
  kGiveName,
  kPhoneDigits,  // neither empty nor 7 to 12 digits
  kTooManyRepresentatives,
  kAgreeFirst,
  kAgreeSensitive,  // yes or no to each of them
  kReadBackFirst,   // a member helped: the villager has yet to hear it
  kStorageFull,
  kStorageFailed,
};

inline constexpr std::size_t kWordsLimit = 500;
inline constexpr int kMaxHeadCount = 200;
inline constexpr std::size_t kMaxRepresentatives = 5;
inline constexpr std::size_t kMaxMattersOffered = 3;
inline constexpr std::string_view kConsentVersion = "2026-12.3";

class RequestFlow {
 public:
  RequestFlow(RequestStore& store, std::shared_ptr<const Station> station, const Clock& clock);

  RequestStep step() const { return step_; }
  RequestDetour detour() const;
  // Asked for with Next() or Confirm(); cleared by the next change.
  std::optional<RequestProblem> problem() const { return problem_; }
  const Station& station() const { return *station_; }
  // What the county publishes may arrive after somebody began; taken up until the first question
  // is answered, and not after: nothing changes under a hand.
  void UseStation(std::shared_ptr<const Station> station);
  // What the disk has no room for now.
  void UseShortage(Shortage shortage) { shortage_ = shortage; }
  // Nothing new is begun. Whoever had answered the first question goes on to the end.
  bool closed() const { return shortage_ >= Shortage::kNoRequests && Untouched(); }
  // One that is taken already may be added all the same.
  bool takes_photos() const { return shortage_ < Shortage::kNoPhotos; }
  bool takes_voice() const { return shortage_ < Shortage::kNoVoice; }

  void Next();
  // False at the first step: there is nothing before it.
  bool Back();
  void EditFromCheck(RequestStep step);  // returns to the check page with the next Next()

  void ChooseCategory(std::string_view id);
  const Category* category() const;
  void ChooseVillage(std::string_view id);
  const Village* village() const;
  void ChooseGroup(std::string_view group);  // the chosen one again: none
  const std::string& group() const { return group_; }

  TextDraft& words() { return words_; }
  const TextDraft& words() const { return words_; }
  // A text was changed by its reference: what was asked for may have been given.
  void NoteWriting() { Changed(); }
  // Adds a ready sentence to the end of the words, or takes out the one that is there
  // (app/saying/ready_sentence.h). False where it does not fit.
  bool ToggleSentence(std::string_view sentence);
  // A voice message may stand for the words; null: none, or no longer.
  void SetVoice(AttachmentPtr voice);
  const AttachmentPtr& voice() const { return added_.voice(); }
  bool AddPhoto(Photo photo);  // false: there are kMaxPhotos
  void RemovePhoto(std::size_t index) { added_.RemovePhoto(index); }
  const std::vector<Photo>& photos() const { return added_.photos(); }
  const AddedThings& added() const { return added_; }

  void SetVisibility(Visibility visibility);
  std::optional<Visibility> visibility() const { return visibility_; }
  TextDraft& name() { return name_; }
  const TextDraft& name() const { return name_; }
  // Characters of the name that no engine could produce, as they were drawn.
  bool AddNameInk(Ink character);  // false: there are kMaxInkCharacters
  void RemoveNameInk();            // the last one
  const std::vector<Ink>& name_ink() const { return name_ink_; }
  TextDraft& phone() { return phone_; }
  const TextDraft& phone() const { return phone_; }
  // Who will read it, as things stand; with another visibility: as it would be.
  SenderChoice Choice() const { return ChoiceWith(visibility_.value_or(Visibility::kAnonymous)); }
  SenderChoice ChoiceWith(Visibility visibility) const;
  void SetHeadCount(int people);
  int head_count() const { return head_count_; }
  TextDraft& representatives() { return representatives_; }
  const TextDraft& representatives() const { return representatives_; }
  // Their names as they were understood, all of them; none where no name is left or for one person.
  std::vector<std::string> Representatives() const;
  std::size_t MostRepresentatives() const;  // of that many people

  // Whether the members of this studio may read it too.
  // Only where the studio has a key that their cards open.
  bool MembersCanRead() const { return station_->studio.sealing_key != BoxPublicKey{}; }
  void LetMembersRead(bool may) { members_may_read_ = may && MembersCanRead(); }
  bool members_may_read() const { return members_may_read_; }
  void SetAgreed(bool agreed);
  bool agreed() const { return agreed_; }
  // What is agreed to separately, each with yes or no, before the rest is: as far as the words, a
  // voice message or a picture touch it.
  std::vector<SensitivePart> SensitiveParts() const;
  void AnswerSensitive(const std::string& kind, bool agreed);
  std::optional<bool> AgreedSensitive(const std::string& kind) const;  // nullopt: not answered yet
  void GoOnFromSensitive();
  void ChangeSensitiveWords();  // back to the words, to say it differently
  // What is filed: of the words, voice and pictures what nobody refused.
  std::string FiledWords() const;
  bool FilesAttachments() const;
  std::vector<std::string> LeftOut() const;  // the kinds that were refused

  void SetHelper(Helper helper);  // empty: nobody helped
  const Helper& helper() const { return helper_; }
  void SetReadBack(bool heard);
  bool read_back() const { return read_back_; }

  // Danger now: from the button, or because the words say so.
  void ReportDanger() { stop_.ReportDanger(); }
  bool danger() const { return stop_.danger(); }
  const std::vector<std::string>& danger_words() const { return stop_.danger_words(); }
  // Without danger back to the page where one was, words and all; otherwise on with it.
  void ContinueAfterDanger(bool still_danger);

  const SafetyStop& stop() const { return stop_; }
  void ContinueAnyway();  // it was something else after all
  void AcceptGuidance();  // records that they were told where to go; the visit is over

  // 有人反映过: open matters of the same village and category, those most people have met first; at
  // most kMaxMattersOffered. Offered once for each village and category, when the words are said.
  std::vector<const Matter*> Matters() const;
  void Join(std::string_view matter);  // 我也是: one of Matters()
  void JoinNone();                     // it is something else
  void LeaveJoined();                  // it is none of it after all: no longer joined
  const Matter* joined() const;        // null: nothing. The words may be empty where it is not

  void Confirm();
  const std::optional<Slip>& slip() const { return slip_; }
  const std::optional<ReceiptStatus>& receipt() const { return receipt_; }
  void OnReceipt(const ReceiptStatus& status);  // an ack changed it

  bool CanWithdraw() const;  // filed, and still in time
  void Withdraw();
  std::optional<WithdrawProblem> withdraw_problem() const { return withdraw_problem_; }

  // Somebody wrote, said, photographed or named something: leaving would lose it.
  bool HasSomethingToLose() const;

 private:
  bool Untouched() const;
  std::string Where() const { return village_ + "/" + category_; }
  bool OffersMatters() const;
  void GoOnFromMatters();
  bool AsksSensitive();
  std::vector<SensitivePart> RefusedParts() const;
  std::optional<RequestProblem> ProblemOf(RequestStep step) const;
  bool PhoneLooksRight() const;
  void PrepareSlip();
  void FileNow();
  RequestBody Body() const;
  void Changed() { problem_.reset(); }

  RequestStore& store_;
  std::shared_ptr<const Station> station_;
  const Clock& clock_;

  RequestStep step_ = RequestStep::kCategory;
  bool at_matters_ = false, at_sensitive_ = false;
  Shortage shortage_ = Shortage::kNone;
  std::optional<RequestProblem> problem_;
  bool return_to_check_ = false;

  std::string category_;
  std::string village_;
  std::string group_;
  TextDraft words_{kWordsLimit};
  std::optional<Visibility> visibility_;
  AddedThings added_;
  TextDraft name_{30, TextKind::kLine};
  std::vector<Ink> name_ink_;
  TextDraft phone_{12, TextKind::kLine};
  int head_count_ = 1;
  TextDraft representatives_{120, TextKind::kLine};
  bool members_may_read_ = false;
  bool agreed_ = false;
  std::map<std::string, bool> agreed_sensitive_;   // by kind
  std::vector<SensitivePart> answered_sensitive_;  // what was answered
  Helper helper_;
  bool read_back_ = false;

  SafetyStop stop_;

  std::string joins_;         // id of a matter
  std::string matters_seen_;  // Where() they were offered for

  bool slip_asked_ = false;
  std::optional<Slip> slip_;
  std::optional<ReceiptStatus> receipt_;
  std::optional<WithdrawProblem> withdraw_problem_;

  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
