#include "shared/base/json.h"

#include <doctest/doctest.h>

#include <functional>

#include "samples.h"
#include "shared/base/clean_text.h"
#include "shared/base/json_fields.h"
#include "shared/bodies/request_body.h"
#include "shared/exchange/ack.h"
#include "shared/exchange/county_time.h"
#include "shared/feed/feed.h"

using namespace studio;
using nlohmann::json;

namespace {

struct Form {
  const char* name;
  std::string text;
  std::function<bool(std::string_view)> reads;
};

std::vector<Form> Forms() {
  return {
      {"ack", ToJson(samples::AnAck()), [](auto t) { return AckFromJson(t).has_value(); }},
      {"feed page", ToJson(samples::APage()),
       [](auto t) { return FeedPageFromJson(t).has_value(); }},
      {"time", ToJson(CountyTime{{1, 2}, 5}),
       [](auto t) { return CountyTimeFromJson(t).has_value(); }},
      {"enrolment request",
       ToJson(EnrolmentRequest{"7K3M9QXT10", samples::Terminal().Public(), "0.1.0"}),
       [](auto t) { return EnrolmentRequestFromJson(t).has_value(); }},
      {"enrolment answer", ToJson(samples::AnEnrolment()),
       [](auto t) { return EnrolmentAnswerFromJson(t).has_value(); }},
      {"request", ToJson(samples::ARequest()),
       [](auto t) { return RequestBodyFromJson(t).has_value(); }},
      {"withdrawal", ToJson(WithdrawalBody{samples::IdOf(1), "037482152"}),
       [](auto t) { return WithdrawalBodyFromJson(t).has_value(); }},
  };
}

}  // namespace

TEST_CASE("an ack survives the wire") {
  const Ack ack = samples::AnAck();
  const auto back = AckFromJson(ToJson(ack));
  REQUIRE(back);
  CHECK(back->terminal == ack.terminal);
  CHECK(back->batch_hash == ack.batch_hash);
  CHECK(back->ledger == ack.ledger);
  CHECK(back->safe_serial == 12);
  CHECK(back->county_time_ms == ack.county_time_ms);
  REQUIRE(back->answers.size() == 2);
  CHECK(back->answers[0].id == samples::IdOf(1));
  CHECK(back->answers[0].status == RecordStatus::kStored);
  CHECK(back->answers[0].serial == 13);
  CHECK(back->answers[1].status == RecordStatus::kRejected);
  CHECK(back->answers[1].reason == "no body");
  CHECK(back->stream == ack.stream);
  CHECK(back->stream_count == 2);
  CHECK(back->stream_head == ack.stream_head);
  CHECK(back->feed_cursor == "7");
}

TEST_CASE("a refusal carries its code; of a county that says none it follows from the English") {
  Ack ack = samples::AnAck();
  ack.answers[1].code = Refusal::kBody;
  CHECK(AckFromJson(ToJson(ack))->answers[1].code == Refusal::kBody);
  json text = json::parse(ToJson(ack));
  CHECK(text["answers"][1]["code"] == "body");
  CHECK_FALSE(text["answers"][0].contains("code"));

  const auto read = [&](const char* reason) {
    json& answer = text["answers"][1];
    answer.erase("code");
    answer["reason"] = reason;
    return AckFromJson(text.dump())->answers[1].code;
  };
  CHECK(read("place: the terminal's signature does not hold") == Refusal::kPlace);
  CHECK(read("header: another terminal's record") == Refusal::kOtherTerminal);
  CHECK(read("header: too short") == Refusal::kHeader);
  CHECK(read("body: not the one the header names") == Refusal::kBodyDigest);
  CHECK(read("body: not a JSON object") == Refusal::kBody);
  CHECK(read("another record has this id") == Refusal::kIdTaken);
  CHECK(read("another studio's shift") == Refusal::kOtherStudio);
  CHECK(read("full moon") == Refusal::kOther);

  text["answers"][1]["code"] = "of_a_newer_county";
  text["answers"][1]["reason"] = "body: nothing";
  CHECK(AckFromJson(text.dump())->answers[1].code == Refusal::kOther);
}

TEST_CASE("a feed page survives the wire") {
  const auto back = FeedPageFromJson(ToJson(samples::APage()));
  REQUIRE(back);
  CHECK(back->studio == 3);
  CHECK(back->generation == samples::IdOf(0x9e));
  CHECK(back->from == "5");
  CHECK(back->to == "7");
  CHECK(back->more);
  REQUIRE(back->changes.size() == 2);
  CHECK(back->changes[0].body == R"({"name":"道路桥梁"})");
  CHECK(back->changes[0].version == 6);
  CHECK(back->changes[1].deleted);
  CHECK(back->changes[1].body.empty());
}

TEST_CASE("a feed page over its limit is refused") {
  FeedPage page = samples::APage();
  page.changes.assign(kMaxPageChanges, page.changes.back());
  CHECK(FeedPageFromJson(ToJson(page)));
  page.changes.push_back(page.changes.back());
  CHECK_FALSE(FeedPageFromJson(ToJson(page)));
}

