#include "app/duty/month_view.h"

#include <algorithm>

#include "app/duty/pending_roster.h"
#include "app/rules/mechanism_rules.h"
#include "shared/feed/leave_reason.h"

namespace studio {
namespace {

RotationMonth MonthByRulesOf(const Station& station, const RotationInput& input) {
  return ComputeRotation(input, RotationRuleOf(station.mechanism, station.duty_quotas));
}

}  // namespace

MonthView::MonthView(DutyStore& store, const KioskState& state, const Clock& clock,
                     std::shared_ptr<const BoxKeyPair> studio_key)
    : store_(store), state_(state), clock_(clock), studio_key_(std::move(studio_key)) {
  const CalendarDate day = today();
  Show(day.year() / day.month());
}

std::int64_t MonthView::now_ms() const { return state_.CountyMs(clock_.Now()); }

CalendarDate MonthView::today() const { return *ParseDate(LocalTime::At(now_ms()).Date()); }

void MonthView::Show(std::chrono::year_month month) {
  if (ready_ && month != shown_) ready_ = false;
  shown_ = month;
  Read();
}

void MonthView::Update() {
  if (state_.station != read_for_ || state_.roster != told_) Read();
}

void MonthView::ReadAgain() { Read(); }

// An answer that a later read has overtaken is dropped.
void MonthView::Read() {
  // What is shown goes by the rule of now at once.
  if (ready_ && state_.station != read_for_) month_ = MonthByRulesOf(*state_.station, input_);
  read_for_ = state_.station;
  told_ = state_.roster;
  const int read = ++reads_;
  using Pending = std::vector<PendingRosterChange>;
  store_.ReadPendingChanges(visit_.Guard<Result<Pending>>([this, read](Result<Pending> all) {
    if (read != reads_ || !all) return;
    pending_.clear();
    refused_.clear();
    for (PendingRosterChange& one : *all) {
      (one.refused.empty() ? pending_ : refused_).push_back(std::move(one));
    }
  }));
  store_.ReadMonth(shown_,
                   visit_.Guard<Result<RotationInput>>([this, read](Result<RotationInput> input) {
                     if (read != reads_) return;
                     failed_ = !input;
                     if (input) Take(std::move(*input));
                   }));
}

void MonthView::Take(RotationInput input) {
  input_ = std::move(input);
  input_.now_ms = now_ms();
  if (studio_key_ != nullptr) {
    for (Shift& shift : input_.shifts) {
      if (shift.studio == input_.studio) OpenReasons(shift, *studio_key_);
    }
  }
  input_.shifts = WithPending(std::move(input_.shifts), pending_);
  month_ = MonthByRulesOf(*state_.station, input_);
  ready_ = true;
}

const Member* MonthView::MemberWith(std::string_view id) const {
  const auto it = std::find_if(input_.members.begin(), input_.members.end(),
                               [&](const Member& member) { return member.id == id; });
  return it == input_.members.end() ? nullptr : &*it;
}

const Shift* MonthView::ShiftWith(std::string_view id) const {
  const auto it = std::find_if(input_.shifts.begin(), input_.shifts.end(),
                               [&](const Shift& shift) { return shift.id == id; });
  return it == input_.shifts.end() ? nullptr : &*it;
}

std::vector<const Shift*> MonthView::ShiftsOn(CalendarDate date) const {
  const std::string day = ToText(date);
  std::vector<const Shift*> shifts;
  for (const Shift& shift : input_.shifts) {
    if (shift.studio == input_.studio && shift.date == day) shifts.push_back(&shift);
  }
  std::stable_sort(shifts.begin(), shifts.end(),
                   [](const Shift* a, const Shift* b) { return a->from < b->from; });
  return shifts;
}

std::string MonthView::NameOf(std::string_view member) const {
  const Member* found = MemberWith(member);
  return found ? found->name : std::string(member);
}

const PendingRosterChange* MonthView::PendingOn(std::string_view shift) const {
  const auto it = std::find_if(pending_.begin(), pending_.end(), [&](const auto& one) {
    return one.body.shift == shift ||
           (!one.body.other_shift.empty() && one.body.other_shift == shift);
  });
  return it == pending_.end() ? nullptr : &*it;
}

void MonthView::ForgetRefused() {
  std::vector<std::string> records;
  for (const PendingRosterChange& one : refused_) records.push_back(one.record);
  store_.ForgetRefused(std::move(records),
                       visit_.Guard<Result<bool>>([this](const Result<bool>& done) {
                         if (done) refused_.clear();
                       }));
}

}  // namespace studio
