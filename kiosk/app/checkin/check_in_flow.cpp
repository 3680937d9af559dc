#include "app/checkin/check_in_flow.h"

#include <algorithm>

#include "app/base/scanned_code.h"

namespace studio {
namespace {

constexpr std::int64_t kOtherGoneMs = 1000;

// Of a record that says where somebody is who came before.
std::string_view NameOfStay(const CheckInAnswer& answer) {
  if (!answer.shift) return "extra";
  return answer.stand_in_for.empty() ? "on_duty" : "standing_in";
}

}  // namespace

CheckInFlow::CheckInFlow(DutyStore& store, const KioskState& state, const Clock& clock)
    : store_(store), state_(state), clock_(clock), pin_(store, clock) {}

CheckInFlow::~CheckInFlow() { WipeText(text_); }

void CheckInFlow::OnCodes(const std::vector<std::string>& texts) {
  const bool open = step_ == CheckInStep::kLooking || step_ == CheckInStep::kNoPin ||
                    (step_ == CheckInStep::kVerdict && !IsTaken(answer_.verdict) && !Asks());
  if (!open || texts.empty()) return;
  const std::int64_t now_ms = clock_.Now().monotonic_ms;
  auto one = OneCode(texts);
  if (!one) {
    two_seen_ms_ = now_ms;
    two_codes_ = true;
    WipeText(text_);
    answer_ = {};
    step_ = CheckInStep::kVerdict;
    return;
  }
  if (step_ != CheckInStep::kLooking && *one == text_) return;  // still held there
  // One of two may be hard to read for a moment; it is taken once the other has gone.
  if (two_codes_ && now_ms - two_seen_ms_ < kOtherGoneMs) return;
  two_codes_ = false;
  WipeText(text_);
  text_ = std::move(*one);
  Judge(false);
}

bool CheckInFlow::Asks() const {
  return CanLeave() || answer_.verdict == CheckInVerdict::kAlreadyIn;
}

void CheckInFlow::Judge(bool leaving) {
  step_ = CheckInStep::kJudging;
  failed_ = with_pin_ = came_ = visiting_ = code_used_ = false;
  outing_.clear();
  stand_in_for_.clear();
  store_.ReadGrounds(visit_.Guard<Result<CheckInGrounds>>(
      [this, leaving](Result<CheckInGrounds> grounds) { OnGrounds(std::move(grounds), leaving); }));
}

void CheckInFlow::OnGrounds(Result<CheckInGrounds> grounds, bool leaving) {
  if (!grounds) {
    failed_ = true;
    step_ = CheckInStep::kVerdict;
    return;
  }
  grounds_ = std::move(*grounds);
  grounds_.TellTime(state_.time->At(clock_.Now()));
  answer_ = JudgeCode(text_, grounds_, leaving);
  // Earlier than they were told, because the shift was changed meanwhile: it is asked again.
  if (answer_.verdict == CheckInVerdict::kLeftEarly && answer_.minutes > told_minutes_) {
    answer_.verdict = CheckInVerdict::kAlreadyIn;
  }
  told_minutes_ = answer_.verdict == CheckInVerdict::kAlreadyIn ? answer_.minutes : 0;
  visiting_ = answer_.open != nullptr && answer_.open->Visiting();
  stand_in_for_ = answer_.stand_in_for;
  step_ = CheckInStep::kVerdict;
  const bool asks_for_whom = (answer_.verdict == CheckInVerdict::kExtra ||
                              answer_.verdict == CheckInVerdict::kOtherStudio) &&
                             CanStandIn();
  if (IsTaken(answer_.verdict) && !asks_for_whom) Take();
}

bool CheckInFlow::CanLeave() const {
  if (step_ != CheckInStep::kVerdict || answer_.verdict != CheckInVerdict::kAlreadyIn) return false;
  return std::none_of(grounds_.attendance.begin(), grounds_.attendance.end(),
                      [&](const Attendance& one) {
                        return one.member == answer_.member->id && JustCame(one, grounds_);
                      });
}

void CheckInFlow::Leave() {
  if (CanLeave()) Judge(true);
}

bool CheckInFlow::IsIn() const {
  if (step_ == CheckInStep::kDone) return came_;
  return step_ == CheckInStep::kVerdict && !failed_ &&
         answer_.verdict == CheckInVerdict::kAlreadyIn;
}

bool CheckInFlow::CanGoVisiting() const { return IsIn() && !visiting_; }
bool CheckInFlow::CanComeBack() const { return IsIn() && visiting_; }

void CheckInFlow::GoVisiting() {
  if (CanGoVisiting()) SayVisit("out");
}

void CheckInFlow::ComeBack() {
  if (CanComeBack()) SayVisit("back");
}

void CheckInFlow::SayVisit(const char* visit) {
  outing_ = visit;
  grounds_.now_ms = state_.CountyMs(clock_.Now());
  // Who has just checked in has shown card and PIN for it.
  if (step_ == CheckInStep::kDone) return Record();
  Take();
}

std::vector<const Member*> CheckInFlow::Waiting() const {
  std::vector<const Member*> waiting;
  if (!answer_.member) return waiting;
  for (const Shift& shift : grounds_.shifts) {
    for (const DutyLineOfSheet& line :
         SheetOf(shift, grounds_.attendance, grounds_.settings.punctuality, grounds_.now_ms)) {
      const bool open = line.came.empty() && line.mark != DutyMark::kAbsent;
      if (!open || line.planned == answer_.member->id) continue;
      const auto member = std::find_if(grounds_.members.begin(), grounds_.members.end(),
                                       [&](const Member& m) { return m.id == line.planned; });
      if (member == grounds_.members.end()) continue;
      if (std::find(waiting.begin(), waiting.end(), &*member) == waiting.end()) {
        waiting.push_back(&*member);
      }
    }
  }
  return waiting;
}

void CheckInFlow::StandInFor(const std::string& member) {
  if (step_ != CheckInStep::kVerdict || !IsTaken(answer_.verdict)) return;
  for (const Shift& shift : grounds_.shifts) {
    const auto hours = HoursOf(shift);
    const auto places = PlacesOf(shift);
    const bool theirs = std::any_of(places.begin(), places.end(), [&](const DutyPlace& place) {
      return place.planned == member;
    });
    if (!theirs || !hours || grounds_.now_ms >= hours->end_ms) continue;
    answer_.shift = &shift;
    answer_.verdict = CheckInVerdict::kStandingIn;
    stand_in_for_ = member;
    return Take();
  }
}

void CheckInFlow::JustHere() {
  if (step_ == CheckInStep::kVerdict && IsTaken(answer_.verdict)) Take();
}

void CheckInFlow::TryAgain() {
  if (step_ == CheckInStep::kSaving || step_ == CheckInStep::kJudging || pin_.trying()) return;
  step_ = CheckInStep::kLooking;
  WipeText(text_);
  answer_ = {};
  two_codes_ = failed_ = with_pin_ = came_ = visiting_ = code_used_ = false;
  outing_.clear();
  pin_.Forget();
}

void CheckInFlow::Take() {
  if (!grounds_.settings.ask_pin) return Record();
  const auto token = ReadBadgeToken(text_);
  step_ = CheckInStep::kNoPin;
  if (answer_.badge->kind != BadgeKind::kCard || !token || !token->secret) {
    no_pin_ = NoPin::kCardWanted;
  } else if (const CardPin goes = PinOf(*answer_.badge, grounds_); goes != CardPin::kGoes) {
    no_pin_ = goes == CardPin::kNone ? NoPin::kNotEntitled : NoPin::kOlderCard;
  } else {
    pin_.Begin(answer_.member->id, *token->secret);
    step_ = CheckInStep::kPin;
  }
}

void CheckInFlow::EnterPin() {
  if (step_ != CheckInStep::kPin) return;
  pin_.Try([this](const std::shared_ptr<const BoxKeyPair>& key) {
    if (key) {
      with_pin_ = true;
      studio_key_ = key;
      Record();
    } else if (pin_.problem() == PinProblem::kNotEntitled) {
      step_ = CheckInStep::kNoPin;
      no_pin_ = NoPin::kNotEntitled;
    }
    if (step_ != CheckInStep::kPin) pin_.Forget();
  });
}

CheckInBody CheckInFlow::Body() const {
  CheckInBody body;
  body.out = IsLeaving(answer_.verdict);
  body.member = answer_.member->id;
  body.member_name = answer_.member->name;
  body.studio = grounds_.studio;
  body.shift = answer_.shift ? answer_.shift->id : "";
  body.date = answer_.shift ? answer_.shift->date : LocalTime::At(grounds_.now_ms).Date();
  body.at_ms = grounds_.now_ms;
  body.verdict = NameOf(answer_.verdict);
  body.visit = outing_;
  body.badge = answer_.badge->kind == BadgeKind::kLive ? "live" : "card";
  body.token = answer_.token;
  body.stand_in_for = stand_in_for_;
  if (outing_.empty()) {
    body.minutes = answer_.minutes;
  } else {
    body.verdict = NameOfStay(answer_);
    if (answer_.open != nullptr) body.date = answer_.open->date;
  }
  body.trust_stale = answer_.trust_stale;
  body.clock_unsure = answer_.clock_unsure;
  body.with_pin = with_pin_;
  return body;
}

void CheckInFlow::Record() {
  step_ = CheckInStep::kSaving;
  failed_ = false;
  std::optional<BadgeNonce> live_code;
  if (answer_.badge->kind == BadgeKind::kLive && !code_used_) live_code = answer_.badge->nonce;
  store_.CheckIn(Body(), live_code, answer_.badge->expires_s,
                 visit_.Guard<Result<bool>>([this](const Result<bool>& kept) {
                   if (kept) return Recorded();
                   step_ = CheckInStep::kVerdict;
                   outing_.clear();
                   if (kept.error().kind == ErrorKind::kConflict) {
                     answer_.verdict = CheckInVerdict::kAlreadyUsed;
                   } else {
                     failed_ = true;
                   }
                 }));
}

void CheckInFlow::Recorded() {
  code_used_ = true;
  const auto key = std::exchange(studio_key_, nullptr);
  if (!outing_.empty()) {
    visiting_ = outing_ == "out";
    came_ = false;
    step_ = CheckInStep::kDone;
    return;
  }
  came_ = !IsLeaving(answer_.verdict);
  if (IsLeaving(answer_.verdict)) {
    step_ = CheckInStep::kLeaveHandover;
    return;
  }
  step_ = CheckInStep::kDone;
  store_.ReadHandover(visit_.Guard<Result<std::optional<KeptHandover>>>(
      [this, key](Result<std::optional<KeptHandover>> left) {
        if (!left || !*left || (*left)->confirmed || step_ != CheckInStep::kDone) return;
        handover_ = std::move(*left);
        step_ = CheckInStep::kHandover;
        if (key) OpenHandoverWith(*key);
      }));
}

void CheckInFlow::OpenHandoverWith(const BoxKeyPair& studio_key) {
  auto words = handover_->Open(studio_key);
  if (words) {
    left_words_ = std::move(*words);
  } else {
    handover_->sealed.clear();  // of another key: this studio's members cannot read it any more
  }
}

bool CheckInFlow::CanOpenHandover() const {
  if (step_ != CheckInStep::kHandover || left_words_ || handover_->sealed.empty()) return false;
  const auto token = ReadBadgeToken(text_);
  return answer_.badge->kind == BadgeKind::kCard && token && token->secret &&
         PinOf(*answer_.badge, grounds_) == CardPin::kGoes;
}

void CheckInFlow::AskHandoverPin() {
  if (!CanOpenHandover()) return;
  pin_.Begin(answer_.member->id, *ReadBadgeToken(text_)->secret);
  step_ = CheckInStep::kHandoverPin;
}

void CheckInFlow::OpenHandover() {
  if (step_ != CheckInStep::kHandoverPin) return;
  pin_.Try([this](const std::shared_ptr<const BoxKeyPair>& key) {
    const bool never = pin_.problem() == PinProblem::kNotEntitled;
    if (!key && !never) return;
    step_ = CheckInStep::kHandover;
    if (key) OpenHandoverWith(*key);
    if (never) handover_->sealed.clear();
    pin_.Forget();
  });
}

void CheckInFlow::LaterHandover() {
  if (pin_.trying()) return;
  if (step_ != CheckInStep::kHandover && step_ != CheckInStep::kHandoverPin) return;
  pin_.Forget();
  step_ = CheckInStep::kDone;
}

void CheckInFlow::ConfirmHandover() {
  if (step_ != CheckInStep::kHandover || !left_words_) return;
  step_ = CheckInStep::kDone;
  left_words_.reset();
  store_.ConfirmHandover(handover_->record, answer_.member->id, [](const Result<bool>&) {});
}

bool CheckInFlow::AddItem(const std::string& kind) {
  if (note_.Blank() || items_.size() == kMaxHandoverItems) return false;
  if (stop_.Stops(note_.text(), state_.station->safety)) return false;
  items_.push_back({kind, note_.Finished()});
  dangers_.push_back(stop_.danger() ? stop_.danger_words() : std::vector<std::string>());
  stop_ = {};
  note_.Clear();
  return true;
}

void CheckInFlow::RemoveItem(std::size_t index) {
  if (index >= items_.size()) return;
  items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(index));
  dangers_.erase(dangers_.begin() + static_cast<std::ptrdiff_t>(index));
}

void CheckInFlow::LeaveHandover() {
  if (step_ != CheckInStep::kLeaveHandover) return;
  if (items_.empty()) {
    step_ = CheckInStep::kDone;
    return;
  }
  HandoverBody body;
  body.member = answer_.member->id;
  body.studio = grounds_.studio;
  body.shift = answer_.shift ? answer_.shift->id : "";
  body.date = answer_.shift ? answer_.shift->date : LocalTime::At(grounds_.now_ms).Date();
  body.items = items_;
  for (const std::vector<std::string>& words : dangers_) {
    body.danger = body.danger || !words.empty();
    body.danger_words.insert(body.danger_words.end(), words.begin(), words.end());
  }
  step_ = CheckInStep::kSaving;
  store_.LeaveHandover(std::move(body),
                       visit_.Guard<Result<bool>>([this](const Result<bool>& kept) {
                         failed_ = !kept;
                         step_ = kept ? CheckInStep::kDone : CheckInStep::kLeaveHandover;
                       }));
}

}  // namespace studio
