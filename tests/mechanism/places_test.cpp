#include "test_support/places.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "shared/mechanism_file/examples.h"
#include "shared/mechanism_file/explaining.h"
#include "shared/mechanism_file/rules_reading.h"

using namespace studio;
namespace fs = std::filesystem;

namespace {

std::string TextOf(const fs::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

std::size_t CheckProvesItself(const fs::path& file) {
  CAPTURE(file);
  const std::string toml = TextOf(file);
  ReadRules read = ReadCountingRules(toml);
  const auto outcomes = RunExamples(read.rules, toml, read.mistakes);
  for (const Mistake& mistake : read.mistakes) {
    if (!mistake.doubt) FAIL_CHECK(mistake.line << ": " << mistake.text);
  }
  std::size_t members = 0;
  for (const ExampleOutcome& one : outcomes) {
    members += one.assessment.members.size();
    for (const std::string& difference : one.differences) {
      FAIL_CHECK(one.title << ": " << difference);
    }
  }
  CHECK_FALSE(ExplainedText(read.rules).empty());
  return members;
}

}  // namespace

TEST_CASE("the mechanisms of the five places prove themselves") {
  std::set<std::string> files;
  for (const auto& file : fs::directory_iterator(STUDIO_SOURCE_DIR "/assets/mechanisms")) {
    if (file.path().extension() != ".toml") continue;
    files.insert(file.path().stem());
    CHECK(CheckProvesItself(file.path()) >= 1);
  }
  CHECK(files == std::set<std::string>(std::begin(kPlaces), std::end(kPlaces)));
}

TEST_CASE("who was absent, or on leave, has not been on duty by any of the five") {
  for (const auto& file : fs::directory_iterator(STUDIO_SOURCE_DIR "/assets/mechanisms")) {
    if (file.path().extension() != ".toml") continue;
    CAPTURE(file.path());
    for (const Quota& quota : ReadCountingRules(TextOf(file.path())).rules.quotas) {
      const auto& kinds = quota.when.kinds;
      if (std::find(kinds.begin(), kinds.end(), "duty") == kinds.end()) continue;
      const auto& counted = quota.when.attendance;
      CHECK_FALSE(counted.empty());
      for (const char* word : {"absent", "leave", "leave_refused"}) {
        CHECK(std::find(counted.begin(), counted.end(), word) == counted.end());
      }
    }
  }
}

// Written from the description of the language and from what these places published, by somebody
// who had not seen the engine; every figure was reckoned by hand first.
TEST_CASE("five published schemes come out as reckoned by hand") {
  int files = 0;
  for (const auto& file : fs::directory_iterator(STUDIO_SOURCE_DIR "/tests/mechanism/schemes")) {
    ++files;
    CHECK(CheckProvesItself(file.path()) >= 15);
  }
  CHECK(files == 5);
}
