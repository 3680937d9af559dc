#include "app/duty/roster_edit.h"

#include <algorithm>
#include <utility>

#include "app/duty/busy_member.h"

namespace studio {
namespace {

std::string_view NameOf(EditKind kind) {
  switch (kind) {
    case EditKind::kLeave:
      return "leave";
    case EditKind::kStandIn:
      return "stand_in";
    case EditKind::kSwap:
      return "swap";
    case EditKind::kRemove:
      return "remove";
    case EditKind::kTakeBack:
      return "take_back";
    default:
      return "put";
  }
}

}  // namespace

RosterEdit::RosterEdit(DutyStore& store, MonthView& view, std::string editor, EditRight right)
    : store_(store), view_(view), editor_(std::move(editor)), right_(right) {}

std::vector<EditStep> RosterEdit::Steps() const {
  using S = EditStep;
  switch (kind_) {
    case EditKind::kLeave:
    case EditKind::kStandIn:
    case EditKind::kSwap: {
      const S first = kind_ == EditKind::kLeave     ? S::kReason
                      : kind_ == EditKind::kStandIn ? S::kMember
                                                    : S::kSwap;
      if (right_ == EditRight::kOwnPlace) return {first, S::kReview};
      return {first, S::kAskedBy, S::kReview};
    }
    case EditKind::kTakeBack:
      if (right_ == EditRight::kOwnPlace) return {S::kReview};
      return {S::kAskedBy, S::kReview};
    case EditKind::kReplace:
    case EditKind::kAdd:
      return {S::kMember, S::kReview};
    case EditKind::kHours:
      return {S::kHours, S::kReview};
    case EditKind::kNew:
      return {S::kHours, S::kMember, S::kReview};
    default:
      return {S::kReview};
  }
}

bool RosterEdit::Begin(EditKind kind, const std::string& shift, const std::string& member) {
  const Shift* found = view_.ShiftWith(shift);
  const bool known = found != nullptr && kind != EditKind::kNew;
  const bool of_place = kind == EditKind::kLeave || kind == EditKind::kStandIn ||
                        kind == EditKind::kSwap || kind == EditKind::kTakeBack;
  if (right_ == EditRight::kOwnPlace && (!of_place || member != editor_)) return false;
  if (!known || BarOf(kind, view_, *found, member) != EditBar::kNone) return false;
  Close();
  kind_ = kind;
  seen_ = *found;
  member_ = member;
  hours_.Set(seen_.from, seen_.to);
  step_ = Steps().front();
  return true;
}

bool RosterEdit::BeginNew(CalendarDate date, const UsualHours& usual) {
  if (right_ == EditRight::kOwnPlace) return false;
  if (std::chrono::sys_days(date) < std::chrono::sys_days(view_.today())) return false;
  Close();
  kind_ = EditKind::kNew;
  seen_.studio = view_.input().studio;
  seen_.date = ToText(date);
  hours_.Set(usual.from, usual.to);
  step_ = Steps().front();
  return true;
}

void RosterEdit::Close() {
  step_ = EditStep::kNone;
  problem_ = EditProblem::kNone;
  seen_ = given_ = busy_ = {};
  member_.clear();
  other_.clear();
  reason_.clear();
  busy_member_.clear();
  chosen_.clear();
  hours_ = {};
  asked_by_studio_ = agreed_ = false;
}

void RosterEdit::GoOn() {
  const auto steps = Steps();
  const auto at = std::find(steps.begin(), steps.end(), step_);
  problem_ = EditProblem::kNone;
  if (at != steps.end() && at + 1 != steps.end()) step_ = *(at + 1);
}

void RosterEdit::Back() {
  if (step_ == EditStep::kSending) return;
  const auto steps = Steps();
  const auto at = std::find(steps.begin(), steps.end(), step_);
  problem_ = EditProblem::kNone;
  agreed_ = false;  // somebody else may be chosen
  if (at == steps.begin() || at == steps.end()) return Close();
  step_ = *(at - 1);
}

Shift RosterEdit::Wanted() const {
  Shift wanted = seen_;
  if (kind_ == EditKind::kHours || kind_ == EditKind::kNew) {
    wanted.from = hours_.from();
    wanted.to = hours_.to();
  }
  return wanted;
}

std::vector<std::string> RosterEdit::MembersAfter() const {
  std::vector<std::string> after = kind_ == EditKind::kNew ? chosen_ : seen_.members;
  if (kind_ == EditKind::kReplace) std::replace(after.begin(), after.end(), member_, other_);
  if (kind_ == EditKind::kTakeOff) std::erase(after, member_);
  if (kind_ == EditKind::kAdd) after.push_back(other_);
  std::erase_if(after, [&](const std::string& id) { return view_.MemberWith(id) == nullptr; });
  return after;
}

void RosterEdit::ChooseReason(std::string reason) {
  if (step_ != EditStep::kReason) return;
  reason_ = std::move(reason);
  GoOn();
}

void RosterEdit::ChooseMember(const std::string& id) {
  if (step_ != EditStep::kMember) return;
  if (const auto at = std::find(chosen_.begin(), chosen_.end(), id); at != chosen_.end()) {
    chosen_.erase(at);
    return;
  }
  const bool can = BarOf(view_, Wanted(), member_, id) == MemberChoice::Bar::kNone;
  if (!can || view_.MemberWith(id) == nullptr) return;
  problem_ = EditProblem::kNone;
  if (ChoosesSeveral()) {
    chosen_.push_back(id);
    return;
  }
  other_ = id;
  GoOn();
}

void RosterEdit::ChooseSwap(const std::string& shift, const std::string& member) {
  if (step_ != EditStep::kSwap) return;
  for (const SwapChoice& choice : SwapsFor(view_, seen_, member_)) {
    if (choice.shift->id != shift || choice.member != member) continue;
    if (choice.bar != SwapChoice::Bar::kNone) return;
    given_ = *choice.shift;
    other_ = member;
    return GoOn();
  }
}

void RosterEdit::ChooseAskedBy(bool studio) {
  if (step_ != EditStep::kAskedBy) return;
  asked_by_studio_ = studio;
  GoOn();
}

void RosterEdit::SetHours(const std::string& from, const std::string& to) {
  problem_ = EditProblem::kNone;
  hours_.Set(from, to);
}

void RosterEdit::SetAgreed(bool agreed) {
  agreed_ = agreed;
  if (agreed && problem_ == EditProblem::kNotAgreed) problem_ = EditProblem::kNone;
}

bool RosterEdit::Clashes(const std::vector<std::string>& members) {
  const auto hours = HoursOf(Wanted());
  for (const std::string& member : members) {
    const Shift* busy = hours ? BusyAt(view_, member, *hours, {seen_.id}) : nullptr;
    if (busy == nullptr) continue;
    busy_ = *busy;
    busy_member_ = member;
    problem_ = EditProblem::kBusy;
    return true;
  }
  return false;
}

bool RosterEdit::HoursWork() {
  const Shift wanted = Wanted();
  const auto hours = HoursOf(wanted), before = HoursOf(seen_);
  const bool same =
      before && hours->begin_ms == before->begin_ms && hours->end_ms == before->end_ms;
  std::vector<std::string> come = chosen_;  // whoever comes would have to come then
  for (const DutyPlace& place : PlacesOf(seen_)) {
    if (!place.comes.empty()) come.push_back(place.comes);
  }
  if (kind_ == EditKind::kHours && same) {
    problem_ = EditProblem::kSameHours;
  } else if (hours->end_ms <= view_.now_ms()) {
    problem_ = EditProblem::kPast;
  } else {
    return !Clashes(come);
  }
  return false;
}

void RosterEdit::Next() {
  if (step_ == EditStep::kHours && HoursWork()) return GoOn();
  if (step_ != EditStep::kMember || !ChoosesSeveral()) return;
  if (chosen_.empty()) {
    problem_ = EditProblem::kNobody;
  } else {
    GoOn();
  }
}

RosterChangeBody RosterEdit::Body() const {
  RosterChangeBody body;
  body.kind = NameOf(kind_);
  body.shift = seen_.id;
  body.saw_version = seen_.version;
  body.asked_by = body.agreed_by = editor_;
  if (body.kind == "put") {
    body.studio = seen_.studio;
    body.date = seen_.date;
    body.from = hours_.from();  // "24:00" is no time of day to the county
    body.to = hours_.to();
    body.members = MembersAfter();
  } else if (body.kind != "remove") {
    body.member = member_;
    body.other = other_;
    body.reason = reason_;
    if (!asked_by_studio_) body.asked_by = member_;
    if (right_ == EditRight::kOwnPlace) body.agreed_by.clear();
    if (NeedsAgreement()) body.agreed_by = other_;
    body.other_shift = given_.id;
    body.other_saw_version = given_.version;
  }
  return body;
}

bool RosterEdit::IsAsSeen() const {
  const auto same = [&](const Shift& seen) {
    const Shift* now = view_.ShiftWith(seen.id);
    return now != nullptr && now->version == seen.version && view_.PendingOn(seen.id) == nullptr;
  };
  if (kind_ == EditKind::kNew) return true;
  return same(seen_) && BarOf(kind_, view_, seen_, member_) == EditBar::kNone &&
         (given_.id.empty() || same(given_));
}

// The month may have been read again since the choice was made.
bool RosterEdit::StillFits() {
  problem_ = EditProblem::kChanged;
  if (!IsAsSeen()) return false;
  if (kind_ == EditKind::kHours || kind_ == EditKind::kNew) return HoursWork();
  if (kind_ == EditKind::kTakeBack) {
    problem_ = EditProblem::kNone;
    return !Clashes({member_});
  }
  if (kind_ == EditKind::kSwap) {
    const auto choices = SwapsFor(view_, seen_, member_);
    return std::any_of(choices.begin(), choices.end(), [&](const SwapChoice& choice) {
      return choice.shift->id == given_.id && choice.member == other_ &&
             choice.bar == SwapChoice::Bar::kNone;
    });
  }
  const bool fits =
      other_.empty() || BarOf(view_, seen_, member_, other_) == MemberChoice::Bar::kNone;
  if (!fits) Clashes({other_});  // says where
  return fits;
}

void RosterEdit::Send() {
  if (step_ != EditStep::kReview) return;
  if (NeedsAgreement() && !agreed_) {
    problem_ = EditProblem::kNotAgreed;
    return;
  }
  if (!StillFits()) return;
  problem_ = EditProblem::kNone;
  step_ = EditStep::kSending;
  store_.ChangeRoster(Body(), visit_.Guard<Result<bool>>([this](const Result<bool>& kept) {
    if (kept) {
      Close();
      ++kept_;
      return view_.ReadAgain();
    }
    step_ = EditStep::kReview;
    problem_ = EditProblem::kNotKept;
  }));
}

}  // namespace studio
