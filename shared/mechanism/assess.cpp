#include "shared/mechanism/assess.h"

#include <algorithm>
#include <functional>
#include <set>
#include <stdexcept>

#include "shared/mechanism/deed_parts.h"
#include "shared/mechanism/grading.h"
#include "shared/mechanism/points_account.h"
#include "shared/mechanism/quota_account.h"

namespace studio {
namespace {

using MembersById = std::map<std::string, const AssessedMember*, std::less<>>;

std::optional<PointsAccount> AccountThatFits(const CountingRules& rules, const PointsScope& scope,
                                             bool of_studios) {
  try {
    return AccountOf(rules, scope, of_studios);
  } catch (const std::overflow_error&) {
    return std::nullopt;
  }
}

// Without the deeds, in the order of their ids, with which it would overflow.
PointsAccount AccountWithout(const CountingRules& rules, const PointsScope& scope, bool of_studios,
                             std::vector<std::string>& left_out) {
  if (auto account = AccountThatFits(rules, scope, of_studios)) return std::move(*account);
  std::vector<DeedPart> parts = scope.parts;
  for (;;) {
    std::size_t fits = 0, overflows = parts.size();
    while (overflows - fits > 1) {
      const std::size_t middle = fits + (overflows - fits) / 2;
      const std::vector<DeedPart> first(parts.begin(),
                                        parts.begin() + static_cast<std::ptrdiff_t>(middle));
      (AccountThatFits(rules, {scope.member, first, scope.year, scope.today}, of_studios)
           ? fits
           : overflows) = middle;
    }
    // With no deed left it is the rules' own figures.
    if (parts.empty()) throw std::overflow_error("the rules' figures are too large to add up");
    left_out.push_back(parts[fits].deed->id);
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(fits));
    if (auto account =
            AccountThatFits(rules, {scope.member, parts, scope.year, scope.today}, of_studios)) {
      return std::move(*account);
    }
  }
}

MemberResult ResultOf(const CountingRules& rules, const AssessmentInput& input,
                      const AssessedMember& member, const std::vector<DeedPart>& parts) {
  MemberResult result;
  result.member = member.id;
  PointsAccount account =
      AccountWithout(rules, {member, parts, input.year, input.today}, false, result.left_out);
  result.rows = std::move(account.rows);
  result.sections = std::move(account.sections);
  result.total = account.total;
  result.waiting = account.waiting;
  const QuotaScope scope{input.year, input.term, input.today, &member};
  for (const Quota& quota : rules.quotas) {
    if (quota.of != Subject::kMember) continue;
    std::vector<QuotaDeed> deeds;
    for (const DeedPart& part : parts) {
      if (part.waiting()) continue;
      const CalendarDate day = DayOf(quota.counted, *part.deed, StateOf(quota.when, *part.deed));
      if (Fulfils(quota.when, *part.deed, part.place, member, day)) {
        deeds.push_back({part.deed, day});
      }
    }
    result.quotas.push_back(StateOf(quota, scope, std::move(deeds)));
  }
  return result;
}

// A deed counts for a body once, however many of its members took part.
class Bodies {
 public:
  Bodies(const CountingRules& rules, const AssessmentInput& input, const DeedParts& parts,
         const MembersById& members)
      : rules_(rules), input_(input), parts_(parts), members_(members) {}

  std::vector<BodyResult> Studios() const {
    std::vector<const AssessedStudio*> studios;
    for (const AssessedStudio& studio : input_.studios) studios.push_back(&studio);
    std::sort(studios.begin(), studios.end(),
              [](const auto* a, const auto* b) { return a->id < b->id; });
    std::vector<BodyResult> results;
    for (const AssessedStudio* studio : studios) {
      BodyResult result = ScoreOf(*studio);
      for (const Quota& quota : rules_.quotas) {
        if (quota.of == Subject::kStudio || (quota.of == Subject::kPlatform && studio->platform)) {
          result.quotas.push_back(
              Of(quota, [&](const Deed& deed) { return deed.studio == studio->id; }));
        }
      }
      results.push_back(std::move(result));
    }
    return results;
  }

