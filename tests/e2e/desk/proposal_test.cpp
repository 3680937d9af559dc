// 双评 seen whole: an author rates at the screen, the county enters what the unit finds, and
// neither side has anything of the other's before both are in.
#include <doctest/doctest.h>

#include <filesystem>

#include "members_desk.h"

namespace studio::e2e {

TEST_CASE(
    "an author rates the handling at the desk, the unit at the county, and then both see both") {
  MembersDesk desk;
  const std::string number = "演示提案第1号", title = "关于祠堂边路灯的提案";
  const std::string unit_reason = "地点写得准", word = "attitude";
  desk.County({"proposal", "add"},
              {"--id", number, "--title", title, "--author", kWriter, "--author", kOther, "--unit",
               "示例县城管局", "--step", "handling"});
  desk.County({"proposal", "step"}, {"--id", number, "--to", "answered"});
  desk.village.ReadFeed(desk.folder);
  const auto listed = [&] {
    return nlohmann::json::parse(desk.County({"proposals"}, {"--json"}))["proposals"][0];
  };
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.In() + "wait-for 我的提案 60\ntap 我的提案\ntap " + title +
                "\nexpect 已答复\ntap 评一评办理\ntap 不满意\ntap 态度不好\ntap 下一步\n"
                "tap 没错，交了\nwait-for 评好了 30\ntap 回我的提案\n"
                "absent 等您评\ntap 上一步\ntap 办完了\n");
    terminal.End();
  }
  std::string disk;
  for (const auto& file : std::filesystem::recursive_directory_iterator(desk.folder))
    if (file.is_regular_file()) disk += BytesOf(file.path());
  for (const std::string& said : {word, std::string("dissatisfied"), title})
    CHECK_FALSE(Holds(disk, said));
  desk.village.Drain(desk.folder);
  CHECK(listed()["authors_said"] == nlohmann::json{kWriter});
  CHECK(listed()["ratings"].is_null());
  for (const auto& record : desk.village.Ledger()) {
    if (record["kind"] != "proposal_rating") continue;
    CHECK(record["outcome"] == "counted");
    CHECK(record["body"].is_null());
  }
  desk.County({"proposal", "rate"}, {"--id", number, "--quality", "good", "--reason", unit_reason});
  CHECK(listed()["ratings"]["author"]["reasons"] == nlohmann::json{word});
  CHECK(listed()["ratings"]["unit"]["reason"] == unit_reason);
  CHECK(listed()["step"] == "returned");
  desk.village.ReadFeed(desk.folder);
  LiveTerminal terminal(desk.village, desk.folder);
  terminal.Do(desk.In() + "wait-for 我的提案 60\ntap 我的提案\ntap " + title +
              "\nexpect 退回再办\nexpect 不满意：态度不好\nexpect 质量高：" + unit_reason + "\n");
  terminal.End();
}

}  // namespace studio::e2e
