#include "server/founding/mechanism_file.h"

#include <fstream>

#include "county/test_county.h"
#include "server/founding/founding.h"
#include "server/founding/publishing.h"
#include "shared/feed/entities.h"

namespace county {
namespace {

using studio::Mechanism;

const std::filesystem::path kMechanismAssets = std::filesystem::path(STUDIO_SOURCE_DIR) / "assets";

std::string FaultIn(std::string_view toml) {
  const auto body = MechanismBody(toml, "here");
  return body ? "" : body.error().detail;
}

}  // namespace

TEST_CASE("what a place wrote down reaches the terminal, figure by figure") {
  const auto body = MechanismBody(R"(
mechanism = "here"
title = "四个一"
[[quota]]
title = "一季一协商"
kinds = ["consultation"]
mark = "given"
[[quota]]
title = "一月两轮值"
of = "platform"
kinds = ["duty"]
per = "month"
at_least = 2
mark = "given"
[check_in]
late_after_minutes = { value = 5, mark = "given" }
early_before_minutes = { value = 6, mark = "ours" }
early_arrival_minutes = { value = 0, mark = "ours" }
ask_pin = { value = true, mark = "ours" }
[topics]
method = { value = "六步法", mark = "given" }
steps = { value = ["收集议题", "确定议题"], mark = "given" }
[[usual_hours]]
names = ["上午", "早"]
from = "09:00"
to = "11:00"
mark = "ours"
[[activity]]
kind = "home_visit"
title = "上门入户"
mark = "ours"
place = false
roles = [{ word = "lead", title = "主持" }]
figures = [{ unit = "households", title = "走了几户", measure = "户", at_most = 50 }]
words = ["说了些什么", "要办什么"]
)",
                                  "here");
  REQUIRE(body);
  const auto read = studio::MechanismFromJson(*body, "here");
  REQUIRE(read);
  CHECK(read->id == "here");
  CHECK(read->title == "四个一");
  CHECK(read->rotation_name == "一月两轮值");
  CHECK(read->rotation_subject == Mechanism::Subject::kPlatform);
  CHECK(read->rotation_at_least == 2);
  CHECK(read->late_after_minutes == 5);
  CHECK(read->early_before_minutes == 6);
  CHECK(read->early_arrival_minutes == 0);
  CHECK(read->ask_pin);
  REQUIRE(read->usual_hours.size() == 1);
  CHECK(read->usual_hours[0].names == std::vector<std::string>{"上午", "早"});
  CHECK(read->usual_hours[0].to == "11:00");
  CHECK(read->topic_method == "六步法");
  CHECK(read->topic_steps == std::vector<std::string>{"收集议题", "确定议题"});
  REQUIRE(read->activities.size() == 1);
  const studio::ActivityTemplate& visit = read->activities[0];
  CHECK(visit.kind == "home_visit");
  CHECK(visit.title == "上门入户");
  CHECK_FALSE(visit.place);
  CHECK(visit.roles.at(0).title == "主持");
  CHECK(visit.figures.at(0).unit == "households");
  CHECK(visit.figures.at(0).at_most == 50);
  CHECK(visit.words == std::vector<std::string>{"说了些什么", "要办什么"});
}

TEST_CASE(
    "a quota of duty a month says whose duty and how often, and nothing says it a second time") {
  const std::string head = "mechanism = \"here\"\n";
  const std::string rotation = "[rotation]\nat_least = { value = 1, mark = \"ours\" }\n";
  const auto quota = [](const char* per) {
    return std::string("[[quota]]\nid = \"duty\"\ntitle = \"一月一轮值\"\nkinds = [\"duty\"]\n") +
           "mark = \"given\"\nper = \"" + per + "\"\n";
  };
  CHECK(FaultIn(head + quota("month")).empty());
  CHECK(FaultIn(head + quota("month") + rotation) ==
        "here.toml 第 9 行：[rotation]：按谁数、每月几次，[[quota]] 里的“一月一轮值”已经说了，"
        "这里的 at_least 要删去。");
  CHECK(FaultIn(head + quota("month") + "[rotation]\nsubject = { value = \"platform\", " +
                "mark = \"ours\" }\n")
            .find("这里的 subject 要删去。") != std::string::npos);
  // What is owed in a year says nothing of a month.
  CHECK(FaultIn(head + quota("year") + rotation).empty());
  const auto body = MechanismBody(head + quota("year") + rotation, "here");
  REQUIRE(body);
  CHECK(studio::MechanismFromJson(*body, "here")->rotation_name.empty());
}

TEST_CASE("what a file leaves out keeps the default") {
  const auto body = MechanismBody("mechanism = \"here\"\n", "here");
  REQUIRE(body);
  const auto read = studio::MechanismFromJson(*body, "here");
  REQUIRE(read);
  CHECK(read->rotation_at_least == Mechanism{}.rotation_at_least);
  CHECK(read->late_after_minutes == Mechanism{}.late_after_minutes);
  CHECK_FALSE(read->ask_pin);
  CHECK(read->usual_hours.empty());
}

