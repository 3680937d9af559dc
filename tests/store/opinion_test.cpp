#include <doctest/doctest.h>

#include "shared/record/sealing.h"
#include "store_rig.h"

using namespace studio;

namespace {

OpinionBody About(const std::string& topic) {
  OpinionBody body;
  body.topic = topic;
  body.ballot = RandomBallot();
  body.stance = Stance::kDiffer;
  body.words = "广场晚上太吵";
  body.at_ms = 1'795'000'000'000;
  return body;
}

}  // namespace

TEST_CASE("an opinion reaches the county as it was given, with its voice, and nobody else") {
  Site site;
  const auto voice = site.rig.Attach(Bytes(5000, 2));
  OpinionBody body = About("square");
  body.late = true;
  body.attachments = {voice->ref()};
  REQUIRE(site.rig.GiveOpinion(body));
  const auto entries = site.rig.Decoded().entries;
  REQUIRE(entries.size() == 1);
  CHECK(ReadersOf(*entries[0].sealed).size() == 1);
  site.rig.Restart();
  site.rig.Drain(site.county);
  const auto records = site.county.OfKind(RecordKind::kOpinion);
  REQUIRE(records.size() == 1);
  const auto arrived = OpinionBodyFromJson(records[0].body);
  REQUIRE(arrived);
  CHECK(arrived->ballot == body.ballot);
  CHECK(arrived->words == body.words);
  CHECK(arrived->late);
  CHECK(records[0].header.attachments == std::vector{voice->ref().digest});
  CHECK((*site.rig.NextAttachment())->digest == voice->ref().digest);
}

TEST_CASE("the same ballot speaks again: both go up, the county counts the later") {
  Site site;
  OpinionBody body = About("square");
  REQUIRE(site.rig.GiveOpinion(body));
  body.stance = Stance::kAgree;
  REQUIRE(site.rig.GiveOpinion(body));
  site.rig.Drain(site.county);
  const auto records = site.county.OfKind(RecordKind::kOpinion);
  REQUIRE(records.size() == 2);
  CHECK(OpinionBodyFromJson(records[1].body)->stance == Stance::kAgree);
}

TEST_CASE("words that are not UTF-8 are refused, not altered") {
  Site site;
  OpinionBody body = About("square");
  body.words = "\xe4\xb8";
  CHECK(site.rig.GiveOpinion(body).error().kind == ErrorKind::kInvalid);
  CHECK(site.rig.Decoded().entries.empty());
}
