#include "server/founding/safety_trial.h"

#include <doctest/doctest.h>

#include "county/test_county.h"
#include "server/founding/publishing.h"
#include "server/founding/safety_lesson.h"
#include "shared/base/json.h"

namespace county {
namespace {

constexpr const char* kList =
    R"({"innocent":["打人工"],"danger":[{"id":"fight","patterns":[{"any":["打人"]}]}],)"
    R"("not_ours":[{"id":"court","patterns":[{"any":["判决"]}]}]})";

TEST_CASE("a list is tried on sentences, and says where one comes out otherwise than its label") {
  const auto trial = TrySafety(kList, "danger\t有人打人\nnone\t拨打人工\ncourt\t换人\n判决不公\n");
  REQUIRE(trial);
  CHECK(trial->wrong == 1);
  CHECK(trial->totals == "court 0 of 1\ndanger 1 of 1\nnone 1 of 1\nfalse alarms 0\n");
  CHECK(trial->text.find("danger fight: 打人  by 打人") != std::string::npos);
  CHECK(trial->text.find("WRONG (court)  none  换人") != std::string::npos);
  const auto listed = nlohmann::json::parse(trial->json);
  CHECK(listed["sentences"][0]["danger"][0]["words"] == "打人");
  CHECK(listed["sentences"][3]["came_out"] == "court");
}

TEST_CASE("points are written into a list, and nothing else in it changes") {
  const std::vector<studio::Safety::Points> points{
      {"danger", -5, 20, -30, 240, {{"没气", 83}, {"|\"", -1}}}};
  const std::string text =
      "\"points\": [\n    {\"id\": \"danger\", \"base\": -5, \"least\": 20, \"with_pattern\": -30, "
      "\"parts\": 240, \"runs\": {\n\"|\\\"\":-1,\"没气\":83}}]";
  const auto with = [&](const std::string& list) { return WithPoints(list, points).value(); };
  CHECK(with("{}") == "{\n  " + text + "\n}");
  CHECK(with("{ \"a\" : [1, {\"points\": \"]}\"}] }\n") ==
        "{ \"a\" : [1, {\"points\": \"]}\"}],\n  " + text + " }\n");
  CHECK(with("{\"points\": [ [\"\\\"]\"] ] , \"b\":2}") == "{" + text + " , \"b\":2}");
  const std::string once = with(kList);
  CHECK(with(once) == once);
  CHECK_FALSE(WithPoints("[]", points));
  CHECK_FALSE(WithPoints("{\"a\":", points));
}

TEST_CASE("a list is taught by files of sentences") {
  const std::string file =
      "danger\t楼上冒烟\ndanger\t后山冒烟\ndanger\t屋里冒烟了\ndanger\t冒烟了快来\n"
      "none\t楼上漏水\nnone\t后山修路\nnone\t屋里要修\nnone\t快来看戏\n";
  const auto taught = TeachSafety(kList, {{"a.tsv", file}});
  REQUIRE(taught);
  CHECK(taught->list == TeachSafety(kList, {{"a.tsv", file}})->list);
  CHECK(taught->text.find("a.tsv: danger seen ") != std::string::npos);
  CHECK(TrySafety(taught->list, file)->wrong == 0);
  CHECK(TrySafety(taught->list, "danger\t电表冒烟")->text.find("by points ") != std::string::npos);
  CHECK(TeachSafety(kList, {{"b.tsv", "冒烟"}}).error().detail ==
        "b.tsv has a sentence without a label: 冒烟");
}

TEST_CASE("a list that cannot be read is said with its place, and is not published") {
  const std::string bad = R"({"danger":[{"id":"fire","patterns":[{"any":["着火","着<谁>火"]}]}]})";
  const std::string place = "danger fire, patterns 1, the 2. ";
  const auto trial = TrySafety(bad, "着火");
  REQUIRE_FALSE(trial);
  CHECK(trial.error().detail.find(place) != std::string::npos);
  TestCounty county;
  Ledger ledger = county.Open();
  const auto before = ledger.EntityBody("safety", "safety");
  const auto published =
      Publish(ledger, R"({"changes":[{"kind":"safety","id":"safety","body":)" + bad + "}]}");
  REQUIRE_FALSE(published);
  CHECK(published.error().detail.find(place) != std::string::npos);
  CHECK(ledger.EntityBody("safety", "safety") == before);
}

}  // namespace
}  // namespace county