TEST_CASE("a file that is wrong is refused with the line and what is wrong there") {
  const std::string head = "mechanism = \"here\"\n";
  CHECK(FaultIn(head).empty());
  CHECK(FaultIn(head + "title = \n") == "here.toml 第 2 行：第 9 个字：等号后面没有写值。");
  CHECK(FaultIn(head + "title = 4\n") == "here.toml 第 2 行：文件：title 应当是文字，写在引号里。");
  CHECK(FaultIn("mechanism = \"there\"\n") == "here.toml 里要写 mechanism = \"here\"。");
  CHECK(FaultIn("title = \"x\"\n").starts_with("here.toml 第 1 行：文件：少了 mechanism"));
  CHECK(FaultIn(head + "quota = 3\n") == "here.toml 第 2 行：文件：要写成 [[quota]]，一项一段。");
  CHECK(FaultIn("mechanism = \"\xff\"").starts_with("here.toml 第 1 行："));
}

TEST_CASE("a demo county publishes the mechanism that it names") {
  for (const char* demo : {"tieli", "tieli-full"}) {
    TestCounty county(demo);
    const Ledger ledger = county.Open();
    const auto body = ledger.EntityBody("mechanism", "tieli");
    REQUIRE(body);
    const auto mechanism = studio::MechanismFromJson(*body, "tieli");
    REQUIRE(mechanism);
    CHECK(mechanism->title == "四个一");
    CHECK(mechanism->rotation_name == "一月一轮值");
    CHECK(mechanism->rotation_subject == Mechanism::Subject::kMember);
    CHECK(mechanism->rotation_at_least == 1);
    CHECK_FALSE(mechanism->ask_pin);
    CHECK(mechanism->usual_hours.size() == 4);
  }
}

TEST_CASE("a mechanism that is malformed or missing founds nothing") {
  TestFolder place;
  const auto assets = place.path() / "assets";
  std::filesystem::create_directories(assets / "mechanisms");
  std::filesystem::copy(kMechanismAssets / "demo", assets / "demo");
  std::filesystem::copy(kMechanismAssets / "safety", assets / "safety");
  const DataFolder folder(place.path() / "county");
  auto founded = Found(folder, {"tieli", assets}, 1'795'000'000'000);
  REQUIRE_FALSE(founded);
  CHECK(founded.error().kind == studio::ErrorKind::kNotFound);
  CHECK(founded.error().detail.starts_with("no mechanism tieli: "));
  std::ofstream(assets / "mechanisms" / "tieli.toml") << "mechanism = \"tieli\"\n\n[rotation\n";
  founded = Found(folder, {"tieli", assets}, 1'795'000'000'000);
  REQUIRE_FALSE(founded);
  CHECK(founded.error().kind == studio::ErrorKind::kMalformed);
  CHECK(founded.error().detail.starts_with("tieli.toml 第 3 行："));
  CHECK_FALSE(folder.Founded());
}

TEST_CASE("a topic goes the steps of its place") {
  struct Place {
    std::string name, method;
    std::size_t steps;
    std::string first, last;
  };
  for (const Place& place : {Place{"tieli", "", 5, "征集议题", "办理反馈"},
                             Place{"shangyou", "六步法", 6, "收集议题", "办理反馈"},
                             Place{"sishuang", "六式", 6, "开门式选题", "跟踪式问效"}}) {
    std::ifstream file(kMechanismAssets / "mechanisms" / (place.name + ".toml"));
    const std::string text(std::istreambuf_iterator<char>(file), {});
    const auto body = MechanismBody(text, place.name);
    REQUIRE(body);
    const auto mechanism = studio::MechanismFromJson(*body, place.name);
    REQUIRE(mechanism);
    CHECK(mechanism->topic_method == place.method);
    REQUIRE(mechanism->topic_steps.size() == place.steps);
    CHECK(mechanism->topic_steps.front() == place.first);
    CHECK(mechanism->topic_steps.back() == place.last);
  }
}

TEST_CASE("a county changes a figure by publishing it; what a terminal would refuse is refused") {
  TestCounty county;
  Ledger ledger = county.Open();
  REQUIRE(Publish(ledger, R"({"changes":[{"kind":"mechanism","id":"tieli",)"
                          R"("body":{"rotation_at_least":3,"ask_pin":true}}]})"));
  const auto body = ledger.EntityBody("mechanism", "tieli");
  REQUIRE(body);
  CHECK(studio::MechanismFromJson(*body, "tieli")->rotation_at_least == 3);
  CHECK_FALSE(Publish(ledger, R"({"changes":[{"kind":"mechanism","id":"tieli",)"
                              R"("body":{"rotation_at_least":0}}]})"));
}

TEST_CASE("every studio of a demo has a manager who is one of its members") {
  for (const char* demo : {"tieli", "tieli-full"}) {
    TestCounty county(demo);
    const Ledger ledger = county.Open();
    for (const auto& studio : StudiosOf(county.folder())) {
      REQUIRE(studio.managers.size() == 1);
      const auto body = ledger.EntityBody("member", studio.managers[0]);
      REQUIRE(body);
      const auto member = studio::MemberFromJson(*body, studio.managers[0]);
      CHECK(std::find(member->studios.begin(), member->studios.end(), studio.id) !=
            member->studios.end());
    }
  }
}

}  // namespace county
