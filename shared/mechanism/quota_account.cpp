#include "shared/mechanism/quota_account.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace studio {
namespace {

bool Owes(const AssessedMember& member, const Condition& when, const Days& days) {
  if ((member.joined && *member.joined > days.first) || (member.left && *member.left < days.last)) {
    return false;
  }
  if (!when.types.empty() && !IsAmong(when.types, member.type)) return false;
  const auto holds_throughout = [&](const std::string& post) {
    return member.Holds(post, days.first) && member.Holds(post, days.last);
  };
  const auto holds = [&](const std::string& post) {
    return member.Holds(post, days.first) || member.Holds(post, days.last);
  };
  if (std::any_of(when.not_posts.begin(), when.not_posts.end(), holds)) return false;
  return when.posts.empty() || std::any_of(when.posts.begin(), when.posts.end(), holds_throughout);
}

OwedStretch StretchOf(const Quota& quota, const Days& days, std::int64_t owed,
                      const std::vector<QuotaDeed>& deeds) {
  OwedStretch stretch{days, {}, owed, {}};
  std::set<CalendarDate> dates;
  for (const QuotaDeed& one : deeds) {
    if (!days.Has(one.day)) continue;
    stretch.deeds.push_back(one.deed->id);
    if (quota.unit == "days") {
      dates.insert(one.day);
    } else if (quota.unit.empty()) {
      stretch.done += 1;
    } else {
      const auto units = one.deed->units.find(quota.unit);
      stretch.done += units == one.deed->units.end() ? Fraction(1) : units->second;
    }
  }
  if (quota.unit == "days") stretch.done = static_cast<std::int64_t>(dates.size());
  return stretch;
}

}  // namespace

QuotaState StateOf(const Quota& quota, const QuotaScope& scope, std::vector<QuotaDeed> deeds) {
  std::sort(deeds.begin(), deeds.end(), [](const QuotaDeed& a, const QuotaDeed& b) {
    return std::tie(a.day, a.deed->id) < std::tie(b.day, b.deed->id);
  });
  QuotaState state;
  state.quota = quota.id;
  const Days& whole = quota.per == Span::kTerm ? scope.term : scope.year;
  const auto fill = [&](Span span, std::int64_t owed, std::vector<OwedStretch>& into) {
    for (const Days& days : Stretches(span, whole)) {
      if (scope.member && !Owes(*scope.member, quota.when, days)) continue;
      into.push_back(StretchOf(quota, days, owed, deeds));
      if (into.back().done >= into.back().owed) continue;
      state.met = false;
      if (days.last < scope.today) state.met_so_far = false;
    }
  };
  fill(quota.per, quota.at_least, state.stretches);
  if (quota.each) fill(*quota.each, quota.each_at_least, state.shorter);
  return state;
}

}  // namespace studio
