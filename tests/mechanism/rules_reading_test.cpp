#include "shared/mechanism_file/rules_reading.h"

#include <doctest/doctest.h>

using namespace studio;

namespace {

constexpr std::string_view kGood = R"([[section]]
id = "work"
title = "履职"

[[points]]
id = "visit"
title = "走访"
section = "work"
kinds = ["visit"]
points = 2
share = "each"

[[quota]]
id = "monthly"
title = "一月一轮值"
kinds = ["duty"]
per = "month"

[[grade]]
name = "称职"
at_least = 60

[[grade]]
name = "不称职"
)";

std::string Replaced(std::string_view from, std::string_view to) {
  std::string text(kGood);
  const auto at = text.find(from);
  REQUIRE(at != text.npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a good file has no mistakes") { CHECK(ReadCountingRules(kGood).mistakes.empty()); }

TEST_CASE("a slip of the pen is told with its line and what was meant") {
  struct Slip {
    std::string_view from, to;
    int line;
    std::string_view says;
  };
  const Slip slips[] = {
      {"points = 2", "point = 2", 10, "是不是“points”"},
      {"points = 2", "points = \"two\"", 10, "应当是数"},
      {"points = 2", "points = 2,5", 10, "小数点用 ."},
      {"section = \"work\"", "section = \"wrok\"", 5, "是不是“work”"},
      {"share = \"each\"", "share = \"eahc\"", 11, "是不是“each”"},
      {"share = \"each\"", "share = true", 11, "引号"},
      {"per = \"month\"", "per = \"monthly\"", 17, "是不是“month”"},
      {"per = \"month\"", "per = \"week\"", 17, "可以写"},
      {"per = \"month\"\n", "", 13, "少了 per"},
      {"id = \"visit\"\n", "", 5, "少了 id"},
      {"[[points]]", "[points]", 5, "[[points]]"},
      {"[[points]]", "[[pionts]]", 5, "没有“pionts”这一项，是不是“points”？"},
      {"[[quota]]", "[quotaz]", 13, "没有“quotaz”这一项，是不是“quota”？"},
      {"[[section]]", "titel = \"甲\"\n[[section]]", 1, "没有“titel”这一项，是不是“title”？"},
      {"[[section]]", "[remarks]\na = 1\n[[section]]", 1, "没有“remarks”这一项。"},
      {"[[section]]", "[[total]]\nbase = 1\n[[section]]", 1, "[total]"},
      {"kinds = [\"visit\"]\n", "", 5, "少了 kinds"},
      {"kinds = [\"visit\"]", "kinds = []", 9, "一个或几个词"},
      {"at_least = 60", "at_least = \"六十\"", 21, "应当是数"},
      {"share = \"each\"", "to = 0", 11, "整数"},
      {"share = \"each\"", "once = \"yes\"", 11, "true"},
      {"share = \"each\"", "valid_from = \"2026-13-01\"", 11, "应当是日子"},
      {"share = \"each\"", "unless_scored = [\"visits\"]", 5, "没有“visits”"},
      {"share = \"each\"", "times_by = { rol = { lead = 2 } }", 11, "是不是“role”"},
      {"share = \"each\"", "attendance = [\"presen\"]", 11, "是不是“present”"},
      {"share = \"each\"", "year_from = \"02-30\"", 11, "每年都有"},
      {"name = \"不称职\"", "name = \"不称职\"\nat_least = 60", 23, "轮不到"},
  };
  for (const Slip& slip : slips) {
    CAPTURE(slip.to);
    const auto mistakes = ReadCountingRules(Replaced(slip.from, slip.to)).mistakes;
    REQUIRE_FALSE(mistakes.empty());
    std::string all;
    bool told = false;
    for (const Mistake& mistake : mistakes) {
      all += std::to_string(mistake.line) + ": " + mistake.text + "\n";
      told =
          told || (mistake.line == slip.line && mistake.text.find(slip.says) != std::string::npos);
    }
    CHECK_MESSAGE(told, all);
  }
}

TEST_CASE("what is legal and hardly meant is a doubt") {
  const auto doubts = [](const std::string& toml) {
    const auto mistakes = ReadCountingRules(toml).mistakes;
    REQUIRE_FALSE(mistakes.empty());
    return mistakes.front().doubt;
  };
  CHECK(doubts(Replaced("title = \"履职\"", "title = \"履职\"\nat_most = 1")));
  CHECK(doubts(Replaced("share = \"each\"", "valid_from = 2026-05-01\nvalid_until = 2026-04-01")));
  CHECK(doubts(Replaced("\n[[grade]]\nname = \"不称职\"\n", "")));
}

TEST_CASE("any text ends in mistakes and never in a crash") {
  for (std::string_view text :
       {"", "[[points]]", "points = 3", "[[points]]\npoints = [[[[1]]]]", "\xff\xfe",
        "[[gate]]\nall_of = [[1, \"x\"], 3]", "total = 3", "[[quota]]\neach = 3"}) {
    CAPTURE(text);
    (void)ReadCountingRules(text);
  }
  CHECK(ReadCountingRules(std::string(2'000'000, '#')).mistakes.size() == 1);
}

TEST_CASE("rules that cannot work together are told with their line, as what they are") {
  struct Slip {
    std::string_view from, to;
    int line;
    bool doubt;
    std::string_view says;
  };
  const Slip slips[] = {
      // A member never meets what a studio owes.
      {"[[grade]]\nname = \"称职\"",
       "[[gate]]\nid = \"g\"\ntitle = \"门\"\nall_of = [\"monthly\"]\ngrade = "
       "\"称职\"\n[[quota]]\nid = \"s\"\ntitle = \"站\"\nof = \"studio\"\nkinds = [\"duty\"]\nper "
       "= \"year\"\n[[gate]]\nid = \"h\"\ntitle = \"门\"\nall_of = [\"s\"]\ngrade = "
       "\"称职\"\n\n[[grade]]\nname = \"称职\"",
       30, false, "“s”不是每位委员要做的"},
      {"[[grade]]\nname = \"称职\"\nat_least = 60",
       "[total]\nat_most = 50\n[[grade]]\nname = \"称职\"\nat_least = 60", 21, true,
       "“称职”永远够不到"},
      {"share = \"each\"",
       "attendance = [\"present\"]\npoints_by = { attendance = { absent = -1 } }", 5, true,
       "永远用不上"},
      {"share = \"each\"", "marks = [\"a\"]\nnot_marks = [\"a\"]", 5, true, "永远用不上"},
      {"share = \"each\"", "states = [\"filed\"]\nnot_states = [\"filed\"]", 5, true, "永远用不上"},
      {"share = \"each\"", "posts = [\"常委\"]\nnot_posts = [\"常委\"]", 5, true, "永远用不上"},
      {"share = \"each\"", "needs = 4\nunit = \"hours\"", 5, true,
       "needs 一年只计一次，unit 在这里不起作用"},
      {"share = \"each\"", "rate_of = 100\nfrom = 2", 5, true,
       "rate_of 一年只计一次，from 在这里不起作用"},
      {"share = \"each\"", "rate_of = 100\nneeds = 2", 5, true, "rate_of 和 needs 只能写一样"},
      {"share = \"each\"", "rate_of = 0.8", 5, true, "rate_of 是百分之几"},
      {"[[grade]]\nname = \"称职\"", "[ranking]\nthen_by = [\"wrok\"]\n[[grade]]\nname = \"称职\"",
       19, false, "是不是“work”？"},
      {"at_least = 60", "at_least = \"60%\"", 21, false, "百分数要写成小数或者分数"},
  };
  for (const Slip& slip : slips) {
    CAPTURE(slip.to);
    std::string toml = Replaced(slip.from, slip.to);
    if (slip.to.find("points_by") != slip.to.npos) toml.erase(toml.find("points = 2\n"), 11);
    std::string all;
    bool told = false;
    for (const Mistake& one : ReadCountingRules(toml).mistakes) {
      all += std::to_string(one.line) + (one.doubt ? "? " : ": ") + one.text + "\n";
      told = told || (one.line == slip.line && one.doubt == slip.doubt &&
                      one.text.find(slip.says) != std::string::npos);
    }
    CHECK_MESSAGE(told, all);
  }
}
