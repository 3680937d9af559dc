// One member's year with all that a page needs to say where each figure comes from. The figures are
// those of AssessmentJson over the same grounds.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/mechanism/assess.h"
#include "shared/mechanism/year_grounds.h"

namespace studio {

struct MemberAccount {
  int year = 0;
  CalendarDate today{};
  bool closed = false;        // the year
  bool grades_known = false;  // where it was reckoned
  CountingRules rules;
  MemberResult result;
  std::map<std::string, Deed, std::less<>> deeds;  // in which they have a part, by id

  const PointsRule* RuleWith(std::string_view id) const;  // null: there is none, as below
  const Section* SectionWith(std::string_view id) const;
};

// What they owe in the stretch that runs on `today`.
struct OwedNow {
  const Quota* quota = nullptr;  // of the account
  Span per = Span::kYear;        // of the stretch: the quota's own or the shorter one
  const OwedStretch* stretch = nullptr;
  int days_left = 0;  // with today
  int missed = 0;     // stretches before it that were not met

  bool Met() const { return stretch->done >= stretch->owed; }
};

// question.member is named. Errors as AssessmentJson.
Result<MemberAccount> AccountOf(YearGrounds grounds, const YearQuestion& question);

// What is not met first, by how soon it ends; the rest in the rules' order.
std::vector<OwedNow> OwedOn(const MemberAccount& account);
// The best grade that the total does not reach, next above it, by its points alone; null: there is
// none, or points alone do not give grades.
const Grade* GradeAbove(const MemberAccount& account);

}  // namespace studio
