// What is written up at the screen arrives, becomes a deed, is confirmed by the studio's manager
// and counts the same on the desk, on home and in both ends' reckoning, and is on the disk for
// nobody.
#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <set>
#include <thread>

#include "members_desk.h"
#include "test_support/places.h"

namespace studio::e2e {
TEST_CASE("one activity of every kind of all five places is written up at the screen and counts") {
  MembersDesk desk;
  std::size_t written = 0, told = 0;
  for (const std::string place : kPlaces) {
    CAPTURE(place);
    desk.County({"mechanism", "publish"},
                {STUDIO_SOURCE_DIR "/assets/mechanisms/" + place + ".toml"});
    desk.village.ReadFeed(desk.folder);
    const nlohmann::json kinds = desk.KindsOf(place);
    {
      LiveTerminal terminal(desk.village, desk.folder);
      terminal.Do(desk.In(desk.others_card, kOtherPin));
      for (const auto& kind : kinds) WriteUp(terminal, kind);
      written += kinds.size();
      terminal.Do("tap 办完了\nwait-for 今日值班 30\n");
      terminal.End();
    }
    desk.village.Drain(desk.folder);
    const std::set<std::string> deeds = desk.KindsOfDeeds();
    for (const auto& kind : kinds) CHECK_MESSAGE(deeds.count(kind.at("kind")) == 1, kind.dump());

    // The same at the county, here on the command line, and on the desk.
    const auto year = nlohmann::json::parse(desk.County(
        {"assess"}, {"--json", "--year", ThisYear(), "--studio", "1", "--member", kOther}));
    const std::string waiting = year.at("members").at(0).value("waiting", "");
    {
      LiveTerminal terminal(desk.village, desk.folder);
      terminal.Do(desk.In(desk.others_card, kOtherPin) + "wait-for 今年积分 60\n");
      if (!waiting.empty())
        CHECK_MESSAGE(Holds(terminal.Printed(), "另有 " + waiting + " 分等确认"),
                      terminal.Printed());
      terminal.Do("tap 办完了\n");
      desk.ReviewAll(terminal);
      terminal.Do("wait-for 今日值班 30\n");
      terminal.End();
    }

    // Once confirmed it counts, there and on what home tells of the studio's quotas.
    desk.village.Drain(desk.folder);
    desk.village.ReadFeed(desk.folder);
    const auto counted = nlohmann::json::parse(desk.County(
        {"assess"}, {"--json", "--year", ThisYear(), "--studio", "1", "--member", kOther}));
    const auto& member = counted.at("members").at(0);
    CHECK(member.value("waiting", "") == "");
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.In(desk.others_card, kOtherPin) + "wait-for 今年积分 60\n");
    const std::string shown = terminal.Printed(), total = member.at("total");
    CHECK_MESSAGE(Holds(shown, "\n" + total + "\n今年积分\n"), shown);
    CHECK_FALSE(Holds(shown, "分等确认"));
    const auto quotas = desk.QuotasNow();
    terminal.Do("tap 办完了\nwait-for 今日值班 30\n");
    if (quotas.empty()) continue;
    terminal.Do("advance 130\n");
    // One picture of it: the posters take turns.
    std::string poster = terminal.Printed();
    for (int turn = 0; turn < 40 && !Holds(poster, "本工作室进度"); ++turn) {
      terminal.Do("advance 5\n");
      poster = terminal.Printed();
    }
    told += quotas.size();
    for (const auto& quota : quotas) {
      const std::string figures = "要做 " + quota.at("owed").get<std::string>() + "，已做 " +
                                  quota.at("done").get<std::string>();
      CHECK_MESSAGE(Holds(poster, figures), (quota.dump() + poster));
      CHECK(Holds(poster, quota.at("title").get<std::string>()));
    }
  }
  CHECK(told > 0);
  MESSAGE(written << " activities");
}