  BodyResult County() const {
    BodyResult result;
    for (const Quota& quota : rules_.quotas) {
      if (quota.of != Subject::kCounty) continue;
      result.quotas.push_back(Of(quota, [](const Deed&) { return true; }));
    }
    return result;
  }

  std::vector<BodyResult> By(Subject subject, std::string AssessedMember::*name) const {
    std::set<std::string> names;
    for (const AssessedMember& member : input_.members) names.insert(member.*name);
    names.erase(std::string());
    std::vector<BodyResult> results;
    for (const std::string& body : names) {
      BodyResult result;
      result.id = body;
      for (const Quota& quota : rules_.quotas) {
        if (quota.of != subject) continue;
        result.quotas.push_back(Of(quota, [&](const Deed& deed) {
          return std::any_of(deed.members.begin(), deed.members.end(), [&](const DeedMember& one) {
            const auto member = members_.find(one.id);
            return member != members_.end() && member->second->*name == body;
          });
        }));
      }
      if (!result.quotas.empty()) results.push_back(std::move(result));
    }
    return results;
  }

 private:
  // Its deeds, each once, count as a member's do.
  BodyResult ScoreOf(const AssessedStudio& studio) const {
    BodyResult result;
    result.id = std::to_string(studio.id);
    AssessedMember as_member;
    as_member.id = result.id;
    std::vector<DeedPart> parts;
    for (const Deed* deed : parts_.deeds()) {
      if (deed->studio == studio.id && !deed->members.empty()) parts.push_back({deed, 0});
    }
    PointsAccount account = AccountWithout(rules_, {as_member, parts, input_.year, input_.today},
                                           true, result.left_out);
    result.rows = std::move(account.rows);
    result.sections = std::move(account.sections);
    result.total = account.total;
    return result;
  }

  QuotaState Of(const Quota& quota, const std::function<bool(const Deed&)>& belongs) const {
    std::vector<QuotaDeed> deeds;
    for (const Deed* deed : parts_.deeds()) {
      if (deed->waiting || !belongs(*deed)) continue;
      const CalendarDate day = DayOf(quota.counted, *deed, StateOf(quota.when, *deed));
      if (AnyFulfils(quota.when, *deed, day)) deeds.push_back({deed, day});
    }
    return StateOf(quota, {input_.year, input_.term, input_.today}, std::move(deeds));
  }

  bool AnyFulfils(const Condition& condition, const Deed& deed, CalendarDate day) const {
    for (std::size_t place = 0; place < deed.members.size(); ++place) {
      const auto member = members_.find(deed.members[place].id);
      if (member != members_.end() && Fulfils(condition, deed, place, *member->second, day)) {
        return true;
      }
    }
    return false;
  }

  const CountingRules& rules_;
  const AssessmentInput& input_;
  const DeedParts& parts_;
  const MembersById& members_;
};

}  // namespace

Assessment Assess(const CountingRules& rules, const AssessmentInput& input) {
  const DeedParts parts(input.deeds, input.today);
  MembersById members;
  for (const AssessedMember& member : input.members) members.emplace(member.id, &member);
  Assessment assessment;
  for (const auto& [id, member] : members) {
    assessment.members.push_back(ResultOf(rules, input, *member, parts.Of(id)));
  }
  GiveGrades(rules, input, parts, assessment.members);
  const Bodies bodies(rules, input, parts, members);
  assessment.studios = bodies.Studios();
  assessment.groups = bodies.By(Subject::kGroup, &AssessedMember::group);
  assessment.townships = bodies.By(Subject::kTownship, &AssessedMember::township);
  assessment.county = bodies.County();
  return assessment;
}

}  // namespace studio
