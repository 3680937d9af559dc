#include <doctest/doctest.h>

#include "shared/mechanism_file/examples.h"
#include "shared/mechanism_file/rules_reading.h"

using namespace studio;

namespace {

// The examples in `toml` come out, and nothing is wrong with it.
void CheckComesOut(std::string_view toml) {
  ReadRules read = ReadCountingRules(toml);
  const auto outcomes = RunExamples(read.rules, toml, read.mistakes);
  for (const Mistake& mistake : read.mistakes) {
    FAIL_CHECK(mistake.line << ": " << mistake.text);
  }
  CHECK_FALSE(outcomes.empty());
  for (const ExampleOutcome& one : outcomes) {
    for (const std::string& difference : one.differences) {
      FAIL_CHECK(one.title << ": " << difference);
    }
  }
}

constexpr std::string_view kProposals = R"(
[[section]]
id = "proposals"
title = "提案"
at_most = 25

[[points]]
id = "submitted"
title = "提交提案"
section = "proposals"
kinds = ["proposal"]
states = ["submitted"]
points = 10
share = "half_and_equal"

[[points]]
id = "filed"
title = "提案立案"
section = "proposals"
kinds = ["proposal"]
states = ["filed"]
points = 15
share = "half_and_equal"
)";

std::string With(std::string_view rules, std::string_view example) {
  return std::string(rules) + "\n" + std::string(example);
}

}  // namespace