TEST_CASE("a request survives the wire with every word intact") {
  const RequestBody body = samples::ARequest();
  const auto back = RequestBodyFromJson(ToJson(body));
  REQUIRE(back);
  CHECK(ToJson(*back) == ToJson(body));
  CHECK(back->name == "𬱖㛃");
  CHECK(back->visibility == Visibility::kMembersOnly);
  CHECK(back->head_count == 3);
  CHECK(back->representatives == body.representatives);
  CHECK(back->guided_to == "12345");
}

TEST_CASE("who may read is never guessed") {
  CHECK(RequestBodyFromJson(R"({"visibility":"anonymous"})"));
  CHECK_FALSE(RequestBodyFromJson("{}"));
  CHECK_FALSE(RequestBodyFromJson(R"({"visibility":"everybody"})"));
}

TEST_CASE("every form cut at any length is refused") {
  for (const Form& form : Forms()) {
    CAPTURE(form.name);
    REQUIRE(form.reads(form.text));
    for (std::size_t size = 0; size < form.text.size(); ++size) {
      CHECK_FALSE(form.reads(std::string_view(form.text).substr(0, size)));
    }
  }
}

TEST_CASE("a field of any other type is refused in every form") {
  const std::vector<json> kinds = {
      true, 7, -7, 1.5, "text", json::array(), json::object(), json::array({json::array()})};
  for (const Form& form : Forms()) {
    const json whole = json::parse(form.text);
    for (const auto& [name, value] : whole.items()) {
      for (const json& wrong : kinds) {
        const bool both_numbers = wrong.is_number_integer() && value.is_number_integer();
        const bool both_lists = wrong.is_array() && value.is_array() && wrong.empty();
        const bool any_text = wrong.is_string() && value.is_string();
        if (wrong.type() == value.type() && !wrong.is_array() && !wrong.is_object()) continue;
        if (both_numbers || both_lists || any_text) continue;
        CAPTURE(form.name);
        CAPTURE(name);
        CAPTURE(wrong);
        json altered = whole;
        altered[name] = wrong;
        CHECK_FALSE(form.reads(altered.dump()));
      }
    }
  }
}

TEST_CASE("unknown fields are passed over in every form") {
  for (const Form& form : Forms()) {
    json whole = json::parse(form.text);
    whole["a_later_version"] = {{"x", {1, 2, 3}}};
    CHECK(form.reads(whole.dump()));
  }
}

TEST_CASE("what is no JSON object is refused by every form") {
  const std::string deep = R"({"a":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
  for (const Form& form : Forms()) {
    for (std::string_view text : {"", "null", "[]", "7", "\"x\"", "<html>", "{\"a\":\"\xff\"}"}) {
      CHECK_FALSE(form.reads(text));
    }
    CHECK_FALSE(form.reads(deep));
  }
}

TEST_CASE("binary fields of the wrong length or alphabet are refused") {
  json ack = json::parse(ToJson(samples::AnAck()));
  for (const char* wrong : {"", "AAAA", "not base64url!", "=="}) {
    ack["batch_hash"] = wrong;
    CHECK_FALSE(AckFromJson(ack.dump()));
  }
  json time = json::parse(ToJson(CountyTime{}));
  time["nonce"] = "00";
  CHECK_FALSE(CountyTimeFromJson(time.dump()));
}

TEST_CASE("bytes that are no UTF-8 never stop a body from being written") {
  RequestBody body = samples::ARequest();
  body.words = "\xff\xfe路";
  const auto back = RequestBodyFromJson(ToJson(body));
  REQUIRE(back);
  CHECK(back->words.ends_with("路"));
}

TEST_CASE("what is nested to exhaust a stack is refused before anything is built of it") {
  const auto nested = [](int levels, const std::string& open, const std::string& close) {
    std::string text = R"({"a":)";
    for (int i = 1; i < levels; ++i) text += open;
    text += "1";
    for (int i = 1; i < levels; ++i) text += close;
    return text + "}";
  };
  for (const auto& [open, close] : {std::pair<const char*, const char*>{"[", "]"},
                                    std::pair<const char*, const char*>{R"({"b":)", "}"}}) {
    const std::string deep = nested(1'000'000, open, close), most = nested(64, open, close);
    CHECK(ParseJson(most).is_object());
    CHECK(ParseJson(nested(65, open, close)).is_discarded());
    CHECK(ParseJson(deep).is_discarded());
    CHECK(ReadableJson(most) == most);
    CHECK(ReadableJson(deep) == deep);
    for (const Form& form : Forms()) CHECK_MESSAGE(!form.reads(deep), form.name);
  }
  // Brackets in words are words.
  const std::string words =
      json({{"words", std::string(500, '[') + "\\\"" + std::string(500, '{')}}).dump();
  CHECK(ParseJson(words).is_object());
}
