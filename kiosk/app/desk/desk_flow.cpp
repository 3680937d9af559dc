#include "app/desk/desk_flow.h"

#include <algorithm>
#include <utility>

namespace studio {

DeskFlow::DeskFlow(DeskStore& store, const KioskState& state, const Clock& clock,
                   KeySession session)
    : store_(store), state_(state), clock_(clock), session_(std::move(session)) {
  ReadDraft();
  ReadAccount();
}

const Member* DeskFlow::member() const {
  const std::vector<Member>& members = state_.station->members;
  const auto found = std::find_if(members.begin(), members.end(),
                                  [&](const Member& one) { return one.id == session_.member; });
  return found == members.end() ? nullptr : &*found;
}

CalendarDate DeskFlow::Today() const {
  return *ParseDate(LocalTime::At(state_.CountyMs(clock_.Now())).Date());
}

std::optional<DutyLine> DeskFlow::DutyOfToday() const {
  DutyToday today = DutyOn(*state_.station, state_.CountyMs(clock_.Now()));
  for (DutyLine& line : today.lines) {
    if (line.member.id == session_.member) return std::move(line);
  }
  return std::nullopt;
}

void DeskFlow::ReadAccount() {
  if (!account_) account_state_ = AccountState::kReading;
  store_.ReadAccount({session_.member, Today(), session_.studio_key},
                     visit_.Guard<Result<AccountPtr>>([this](Result<AccountPtr> account) {
                       if (account) {
                         account_ = std::move(*account);
                         account_state_ = AccountState::kThere;
                       } else {
                         account_.reset();
                         account_state_ = account.error().kind == ErrorKind::kNotFound
                                              ? AccountState::kUntold
                                              : AccountState::kFailed;
                       }
                     }));
}

const ActivityTemplate* DeskFlow::draft_kind() const {
  if (!draft_) return nullptr;
  const auto& kinds = state_.station->mechanism.activities;
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const auto& one) { return one.kind == draft_->kind; });
  return found == kinds.end() ? nullptr : &*found;
}

void DeskFlow::ReadDraft() {
  using Draft = std::optional<ActivityBody>;
  store_.ReadDraft(session_, visit_.Guard<Result<Draft>>([this](Result<Draft> draft) {
    draft_ = draft ? std::move(*draft) : std::nullopt;
  }));
}

void DeskFlow::DropDraft() {
  draft_.reset();
  store_.DropDraft(session_, visit_.Guard<Result<bool>>([](const Result<bool>&) {}));
}

}  // namespace studio
