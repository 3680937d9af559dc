#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "shared/mechanism/assess.h"

using namespace studio;
using namespace std::chrono;

namespace {

const std::vector<std::string> kKinds = {"proposal", "visit", "meeting"};
const std::vector<std::string> kMembers = {"a", "b", "c"};

// Mechanisms and years as chance has them.
class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}

  int To(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most + 1)); }
  bool Sometimes() { return To(3) == 0; }
  Fraction Points(int least, int most) {
    return Fraction(least + To(most - least)) + Fraction(To(2), 3);
  }
  CalendarDate Day() { return AddDays(2026y / January / 1, To(364)); }
  template <class T>
  const T& One(const std::vector<T>& of) {
    return of[static_cast<std::size_t>(To(static_cast<int>(of.size()) - 1))];
  }

  CountingRules Rules() {
    CountingRules rules;
    for (const char* id : {"s0", "s1"}) {
      Section section{id, id, Sometimes() ? Fraction(To(10)) : Fraction(), {}, {}, false};
      if (Sometimes()) section.at_most = section.base + Points(0, 20);
      if (Sometimes()) section.at_least = 0;
      rules.sections.push_back(std::move(section));
    }
    const int count = 1 + To(3);
    for (int i = 0; i < count; ++i) rules.points.push_back(Rule(rules, i));
    if (Sometimes() && count > 1)
      rules.slots.push_back({"slot", {"r0", "r1"}, Sometimes(), Sometimes()});
    if (Sometimes()) rules.limits.push_back({"limit", "limit", {"r0"}, {"s1"}, Points(0, 15)});
    rules.total.base = Sometimes() ? To(60) : 0;
    if (Sometimes()) rules.total.at_most = 100;
    if (Sometimes()) rules.total.round_to = Fraction(1, 2);
    return rules;
  }

  std::vector<Deed> Deeds() {
    std::vector<Deed> deeds;
    const int count = To(8);
    for (int i = 0; i < count; ++i) {
      Deed deed;
      deed.id = "d" + std::to_string(i);
      deed.kind = One(kKinds);
      deed.done = Day();
      deed.waiting = To(9) == 0;
      std::vector<std::string> members = kMembers;
      std::shuffle(members.begin(), members.end(), random_);
      members.resize(static_cast<std::size_t>(1 + To(2)));
      for (const std::string& member : members) {
        deed.members.push_back({member, Sometimes() ? "lead" : "", Sometimes() ? "late" : ""});
      }
      if (Sometimes()) deed.units["half_days"] = 1 + To(3);
      if (Sometimes()) deed.states.push_back({"filed", Day(), Sometimes() ? "city" : "county", ""});
      deeds.push_back(std::move(deed));
    }
    return deeds;
  }

  std::mt19937& random() { return random_; }

 private:
  PointsRule Rule(const CountingRules& rules, int i) {
    PointsRule rule;
    rule.id = "r" + std::to_string(i);
    rule.section = One(rules.sections).id;
    rule.when.kinds = {One(kKinds)};
    if (Sometimes()) rule.when.states = {"filed"};
    rule.points = Points(-5, 12);
    if (Sometimes()) rule.by = FeatureTable{Feature::kAttendance, {{"present", Points(0, 9)}}};
    if (Sometimes()) rule.times = {{Feature::kRole, {{"lead", Fraction(3, 2)}}}};
    if (Sometimes()) rule.unit = "half_days";
    rule.share = static_cast<Share>(To(3));
    if (Sometimes()) rule.from = 1 + To(2);
    if (Sometimes()) rule.to = rule.from + To(2);
    rule.once = Sometimes();
    if (Sometimes() && i > 0) rule.unless_scored = {"r" + std::to_string(To(i - 1))};
    return rule;
  }

  std::mt19937 random_;
};

AssessmentInput YearOf(std::vector<Deed> deeds) {
  AssessmentInput input;
  for (const std::string& id : kMembers) {
    AssessedMember member;
    member.id = id;
    input.members.push_back(std::move(member));
  }
  input.year = input.term = {2026y / January / 1, 2026y / December / 31};
  input.today = input.year.last;
  input.deeds = std::move(deeds);
  return input;
}

// The parts added up by hand.
void AddUp(const CountingRules& rules, const MemberResult& result) {
  Fraction all;
  for (const Section& section : rules.sections) {
    Fraction sum = section.base;
    for (const PointsRow& row : result.rows) {
      const auto rule = std::find_if(rules.points.begin(), rules.points.end(),
                                     [&](const PointsRule& one) { return one.id == row.rule; });
      REQUIRE(rule != rules.points.end());
      if (rule->section != section.id) continue;
      sum += row.counted;
      REQUIRE((row.counted == row.points || !row.cut_by.empty() || row.waiting));
      REQUIRE((!row.waiting || row.counted == 0));
      REQUIRE((row.points < 0 || (row.counted >= 0 && row.counted <= row.points)));
    }
    if (section.at_most) REQUIRE(sum <= *section.at_most);
    if (section.at_least) sum = std::max(sum, *section.at_least);
    all += sum;
  }
  Fraction total = rules.total.base + all;
  if (rules.total.round_to) total = RoundHalfUp(total, *rules.total.round_to);
  if (rules.total.at_most) total = std::min(total, *rules.total.at_most);
  REQUIRE(result.total == total);
}

}  // namespace

TEST_CASE("every figure is the sum of its parts, by whatever mechanism and whatever was done") {
  Chance chance(20261129);
  int cases = 0;
  while (cases < 100'000) {
    const CountingRules rules = chance.Rules();
    for (int year = 0; year < 10; ++year, ++cases) {
      const AssessmentInput input = YearOf(chance.Deeds());
      for (const MemberResult& result : Assess(rules, input).members) AddUp(rules, result);
    }
  }
}

TEST_CASE("the order in which deeds are told changes nothing, and one taken back leaves no trace") {
  Chance chance(7);
  for (int i = 0; i < 5'000; ++i) {
    const CountingRules rules = chance.Rules();
    std::vector<Deed> deeds = chance.Deeds();
    const auto before = Assess(rules, YearOf(deeds)).members;
    Deed more;
    more.id = "e" + std::to_string(chance.To(9));
    more.kind = chance.One(kKinds);
    more.done = chance.Day();
    more.members = {{"a"}};
    deeds.push_back(more);
    std::shuffle(deeds.begin(), deeds.end(), chance.random());
    const auto with = Assess(rules, YearOf(deeds)).members;
    std::shuffle(deeds.begin(), deeds.end(), chance.random());
    REQUIRE(Assess(rules, YearOf(deeds)).members == with);
    std::erase_if(deeds, [&](const Deed& deed) { return deed.id == more.id; });
    REQUIRE(Assess(rules, YearOf(deeds)).members == before);
  }
}
