#include <doctest/doctest.h>

#include <fstream>

#include "village.h"

namespace studio::e2e {
namespace {

Finished EnrolWith(const Village& village, const std::string& code, const std::string& ca = "") {
  return Run("studio-kiosk",
             {"enrol", "--data", (village.scratch() / "t").string(), "--server", village.Url(),
              "--ca", ca.empty() ? (village.county() / "ca.pem").string() : ca, "--code", code});
}

TEST_CASE("an enrolment code that is wrong, mistyped or used is refused in words") {
  Village village;
  village.StartCounty();
  const Finished wrong = EnrolWith(village, "ABCDEFGHJK");
  CHECK(wrong.status != 0);
  CHECK(wrong.err.find("code") != std::string::npos);
  CHECK(EnrolWith(village, "short").status != 0);

  const std::string code = village.Code();
  REQUIRE(EnrolWith(village, code).status == 0);
  CHECK(EnrolWith(village, code).status == 0);  // the same code with the same key: the same answer
  std::filesystem::remove_all(village.scratch() / "t");
  const Finished used = EnrolWith(village, code);
  CHECK(used.status != 0);
  CHECK(used.err.find("already enrolled another") != std::string::npos);
}

TEST_CASE("an enrolment code comes by standard input, so that it stands in no list of processes") {
  Village village;
  village.StartCounty();
  const std::string terminal = (village.scratch() / "t").string();
  const std::string built = std::string(STUDIO_BINARY_DIR) + "/";
  const auto from = [&](const std::string& source) {
    return Run("/bin/sh", {"-c", source + " | " + built + "studio-kiosk enrol --data " + terminal +
                                     " --server " + village.Url() + " --ca " +
                                     (village.county() / "ca.pem").string() + " --code -"});
  };
  CHECK(from("true").status != 0);
  const Finished joined =
      from(built + "county-stub enrol-code --studio 1 --data " + village.county().string());
  CHECK_MESSAGE(joined.status == 0, joined.err);
  CHECK(std::filesystem::exists(terminal + "/identity.json"));
}

TEST_CASE("a county with another CA is not believed, and nothing is enrolled") {
  Village village, other;
  village.StartCounty();
  const Finished foreign = EnrolWith(village, village.Code(), (other.county() / "ca.pem").string());
  CHECK(foreign.status != 0);
  CHECK(foreign.err.find("certificate") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(village.scratch() / "t" / "identity.json"));
}

TEST_CASE("a terminal that was never enrolled says so and starts nothing") {
  Scratch scratch;
  std::ofstream(scratch / "s.txt") << "quit\n";
  const Finished run = Run("studio-kiosk", {"--data", (scratch / "none").string(), "--headless",
                                            "540x960", "--script", (scratch / "s.txt").string()});
  CHECK(run.status != 0);
  CHECK(run.err.find("enrol") != std::string::npos);
}

TEST_CASE("a mistake in a script is named with its line before anything runs") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  const Finished mistake = village.RunScript(terminal, "# fine\nprint\nfly away\n");
  CHECK(mistake.status == 1);
  CHECK(mistake.err.find("3") != std::string::npos);
  CHECK(mistake.out.empty());
  const Finished missing = village.RunScript(terminal, "print\nexpect 没有这样的话\n");
  CHECK(missing.status == 1);
  CHECK(missing.err.find(":2:") != std::string::npos);
  CHECK(missing.err.find("我要反映") != std::string::npos);  // what was on the screen instead
}

TEST_CASE("with the server down at start the terminal works") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\n").status == 0);
  village.StopCounty();
  const Finished run =
      village.RunScript(terminal, "wait-for 网络不通 60\ntap 我要反映\nexpect 道路桥梁\n");
  CHECK_MESSAGE(run.status == 0, run.err);
}

TEST_CASE("a folder that another terminal is using is left alone") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  Program first = village.Start(terminal, "wait-for 已连接 60\nprint\nwait-for 永远不会来 600\n");
  REQUIRE(first.WaitForOutput("我要反映"));
  const Finished second = village.RunScript(terminal, "quit\n");
  CHECK(second.status != 0);
  CHECK(second.err.find("running") != std::string::npos);
}

TEST_CASE("a corrupted database is kept, reported, and what waited is salvaged") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\n").status == 0);
  village.StopCounty();
  const Finished filed = village.RunScript(terminal, FileRequest("坏盘之前") + "print\n");
  REQUIRE_MESSAGE(filed.status == 0, filed.err);
  {
    std::fstream file(terminal / "studio.db", std::ios::in | std::ios::out | std::ios::binary);
    file.write("this is no database any more, not at all", 40);
  }
  village.StartCounty();
  village.Drain(terminal);
  bool kept = false;
  for (const auto& entry : std::filesystem::directory_iterator(terminal)) {
    kept |= entry.path().filename().string().starts_with("studio-broken-");
  }
  CHECK(kept);
  const auto ledger = village.Ledger();
  REQUIRE(ledger.size() == 1);
  CHECK(ledger[0]["body"]["words"] == "坏盘之前");
}

TEST_CASE("a command line that makes no sense is refused") {
  CHECK(Run("studio-kiosk", {}).status != 0);
  CHECK(
      Run("studio-kiosk", {"--data", "x", "--headless", "large", "--script", "/dev/null"}).status !=
      0);
  CHECK(Run("studio-kiosk", {"fly"}).status != 0);
  CHECK(Run("county-stub", {"serve"}).status != 0);
  CHECK(Run("county-stub", {"ledger", "--data", "/nonexistent", "--json"}).status != 0);
}

}  // namespace
}  // namespace studio::e2e
