// A topic on a phone: a real browser and the real county over real TLS. The ballot of the screen
// goes on there, and a phone that nobody gave one has its own.
#include <doctest/doctest.h>

#include <chrono>

#include "media/picture_codes.h"
#include "shared/bodies/topic_bodies.h"
#include "signed_terminal.h"
#include "web_driver.h"

namespace studio::e2e {
namespace {

using nlohmann::json;

const std::string kLamps = "square-lamps";

json TopicOf(const Village& village, const std::string& id = kLamps) {
  const Finished topics =
      Run("county-stub", {"topics", "--data", village.county().string(), "--json"});
  REQUIRE_MESSAGE(topics.status == 0, topics.err);
  for (const json& topic : json::parse(topics.out)) {
    if (topic["id"] == id) return topic;
  }
  FAIL("the topic is not listed");
  return nullptr;
}

// Counts are published every few seconds, when somebody looks.
json TopicCounting(const Village& village, const json& counts, Browser& looking) {
  const auto turn_by = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  json topic = TopicOf(village);
  while (topic["counts"] != counts && std::chrono::steady_clock::now() < turn_by) {
    looking.Open(village.Url() + "/t/" + kLamps);
    topic = TopicOf(village);
  }
  CHECK(topic["counts"] == counts);
  return topic;
}

json Count(int agree, int differ, int suggest) {
  return {{"agree", agree}, {"differ", differ}, {"suggest", suggest}};
}

// Pictures stay where STUDIO_SHOTS says.
std::filesystem::path ShotOf(const Village& village, const std::string& name) {
  const char* folder = std::getenv("STUDIO_SHOTS");
  const std::filesystem::path place = folder ? folder : village.scratch().path();
  std::filesystem::create_directories(place);
  return place / ("phone-" + name + ".png");
}

void CheckFits(Browser& browser) {
  CHECK(browser.Run("return document.documentElement.scrollWidth <= window.innerWidth") == true);
}

}  // namespace

TEST_CASE("a ballot of the screen goes on on a phone, and a phone without one has its own") {
  Village village;
  village.StartCounty({"--phone-pages", "listening"});
  SignedTerminal terminal(village);
  OpinionBody opinion;
  opinion.topic = kLamps;
  opinion.ballot = RandomBallot();
  opinion.stance = Stance::kAgree;
  opinion.at_ms = 1;  // whatever a phone says comes later
  terminal.Send(RecordKind::kOpinion, ToJson(opinion));
  CHECK(TopicOf(village)["counts"]["screen"] == Count(1, 0, 0));

  const WebDriver driver;
  {
    Browser phone(driver, village.scratch() / "phone");
    phone.Open(TopicAddress(village.Url(), kLamps, opinion.ballot));
    phone.Shot(ShotOf(village, "topic"));
    phone.ShotOfPage(ShotOf(village, "topic-whole"));
    CheckFits(phone);
    CHECK(Holds(phone.Text("#say"), "还是算一份"));
    CHECK(phone.Run("return getComputedStyle(document.querySelector('header')).backgroundColor") ==
          "rgb(163, 32, 28)");  // the policy lets the style sheet in
    phone.Click("input[value=differ]");
    phone.Type("textarea", "灯太亮，睡不好\n少装一盏");
    phone.Shot(ShotOf(village, "filled"));
    phone.Click("button");
    CHECK(Holds(phone.Text(".good"), "按您新说的算，还是一份"));
    phone.Shot(ShotOf(village, "thanks"));
    phone.Click("a.go");
    CHECK(Holds(phone.Text("#say"), "还是算一份"));
    CHECK(Holds(phone.Text(), "在工作室的屏幕上 1 份"));
    const json topic = TopicCounting(village, {{"screen", Count(0, 1, 0)}}, phone);
    CHECK(topic["ballots"] == 1);
    CHECK(topic["opinions"][1]["words"] == "灯太亮，睡不好\n少装一盏");
    CHECK(topic["opinions"][1]["origin"] == "phone");
  }

  {
    Browser other(driver, village.scratch() / "other");
    other.Open(village.Url() + "/t/" + kLamps);
    other.Click("input[value=agree]");
    other.Click("button");
    CHECK(Holds(other.Text(".good"), "您这一份算上了"));
    other.Open(village.Url() + "/t/" + kLamps);  // the cookie knows it again
    other.Click("input[value=suggest]");
    other.Click("button");
    CHECK(Holds(other.Text(".wrong"), "请把建议写下来"));
    other.Shot(ShotOf(village, "wrong"));
    other.Type("textarea", "装能调亮度的");
    other.Click("button");
    CHECK(Holds(other.Text(".good"), "按您新说的算，还是一份"));
    const json counts = {{"screen", Count(0, 1, 0)}, {"phone", Count(0, 0, 1)}};
    CHECK(TopicCounting(village, counts, other)["ballots"] == 2);
  }
  CHECK(village.StopCounty().status == 0);
}

TEST_CASE("an opinion of the screen goes on on the phone by the code shown, and counts agree") {
  Village village;
  village.StartCounty({"--phone-pages", "listening"});
  const auto folder = village.Enrol();
  const std::string to_topic = "tap 参与协商\nwait-for 小广场 30\ntap 小广场\n";
  const std::string to_counts = "tap 往下翻\nwait-for 意见份数 10\n";
  // Two visits: two ballots of the screen. Spoken twice within one: still one.
  const std::string speak =
      to_topic +
      "tap 我要说\ntap 有不同意见\ntap 下一步\ntype 灯太亮睡不好\ntap 下一步\ntap 群众\n"
      "tap 下一步\ntap 没错，登记\nwait-for 用手机接着说 30\n";
  Program screen = village.Start(
      folder, "wait-for 已连接 120\n" + speak + "tap 看别的议题\ntap 小广场\ntap 再说一次\n" +
                  "tap 赞成\ntap 下一步\ntap 下一步\ntap 群众\ntap 下一步\ntap 没错，登记\n"
                  "wait-for 换成您刚说的 30\ntap 完成\n" +
                  speak + "shot given\nprint\ntap 完成\n" + to_topic + to_counts +
                  "tap 往下翻\nwait-for 手机改成的一份公开了 100\n"
                  "tap 往上翻\nprint\n");
  REQUIRE(screen.WaitForOutput("用手机接着说", 240s));
  const auto codes = CodesInPicture(village.scratch() / "shots" / "given.png");
  REQUIRE(codes);
  REQUIRE(codes->size() == 1);
  CHECK(codes->front().starts_with(village.Url() + "/t/" + kLamps + "?b="));

  const WebDriver driver;
  Browser phone(driver, village.scratch() / "phone");
  phone.Open(codes->front());
  phone.Click("input[value=suggest]");
  phone.Type("textarea", "手机改成的一份公开了");
  phone.Click("button");
  CHECK(Holds(phone.Text(".good"), "还是一份"));

  const json topic = TopicCounting(village, {{"screen", Count(1, 0, 1)}}, phone);
  CHECK(topic["ballots"] == 2);
  // What was written is on the wall only once the county has read it.
  const auto& opinions = topic["opinions"];
  REQUIRE(opinions.size() == 4);
  const Finished published =
      Run("county-stub", {"topic", "--data", village.county().string(), "--id", kLamps,
                          "--publish-words", std::to_string(opinions[3]["id"].get<int>())});
  REQUIRE_MESSAGE(published.status == 0, published.err);
  const Finished finished = screen.Wait();
  REQUIRE_MESSAGE(finished.status == 0, finished.err);
  const std::string page = finished.out.substr(finished.out.rfind("收到的意见"));
  INFO(page);
  CHECK(page.starts_with("收到的意见 2 份"));
}

TEST_CASE("the page fits a phone at twice the size of type, and after a topic's end") {
  Village village;
  village.StartCounty();
  const WebDriver driver;
  for (const double text : {1.0, 2.0}) {
    CAPTURE(text);
    const std::string size = text == 1 ? "" : "-large";
    Browser phone(driver, village.scratch() / ("phone" + size), {360, 740, text});
    phone.Open(village.Url() + "/t/" + kLamps);
    CheckFits(phone);
    CHECK(phone.Run("return parseFloat(getComputedStyle(document.body).fontSize)") == 20 * text);
    phone.ShotOfPage(ShotOf(village, "open" + size));
    phone.Open(village.Url() + "/t/elders-canteen");
    CheckFits(phone);
    CHECK_FALSE(phone.Has("form"));
    CHECK(Holds(phone.Text(), "每人收两元"));
    phone.ShotOfPage(ShotOf(village, "closed" + size));
  }
}

}  // namespace studio::e2e
