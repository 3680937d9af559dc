// Words of a file that are nearly another, and words that tables never say.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "shared/mechanism_file/rules_reading.h"
#include "shared/mechanism_file/word_names.h"

using namespace studio;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kWordy = R"([[section]]
id = "work"
title = "履职"

[[points]]
id = "proposal"
title = "提案"
section = "work"
kind = "proposal"
states = ["filed"]
levels = ["city"]
roles = ["lead"]
points = 2
unit = "half_days"

[[quota]]
id = "visit"
title = "走访"
kinds = ["visit_residents", "flood_watch"]
types = ["农村委员"]
posts = ["主席会议成员"]
per = "year"

[[example]]
title = "例"
members = [{ id = "甲", type = "农村委员", group = "第一小组" }, { id = "乙", group = "第二小组" }]
expect = [{ member = "甲", total = 0 }]

[[example.deeds]]
id = "1"
kind = "flood_watch"
done = 2026-01-01
members = [{ id = "甲" }]
)";

std::string DoubtsIn(std::string_view from, std::string_view to) {
  std::string toml(kWordy);
  if (!from.empty()) {
    const auto at = toml.find(from);
    REQUIRE(at != toml.npos);
    toml.replace(at, from.size(), to);
  }
  std::string told;
  for (const Mistake& one : ReadCountingRules(toml).mistakes) {
    CHECK(one.doubt);
    told += std::to_string(one.line) + ": " + one.text + "\n";
  }
  return told;
}

}  // namespace

TEST_CASE("a word that stands once and is nearly another is doubted, with its line") {
  CHECK(DoubtsIn("", "") == "");
  struct Slip {
    std::string_view from, to, says;
  };
  const Slip slips[] = {
      {"kind = \"proposal\"", "kind = \"propsal\"",
       "9: kind：“propsal”只在这里写过，是不是“proposal”？"},
      {"\"filed\"", "\"fild\"", "10: states：“fild”只在这里写过，是不是“filed”？"},
      {"\"city\"", "\"citty\"", "11: levels：“citty”只在这里写过，是不是“city”？"},
      {"\"lead\"", "\"laed\"", "12: roles：“laed”只在这里写过，是不是“lead”？"},
      {"\"half_days\"", "\"half_day\"", "14: unit：“half_day”只在这里写过，是不是“half_days”？"},
      {"\"visit_residents\", \"flood_watch\"", "\"visit_residents\", \"flod_watch\"",
       "“flood_watch”只在这里写过，是不是“flod_watch”？"},
      {"type = \"农村委员\"", "type = \"农材委员\"", "“农材委员”只在这里写过，是不是“农村委员”？"},
      {"points = 2", "points_by = { level = { conty = 2, city = 4 } }",
       "13: level：“conty”只在这里写过，是不是“county”？"},
      {"kind = \"proposal\"", "kind = \"提案\"",
       "9: kind：“提案”在表格里会写成“proposal”，这里也要写“proposal”。"},
      {"\"city\"", "\"市级\"", "11: levels：“市级”在表格里会写成“city”"},
      {"\"filed\"", "\"已立案\"", "10: states：“已立案”在表格里会写成“filed”"},
  };
  for (const Slip& slip : slips) {
    CAPTURE(slip.to);
    const std::string told = DoubtsIn(slip.from, slip.to);
    CHECK_MESSAGE(told.find(slip.says) != told.npos, told);
  }
}

TEST_CASE("no word of the files that places wrote is doubted") {
  int files = 0;
  for (const char* folder : {"/assets/mechanisms", "/tests/mechanism/schemes"}) {
    for (const auto& file : fs::directory_iterator(STUDIO_SOURCE_DIR + std::string(folder))) {
      if (file.path().extension() != ".toml") continue;
      CAPTURE(file.path());
      ++files;
      std::ifstream in(file.path());
      std::ostringstream text;
      text << in.rdbuf();
      for (const Mistake& one : ReadCountingRules(text.str()).mistakes) {
        CHECK_MESSAGE(one.code != mistake::kNearWord, one.text);
      }
    }
  }
  CHECK(files >= 10);
}

TEST_CASE("every word that has a Chinese name is in the README with it") {
  std::ifstream in(STUDIO_SOURCE_DIR "/assets/mechanisms/README.md");
  std::ostringstream text;
  text << in.rdbuf();
  const std::string readme = text.str();
  for (const std::string_view word : MeaningfulWords()) {
    const std::string named = "`" + std::string(word) + "` " + ChineseName(word);
    CHECK_MESSAGE(readme.find(named) != readme.npos, named);
  }
}
