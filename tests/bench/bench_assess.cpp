// What a year costs: 1,000 members and 200,000 deeds assessed by a mechanism's file.
#include <cstdio>
#include <exception>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <stdexcept>

#include "bench_line.h"
#include "figures.h"
#include "shared/mechanism/assess.h"
#include "shared/mechanism_file/rules_reading.h"

namespace {

using namespace studio;
using namespace studio::bench;
using namespace std::chrono;

constexpr double kHeldToMs = 2000;

// Words that the rules ask for, so that deeds meet every one of them.
struct Vocabulary {
  std::vector<std::string> kinds, states{""}, levels{"", "county", "city", "national"}, roles{""};

  explicit Vocabulary(const CountingRules& rules) {
    std::set<std::string> of_kind, of_state, of_role;
    for (const PointsRule& rule : rules.points) {
      of_kind.insert(rule.when.kinds.begin(), rule.when.kinds.end());
      of_state.insert(rule.when.states.begin(), rule.when.states.end());
      of_role.insert(rule.when.roles.begin(), rule.when.roles.end());
    }
    kinds.assign(of_kind.begin(), of_kind.end());
    states.insert(states.end(), of_state.begin(), of_state.end());
    roles.insert(roles.end(), of_role.begin(), of_role.end());
  }
};

AssessmentInput YearOf(const CountingRules& rules, int members, int deeds) {
  std::mt19937 random(20261129);
  const auto one_of = [&](const std::vector<std::string>& words) {
    return words[random() % words.size()];
  };
  const Vocabulary words(rules);
  AssessmentInput input;
  input.year = input.term = {2026y / January / 1, 2026y / December / 31};
  input.today = input.year.last;
  for (int i = 0; i < members; ++i) {
    AssessedMember member;
    member.id = "m" + std::to_string(i);
    if (i % 6 == 0) member.posts = {{"常委", 2022y / January / 1, {}}};
    input.members.push_back(std::move(member));
  }
  input.deeds.reserve(static_cast<std::size_t>(deeds));
  for (int i = 0; i < deeds; ++i) {
    Deed deed;
    deed.id = "d" + std::to_string(i);
    deed.kind = one_of(words.kinds);
    deed.done = AddDays(input.year.first, static_cast<int>(random() % 365));
    for (std::size_t authors = 1 + random() % 3; authors > 0; --authors) {
      deed.members.push_back({"m" + std::to_string(random() % static_cast<unsigned>(members)),
                              one_of(words.roles), random() % 9 == 0 ? "absent" : ""});
    }
    deed.units["half_days"] = 1 + static_cast<std::int64_t>(random() % 3);
    deed.states.push_back({"submitted", deed.done, "", ""});
    if (const std::string state = one_of(words.states); !state.empty()) {
      deed.states.push_back({state, deed.done, one_of(words.levels), ""});
    }
    input.deeds.push_back(std::move(deed));
  }
  return input;
}

void Run(const std::string& file, int members, int deeds) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  const ReadRules read = ReadCountingRules(text.str());
  for (const Mistake& mistake : read.mistakes) {
    if (!mistake.doubt) throw std::runtime_error(file + ": " + mistake.text);
  }
  const AssessmentInput input = YearOf(read.rules, members, deeds);
  PrintHeading("a year of " + std::to_string(members) + " members, " + std::to_string(deeds) +
               " deeds");
  Samples all;
  std::size_t rows = 0;
  for (int i = 0; i < 5; ++i) {
    const ThreadStopwatch watch;
    const Assessment assessment = Assess(read.rules, input);
    all.Add(watch.Ms());
    rows = 0;
    for (const MemberResult& member : assessment.members) rows += member.rows.size();
  }
  PrintRow("assessed", all, "ms", HeldTo(Fixed(kHeldToMs, 0) + " ms", all.Max() <= kHeldToMs));
  PrintValue("rows", static_cast<double>(rows), "");
}

}  // namespace

int main(int argc, char** argv) {
  BenchLine line{"What a year costs"};
  std::string file = STUDIO_SOURCE_DIR "/assets/mechanisms/kaili.toml";
  int members = 1000, deeds = 200'000;
  line.File(file, "The mechanism");
  line.Number("--members", members, "of the county", 1, 100'000);
  line.Number("--deeds", deeds, "in the year", 1, 10'000'000);
  line.Read(argc, argv);
  try {
    Run(file, members, deeds);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_assess: %s\n", error.what());
    return 1;
  }
  return 0;
}
