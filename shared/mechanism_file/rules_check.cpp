#include "shared/mechanism_file/rules_check.h"

#include <algorithm>
#include <optional>
#include <set>

namespace studio {
namespace {

template <class T>
std::vector<std::string> IdsOf(const std::vector<T>& entries) {
  std::vector<std::string> ids;
  for (const T& entry : entries) ids.push_back(entry.id);
  return ids;
}

class RulesCheck {
 public:
  RulesCheck(const CountingRules& rules, const Entries& entries, Mistakes& mistakes)
      : rules_(rules), entries_(entries), mistakes_(mistakes) {}

  void Run() {
    OneIdEach("section", IdsOf(rules_.sections));
    OneIdEach("points", IdsOf(rules_.points));
    OneIdEach("quota", IdsOf(rules_.quotas));
    Points();
    for (std::size_t i = 0; i < rules_.slots.size(); ++i) {
      if (rules_.slots[i].rules.size() < 2)
        Say("slot", i, "rules 里至少要有两条。", false, mistake::kValue);
      Known("slot", i, rules_.slots[i].rules, points_, "[[points]]");
    }
    for (std::size_t i = 0; i < rules_.limits.size(); ++i) {
      const Limit& limit = rules_.limits[i];
      if (limit.rules.empty() && limit.sections.empty()) {
        Say("limit", i, "少了 rules 或 sections：封顶的是什么。", false, mistake::kMissing);
      }
      Known("limit", i, limit.rules, points_, "[[points]]");
      Known("limit", i, limit.sections, sections_, "[[section]]");
    }
    Narrow();
    Grades();
  }

 private:
  int LineOf(const std::string& table, std::size_t i) const {
    const auto found = entries_.find(table);
    return found != entries_.end() && i < found->second.size() ? found->second[i].line : 0;
  }
  void Say(const std::string& table, std::size_t i, const std::string& text, bool doubt = false,
           std::string_view code = mistake::kDoubtful) {
    mistakes_.push_back({LineOf(table, i), "[[" + table + "]]：" + text, doubt, code, table});
  }

  void OneIdEach(const std::string& table, const std::vector<std::string>& ids) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (!ids[i].empty() && !seen.insert(ids[i]).second) {
        Say(table, i, "前面已经有一条叫“" + ids[i] + "”。", false, mistake::kTwice);
      }
    }
  }

  void Known(const std::string& table, std::size_t i, const std::vector<std::string>& words,
             const std::vector<std::string>& known, const std::string& where) {
    for (const std::string& word : words) {
      if (std::find(known.begin(), known.end(), word) != known.end()) continue;
      Say(table, i, where + " 里没有“" + word + "”" + MeantWord(word, known), false,
          mistake::kNowhere);
    }
  }

  void Points() {
    for (std::size_t i = 0; i < rules_.points.size(); ++i) {
      const PointsRule& rule = rules_.points[i];
      if (!rule.section.empty()) Known("points", i, {rule.section}, sections_, "[[section]]");
      Known("points", i, rule.unless_scored,
            {points_.begin(), points_.begin() + static_cast<std::ptrdiff_t>(i)},
            "前面的 [[points]]");
      if (rule.valid_from && rule.valid_until && *rule.valid_until < *rule.valid_from) {
        Say("points", i, "“" + rule.id + "”到期的日子在起用的日子前面，永远用不上。", true);
      }
      Capped(i, rule);
      Levels(i, rule);
      Never(i, rule);
      OnceAYear(i, rule);
    }
  }

  // A limit that does not hold even one.
  void Capped(std::size_t i, const PointsRule& rule) {
    const Fraction one = LargestOf(rule);
    for (const Limit& limit : rules_.limits) {
      const bool held =
          std::find(limit.rules.begin(), limit.rules.end(), rule.id) != limit.rules.end();
      if (held && one > limit.at_most) {
        Say("points", i,
            "“" + rule.id + "”一项就有 " + one.Text() + " 分，而“" + limit.title + "”总共只到 " +
                limit.at_most.Text() + " 分。",
            true);
      }
    }
    for (const Section& section : rules_.sections) {
      if (section.id == rule.section && section.at_most && section.base + one > *section.at_most &&
          one > 0 && section.base != *section.at_most) {
        Say("points", i,
            "“" + rule.id + "”一项就有 " + one.Text() + " 分，而“" + section.title + "”总共只到 " +
                section.at_most->Text() + " 分。",
            true);
      }
    }
  }