TEST_CASE("stages add up, and joint authors share: the first half, the others the rest") {
  CheckComesOut(With(kProposals, R"(
[[example]]
title = "三人联名，立案"
members = [{ id = "甲" }, { id = "乙" }, { id = "丙" }]
expect = [{ member = "甲", total = 12.5 }, { member = "乙", total = 6.25 }, { member = "丙", total = 6.25 }]

[[example.deeds]]
id = "p1"
kind = "proposal"
done = 2026-03-01
members = [{ id = "甲" }, { id = "乙" }, { id = "丙" }]
states = [{ state = "submitted", on = 2026-03-01 }, { state = "filed", on = 2026-03-20 }]
)"));
}

TEST_CASE("the row that passes a cap keeps what is left of it") {
  CheckComesOut(With(kProposals, R"(
[[example]]
title = "两件都立案，封顶 25"
members = [{ id = "甲" }]
expect = [{ member = "甲", total = 25, sections = { proposals = 25 } }]

[[example.deeds]]
id = "p1"
kind = "proposal"
done = 2026-03-01
members = [{ id = "甲" }]
states = [{ state = "submitted", on = 2026-03-01 }, { state = "filed", on = 2026-03-20 }]

[[example.deeds]]
id = "p2"
kind = "proposal"
done = 2026-05-01
members = [{ id = "甲" }]
states = [{ state = "submitted", on = 2026-05-01 }, { state = "filed", on = 2026-05-20 }]
)"));
}

TEST_CASE("what waits for somebody's word is shown and not counted") {
  CheckComesOut(With(kProposals, R"(
[[example]]
title = "本人填的，还没有人确认"
members = [{ id = "甲" }]
expect = [{ member = "甲", total = 0 }]

[[example.deeds]]
id = "p1"
kind = "proposal"
done = 2026-03-01
waiting = true
members = [{ id = "甲" }]
states = [{ state = "submitted", on = 2026-03-01 }]
)"));
}

TEST_CASE("from full, with deductions by attendance and post, and no lower than the floor") {
  CheckComesOut(R"(
[[section]]
id = "attendance"
title = "出席"
base = 10
at_least = 0

[[points]]
id = "plenary"
title = "全会"
section = "attendance"
kind = "plenary"
points_by = { attendance = { late = -1, left_early = -1, absent = -3 } }

[[points]]
id = "standing"
title = "常委会议"
section = "attendance"
kind = "standing"
posts = ["常委"]
points_by = { attendance = { late = -2, absent = -3 } }

[[example]]
title = "常委缺席四次到底；委员只看全会"
members = [{ id = "甲", posts = ["常委"] }, { id = "乙" }]
expect = [{ member = "甲", total = 0 }, { member = "乙", total = 9 }]

[[example.deeds]]
id = "e1"
kind = "plenary"
done = 2026-01-10
members = [{ id = "甲", attendance = "absent" }, { id = "乙", attendance = "late" }]

[[example.deeds]]
id = "e2"
kind = "standing"
done = 2026-02-10
members = [{ id = "甲", attendance = "absent" }, { id = "乙", attendance = "absent" }]

[[example.deeds]]
id = "e3"
kind = "standing"
done = 2026-03-10
members = [{ id = "甲", attendance = "absent" }]

[[example.deeds]]
id = "e4"
kind = "standing"
done = 2026-04-10
members = [{ id = "甲", attendance = "absent" }]
)");
}

TEST_CASE("the first counts once, the others by another rule, and a slot takes the better") {
  CheckComesOut(R"(
[[section]]
id = "all"
title = "全部"

[[points]]
id = "first"
title = "第一件立案提案"
section = "all"
kind = "proposal"
states = ["filed"]
points_by = { author = { sole = 15, first = 10, other = 5 } }
once = true

[[points]]
id = "more"
title = "第二件起"
section = "all"
kind = "proposal"
states = ["filed"]
unless_scored = ["first"]
points = 5

[[points]]
id = "city_instruction"
title = "区级批示"
section = "all"
kind = "information"
states = ["instructed"]
levels = ["district"]
points = 4

[[points]]
id = "city_adoption"
title = "区级采用"
section = "all"
kind = "information"
states = ["adopted"]
levels = ["district"]
points = 6

[[points]]
id = "above"
title = "市级、全国采用"
section = "all"
kind = "information"
states = ["adopted"]
points_by = { level = { city = 8, national = 10 } }
several = "sum"

[[slot]]
id = "district"
rules = ["city_instruction", "city_adoption"]
take = "first"

[[example]]
title = "一件独立、一件联名；信息既批示又采用，市级和全国都用"
members = [{ id = "甲" }, { id = "乙" }]
expect = [{ member = "甲", total = 42 }, { member = "乙", total = 5 }]

[[example.deeds]]
id = "p1"
kind = "proposal"
done = 2026-03-01
members = [{ id = "甲" }, { id = "乙" }]
states = [{ state = "filed", on = 2026-03-20 }]

[[example.deeds]]
id = "p2"
kind = "proposal"
done = 2026-04-01
members = [{ id = "甲" }]
states = [{ state = "filed", on = 2026-04-20 }]

[[example.deeds]]
id = "i1"
kind = "information"
done = 2026-05-01
members = [{ id = "甲" }]
states = [
  { state = "instructed", on = 2026-05-10, level = "district" },
  { state = "adopted", on = 2026-05-11, level = "district" },
  { state = "adopted", on = 2026-05-12, level = "city" },
  { state = "adopted", on = 2026-05-13, level = "national" },
]
)");
}

TEST_CASE("a kind has a year of its own, a rule its days, and half days multiply") {
  CheckComesOut(R"(
[[section]]
id = "all"
title = "全部"

[[points]]
id = "proposal"
title = "提案"
section = "all"
kind = "proposal"
states = ["submitted"]
counted = "submitted"
year_from = "12-01"
points = 3

[[points]]
id = "old_share"
title = "联名信息（旧）"
section = "all"
kind = "information"
valid_until = 2026-04-02
points = 4
times_by = { author = { first = "1/4", other = "1/4" } }

[[points]]
id = "new_share"
title = "联名信息"
section = "all"
kind = "information"
valid_from = 2026-04-03
points = 4
times_by = { author = { first = "1/2", other = "1/2" } }

[[points]]
id = "visit"
title = "视察"
section = "all"
kind = "visit"
points = 1
unit = "half_days"
times_by = { attendance = { walked_in = "1/2" } }

[[example]]
title = "十二月的提案算下一年"
members = [{ id = "甲" }, { id = "乙" }]
expect = [{ member = "甲", total = 7.5 }, { member = "乙", total = 3 }]

[[example.deeds]]
id = "p1"
kind = "proposal"
done = 2025-12-05
members = [{ id = "甲" }]
states = [{ state = "submitted", on = 2025-12-05 }]

[[example.deeds]]
id = "p2"
kind = "proposal"
done = 2026-12-05
members = [{ id = "甲" }]
states = [{ state = "submitted", on = 2026-12-05 }]

[[example.deeds]]
id = "i1"
kind = "information"
done = 2026-04-02
members = [{ id = "甲" }, { id = "乙" }]

[[example.deeds]]
id = "i2"
kind = "information"
done = 2026-04-03
members = [{ id = "甲" }, { id = "乙" }]

[[example.deeds]]
id = "v1"
kind = "visit"
done = 2026-06-01
members = [{ id = "甲", attendance = "walked_in" }]
units = { half_days = 3 }
)");
}

TEST_CASE("deductions make room under a cap whenever they were, and a course that goes on waits") {
  CheckComesOut(R"(
[[section]]
id = "all"
title = "全部"
at_most = 50

[[points]]
id = "plus"
title = "加分"
section = "all"
kind = "plus"
points = 30

[[points]]
id = "minus"
title = "扣分"
section = "all"
kind = "minus"
points = -5

[[points]]
id = "filed"
title = "立案"
section = "all"
kind = "proposal"
states = ["filed"]
points = 4

[[points]]
id = "monthly"
title = "每月一次"
section = "all"
kind = "visit"
points = 1
once = true
within = "month"

[[example]]
title = "先扣后扣一个样；今天以后的立案不算；每月只计一次"
today = 2026-06-30
members = [{ id = "甲" }, { id = "乙" }, { id = "丙" }]
expect = [{ member = "甲", total = 50 }, { member = "乙", total = 50 }, { member = "丙", total = 2 }]
deeds = [
  { id = "a", kind = "plus", done = 2026-01-01, members = [{ id = "甲" }, { id = "乙" }] },
  { id = "b", kind = "plus", done = 2026-02-01, members = [{ id = "甲" }, { id = "乙" }] },
  { id = "c", kind = "minus", done = 2026-03-01, members = [{ id = "甲" }] },
  { id = "d", kind = "minus", done = 2026-01-01, members = [{ id = "乙" }] },
  { id = "e", kind = "proposal", done = 2026-06-01, members = [{ id = "丙" }], states = [{ state = "filed", on = 2026-09-10 }] },
  { id = "f", kind = "visit", done = 2026-04-01, members = [{ id = "丙" }] },
  { id = "g", kind = "visit", done = 2026-04-11, members = [{ id = "丙" }] },
  { id = "h", kind = "visit", done = 2026-05-11, members = [{ id = "丙" }] },
]
)");
}
