#include "shared/bodies/wish_bodies.h"

#include <doctest/doctest.h>

#include "shared/base/json.h"

namespace studio {
namespace {

WishBody Post() {
  WishBody body;
  body.act = WishAct::kPost;
  body.receipt = "001482152";
  body.reading_key = "AAAA";
  body.text = "想要一副老花镜";
  body.village = "v01";
  body.village_name = "示例村";
  body.name = "示例老人";
  body.phone = "0000-0000000";
  body.helped_by = "示例甲";
  return body;
}

WishBody Of(WishAct act) {
  WishBody body;
  body.act = act;
  body.wish = "w-1";
  body.member = "m01";
  body.member_name = "示例甲";
  body.token = "MS1:TOKEN";
  return body;
}

WishBody Confirm() {
  WishBody body;
  body.act = WishAct::kConfirm;
  body.receipt = "001482152";
  body.answer_token = "AAAAAAAAAAAAAAAAAAAAAQ";
  return body;
}

bool Reads(const WishBody& body) { return WishBodyFromJson(ToJson(body)).has_value(); }

// `body` without a field.
bool ReadsWithout(const WishBody& body, const char* field) {
  auto json = nlohmann::json::parse(ToJson(body));
  REQUIRE(json.erase(field) == 1);
  return WishBodyFromJson(json.dump()).has_value();
}

}  // namespace

TEST_CASE("a wish comes back as it was sent, whatever is done about it") {
  const auto post = WishBodyFromJson(ToJson(Post()));
  REQUIRE(post);
  CHECK(post->act == WishAct::kPost);
  CHECK(post->receipt == "001482152");
  CHECK(post->reading_key == "AAAA");
  CHECK(post->text == "想要一副老花镜");
  CHECK(post->village == "v01");
  CHECK(post->village_name == "示例村");
  CHECK(post->name == "示例老人");
  CHECK(post->phone == "0000-0000000");
  CHECK(post->helped_by == "示例甲");
  CHECK_FALSE(post->for_child);
  for (const WishAct act : {WishAct::kClaim, WishAct::kGrant}) {
    const auto read = WishBodyFromJson(ToJson(Of(act)));
    REQUIRE(read);
    CHECK(read->act == act);
    CHECK(read->wish == "w-1");
    CHECK(read->member == "m01");
    CHECK(read->member_name == "示例甲");
    CHECK(read->token == "MS1:TOKEN");
  }
  const auto confirm = WishBodyFromJson(ToJson(Confirm()));
  REQUIRE(confirm);
  CHECK(confirm->act == WishAct::kConfirm);
  CHECK(confirm->answer_token == "AAAAAAAAAAAAAAAAAAAAAQ");
}

TEST_CASE("a wish needs what its act needs, and no more") {
  for (const char* field : {"act", "receipt", "reading_key", "text"}) {
    CAPTURE(field);
    CHECK_FALSE(ReadsWithout(Post(), field));
  }
  for (const char* field : {"wish", "member"}) {
    CAPTURE(field);
    CHECK_FALSE(ReadsWithout(Of(WishAct::kClaim), field));
    CHECK_FALSE(ReadsWithout(Of(WishAct::kGrant), field));
  }
  for (const char* field : {"receipt", "answer_token"}) {
    CAPTURE(field);
    CHECK_FALSE(ReadsWithout(Confirm(), field));
  }
  CHECK(ReadsWithout(Post(), "name"));
  CHECK(ReadsWithout(Of(WishAct::kClaim), "text"));
  CHECK(ReadsWithout(Confirm(), "wish"));
}

TEST_CASE("a wish that was only spoken has its voice for words") {
  WishBody body = Post();
  body.text.clear();
  CHECK_FALSE(Reads(body));
  AttachmentRef voice;
  voice.digest[0] = 7;
  voice.type = "audio/ogg";
  voice.bytes = 3000;
  voice.length_ms = 12'000;
  body.attachments = {voice};
  const auto read = WishBodyFromJson(ToJson(body));
  REQUIRE(read);
  CHECK(read->text.empty());
  REQUIRE(read->attachments.size() == 1);
  CHECK(read->attachments[0].digest == voice.digest);
  CHECK(read->attachments[0].length_ms == 12'000);
}

TEST_CASE("who wished says which grant they speak of, and that it came or has not") {
  for (const WishAct act : {WishAct::kConfirm, WishAct::kNotYet}) {
    WishBody body = Confirm();
    body.act = act;
    body.round = 3;
    const auto read = WishBodyFromJson(ToJson(body));
    REQUIRE(read);
    CHECK(read->act == act);
    CHECK(read->round == 3);
    CHECK_FALSE(ReadsWithout(body, "answer_token"));
    CHECK(ReadsWithout(body, "round"));  // a terminal from before there were rounds
  }
}

TEST_CASE("a child's wish is one only with its guardian and the guardian's consent") {
  WishBody body = Post();
  body.for_child = true;
  CHECK_FALSE(Reads(body));
  body.guardian = "示例家长";
  CHECK_FALSE(Reads(body));
  body.guardian_consents = true;
  CHECK(Reads(body));
  body.guardian.clear();
  CHECK_FALSE(Reads(body));
}

TEST_CASE("what is no wish is refused") {
  auto json = nlohmann::json::parse(ToJson(Post()));
  for (const char* patch : {R"({"act": "wave"})", R"({"act": 1})", R"({"text": ["a"]})",
                            R"({"for_child": "yes"})", R"({"receipt": 1482152})"}) {
    CAPTURE(patch);
    auto patched = json;
    patched.merge_patch(nlohmann::json::parse(patch));
    const auto read = WishBodyFromJson(patched.dump());
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == ErrorKind::kMalformed);
  }
  for (const char* text : {"", "[]", "{}", "null"}) CHECK_FALSE(WishBodyFromJson(text));
}

}  // namespace studio
