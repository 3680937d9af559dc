#include "app/request/request_flow.h"

#include <algorithm>

#include "app/rules/names_in_text.h"
#include "app/saying/ready_sentence.h"

namespace studio {
namespace {

template <class Items>
auto FindById(const Items& items, std::string_view id) -> const typename Items::value_type* {
  const auto it =
      std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
  return it == items.end() ? nullptr : &*it;
}

RequestStep After(RequestStep step) { return static_cast<RequestStep>(static_cast<int>(step) + 1); }
RequestStep Before(RequestStep step) {
  return static_cast<RequestStep>(static_cast<int>(step) - 1);
}

}  // namespace

RequestFlow::RequestFlow(RequestStore& store, std::shared_ptr<const Station> station,
                         const Clock& clock)
    : store_(store), station_(std::move(station)), clock_(clock) {}

void RequestFlow::UseStation(std::shared_ptr<const Station> station) {
  if (Untouched()) station_ = std::move(station);
}

bool RequestFlow::Untouched() const { return step_ == RequestStep::kCategory && category_.empty(); }

std::optional<RequestProblem> RequestFlow::ProblemOf(RequestStep step) const {
  switch (step) {
    case RequestStep::kCategory:
      if (!category()) return RequestProblem::kChooseCategory;
      break;
    case RequestStep::kPlace:
      if (!village()) return RequestProblem::kChoosePlace;
      break;
    case RequestStep::kWords:
      if (!voice() && !joined() && words_.Blank()) {
        return RequestProblem::kSaySomething;
      }
      break;
    case RequestStep::kWho:
      if (!visibility_) return RequestProblem::kGiveName;
      if (*visibility_ != Visibility::kAnonymous && name_.Blank() && name_ink_.empty()) {
        return RequestProblem::kGiveName;
      }
      if (*visibility_ != Visibility::kAnonymous && !PhoneLooksRight()) {
        return RequestProblem::kPhoneDigits;
      }
      if (Representatives().size() > MostRepresentatives()) {
        return RequestProblem::kTooManyRepresentatives;
      }
      break;
    case RequestStep::kConsent:
      if (!agreed_) return RequestProblem::kAgreeFirst;
      break;
    case RequestStep::kCheck:
      if (!helper_.empty() && !read_back_) return RequestProblem::kReadBackFirst;
      break;
    case RequestStep::kSaving:
    case RequestStep::kReceipt:
      break;
  }
  return std::nullopt;
}

bool RequestFlow::PhoneLooksRight() const {
  const std::string& digits = phone_.text();
  if (digits.empty()) return true;
  return digits.size() >= 7 && digits.find_first_not_of("0123456789") == std::string::npos;
}

void RequestFlow::Next() {
  problem_ = ProblemOf(step_);
  if (problem_ || step_ >= RequestStep::kCheck) return;
  if (step_ == RequestStep::kWords && stop_.Stops(words_.text(), station_->safety)) return;
  if (OffersMatters()) {
    at_matters_ = true;
    return;
  }
  if (AsksSensitive()) {
    at_sensitive_ = true;
    return;
  }
  step_ = return_to_check_ ? RequestStep::kCheck : After(step_);
  if (return_to_check_ && ProblemOf(RequestStep::kConsent)) step_ = RequestStep::kConsent;
  return_to_check_ = false;
  if (step_ >= RequestStep::kConsent) PrepareSlip();
}

bool RequestFlow::Back() {
  problem_.reset();
  if (detour() != RequestDetour::kNone) {
    stop_.Back();
    at_matters_ = at_sensitive_ = false;
    return true;
  }
  if (return_to_check_) {
    return_to_check_ = false;
    step_ = RequestStep::kCheck;
    return true;
  }
  if (step_ == RequestStep::kCategory) return false;
  if (step_ == RequestStep::kConsent && !SensitiveParts().empty()) at_sensitive_ = true;
  if (step_ < RequestStep::kSaving) step_ = Before(step_);
  return true;
}

void RequestFlow::EditFromCheck(RequestStep step) {
  if (step_ != RequestStep::kCheck || step >= RequestStep::kConsent) return;
  Changed();
  step_ = step;
  return_to_check_ = true;
}

void RequestFlow::ChooseCategory(std::string_view id) {
  if (closed()) return;
  Changed();
  category_ = id;
}

const Category* RequestFlow::category() const { return FindById(station_->categories, category_); }

void RequestFlow::ChooseVillage(std::string_view id) {
  Changed();
  if (village_ != id) group_.clear();
  village_ = id;
}

const Village* RequestFlow::village() const { return FindById(station_->villages, village_); }

void RequestFlow::ChooseGroup(std::string_view group) { group_ = group_ == group ? "" : group; }

bool RequestFlow::ToggleSentence(std::string_view sentence) {
  Changed();
  if (!SaysSentence(words_.text(), sentence)) return AddSentence(words_, sentence);
  TakeOutSentence(words_, sentence);
  return true;
}

void RequestFlow::SetVoice(AttachmentPtr voice) {
  Changed();
  added_.SetVoice(std::move(voice));
}

bool RequestFlow::AddPhoto(Photo photo) {
  Changed();
  return added_.AddPhoto(std::move(photo));
}

bool RequestFlow::AddNameInk(Ink character) {
  Changed();
  if (name_ink_.size() == kMaxInkCharacters) return false;
  name_ink_.push_back(std::move(character));
  return true;
}

void RequestFlow::RemoveNameInk() {
  if (!name_ink_.empty()) name_ink_.pop_back();
}

void RequestFlow::SetVisibility(Visibility visibility) {
  Changed();
  visibility_ = visibility;
}

SenderChoice RequestFlow::ChoiceWith(Visibility visibility) const {
  SenderChoice choice;
  choice.visibility = visibility;
  choice.members_may_read = members_may_read_;
  choice.voice = voice() && FilesAttachments();
  choice.photos = !photos().empty() && FilesAttachments();
  return choice;
}

void RequestFlow::SetHeadCount(int people) { head_count_ = std::clamp(people, 1, kMaxHeadCount); }

void RequestFlow::SetAgreed(bool agreed) {
  Changed();
  agreed_ = agreed;
}

void RequestFlow::SetHelper(Helper helper) {
  Changed();
  helper_ = std::move(helper);
  read_back_ = false;
}

void RequestFlow::SetReadBack(bool heard) {
  Changed();
  read_back_ = heard;
}

void RequestFlow::PrepareSlip() {
  if (slip_asked_) return;
  slip_asked_ = true;
  store_.PrepareSlip(visit_.Guard<Result<Slip>>([this](Result<Slip> slip) {
    if (!slip) {
      slip_asked_ = false;
      if (step_ == RequestStep::kSaving) {
        step_ = RequestStep::kCheck;
        problem_ = RequestProblem::kStorageFailed;
      }
      return;
    }
    slip_ = std::move(*slip);
    if (step_ == RequestStep::kSaving) FileNow();
  }));
}

void RequestFlow::Confirm() {
  if (step_ != RequestStep::kCheck) return;
  for (RequestStep step = RequestStep::kCategory; step <= RequestStep::kCheck; step = After(step)) {
    problem_ = ProblemOf(step);
    if (problem_) return;
  }
  // The words may have been changed and left by going back.
  if (stop_.Stops(words_.text(), station_->safety)) return;
  if (AsksSensitive()) {
    at_sensitive_ = true;
    return;
  }
  step_ = RequestStep::kSaving;
  if (slip_) {
    FileNow();
  } else {
    PrepareSlip();
  }
}

void RequestFlow::FileNow() {
  store_.File(
      Body(), danger(), visit_.Guard<Result<ReceiptStatus>>([this](Result<ReceiptStatus> kept) {
        if (!kept) {
          step_ = RequestStep::kCheck;
          problem_ = kept.error().kind == ErrorKind::kStorage ? RequestProblem::kStorageFull
                                                              : RequestProblem::kStorageFailed;
          // The number may be what was in the way.
          slip_.reset();
          slip_asked_ = false;
          return;
        }
        receipt_ = std::move(*kept);
        step_ = RequestStep::kReceipt;
      }));
}

RequestBody RequestFlow::Body() const {
  RequestBody body;
  body.receipt = slip_->number.digits();
  body.reading_key = ToBase64Url(slip_->reading_key.bytes);
  body.category = category()->id;
  body.category_name = category()->name;
  body.village = village()->id;
  body.village_name = village()->name;
  body.group = group_;
  body.words = FiledWords();
  body.visibility = *visibility_;
  if (*visibility_ != Visibility::kAnonymous) {
    body.name = name_.Finished();
    body.name_ink = name_ink_;
    body.phone = phone_.Finished();
    body.representatives = Representatives();
  }
  body.members_may_read = members_may_read_;
  body.head_count = head_count_;
  body.helped_by = helper_.name;
  body.helper = helper_.member;
  body.helper_token = helper_.token;
  body.danger = danger();
  body.danger_words = danger_words();
  body.left_out = LeftOut();
  for (const SensitivePart& part : answered_sensitive_) {
    if (AgreedSensitive(part.kind) == true) body.sensitive.push_back(part.kind);
  }
  body.consent_version = kConsentVersion;
  if (const Matter* matter = joined()) body.joins = matter->id;
  if (FilesAttachments()) body.attachments = added_.Refs();
  return body;
}

std::vector<std::string> RequestFlow::Representatives() const {
  if (head_count_ < 2 || !visibility_ || *visibility_ == Visibility::kAnonymous) return {};
  return NamesIn(representatives_.Finished());
}

std::size_t RequestFlow::MostRepresentatives() const {
  return std::min(kMaxRepresentatives, static_cast<std::size_t>(head_count_));
}

void RequestFlow::OnReceipt(const ReceiptStatus& status) {
  if (receipt_ && receipt_->number == status.number) receipt_ = status;
}

bool RequestFlow::CanWithdraw() const { return receipt_ && MayWithdraw(*receipt_, clock_.Now()); }

void RequestFlow::Withdraw() {
  if (!CanWithdraw()) return;
  withdraw_problem_.reset();
  store_.Withdraw(slip_->number,
                  visit_.Guard<Result<ReceiptStatus>>([this](Result<ReceiptStatus> now) {
                    withdraw_problem_ = TakeWithdrawal(std::move(now), *receipt_);
                  }));
}

bool RequestFlow::HasSomethingToLose() const {
  if (receipt_) return false;
  return !words_.empty() || added_.Any() || !name_.empty() || !name_ink_.empty() ||
         !phone_.empty() || !representatives_.empty();
}

}  // namespace studio
