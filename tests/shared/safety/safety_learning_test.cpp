// Points learnt from sentences: the same from the same, mended by a sentence, and how well the
// shipped sentences do on an author who was left out.
#include "shared/safety/safety_learning.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "shared/safety/safety_check.h"

namespace studio {
namespace {

std::string Read(const std::filesystem::path& path) {
  std::ifstream file(path);
  REQUIRE(file.good());
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

const std::filesystem::path kSource = STUDIO_SOURCE_DIR;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kSlow = true;
#else
constexpr bool kSlow = false;
#endif

std::vector<SafetySentence> Shipped() {
  std::vector<std::filesystem::path> files{kSource / "tests/shared/safety/safety_open.tsv"};
  for (const auto& entry :
       std::filesystem::directory_iterator(kSource / "assets/safety/sentences")) {
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<SafetySentence> all;
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (SafetySentence& one : ReadSafetySentences(Read(files[i]), i)) {
      one.counted = IsCounted(files[i].filename().string());
      all.push_back(std::move(one));
    }
  }
  return all;
}

const char* const kSmall =
    "danger\t灶屋冒烟了\ndanger\t楼上冒烟\ndanger\t电表冒烟了快来\ndanger\t后山冒烟\r\n"
    "none\t路灯坏了\nnone\t楼上漏水\n\nnone\t电表坏了\nnone\t后山的路要修\nnone\t灶屋要修\n";

Safety Learnt(const std::string& sentences, const Safety& before = {}) {
  auto lesson = LearnSafety(before, ReadSafetySentences(sentences));
  REQUIRE(lesson);
  CHECK(lesson->wrong.empty());
  Safety list = before;
  list.points = std::move(lesson->points);
  auto check = SafetyCheck::Of(list);
  REQUIRE(check);
  list.check = std::make_shared<const SafetyCheck>(std::move(*check));
  return list;
}

bool IsDanger(std::string_view words, const Safety& list) {
  return !DangerWordsIn(words, list).empty();
}

TEST_CASE("sentences are read with labels and without") {
  const auto read = ReadSafetySentences("danger\t着火\r\n\n路灯坏了\nnone\t", 3);
  REQUIRE(read.size() == 3);
  CHECK(read[0].label == "danger");
  CHECK(read[0].words == "着火");
  CHECK(read[0].file == 3);
  CHECK(read[1].label.empty());
  CHECK(read[1].words == "路灯坏了");
  CHECK(read[2].words.empty());
}

TEST_CASE("what is learnt holds for other sentences, and is the same each time") {
  const Safety list = Learnt(kSmall);
  CHECK(IsDanger("隔壁冒烟了", list));
  CHECK_FALSE(IsDanger("后山的路灯坏了", list));
  const Safety again = Learnt(kSmall);
  REQUIRE(list.points.size() == 1);
  CHECK(list.points[0].runs == again.points[0].runs);
  CHECK(list.points[0].base == again.points[0].base);
}

TEST_CASE("a sentence that came out wrong comes out right once it was learnt") {
  const Safety before = Learnt(kSmall);
  for (const char* added : {"danger\t井里有人喊", "none\t过年灶屋冒烟了真香", "danger\t楼上漏水"}) {
    CAPTURE(added);
    const SafetySentence one = ReadSafetySentences(added).front();
    CHECK(IsDanger(one.words, before) != (one.label == "danger"));
    std::string sentences = kSmall;
    if (one.words == "楼上漏水") sentences.replace(sentences.find("none\t楼上漏水\n"), 18, "");
    CHECK(IsDanger(one.words, Learnt(sentences + added)) == (one.label == "danger"));
  }
}

TEST_CASE("a pattern that cries wolf is outvoted by a sentence") {
  const auto list = SafetyFromJson(R"({"danger":[{"id":"d","patterns":[{"any":["火了"]}]}]})");
  REQUIRE(list);
  CHECK(IsDanger("小店火了", *list));
  const Safety learnt = Learnt(std::string(kSmall) + "none\t小店火了\n", *list);
  CHECK_FALSE(IsDanger("小店火了", learnt));
}

TEST_CASE("a question lets nothing through, and what is harmless without it is learnt, too") {
  Safety list = SafetyFromJson(R"({"danger":[{"id":"d","patterns":[{"any":["火了"]}]}]})").value();
  std::string sentences = kSmall;
  for (const char* what : {"路断了", "井干了", "灯坏了", "墙歪了"}) {
    sentences += std::string("none\t") + what + "咋办\n";
  }
  for (const char* what : {"灶屋", "楼上", "后山", "电表"}) {
    sentences += std::string("danger\t") + what + "火了\n";
  }
  CHECK_FALSE(IsDanger("电表火了咋办", Learnt(sentences, list)));
  list.questions = {"咋办"};
  CHECK(IsDanger("电表火了咋办", Learnt(sentences, list)));
  CHECK(IsDanger("小店火了咋办", Learnt(sentences, list)));
  const Safety learnt = Learnt(sentences + "none\t小店火了咋办\n", list);
  CHECK_FALSE(IsDanger("小店火了咋办", learnt));
  CHECK(IsDanger("电表火了咋办", learnt));
}

TEST_CASE("what is learnt of one word holds for the others of its kind") {
  const auto list =
      SafetyFromJson(R"({"kinds":[{"name":"火","any":["冒烟","走水","起焰","窜火","焚烧"]}]})");
  REQUIRE(list);
  const std::string sentences =
      "danger\t灶屋冒烟\ndanger\t楼上走水\ndanger\t电表起焰\ndanger\t后山窜火\n"
      "none\t路灯坏了\nnone\t楼上漏水\nnone\t电表坏了\nnone\t后山的路要修\nnone\t灶屋要修\n";
  CHECK_FALSE(IsDanger("隔壁焚烧", Learnt(sentences)));
  CHECK(IsDanger("隔壁焚烧", Learnt(sentences, *list)));
  CHECK_FALSE(IsDanger("隔壁漏水", Learnt(sentences, *list)));
}

TEST_CASE("labels that a list does not have, and too few sentences, are said") {
  const auto said = [](const std::string& sentences) {
    const auto lesson = LearnSafety({}, ReadSafetySentences(sentences));
    REQUIRE_FALSE(lesson);
    return lesson.error().detail;
  };
  CHECK(said(std::string(kSmall) + "court\t判决") ==
        "the label \"court\" is neither danger nor none nor a matter of the list");
  CHECK(said("danger\t着火\nnone\t路灯坏了\n") ==
        "there are too few sentences of danger or of none to learn from");
}

TEST_CASE("the shipped list is what the shipped sentences teach, and every one comes out right") {
  const auto list = SafetyFromJson(Read(kSource / "assets/safety/safety.json"));
  REQUIRE(list);
  int wrong = 0;
  for (const SafetySentence& one : Shipped()) {
    const bool danger = IsDanger(one.words, *list);
    if (danger == (one.label == "danger")) continue;
    ++wrong;
    MESSAGE(one.label, " ", one.words);
  }
  CHECK(wrong == 0);
}

TEST_CASE("among much that is ordinary danger is seen, and much that is ordinary is let through") {
  const auto list = SafetyFromJson(Read(kSource / "assets/safety/safety.json"));
  REQUIRE(list);
  std::vector<std::string> ordinary, danger;
  for (const SafetySentence& one : Shipped()) {
    if (one.label == "none") ordinary.push_back(one.words + "。");
    if (one.label == "danger") danger.push_back(one.words + "。");
  }
  const auto some = [&](std::size_t at, std::size_t characters) {
    std::string text;
    for (; text.size() < 3 * characters; at += 97) text += ordinary[at % ordinary.size()];
    return text;
  };
  int seen = 0, stopped = 0;
  constexpr int kTexts = 200;
  for (std::size_t i = 0; i < kTexts; ++i) {
    const std::string& now = danger[i * 11 % danger.size()];
    seen += IsDanger(some(i * 7, 60) + now + some(i * 13 + 5, 40), *list);
    stopped += IsDanger(some(i * 17 + 3, 100), *list);
  }
  MESSAGE("seen ", seen, ", stopped ", stopped, " of ", kTexts);
  CHECK(seen >= kTexts - 2);
  CHECK(stopped <= kTexts / 20);
}

TEST_CASE("danger is seen beside something ordinary, and two ordinary things are let through") {
  const auto list = SafetyFromJson(Read(kSource / "assets/safety/safety.json"));
  REQUIRE(list);
  std::vector<std::string> ordinary, danger;
  for (const SafetySentence& one : Shipped()) {
    if (one.words.size() > std::size_t{3} * 28) continue;
    if (one.label == "none") ordinary.push_back(one.words);
    if (one.label == "danger") danger.push_back(one.words);
  }
  std::uint32_t random = 99;
  const auto any = [&](const std::vector<std::string>& of) {
    random = random * 1664525 + 1013904223;
    return of[(random >> 8) % of.size()];
  };
  int seen = 0, stopped = 0;
  constexpr int kTexts = 200;
  for (int i = 0; i < kTexts; ++i) {
    const std::string now = any(danger), other = any(ordinary);
    seen += IsDanger(i % 2 == 0 ? now + "，" + other : other + "，" + now, *list);
    stopped += IsDanger(any(ordinary) + "，" + other, *list);
  }
  MESSAGE("seen ", seen, ", stopped ", stopped, " of ", kTexts);
  CHECK(seen * 100 >= kTexts * 75);
  CHECK(stopped * 40 <= kTexts);
}

TEST_CASE("authors who were left out: danger is seen, and the ordinary is let through" *
          doctest::skip(kSlow)) {
  auto list = SafetyFromJson(Read(kSource / "assets/safety/safety.json"));
  REQUIRE(list);
  // Danger alone, to be quick: other offices' matters are as harmless as anything here.
  list->not_ours.clear();
  // And some authors at a time, likewise; so files of ordinary sentences alone are counted, too.
  // Three of ten such turns, or STUDIO_TURNS of them.
  constexpr std::size_t kTurns = 10;
  const char* const wanted = std::getenv("STUDIO_TURNS");
  const std::size_t turns = wanted == nullptr ? 3 : std::stoul(wanted);
  std::vector<SafetySentence> sentences = Shipped();
  for (SafetySentence& one : sentences) {
    if (one.label != "danger") one.label = "none";
    one.counted = one.counted && one.file % kTurns < turns;
    one.file = one.counted ? one.file % kTurns : kTurns + one.file;
  }
  const auto lesson = LearnSafety(*list, sentences);
  REQUIRE(lesson);
  CHECK(lesson->wrong.empty());
  SafetyFigures all;
  for (const SafetyFigures& one : lesson->left_out) {
    all.dangers += one.dangers;
    all.seen += one.seen;
    all.ordinary += one.ordinary;
    all.stopped += one.stopped;
  }
  MESSAGE("danger seen ", all.seen, " of ", all.dangers, ", ordinary ones stopped ", all.stopped,
          " of ", all.ordinary);
  CHECK(all.dangers >= 400 * turns);
  // The last three authors wrote of rare kinds alone: of theirs four in five are seen.
  CHECK(all.seen * 1000 >= all.dangers * 930);
  CHECK(all.stopped * 60 <= all.ordinary);
  const SafetyFigures& joined = lesson->joined;
  MESSAGE("beside ordinary ones seen ", joined.seen, " of ", joined.dangers, ", stopped ",
          joined.stopped, " of ", joined.ordinary);
  CHECK(joined.dangers >= 400 * turns);
  CHECK(joined.seen * 100 >= joined.dangers * 68);
  CHECK(joined.stopped * 90 <= joined.ordinary);
}

}  // namespace
}  // namespace studio
