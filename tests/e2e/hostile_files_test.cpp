// Files that a clerk was handed: whatever stands in them, no command that reads them steers the
// terminal or prints a line that is not its own.
#include <doctest/doctest.h>

#include <fstream>

#include "village.h"

namespace studio::e2e {
namespace {

// As JSON and TOML write it.
const std::string kEscaped = R"(甲\u001b[2J\u009b31m\u202e\r\nforged)";
const std::string kRaw = "甲\x1b[2J\u009b31m\u202e";

bool SteersIn(const std::string& text) {
  return Holds(text, "\x1b") || Holds(text, "\u009b") || Holds(text, "\u202e") ||
         Holds(text, "\r") || Holds(text, "\nforged");
}

Finished CheckTame(const std::vector<std::string>& arguments) {
  const Finished run = Run("county-stub", arguments);
  CHECK_MESSAGE(!SteersIn(run.out), run.out);
  CHECK_MESSAGE(!SteersIn(run.err), run.err);
  return run;
}

std::string TieliWith(const std::string& what, const std::string& with) {
  const std::string toml = BytesOf(STUDIO_SOURCE_DIR "/assets/mechanisms/tieli.toml");
  const std::size_t at = toml.find(what);
  REQUIRE(at != std::string::npos);
  return toml.substr(0, at) + with + toml.substr(at + what.size());
}

}  // namespace

TEST_CASE("a list of danger and sentences for it are tried and learnt without harm to who does") {
  Scratch scratch;
  const std::string list = (scratch / "safety.json").string();
  std::filesystem::copy_file(STUDIO_SOURCE_DIR "/assets/safety/safety.json", list);
  const std::string sentences = (scratch / "\x1b[2J\u202e.tsv").string();
  std::ofstream(sentences) << "danger\t我家着火了" << kRaw << "\nnone\t路灯坏了" << kRaw << "\n";
  CheckTame({"safety", "check", list, "--sentences", sentences});
  const Finished json = CheckTame({"safety", "check", list, "--sentences", sentences, "--json"});
  CHECK(nlohmann::json::accept(json.out));
  CheckTame({"safety", "learn", list, "--sentences", sentences, sentences});
  CheckTame({"safety", "check", list, "--sentences", (scratch / "\x1b[2Jnone").string()});
  CheckTame({"safety", "\x1b[2J\u202e"});
}

TEST_CASE("a mechanism's file is checked, explained and published without harm to who does") {
  Village village;
  const std::string data = village.county().string();
  const std::string file = (village.scratch() / "m.toml").string();
  const auto try_all = [&](const std::string& toml) {
    std::ofstream(file, std::ios::trunc) << toml;
    CheckTame({"mechanism", "check", file});
    CheckTame({"mechanism", "check", file, "--accounts"});
    CHECK(nlohmann::json::accept(CheckTame({"mechanism", "check", file, "--json"}).out));
    CheckTame({"mechanism", "explain", file});
    CheckTame({"mechanism", "publish", file, "--data", data});
  };
  const std::string quoted = "\"" + kEscaped + "\"";
  try_all(TieliWith("\"一月一轮值\"", quoted));
  try_all(TieliWith("\"委员工作室\"", quoted));
  try_all(TieliWith("\"轮值两次（一次迟到），入户一次，主持协商一次，参加恳谈一次\"", quoted));
  try_all(quoted + " = " + quoted + "\n" + TieliWith("\"优秀\"", quoted));
}

}  // namespace studio::e2e
