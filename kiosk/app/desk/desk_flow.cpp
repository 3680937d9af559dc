#include "app/desk/desk_flow.h"

#include <algorithm>
#include <utility>

#include "app/desk/writeup_words.h"
#include "app/station/year_at_hand.h"

namespace studio {

std::vector<const Deed*> DeedsOfYear(const MemberAccount& account) {
  std::vector<const Deed*> deeds;
  for (const auto& [id, deed] : account.deeds) {
    if (static_cast<int>(LastDayOf(deed).year()) == account.year) deeds.push_back(&deed);
  }
  std::stable_sort(deeds.begin(), deeds.end(),
                   [](const Deed* a, const Deed* b) { return a->done > b->done; });
  return deeds;
}

DeskFlow::DeskFlow(DeskStore& store, const KioskState& state, const Clock& clock,
                   KeySession session)
    : store_(store), state_(state), clock_(clock), session_(std::move(session)) {
  const int year = YearAtHand(*state_.station, Today());
  summary_ = SummaryTemplate(year);
  blank_summary_.kind = summary_.kind;
  blank_summary_.date = ToText(std::min(Today(), CalendarDate(std::chrono::year(year) / 12 / 31)));
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

std::vector<const Deed*> DeskFlow::AskedDeeds() const {
  std::vector<const Deed*> asked;
  if (!account_) return asked;
  for (const auto& [id, deed] : account_->deeds) {
    if (answered_.contains(id)) continue;
    const auto open = [&](const DeedMember& one) {
      return one.id == session_.member && !one.confirmed;
    };
    if (std::any_of(deed.members.begin(), deed.members.end(), open)) asked.push_back(&deed);
  }
  std::stable_sort(asked.begin(), asked.end(),
                   [](const Deed* a, const Deed* b) { return a->done < b->done; });
  return asked;
}

void DeskFlow::Answer(const Deed& deed, bool agrees) {
  if (answering_) return;
  answering_ = true;
  answer_failed_ = false;
  CoauthorBody body{deed.id, session_.member, agrees, state_.station->studio.id, session_.token};
  store_.FileCoauthor(session_, std::move(body),
                      visit_.Guard<Result<bool>>([this, id = deed.id](const Result<bool>& kept) {
                        answering_ = false;
                        answer_failed_ = !kept;
                        if (!kept) return;
                        answered_.insert(id);
                        ReadAccount();
                      }));
}

const ActivityTemplate* DeskFlow::draft_kind() const {
  if (!draft_) return nullptr;
  if (draft_->kind == summary_.kind) return &summary_;
  const auto& kinds = state_.station->mechanism.activities;
  const auto found = std::find_if(kinds.begin(), kinds.end(),
                                  [&](const auto& one) { return one.kind == draft_->kind; });
  return found == kinds.end() ? nullptr : &*found;
}

const ActivityBody* DeskFlow::summary_draft() const {
  return draft_kind() == &summary_ ? draft() : &blank_summary_;
}

void DeskFlow::ReadDraft() {
  // What was filed meanwhile is not offered again, not for a moment.
  draft_.reset();
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
