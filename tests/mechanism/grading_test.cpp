#include <doctest/doctest.h>

#include "shared/mechanism/assess.h"
#include "shared/mechanism_file/rules_reading.h"

using namespace studio;
using namespace std::chrono;

namespace {

constexpr std::string_view kRules = R"(
[total]
base = 70

[[section]]
id = "work"
title = "履职"

[[points]]
id = "work"
title = "活动"
section = "work"
kind = "work"
points = 5

[[quota]]
id = "one"
title = "每年一次"
kind = "work"
per = "year"
at_least = 1

[[gate]]
id = "must"
title = "必须参加一次"
all_of = ["one"]
grade = "不称职"

[[gate]]
id = "offence"
title = "受处分"
facts = { kind = "offence" }
grade = "不称职"
decides = true

[[gate]]
id = "three_times"
title = "三次缺席"
facts = { kind = "missed", at_least = 3 }
grade = "不称职"

[[grade]]
name = "优秀"
at_least = 85
share_at_most = "1/5"

[[grade]]
name = "称职"
at_least = 60

[[grade]]
name = "不称职"
below = 60

[[consequence]]
id = "talk"
title = "提醒谈话"
grades = ["不称职"]

[[consequence]]
id = "city_talk"
title = "市里约谈"
grades = ["不称职"]
years_running = 2
)";

struct Year {
  AssessmentInput input;
  Year() {
    input.year = {2026y / January / 1, 2026y / December / 31};
    input.term = input.year;
    input.today = input.year.last;
  }
  void Member(const std::string& id, int works) {
    AssessedMember member;
    member.id = id;
    input.members.push_back(std::move(member));
    for (int i = 0; i < works; ++i) Did(id, "work");
  }
  void Did(const std::string& id, const std::string& kind) {
    Deed deed;
    deed.id = "d" + std::to_string(input.deeds.size());
    deed.kind = kind;
    deed.done = 2026y / June / 1;
    deed.members = {{id}};
    input.deeds.push_back(std::move(deed));
  }
  const MemberResult Of(const std::string& id) const {
    const ReadRules read = ReadCountingRules(kRules);
    REQUIRE(read.mistakes.empty());
    for (const MemberResult& result : Assess(read.rules, input).members) {
      if (result.member == id) return result;
    }
    FAIL("no such member");
    return {};
  }
};

}  // namespace

TEST_CASE(
    "a quota of a type or a post is owed by those who are such, and no gate asks it of others") {
  const ReadRules read = ReadCountingRules(R"(
[[quota]]
id = "into_homes"
title = "进农户"
kind = "into_home"
types = ["农村委员"]
per = "year"

[[quota]]
id = "visit"
title = "走访委员"
kind = "visit_member"
posts = ["常委"]
per = "half_year"

[[quota]]
id = "meeting"
title = "到会"
kind = "meeting"
not_posts = ["常委"]
per = "half_year"

[[gate]]
id = "must"
title = "该做的都做了"
all_of = ["into_homes", "visit"]
grade = "不称职"

[[grade]]
name = "称职"
at_least = 0

[[grade]]
name = "不称职"
)");
  REQUIRE(read.mistakes.empty());
  AssessmentInput input;
  input.year = input.term = {2026y / January / 1, 2026y / December / 31};
  input.today = input.year.last;
  AssessedMember rural, plain, standing;
  rural.id = "rural";
  rural.type = "农村委员";
  plain.id = "plain";
  plain.type = "企业委员";
  standing.id = "standing";
  // In the post from the spring on: the first half year is not all theirs.
  standing.posts = {{"常委", 2026y / April / 1}};
  input.members = {plain, rural, standing};
  const Assessment assessment = Assess(read.rules, input);
  const auto owed = [&](std::size_t member, std::size_t quota) {
    return assessment.members.at(member).quotas.at(quota).stretches.size();
  };
  CHECK(owed(0, 0) == 0);
  CHECK(owed(0, 1) == 0);
  CHECK(owed(0, 2) == 2);
  CHECK(assessment.members[0].gates.empty());
  CHECK(assessment.members[0].grade == "称职");
  CHECK(owed(1, 0) == 1);
  CHECK(owed(1, 1) == 0);
  CHECK(assessment.members[1].grade == "不称职");
  CHECK(owed(2, 1) == 1);
  CHECK(owed(2, 2) == 0);
  CHECK(assessment.members[2].gates == std::vector<std::string>{"must"});
}

