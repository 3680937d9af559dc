// What makes the terminal stop, tried on sentences as people say them. safety_open.tsv is the half
// to work with; safety_aside.tsv was set aside before the list was written and is only counted.
#include "shared/safety/safety_check.h"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <map>
#include <sstream>

namespace studio {
namespace {

std::string Read(const std::string& name) {
  std::ifstream file(STUDIO_SOURCE_DIR "/" + name);
  REQUIRE(file.good());
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

const Safety& TheList() {
  static const Safety list = SafetyFromJson(Read("assets/safety/safety.json")).value();
  return list;
}

std::string CameOut(std::string_view words, const Safety& list = TheList()) {
  if (!DangerWordsIn(words, list).empty()) return "danger";
  const Safety::NotOurs* matter = NotOursIn(words, list);
  return matter ? matter->id : "none";
}

struct Totals {
  std::map<std::string, int> all, right;
  int false_alarms = 0;
};

Totals Count(const std::string& name, const Safety& list = TheList()) {
  Totals totals;
  std::istringstream lines(Read("tests/shared/safety/" + name));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string label = line.substr(0, tab);
    const std::string came_out = CameOut(line.substr(tab + 1), list);
    ++totals.all[label];
    totals.right[label] += came_out == label ? 1 : 0;
    totals.false_alarms += came_out != label && came_out != "none" ? 1 : 0;
  }
  std::string text = name + ":";
  for (const auto& [label, all] : totals.all) {
    text += " " + label + " " + std::to_string(totals.right[label]) + "/" + std::to_string(all);
  }
  MESSAGE(text, ", false alarms ", totals.false_alarms);
  return totals;
}

Result<Safety> WithPattern(const std::string& pattern) {
  return SafetyFromJson(R"({"words":[{"name":"人","any":["爸|妈"]}],"excuses":[{"id":"past","any":)"
                        R"(["去年"],"but":["今天"]}],"innocent":["打人工"],"danger":[{"id":"d",)"
                        R"("patterns":[{"unless":["past"],"any":[")" +
                        pattern + R"("]}]}]})");
}

TEST_CASE("the sentences to work with: every danger is seen, and at most one is seen for nothing") {
  const Totals totals = Count("safety_open.tsv");
  CHECK(totals.all.at("danger") >= 70);
  for (const auto& [label, all] : totals.all) {
    CAPTURE(label);
    CHECK(all - totals.right.at(label) <= (label == "none" ? 1 : 0));
  }
  CHECK(totals.false_alarms <= 1);
}

TEST_CASE("of the sentences set aside every danger is seen, and at most one is seen for nothing") {
  const Totals totals = Count("safety_aside.tsv");
  CHECK(totals.all.at("danger") == 55);
  CHECK(totals.right.at("danger") == 55);
  CHECK(totals.false_alarms <= 1);
}

TEST_CASE(
    "who wants to die is heard whatever is asked, and what only sounds like it is let through") {
  const Totals totals = Count("safety_cries.tsv");
  CHECK(totals.all.at("danger") == 72);
  // 想自杀找谁 and 我老想着死怎么办 are not heard without the question, either.
  CHECK(totals.right.at("danger") >= 70);
  CHECK(totals.false_alarms <= 1);
}

TEST_CASE("an emptied list sees nothing") {
  CHECK(Count("safety_open.tsv", Safety()).right.at("danger") == 0);
}

TEST_CASE("what was seen wrongly, and what was missed") {
  for (const char* harmless :
       {"以上诉求请尽快解决", "手机密码忘了", "打不通就拨打人工", "司机密码锁坏了"}) {
    CAPTURE(harmless);
    CHECK(CameOut(harmless) == "none");
  }
  for (const char* danger :
       {"我男人天天打我", "老伴喝了药", "孩子被亲戚欺负不敢回家", "我 不 想 活 了", "着\n火了",
        "着\u200b火了", "老婆喝了農藥", "屋里着火啦！！！"}) {
    CAPTURE(danger);
    CHECK(CameOut(danger) == "danger");
  }
}

TEST_CASE("a pattern: words, names, gaps within a clause and over commas") {
  const auto fires = [](const char* pattern, const char* words) {
    const auto list = WithPattern(pattern);
    REQUIRE(list);
    return !DangerWordsIn(words, *list).empty();
  };
  CHECK(fires("着(火|烟)", "屋里着烟了"));
  CHECK(fires("<人>{4}倒[在]地", "我爸忽然倒地"));
  CHECK_FALSE(fires("<人>{2}倒地", "我爸在门口忽然倒地"));
  CHECK_FALSE(fires("<人>{6}倒地", "我爸说,树倒地"));
  CHECK(fires("<人>{,6}倒地", "我爸说,树倒地"));
  CHECK_FALSE(fires("<人>{,6}倒地", "找我爸。树倒地"));
  CHECK_FALSE(fires("打人", "拨打人工"));
  CHECK(fires("打人", "打人工,还打人"));
  CHECK_FALSE(fires("着火", "去年着火"));
  CHECK(fires("着火", "去年修的,着火"));
  CHECK(fires("着火", "去年着火,今天没事。着火"));
  CHECK(fires("着火|漏气", "漏气"));
  CHECK(fires("a1", "Ａ１"));
}

TEST_CASE("what is wrong with a list is said in a sentence, with the place") {
  const auto said = [](const char* pattern) {
    const auto list = WithPattern(pattern);
    REQUIRE_FALSE(list);
    return list.error().detail;
  };
  const std::string place = "safety: danger d, patterns 1, the 1. ";
  const auto says = [&](const std::string& pattern, const std::string& what) {
    CAPTURE(pattern);
    CHECK(said(pattern.c_str()) == place + "\"" + pattern + "\" " + what);
  };
  says("<谁>打", "names words that the list does not have above it: <谁>");
  says("(甲|)乙", "has an empty alternative");
  says("(甲", "has a bracket that nothing closes");
  says("甲)", "has a bracket that nothing opened");
  CHECK(said("甲{99}乙").ends_with("has a gap that is not {1} to {30} or {,1} to {,30}"));
  CHECK(said("甲{2}").ends_with("must end with a word that has to be there"));
  CHECK(said("[甲]乙").ends_with("must begin with a word that has to be there"));
  CHECK(said("甲,乙").ends_with("has a punctuation mark in it"));
  CHECK(said("").ends_with("has an empty alternative"));
  const std::string longest(5000, 'a');
  CHECK(said(longest.c_str()).ends_with("is too long"));
  CHECK(SafetyFromJson(R"({"danger":[{"id":"d","patterns":[{"any":["甲"],"unless":["x"]}]}]})")
            .error()
            .detail == "safety: danger d: there is no excuse x");
}

TEST_CASE("a list from before patterns still works") {
  const auto list = SafetyFromJson(
      R"({"danger_words":["着火","(打"],"not_ours":[{"id":"court","words":["判决"]}]})");
  REQUIRE(list);
  CHECK(CameOut("屋里着 火了", *list) == "danger");
  CHECK(CameOut("(打", *list) == "danger");
  CHECK(CameOut("判决不公", *list) == "court");
  CHECK(CameOut("路灯坏了", *list) == "none");
}

TEST_CASE("the longest text is looked at before anybody notices") {
  std::string words;
  while (words.size() < 1500) words += "我爸昨天去镇上看病路上人多车多跑了三趟还没办好,";
  (void)TheList().check->Look(words);
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 10; ++i) (void)TheList().check->Look(words);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  MESSAGE("500 characters: ", took.count() / 10, " ms");
}

}  // namespace
}  // namespace studio
