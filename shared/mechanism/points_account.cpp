#include "shared/mechanism/points_account.h"

#include <algorithm>
#include <tuple>

namespace studio {
namespace {

using Rows = std::vector<PointsRow>;
using RowRefs = std::vector<PointsRow*>;

std::size_t PlaceOf(const std::vector<std::string>& words, std::string_view word) {
  return static_cast<std::size_t>(std::find(words.begin(), words.end(), word) - words.begin());
}

RowRefs OfRules(Rows& rows, const std::vector<std::string>& rules) {
  RowRefs found;
  for (PointsRow& row : rows) {
    if (PlaceOf(rules, row.rule) < rules.size()) found.push_back(&row);
  }
  return found;
}

void SortByDay(RowRefs& rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const PointsRow* a, const PointsRow* b) {
    return std::tie(a->day, a->deed) < std::tie(b->day, b->deed);
  });
}

void CutTo(PointsRow& row, const Fraction& left, const std::string& by) {
  row.counted = left;
  row.cut_by = by;
}

// One of those that gave anything stays.
void KeepOne(const Slot& slot, const RowRefs& rows) {
  const auto better = [&](const PointsRow* a, const PointsRow* b) {
    if (slot.highest) return a->counted > b->counted;
    return PlaceOf(slot.rules, a->rule) < PlaceOf(slot.rules, b->rule);
  };
  PointsRow* best = nullptr;
  for (PointsRow* row : rows) {
    if (row->waiting || row->counted == 0) continue;
    if (!best || better(row, best)) best = row;
  }
  for (PointsRow* row : rows) {
    if (row != best && !row->waiting && row->counted != 0) CutTo(*row, 0, slot.id);
  }
}

void Apply(const Slot& slot, Rows& rows) {
  RowRefs all = OfRules(rows, slot.rules);
  SortByDay(all);
  if (!slot.a_deed) return KeepOne(slot, all);
  std::map<std::string, RowRefs> by_deed;
  for (PointsRow* row : all) by_deed[row->deed].push_back(row);
  for (const auto& [deed, of_deed] : by_deed) KeepOne(slot, of_deed);
}

// The row that passes the limit keeps what is left of it. Whatever is taken off makes room, when
// ever it was.
void Hold(RowRefs rows, const Fraction& at_most, const std::string& by) {
  SortByDay(rows);
  Fraction room = at_most;
  for (const PointsRow* row : rows) {
    if (row->counted < 0) room -= row->counted;
  }
  for (PointsRow* row : rows) {
    if (row->counted <= 0) continue;
    if (row->counted > room) CutTo(*row, std::max(room, Fraction()), by);
    room -= row->counted;
  }
}

Fraction SumOf(const RowRefs& rows) {
  Fraction sum;
  for (const PointsRow* row : rows) sum += row->counted;
  return sum;
}

Fraction TotalOf(const Total& total, const PointsScope& scope, const Fraction& sections) {
  Fraction base = total.base;
  std::optional<Fraction> by_post;
  const CalendarDate on = std::min(scope.year.last, scope.today);
  for (const auto& [post, points] : total.base_by_post) {
    if (scope.member.Holds(post, on) && (!by_post || points > *by_post)) by_post = points;
  }
  Fraction sum = by_post.value_or(base) + sections;
  if (total.round_to) {
    sum = total.round_down ? RoundDown(sum, *total.round_to) : RoundHalfUp(sum, *total.round_to);
  }
  std::optional<Fraction> at_most = total.at_most;
  for (const auto& [post, most] : total.at_most_by_post) {
    if (scope.member.Holds(post, on)) at_most = at_most ? std::max(*at_most, most) : most;
  }
  if (at_most) sum = std::min(sum, *at_most);
  if (total.at_least) sum = std::max(sum, *total.at_least);
  return sum;
}

}  // namespace

PointsAccount AccountOf(const CountingRules& rules, const PointsScope& scope, bool of_studios) {
  PointsAccount account;
  std::map<std::string, std::size_t> section_of;  // of a rule
  for (const PointsRule& rule : rules.points) {
    const auto section = std::find_if(rules.sections.begin(), rules.sections.end(),
                                      [&](const Section& one) { return one.id == rule.section; });
    if (section == rules.sections.end() || section->of_studios != of_studios) continue;
    section_of[rule.id] = static_cast<std::size_t>(section - rules.sections.begin());
    std::set<std::string> taken;
    for (const PointsRow* row : OfRules(account.rows, rule.unless_scored)) {
      if (!row->waiting && row->counted != 0) taken.insert(row->deed);
    }
    for (PointsRow& row : RowsOf(rule, scope, taken)) account.rows.push_back(std::move(row));
  }
  const auto of_section = [&](const std::string& id) {
    RowRefs found;
    for (PointsRow& row : account.rows) {
      if (rules.sections[section_of.at(row.rule)].id == id) found.push_back(&row);
    }
    return found;
  };
  for (const Slot& slot : rules.slots) Apply(slot, account.rows);
  for (const Limit& limit : rules.limits) {
    RowRefs held = OfRules(account.rows, limit.rules);
    for (const std::string& section : limit.sections) {
      for (PointsRow* row : of_section(section)) held.push_back(row);
    }
    Hold(std::move(held), limit.at_most, limit.id);
  }
  Fraction all;
  for (const Section& section : rules.sections) {
    if (section.of_studios != of_studios) continue;
    const RowRefs rows = of_section(section.id);
    if (section.at_most) Hold(rows, *section.at_most - section.base, section.id);
    SectionSum sum{section.id, section.base, section.base + SumOf(rows)};
    if (section.at_least) sum.points = std::max(sum.points, *section.at_least);
    all += sum.points;
    account.sections.push_back(std::move(sum));
  }
  for (const PointsRow& row : account.rows) {
    if (row.waiting) account.waiting += row.points;
  }
  account.total = of_studios ? all : TotalOf(rules.total, scope, all);
  std::stable_sort(account.rows.begin(), account.rows.end(),
                   [&](const PointsRow& a, const PointsRow& b) {
                     const std::size_t section_a = section_of.at(a.rule);
                     const std::size_t section_b = section_of.at(b.rule);
                     return std::tie(section_a, a.day, a.deed) < std::tie(section_b, b.day, b.deed);
                   });
  return account;
}

}  // namespace studio
