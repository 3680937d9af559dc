#include "shared/base/clean_text.h"

#include <doctest/doctest.h>

#include <random>

#include "samples.h"
#include "shared/base/json.h"
#include "shared/base/utf8.h"
#include "shared/bodies/case_answer.h"
#include "shared/bodies/request_body.h"
#include "shared/bodies/wish_bodies.h"
#include "shared/feed/kinds.h"
#include "test_support/nasty_texts.h"

using namespace studio;
using nlohmann::json;

namespace {

bool NothingUnseen(const std::string& text) {
  for (std::size_t at = 0; at < text.size();) {
    if (IsUnseen(NextCodePoint(text, at))) return false;
  }
  return IsUtf8(text) && text.find_first_of("\t\r") == std::string::npos;
}

// One text that holds them all.
std::string Everything() {
  std::string text = "看得见";
  for (const std::string_view blank : kBlankTexts) text += blank;
  for (const NastyText& nasty : kNastyTexts) {
    if (IsUtf8(nasty.written)) text += nasty.written;
  }
  return text;
}

}  // namespace

TEST_CASE("what nobody can see is blank, and cleaned away") {
  for (const std::string_view blank : kBlankTexts) {
    INFO(json(std::string(blank)).dump(-1, ' ', true));
    CHECK(IsBlank(blank));
    CHECK(IsBlank(CleanText(blank, TextKind::kLines)));
    CHECK_FALSE(IsBlank(std::string(blank) + "路" + std::string(blank)));
  }
  CHECK(IsBlank(""));
  for (const char* seen : {"路", "1", "。", "々", "·", "〓", "𬱖", "a", "１"})
    CHECK_FALSE(IsBlank(seen));
}

TEST_CASE("a text of pictographs alone says nothing on a screen that cannot draw them") {
  CHECK(IsBlank("👍🏽👨‍👩‍👧"));
  CHECK(CleanText("👍🏽", TextKind::kLine) == "👍🏽");
}

TEST_CASE("all that can be seen stays, and nothing else") {
  for (const NastyText& nasty : kNastyTexts) {
    CHECK(CleanText(nasty.written, TextKind::kLine) == nasty.as_line);
    CHECK(CleanText(nasty.written, TextKind::kLines) == nasty.as_lines);
    CHECK(IsUtf8(ReadableText(nasty.written, TextKind::kLines)));
  }
}

TEST_CASE("what is cleaned is UTF-8 and stays as it is when cleaned again") {
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const bool bytes = round % 2 == 0;
    for (unsigned i = random() % 24; i > 0; --i) {
      if (bytes) {
        text += static_cast<char>(random());
      } else {
        const char32_t code = random() % 4 == 0 ? random() % 0x110000 : random() % 0x3200;
        if (code < 0xD800 || code > 0xDFFF) AppendCodePoint(text, code);
      }
    }
    for (const TextKind kind : {TextKind::kLine, TextKind::kLines}) {
      const std::string clean = CleanText(text, kind);
      CHECK(NothingUnseen(clean));
      CHECK(CleanText(clean, kind) == clean);
      CHECK(IsBlank(clean) == IsBlank(text));
      const std::string readable = ReadableText(text, kind);
      CHECK(ReadableText(readable, kind) == readable);
    }
  }
}

TEST_CASE("no field of what the county publishes shows what nobody can read") {
  const std::string text = Everything();
  json body = {{"village", "v"}, {"category", "c"}, {"consent", true}};
  for (const char* name : {"name", "title", "text", "hint", "sector", "intro", "summary"}) {
    body[name] = text;
  }
  for (const char* name : {"sentences", "groups", "danger_words"}) {
    body[name] = json::array({text});
  }
  body["background"] = json::array({json::object({{"title", text}, {"text", text}})});
  const std::string wire = body.dump();
  body["voices"] = json::array({text});
  std::vector<std::string> read;
  const auto category = CategoryFromJson(wire, "c");
  REQUIRE(category);
  const auto topic = TopicFromJson(body.dump(), "t");
  REQUIRE(topic);
  const auto notice = ReadFeedBody<NoticeKind>(wire, "n");
  REQUIRE(notice);
  for (const std::string& each :
       {category->name, category->hint, category->sentences.at(0), topic->title,
        topic->voices.at(0), topic->background.at(0).text, notice->title, notice->text,
        MemberFromJson(wire, "m").value().name, MemberFromJson(wire, "m").value().intro,
        ReadFeedBody<VillageKind>(wire, "v").value().groups.at(0),
        CountyFromJson(wire).value().name, StudioFromJson(wire).value().name,
        ReadFeedBody<RuleKind>(wire, "r").value().text,
        ReadFeedBody<HonourKind>(wire, "h").value().text, MatterFromJson(wire, "m").value().summary,
        WishFromJson(wire, "w").value().text, ReadFeedBody<WordKind>(wire, "w").value().text,
        SafetyFromJson(wire).value().danger_words.at(0)}) {
    CHECK(NothingUnseen(each));
    CHECK(each == ReadableText(text, TextKind::kLines));
  }
}

TEST_CASE("what a terminal seals is clean before, and clean again where it is read") {
  const std::string text = Everything();
  RequestBody request = samples::ARequest();
  request.words = request.name = text;
  request.representatives = {text};
  const std::string sealed = ToJson(request);
  const json body = json::parse(sealed);
  for (const auto& [name, value] : body.items()) {
    if (value.is_string()) CHECK_MESSAGE(NothingUnseen(value.get<std::string>()), name);
  }
  CHECK(json::parse(sealed)["words"] == ReadableText(text, TextKind::kLines));
  // Of a terminal that did not clean.
  json dirty = json::parse(sealed);
  dirty["words"] = text;
  CHECK(RequestBodyFromJson(dirty.dump())->words == ReadableText(text, TextKind::kLines));
  CHECK(json::parse(ReadableJson(dirty.dump())) == json::parse(sealed));
  const json named = {{text, {{{"\u202Easide", 1}}}}};
  CHECK(json::parse(ReadableJson(named.dump())) ==
        json({{ReadableText(text, TextKind::kLine), {{{"aside", 1}}}}}));
  CHECK(ReadableJson("no \u200B JSON") == "no \u200B JSON");
}

TEST_CASE("tokens and keys come through as they are") {
  WishBody wish;
  wish.act = WishAct::kClaim;
  wish.wish = "w1";
  wish.member = "m1";
  wish.token = " MS1:A B$%*+-./: ";  // of base45
  CHECK(WishBodyFromJson(ToJson(wish))->token == wish.token);
}