  static Fraction LargestOf(const PointsRule& rule) {
    Fraction largest = rule.chosen ? rule.chosen->second : rule.points;
    if (rule.by) {
      for (const auto& [word, figure] : rule.by->figures) largest = std::max(largest, figure);
    }
    return largest;
  }

  // A wide limit that stands before a narrow one cuts what the narrow one would have cut.
  void Narrow() {
    for (std::size_t i = 0; i < rules_.limits.size(); ++i) {
      for (std::size_t j = i + 1; j < rules_.limits.size(); ++j) {
        const Limit &before = rules_.limits[i], &after = rules_.limits[j];
        const bool inside =
            !after.rules.empty() && after.sections.empty() &&
            std::all_of(after.rules.begin(), after.rules.end(),
                        [&](const std::string& rule) { return IsAmong(before.rules, rule); });
        if (inside && after.rules.size() < before.rules.size()) {
          Say("limit", j, "“" + after.title + "”在“" + before.title + "”里面，应当写在它前面。",
              true);
        }
      }
    }
  }

  // A level belongs to a state or to the deed itself; a table asks for the one that is meant.
  void Levels(std::size_t i, const PointsRule& rule) {
    if (rule.by && rule.by->feature == Feature::kLevel && rule.when.states.empty()) {
      Say("points", i,
          "“" + rule.id + "”按 level 分，却没有写 states；活动本身的级别是 event_level。", true);
    }
  }

  // What contradicts itself fits no deed.
  void Never(std::size_t i, const PointsRule& rule) {
    const Condition& when = rule.when;
    const auto all_in = [](const std::vector<std::string>& words,
                           const std::vector<std::string>& others) {
      return !words.empty() && std::all_of(words.begin(), words.end(),
                                           [&](const auto& word) { return IsAmong(others, word); });
    };
    const bool no_mark = std::any_of(when.marks.begin(), when.marks.end(), [&](const auto& mark) {
      return IsAmong(when.not_marks, mark);
    });
    bool no_figure = false;
    if (rule.by && rule.by->feature == Feature::kAttendance && !when.attendance.empty()) {
      no_figure = std::none_of(when.attendance.begin(), when.attendance.end(),
                               [&](const auto& word) { return rule.by->figures.contains(word); });
    }
    if (no_mark || no_figure || all_in(when.states, when.not_states) ||
        all_in(when.posts, when.not_posts)) {
      Say("points", i, "“" + rule.id + "”永远用不上：要的和不要的是同一样，或者要的没有写分。",
          true);
    }
  }

  // With these a member has one row a year, worth `points`.
  void OnceAYear(std::size_t i, const PointsRule& rule) {
    if (rule.rate_of && rule.needs > 0) Say("points", i, "rate_of 和 needs 只能写一样。", true);
    if (rule.rate_of && *rule.rate_of <= 1) {
      Say("points", i, "rate_of 是百分之几：满勤写 100，不写 1。", true);
    }
    if (!rule.rate_of && rule.needs == 0) return;
    const std::string once = rule.needs > 0 ? "needs" : "rate_of";
    const auto idle = [&](bool said, const char* key) {
      if (!said) return;
      Say("points", i, once + " 一年只计一次，" + key + " 在这里不起作用。", true);
    };
    idle(rule.by.has_value(), "points_by");
    idle(!rule.times.empty(), "times_by");
    idle(!rule.unit.empty(), "unit");
    idle(rule.share != Share::kEach, "share");
    idle(rule.from > 1, "from");
    idle(rule.within != Span::kYear, "within");
  }