TEST_CASE("who has not done what everybody must is not competent whatever the points") {
  Year year;
  year.Member("甲", 0);
  const MemberResult result = year.Of("甲");
  CHECK(result.total == 70);
  CHECK(result.gates == std::vector<std::string>{"must"});
  CHECK(result.grade == "不称职");
  CHECK(result.consequences == std::vector<std::string>{"talk"});
}

TEST_CASE("a second bad year has its own consequence") {
  Year year;
  year.Member("甲", 0);
  year.input.earlier["甲"] = {"不称职"};
  CHECK(year.Of("甲").consequences == std::vector<std::string>{"talk", "city_talk"});
  year.input.earlier["甲"] = {"称职", "不称职"};
  CHECK(year.Of("甲").consequences == std::vector<std::string>{"talk"});
}

TEST_CASE("a fact decides by itself") {
  Year year;
  year.Member("甲", 5);
  year.Did("甲", "offence");
  CHECK(year.Of("甲").total == 95);
  CHECK(year.Of("甲").grade == "不称职");
}

TEST_CASE("a grade with a share goes to the best, and to none of equals where there is not room") {
  Year year;
  for (const char* id : {"a", "b", "c", "d", "e", "f", "g", "h"}) year.Member(id, 3);
  year.Member("i", 4);
  year.Member("j", 1);
  // Two of ten may be 优秀; behind the best are eight with 85.
  CHECK(year.Of("i").grade == "优秀");
  CHECK(year.Of("a").grade == "称职");
  CHECK(year.Of("j").grade == "称职");
}

TEST_CASE("equals share their rank, and the next rank is left out") {
  Year year;
  year.Member("a", 3);
  year.Member("b", 3);
  year.Member("c", 1);
  year.Member("d", 2);
  year.input.members[3].ranked = false;
  CHECK(year.Of("a").rank == 1);
  CHECK(year.Of("b").rank == 1);
  CHECK(year.Of("c").rank == 3);
  CHECK(year.Of("d").rank == 0);
}

TEST_CASE("who is not ranked takes nobody's place, and gets what they reach") {
  Year year;
  for (const char* id : {"a", "b", "c", "d", "e"}) year.Member(id, 1);
  year.Member("f", 3);
  year.Member("g", 5);
  year.input.members[6].ranked = false;
  CHECK(year.Of("g").grade == "优秀");
  CHECK(year.Of("f").grade == "优秀");
}

TEST_CASE("who is stopped by a gate gets the grade below, though the points are above it") {
  Year year;
  year.Member("甲", 0);
  for (int i = 0; i < 5; ++i) year.Did("甲", "other");
  CHECK(year.Of("甲").total == 70);
  CHECK(year.Of("甲").grade == "不称职");
}

TEST_CASE("what is later than today is not there yet") {
  Year year;
  year.Member("甲", 2);
  year.input.deeds[0].done = 2026y / March / 1;
  year.input.today = 2026y / May / 1;
  CHECK(year.Of("甲").total == 75);
}

TEST_CASE("a fact that counts only from the third time on changes nothing before") {
  Year year;
  year.Member("甲", 5);
  year.Did("甲", "missed");
  year.Did("甲", "missed");
  CHECK(year.Of("甲").gates.empty());
  CHECK(year.Of("甲").grade == "称职");
  year.Did("甲", "missed");
  CHECK(year.Of("甲").gates == std::vector<std::string>{"three_times"});
  CHECK(year.Of("甲").grade == "不称职");
}
