#include "app/saying/ready_sentence.h"

#include <doctest/doctest.h>

using namespace studio;

namespace {

TextDraft Draft(std::string_view text) {
  TextDraft draft(100);
  draft.Set(text);
  return draft;
}

}  // namespace

TEST_CASE("a ready sentence that is taken out again leaves the words as they were") {
  for (const char* sentence : {"路灯坏了，晚上看不清。", "想问怎么申请", "水管漏了！"}) {
    for (const char* own : {"", "村口", "村口。", "村口\n", "已经坏了两个月，没人修。", "谁管？"}) {
      TextDraft words = Draft(own);
      REQUIRE(AddSentence(words, sentence));
      CHECK(SaysSentence(words.text(), sentence));
      TakeOutSentence(words, sentence);
      CHECK(words.text() == own);
    }
  }
}

TEST_CASE("of several ready sentences any one is taken out, and the others stay joined") {
  const char* const all[] = {"路灯坏了", "路不好走。", "水管漏了"};
  for (const char* out : all) {
    TextDraft words = Draft("");
    for (const char* sentence : all) REQUIRE(AddSentence(words, sentence));
    CHECK(words.text() == "路灯坏了，路不好走。水管漏了");
    TakeOutSentence(words, out);
    CHECK_FALSE(SaysSentence(words.text(), out));
    for (const char* sentence : all)
      CHECK(SaysSentence(words.text(), sentence) == (std::string_view(sentence) != out));
    CHECK(words.text().find("，，") == std::string::npos);
    CHECK_FALSE(words.text().starts_with("，"));
    CHECK_FALSE(words.text().ends_with("，"));
  }
}

TEST_CASE("a ready sentence that was changed by hand is no longer the chosen one") {
  CHECK(SaysSentence("村口，路灯坏了，请来看看", "路灯坏了"));
  CHECK_FALSE(SaysSentence("村口路灯坏了", "路灯坏了"));
  CHECK_FALSE(SaysSentence("路灯坏了两个月", "路灯坏了"));
  TextDraft words = Draft("路灯坏了两个月");
  TakeOutSentence(words, "路灯坏了");
  CHECK(words.text() == "路灯坏了两个月");
}

TEST_CASE("what is written after a ready sentence stays when it is taken out") {
  TextDraft words = Draft("村口，路灯坏了，请来看看");
  TakeOutSentence(words, "路灯坏了");
  CHECK(words.text() == "村口，请来看看");
  CHECK(words.caret() == std::string("村口，").size());
}
