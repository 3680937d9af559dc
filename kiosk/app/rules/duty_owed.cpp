#include "app/rules/duty_owed.h"

#include <algorithm>

#include "app/base/clock.h"
#include "shared/mechanism/duty_deeds.h"
#include "shared/mechanism/year_grounds.h"

namespace studio {
namespace {

OwedDuty OwedOf(const std::vector<QuotaState>& states, CalendarDate first) {
  OwedDuty owed;
  for (const QuotaState& state : states) {
    for (const OwedStretch& stretch : state.stretches) {
      if (stretch.days.first != first) continue;
      owed.met = (owed.met || !owed.owes) && stretch.done >= stretch.owed;
      owed.owes = true;
      owed.done = std::max(owed.done, static_cast<int>(stretch.done.over()));
    }
  }
  return owed;
}

Assessment AssessedMonth(const RotationInput& input, const CountingRules& rules,
                         std::vector<Deed> deeds) {
  YearGrounds grounds;
  grounds.studios = input.studios;
  for (const Member& member : input.members) grounds.members.emplace(member.id, member);
  grounds.deeds = std::move(deeds);
  YearQuestion question;
  question.year = static_cast<int>(input.month.year());
  question.today = *ParseDate(LocalTime::At(input.now_ms).Date());
  return Assess(rules, InputOf(grounds, question));
}

void Take(const Assessment& assessment, CalendarDate first, OwedDuties& out) {
  for (const MemberResult& one : assessment.members) {
    out.members[one.member] = OwedOf(one.quotas, first);
  }
  for (const BodyResult& one : assessment.studios) {
    out.studios[static_cast<StudioId>(std::stoul(one.id))] = OwedOf(one.quotas, first);
  }
}

}  // namespace

OwedDuties OwedDutiesOf(const RotationInput& input, const RotationRule& rule) {
  std::vector<Attendance> attendance = input.attendance;
  attendance.insert(attendance.end(), input.unproven.begin(), input.unproven.end());
  CountingRules rules;
  rules.quotas = rule.quotas;
  OwedDuties out, confirmed;
  out.deeds = DutyDeedsOf(input.shifts, attendance, rule.punctuality, input.now_ms);
  const CalendarDate first = FirstOf(input.month);
  Take(AssessedMonth(input, rules, out.deeds), first, out);
  std::vector<Deed> deeds = out.deeds;
  const auto waits = [](const Deed& deed) { return deed.waiting; };
  if (std::none_of(deeds.begin(), deeds.end(), waits)) return out;
  for (Deed& deed : deeds) deed.waiting = false;
  Take(AssessedMonth(input, rules, std::move(deeds)), first, confirmed);
  for (auto& [id, owed] : out.members) owed.waits = confirmed.members[id].met;
  for (auto& [id, owed] : out.studios) owed.waits = confirmed.studios[id].met;
  return out;
}

}  // namespace studio
