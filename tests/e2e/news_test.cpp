// A terminal at rest hears at once what another process publishes at the county, and the county
// hears how the terminal is.
#include <doctest/doctest.h>

#include <fstream>

#include "village.h"

namespace studio::e2e {
namespace {

void PublishNotice(const Village& village, const std::string& title) {
  const auto file = village.scratch() / "notice.json";
  const nlohmann::json change = {
      {"kind", "notice"}, {"id", title}, {"body", {{"title", title}, {"date", "2036-01-01"}}}};
  std::ofstream(file) << nlohmann::json{{"changes", {change}}};
  const Finished published =
      Run("county-stub", {"publish", "--data", village.county().string(), file.string()});
  REQUIRE_MESSAGE(published.status == 0, published.err);
}

}  // namespace

TEST_CASE("what is published elsewhere is on the screen long before the next poll") {
  Village village;
  village.StartCounty();
  const auto folder = village.Enrol();
  // Right after a round by news the next poll is 20 seconds away.
  Program terminal = village.Start(folder,
                                   "wait-for 已连接 120\ntap 公告\nprint\n"
                                   "wait-for 第一则示例公告 120\nprint\n"
                                   "wait-for 第二则示例公告 10\nprint\n"
                                   "wait-for 第三则示例公告 10\nprint\n");
  REQUIRE(terminal.WaitForOutput("公告", 180s));
  PublishNotice(village, "第一则示例公告");
  REQUIRE(terminal.WaitForOutput("第一则示例公告", 180s));
  PublishNotice(village, "第二则示例公告");
  CHECK(terminal.WaitForOutput("第二则示例公告"));
  PublishNotice(village, "第三则示例公告");
  const Finished finished = terminal.Wait();
  CHECK_MESSAGE(finished.status == 0, finished.err);

  const Finished fleet =
      Run("county-stub", {"fleet", "--data", village.county().string(), "--json"});
  REQUIRE_MESSAGE(fleet.status == 0, fleet.err);
  const auto line = nlohmann::json::parse(fleet.out).at(0);
  CHECK(line["last_heard"].is_string());
  CHECK_FALSE(line["version"].get<std::string>().empty());
  CHECK(line["waiting"] == 0);
  CHECK(line["schema"].get<int>() > 0);
  CHECK(village.StopCounty().status == 0);
}

}  // namespace studio::e2e
