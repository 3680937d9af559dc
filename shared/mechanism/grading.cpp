#include "shared/mechanism/grading.h"

#include <algorithm>

namespace studio {
namespace {

const AssessedMember& MemberOf(const AssessmentInput& input, const std::string& id) {
  return *std::find_if(input.members.begin(), input.members.end(),
                       [&](const AssessedMember& member) { return member.id == id; });
}

int CountOf(const Condition& condition, const AssessedMember& member, const DeedParts& parts,
            const Days& days) {
  int count = 0;
  for (const DeedPart& part : parts.Of(member.id)) {
    if (part.waiting()) continue;
    const DeedState* state = StateOf(condition, *part.deed);
    const CalendarDate day =
        DayOf(state ? CountedDay::kState : CountedDay::kDone, *part.deed, state);
    if (days.Has(day) && Fulfils(condition, *part.deed, part.place, member, day)) ++count;
  }
  return count;
}

bool Passes(const Gate& gate, const MemberResult& result) {
  const auto met = [&](const std::string& quota) {
    const auto state = std::find_if(result.quotas.begin(), result.quotas.end(),
                                    [&](const QuotaState& one) { return one.quota == quota; });
    return state != result.quotas.end() && state->met;
  };
  return std::all_of(gate.all_of.begin(), gate.all_of.end(), [&](const auto& any_of) {
    return std::any_of(any_of.begin(), any_of.end(), met);
  });
}

bool Reaches(const Grade& grade, const Fraction& total) {
  return !(grade.at_least && total < *grade.at_least) && !(grade.above && total <= *grade.above);
}

class Grading {
 public:
  Grading(const CountingRules& rules, const AssessmentInput& input, const DeedParts& parts,
          std::vector<MemberResult>& results)
      : rules_(rules), input_(input), parts_(parts) {
    for (MemberResult& result : results) {
      order_.push_back({&result, &MemberOf(input, result.member), 0, std::nullopt});
    }
  }

  void Run() {
    for (Standing& one : order_) PassGates(one);
    Rank();
    for (std::size_t i = 0; i < rules_.grades.size(); ++i) Give(i);
    for (Standing& one : order_) Follow(one);
  }

 private:
  struct Standing {
    MemberResult* result;
    const AssessedMember* member;
    std::size_t best;                    // place of the best grade that the gates allow
    std::optional<std::size_t> decided;  // by a fact, whatever the points
  };

  std::size_t PlaceOf(const std::string& grade) const {
    const auto found = std::find_if(rules_.grades.begin(), rules_.grades.end(),
                                    [&](const Grade& one) { return one.name == grade; });
    return static_cast<std::size_t>(found - rules_.grades.begin());
  }

  void PassGates(Standing& one) {
    for (const Gate& gate : rules_.gates) {
      const bool shut =
          gate.facts ? CountOf(*gate.facts, *one.member, parts_, input_.year) >= gate.facts_at_least
                     : !Passes(gate, *one.result);
      if (!shut) continue;
      one.result->gates.push_back(gate.id);
      const std::size_t place = PlaceOf(gate.grade);
      if (place == rules_.grades.size()) continue;
      if (gate.decides) {
        one.decided = std::max(one.decided.value_or(0), place);
      } else {
        one.best = std::max(one.best, place);
      }
    }
  }

  bool IsRanked(const Standing& one) const {
    const CalendarDate on = std::min(input_.year.last, input_.today);
    const auto held = [&](const std::string& post) { return one.member->Holds(post, on); };
    const auto& posts = rules_.ranking.not_ranked_posts;
    return one.member->ranked && std::none_of(posts.begin(), posts.end(), held);
  }

  // By total, then by the sections that decide between equals; the best first.
  std::vector<Fraction> ScoreOf(const Standing& one) const {
    std::vector<Fraction> score{one.result->total};
    for (const std::string& section : rules_.ranking.then_by) {
      for (const SectionSum& sum : one.result->sections) {
        if (sum.id == section) score.push_back(sum.points);
      }
    }
    return score;
  }

  void Rank() {
    std::stable_sort(order_.begin(), order_.end(),
                     [&](const Standing& a, const Standing& b) { return ScoreOf(a) > ScoreOf(b); });
    int place = 0, rank = 0;
    const Standing* before = nullptr;
    for (Standing& one : order_) {
      if (!IsRanked(one)) continue;
      ++place;
      if (!before || ScoreOf(*before) != ScoreOf(one)) {
        rank = rules_.ranking.ties_skip ? place : rank + 1;
      }
      one.result->rank = rank;
      before = &one;
    }
  }

  // Those who reach it and have none yet; where there is not room for all of equals, none of these.
  // Who is not ranked takes nobody's place.
  void Give(std::size_t place) {
    const Grade& grade = rules_.grades[place];
    std::vector<Standing*> takers;
    std::int64_t ranked = 0;
    for (Standing& one : order_) {
      if (one.result->rank > 0) ++ranked;
      if (!one.result->grade.empty()) continue;
      const bool fits = one.decided ? *one.decided == place
                                    : one.best <= place && Reaches(grade, one.result->total);
      if (!fits) continue;
      if (one.result->rank > 0) {
        takers.push_back(&one);
      } else {
        one.result->grade = grade.name;
      }
    }
    std::size_t room = takers.size();
    if (grade.at_most > 0) room = std::min(room, static_cast<std::size_t>(grade.at_most));
    if (grade.share_at_most) {
      const Fraction share = *grade.share_at_most * ranked;
      room = std::min(room, static_cast<std::size_t>(RoundDown(share, 1).over()));
    }
    while (room > 0 && room < takers.size() &&
           takers[room]->result->rank == takers[room - 1]->result->rank) {
      --room;
    }
    for (std::size_t i = 0; i < room; ++i) takers[i]->result->grade = grade.name;
  }

  void Follow(Standing& one) {
    for (const Consequence& consequence : rules_.consequences) {
      const bool follows = consequence.counts ? CountOf(*consequence.counts, *one.member, parts_,
                                                        input_.term) >= consequence.at_least
                                              : HasRun(consequence, *one.result);
      if (follows) one.result->consequences.push_back(consequence.id);
    }
  }

  bool HasRun(const Consequence& consequence, const MemberResult& result) const {
    if (consequence.below) return result.total < *consequence.below;
    const auto earlier = input_.earlier.find(result.member);
    return FollowsFromGrade(
        consequence, result.grade,
        earlier == input_.earlier.end() ? std::vector<std::string>() : earlier->second);
  }

  const CountingRules& rules_;
  const AssessmentInput& input_;
  const DeedParts& parts_;
  std::vector<Standing> order_;
};

}  // namespace

bool FollowsFromGrade(const Consequence& consequence, const std::string& grade,
                      const std::vector<std::string>& earlier) {
  if (!IsAmong(consequence.grades, grade)) return false;
  const auto before = static_cast<std::size_t>(consequence.years_running - 1);
  return earlier.size() >= before &&
         std::all_of(earlier.begin(), earlier.begin() + static_cast<std::ptrdiff_t>(before),
                     [&](const std::string& one) { return IsAmong(consequence.grades, one); });
}

void GiveGrades(const CountingRules& rules, const AssessmentInput& input, const DeedParts& parts,
                std::vector<MemberResult>& results) {
  Grading(rules, input, parts, results).Run();
}

}  // namespace studio
