#include "shared/bodies/topic_bodies.h"

#include <doctest/doctest.h>

#include <set>

#include "shared/base/json.h"

namespace studio {
namespace {

OpinionBody Sample() {
  OpinionBody body;
  body.topic = "square-lamps";
  body.ballot = {1, 2, 3};
  body.member = true;
  body.stance = Stance::kSuggest;
  body.words = "装三盏\n九点半关 \"<&>\"";
  body.at_ms = 1'795'000'000'123;
  body.late = true;
  AttachmentRef& voice = body.attachments.emplace_back();
  voice.type = "audio/ogg";
  voice.bytes = 4711;
  voice.length_ms = 9000;
  voice.digest[31] = 7;
  return body;
}

// The sample with one field changed by a JSON merge patch.
Result<OpinionBody> ReadWith(const char* patch) {
  auto json = nlohmann::json::parse(ToJson(Sample()));
  json.merge_patch(nlohmann::json::parse(patch));
  return OpinionBodyFromJson(json.dump());
}

}  // namespace

TEST_CASE("an opinion comes back as it was sent") {
  const OpinionBody sent = Sample();
  const auto read = OpinionBodyFromJson(ToJson(sent));
  REQUIRE(read);
  CHECK(read->topic == sent.topic);
  CHECK(read->ballot == sent.ballot);
  CHECK(read->member);
  CHECK(read->stance == Stance::kSuggest);
  CHECK(read->words == sent.words);
  CHECK(read->at_ms == sent.at_ms);
  CHECK(read->late);
  REQUIRE(read->attachments.size() == 1);
  CHECK(read->attachments[0].digest == sent.attachments[0].digest);
  CHECK(read->attachments[0].length_ms == 9000);
  for (const Stance stance : {Stance::kAgree, Stance::kDiffer, Stance::kSuggest}) {
    CHECK(StanceFrom(NameOf(stance)) == stance);
  }
  CHECK_FALSE(StanceFrom("unknown"));
}

TEST_CASE("an opinion needs its topic, a whole ballot, a known stance and its time") {
  CHECK(ReadWith("{}"));
  CHECK(ReadWith(R"({"words": null, "late": null, "member": null, "attachments": null})"));
  CHECK(ReadWith(R"({"something": "newer"})"));
  for (const char* patch :
       {R"({"topic": null})", R"({"topic": 7})", R"({"ballot": null})", R"({"ballot": "AAAA"})",
        R"({"ballot": "AAAAAAAAAAAAAAAAAAAAAAA"})", R"({"ballot": "AAAAAAAAAAAAAAAAAAAA=="})",
        R"({"stance": null})", R"({"stance": "maybe"})", R"({"stance": 1})", R"({"at_ms": null})",
        R"({"at_ms": "1795000000123"})", R"({"late": "yes"})", R"({"member": 1})",
        R"({"words": ["a"]})", R"({"attachments": [{}]})"}) {
    CAPTURE(patch);
    const auto read = ReadWith(patch);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == ErrorKind::kMalformed);
  }
  for (const char* text : {"", "[]", "{", "null"}) CHECK_FALSE(OpinionBodyFromJson(text));
}

TEST_CASE("a member has one ballot for a topic, and no two topics or cards share one") {
  const BadgeSecret secret{1, 2, 3}, other{1, 2, 4};
  CHECK(MemberBallot("bus", secret) == MemberBallot("bus", secret));
  CHECK(MemberBallot("bus", secret) != MemberBallot("bus", other));
  CHECK(MemberBallot("bus", secret) != MemberBallot("bus2", secret));
  CHECK(MemberBallot("", secret) != MemberBallot("bus", secret));
  // The first 16 bytes of SHA-256("ms.member-ballot.v1" 00 secret "bus"), by another program.
  CHECK(ToHex(MemberBallot("bus", secret)) == "3b3a01db9cdd8c1064371b91914f5e41");
}

TEST_CASE("a visit's ballots are all different") {
  std::set<Ballot> ballots;
  for (int i = 0; i < 100; ++i) ballots.insert(RandomBallot());
  CHECK(ballots.size() == 100);
  CHECK_FALSE(ballots.contains(Ballot{}));
}

TEST_CASE("a topic's address carries the ballot in letters that an address may have") {
  Ballot ballot{};
  ballot.fill(0xFB);
  CHECK(TopicAddress("https://host:8443", "square-lamps", ballot) ==
        "https://host:8443/t/square-lamps?b=-_v7-_v7-_v7-_v7-_v7-w");
}

}  // namespace studio