  // The most that a member can have; nullopt: there is no end.
  std::optional<Fraction> Top() const {
    std::optional<Fraction> top = rules_.total.at_most;
    if (top) {
      for (const auto& [post, most] : rules_.total.at_most_by_post) top = std::max(*top, most);
    }
    Fraction sum = rules_.total.base;
    for (const auto& [post, base] : rules_.total.base_by_post) sum = std::max(sum, base);
    for (const Section& section : rules_.sections) {
      if (section.of_studios) continue;
      if (!section.at_most) return top;
      sum += *section.at_most;
    }
    return top ? std::min(*top, sum) : sum;
  }

  void Reached(std::size_t i, const Grade& grade) {
    const auto top = rules_.points.empty() ? std::nullopt : Top();
    const bool never = top && ((grade.at_least && *grade.at_least > *top) ||
                               (grade.above && *grade.above >= *top));
    if (never) {
      Say("grade", i, "“" + grade.name + "”永远够不到：总分最多 " + top->Text() + " 分。", true);
    }
  }

  void OfMembers(std::size_t i, const Gate& gate) {
    for (const auto& any_of : gate.all_of) {
      for (const Quota& quota : rules_.quotas) {
        if (quota.of == Subject::kMember || !IsAmong(any_of, quota.id)) continue;
        Say("gate", i, "“" + quota.id + "”不是每位委员要做的，不能用来定委员的等次。", false,
            mistake::kValue);
      }
    }
  }

  void Grades() {
    std::vector<std::string> names;
    for (const Grade& grade : rules_.grades) names.push_back(grade.name);
    for (std::size_t i = 0; i < rules_.gates.size(); ++i) {
      const Gate& gate = rules_.gates[i];
      if (!gate.grade.empty()) Known("gate", i, {gate.grade}, names, "[[grade]]");
      for (const auto& any_of : gate.all_of) Known("gate", i, any_of, quotas_, "[[quota]]");
      OfMembers(i, gate);
    }
    for (std::size_t i = 0; i < rules_.consequences.size(); ++i) {
      Known("consequence", i, rules_.consequences[i].grades, names, "[[grade]]");
    }
    for (const std::string& section : rules_.ranking.then_by) {
      if (std::find(sections_.begin(), sections_.end(), section) == sections_.end()) {
        mistakes_.push_back(
            {LineOf("ranking", 0),
             "[ranking]：[[section]] 里没有“" + section + "”" + MeantWord(section, sections_),
             false, mistake::kNowhere, "then_by"});
      }
    }
    for (std::size_t i = 0; i < rules_.grades.size(); ++i) Reached(i, rules_.grades[i]);
    // The best first: a later one whose floor is not lower than an earlier one's is never given.
    for (std::size_t i = 1; i < rules_.grades.size(); ++i) {
      const Grade &before = rules_.grades[i - 1], &grade = rules_.grades[i];
      const bool open = !before.at_least && !before.above;
      if (grade.below && before.at_least && *grade.below != *before.at_least) {
        Say("grade", i,
            "“" + grade.name + "”到 " + grade.below->Text() + " 分，“" + before.name + "”从 " +
                before.at_least->Text() + " 分起，两头接不上。",
            true);
      }
      const bool limited = before.share_at_most || before.at_most > 0;
      if (!limited &&
          (open || (before.at_least && grade.at_least && *grade.at_least >= *before.at_least))) {
        Say("grade", i,
            "“" + grade.name + "”永远轮不到：前面的“" + before.name + "”把这些人都占了。", true);
      }
    }
    if (!rules_.grades.empty()) {
      const Grade& last = rules_.grades.back();
      if (last.at_least || last.above) {
        Say("grade", rules_.grades.size() - 1, "分数更低的人没有等次：最后一等不要写 at_least。",
            true);
      }
    }
  }

  const CountingRules& rules_;
  const Entries& entries_;
  Mistakes& mistakes_;
  const std::vector<std::string> sections_ = IdsOf(rules_.sections);
  const std::vector<std::string> points_ = IdsOf(rules_.points);
  const std::vector<std::string> quotas_ = IdsOf(rules_.quotas);
};

}  // namespace

void CheckRules(const CountingRules& rules, const Entries& entries, Mistakes& mistakes) {
  RulesCheck(rules, entries, mistakes).Run();
}

}  // namespace studio