TEST_CASE("what was being written when the terminal was killed is offered to its writer alone") {
  MembersDesk desk;
  const std::string words = "坡上三户的水管夜里冻住了";
  {
    LiveTerminal terminal(desk.village, desk.folder);
    terminal.Do(desk.In() +
                "tap 记一件事\ntap 上门入户\ntap 在哪里\ntap 示例村\ntap 好了\ntap 说了些什么\n"
                "type " +
                words + "\nadvance 5\n");
    desk.WaitForRows("desk_draft", 1);
    terminal.Kill();
  }
  std::string disk;
  for (const auto& file : std::filesystem::recursive_directory_iterator(desk.folder))
    if (file.is_regular_file()) disk += BytesOf(file.path());
  CHECK_FALSE(Holds(disk, words));
  CHECK(Holds(disk, "desk_draft"));

  LiveTerminal terminal(desk.village, desk.folder);
  terminal.Do(desk.In(desk.others_card, kOtherPin) +
              "wait-for 今年积分 60\nabsent 上次没写完\ntap 办完了\n" + desk.In() +
              "wait-for 上次没写完 30\ntap 接着写\nexpect 示例村\nexpect " + words +
              "\ntap 记好了\nwait-for 再记一件 30\ntap 回我的履职\nwait-for 记一件事 60\n"
              "wait-for 今年积分 60\nabsent 上次没写完\n");
}

TEST_CASE("voice and photo of a write-up outlive a kill, and the county has both") {
  MembersDesk desk;
  const std::vector<std::string> means = {
      "--microphone", "test:20", "--camera",
      "file:" + std::string(STUDIO_SOURCE_DIR) + "/assets/pictures/home.png"};
  const auto files = [&] {
    std::vector<std::string> all;
    for (const auto& file : std::filesystem::directory_iterator(desk.folder / "attachments"))
      all.push_back(BytesOf(file.path()));
    return all;
  };
  {
    LiveTerminal terminal(desk.village, desk.folder, means);
    terminal.Do(desk.In() + "tap 记一件事\ntap 上门入户\ntap 在哪里\ntap 示例村\ntap 好了\n");
    TapIn(terminal, "录音和照片");
    terminal.Do(
        "tap 点一下，开始说\nwait-for 听一遍 60\ntap 拍照\nwait-for 对准 30\ntap 拍照\n"
        "wait-for 就用这张 30\ntap 就用这张\nwait-for 听一遍 30\n");
    desk.WaitForRows("draft_file", 2);
    terminal.Kill();
  }
  REQUIRE(files().size() == 2);
  for (const std::string& bytes : files()) {
    CHECK_FALSE(Holds(bytes, "OggS"));
    CHECK_FALSE(Holds(bytes, "JFIF"));
  }
  {
    LiveTerminal terminal(desk.village, desk.folder, means);
    terminal.Do(desk.In(desk.others_card, kOtherPin) +
                "wait-for 今年积分 60\nabsent 上次没写完\ntap 办完了\n" + desk.In() +
                "wait-for 上次没写完 30\ntap 接着写\n");
    TapIn(terminal, "录音和照片");
    // The voice message is what was said: no word of it is written.
    terminal.Do(
        "expect 20 秒\ntap 听一遍\nwait-for 听一遍 30\ntap \"照片 1\"\nexpect 去掉这张照片\ntap "
        "留着\n"
        "tap 好了\ntap 记好了\nwait-for 再记一件 30\ntap 回我的履职\nwait-for 记一件事 60\n"
        "wait-for 今年积分 60\nabsent 上次没写完\n");
    terminal.End();
  }
  desk.village.Drain(desk.folder);
  std::string record;
  for (const auto& line : desk.village.Ledger()) {
    if (line["kind"] != "activity") continue;
    CHECK(record.empty());
    record = line["id"];
    CHECK(line["body"].value("words", "") == "");
  }
  const auto out = desk.village.scratch() / "opened";
  desk.County({"attachments"}, {"--record", record, "--out", out.string()});
  CHECK(Holds(BytesOf(out / "1-voice.ogg"), "OggS"));
  CHECK(Holds(BytesOf(out / "2-photo.jpg"), "JFIF"));
  CHECK(files().size() == 2);  // the studio reads it too
}

}  // namespace studio::e2e
