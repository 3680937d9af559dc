#include "shared/mechanism/member_account.h"

#include <algorithm>
#include <stdexcept>

namespace studio {
namespace {

// Nobody else's deeds change what one member has, owes and is worth: only ranks and grades that are
// given to so many, and no terminal is told those.
void KeepOnly(AssessmentInput& input, std::string_view member) {
  std::erase_if(input.members, [&](const AssessedMember& one) { return one.id != member; });
  std::erase_if(input.deeds, [&](const Deed& deed) { return !HasPart(deed, member); });
  input.studios.clear();
}

void AddRunning(const MemberAccount& account, const Quota& quota, Span per,
                const std::vector<OwedStretch>& stretches, std::vector<OwedNow>& out) {
  OwedNow now{&quota, per};
  for (const OwedStretch& stretch : stretches) {
    if (stretch.days.Has(account.today)) now.stretch = &stretch;
    if (stretch.days.last < account.today && stretch.done < stretch.owed) ++now.missed;
  }
  if (now.stretch == nullptr) return;
  const auto left =
      std::chrono::sys_days(now.stretch->days.last) - std::chrono::sys_days(account.today);
  now.days_left = static_cast<int>(left.count()) + 1;
  out.push_back(now);
}

}  // namespace

const PointsRule* MemberAccount::RuleWith(std::string_view id) const {
  const auto found = std::find_if(rules.points.begin(), rules.points.end(),
                                  [&](const PointsRule& rule) { return rule.id == id; });
  return found == rules.points.end() ? nullptr : &*found;
}

const Section* MemberAccount::SectionWith(std::string_view id) const {
  const auto found = std::find_if(rules.sections.begin(), rules.sections.end(),
                                  [&](const Section& section) { return section.id == id; });
  return found == rules.sections.end() ? nullptr : &*found;
}

Result<MemberAccount> AccountOf(YearGrounds grounds, const YearQuestion& question) {
  if (auto asked = CheckAsked(grounds, question); !asked) return tl::unexpected(asked.error());
  MemberAccount account;
  account.year = question.year;
  account.today = question.today;
  account.closed = IsClosed(grounds, question.year);
  account.grades_known = question.studio == 0 || !GradesNeedEverybody(grounds.rules);
  AssessmentInput input = InputOf(grounds, question);
  if (question.studio != 0) KeepOnly(input, question.member);
  account.rules = std::move(grounds.rules);
  try {
    Assessment assessment = Assess(account.rules, input);
    for (MemberResult& one : assessment.members) {
      if (one.member == question.member) account.result = std::move(one);
    }
  } catch (const std::overflow_error&) {
    return Fail(ErrorKind::kInvalid, std::string(kRulesOverflow));
  }
  for (Deed& deed : input.deeds) {
    if (HasPart(deed, question.member)) account.deeds.emplace(deed.id, std::move(deed));
  }
  return account;
}

std::vector<OwedNow> OwedOn(const MemberAccount& account) {
  std::vector<OwedNow> out;
  for (const QuotaState& state : account.result.quotas) {
    const auto quota = std::find_if(account.rules.quotas.begin(), account.rules.quotas.end(),
                                    [&](const Quota& one) { return one.id == state.quota; });
    if (quota == account.rules.quotas.end()) continue;
    if (quota->each) AddRunning(account, *quota, *quota->each, state.shorter, out);
    AddRunning(account, *quota, quota->per, state.stretches, out);
  }
  std::stable_sort(out.begin(), out.end(), [](const OwedNow& a, const OwedNow& b) {
    if (a.Met() != b.Met()) return b.Met();
    return !a.Met() && a.days_left < b.days_left;
  });
  return out;
}

const Grade* GradeAbove(const MemberAccount& account) {
  if (!account.grades_known) return nullptr;
  const Grade* above = nullptr;
  for (const Grade& grade : account.rules.grades) {
    const bool reached = (!grade.at_least || account.result.total >= *grade.at_least) &&
                         (!grade.above || account.result.total > *grade.above);
    if (reached) break;
    above = &grade;
  }
  return above != nullptr && above->at_least ? above : nullptr;
}

}  // namespace studio
