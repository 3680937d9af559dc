// The villager's last word on an answer, from the screen to the county and back.
#include <doctest/doctest.h>

#include "feed_pages.h"
#include "shared/record/sealing.h"
#include "store_rig.h"

using namespace studio;
using Outcome = TrackReply::Outcome;

namespace {

struct RatingSite : Site {
  RatingSite() { Publish(1, {{CaseStep::kAnswered, 2000}}); }
  void Publish(int round, std::vector<CaseEvent> course) {
    CaseAnswer answer;
    answer.round = round;
    answer.course = std::move(course);
    answer.token[0] = static_cast<std::uint8_t>(round);
    REQUIRE(rig.Apply(feed.Next({AStatus(slip, answer, ++version)})));
  }
  RatingBody Body(int round) const {
    RatingBody body;
    body.receipt = slip.number.digits();
    body.round = round;
    body.satisfaction = Satisfaction::kDissatisfied;
    body.send_back = true;
    body.words = "还是没有人来";
    return body;
  }
  bool SaidHere() {
    const auto reply = rig.LookUp(slip.number, slip.code);
    REQUIRE(reply);
    REQUIRE(reply->outcome == Outcome::kFound);
    return reply->found.said_here;
  }

  Slip slip = StoreRig::RealSlip(11, 41);
  FeedPages feed;
  std::uint64_t version = 0;
};

}  // namespace

TEST_CASE("a rating reaches the county as it was said, and the studio cannot read it") {
  RatingSite site;
  REQUIRE(site.rig.Apply(
      site.feed.Next({Entity("studio", "3",
                             R"({"id":3,"name":"演示","sealing_key":")" +
                                 ToBase64Url(BoxKeyPair::Generate().Public().bytes) + R"("})")})));
  const auto voice = site.rig.Attach(Bytes(3000, 5));
  RatingBody body = site.Body(1);
  body.attachments = {voice->ref()};
  REQUIRE(site.rig.Rate(body));
  const auto batch = site.rig.Decoded();
  REQUIRE(batch.entries.size() == 1);
  CHECK(ReadersOf(*batch.entries[0].sealed).size() == 1);
  site.rig.Drain(site.county);
  const auto records = site.county.OfKind(RecordKind::kRating);
  REQUIRE(records.size() == 1);
  const auto arrived = RatingBodyFromJson(records[0].body);
  REQUIRE(arrived);
  CHECK(arrived->words == body.words);
  CHECK(arrived->send_back);
  CHECK(arrived->receipt == site.slip.number.digits());
  REQUIRE(arrived->attachments.size() == 1);
  CHECK(records[0].header.attachments == std::vector{voice->ref().digest});
  CHECK((*site.rig.NextAttachment())->digest == voice->ref().digest);
}

TEST_CASE("a round is rated once here, until the county's answer shows it") {
  RatingSite site;
  CHECK_FALSE(site.SaidHere());
  REQUIRE(site.rig.Rate(site.Body(1)));
  CHECK(site.rig.Rate(site.Body(1)).error().kind == ErrorKind::kConflict);
  CHECK(site.SaidHere());
  site.rig.Restart();
  CHECK(site.SaidHere());
  site.rig.Drain(site.county);
  CHECK(site.SaidHere());  // received, but not in the answer yet
  site.Publish(1, {{CaseStep::kAnswered, 2000}, {CaseStep::kReturned, 3000}});
  CHECK_FALSE(site.SaidHere());
  // The next answer may be rated again.
  site.Publish(
      2, {{CaseStep::kAnswered, 2000}, {CaseStep::kReturned, 3000}, {CaseStep::kAnswered, 4000}});
  CHECK_FALSE(site.SaidHere());
  REQUIRE(site.rig.Rate(site.Body(2)));
  CHECK(site.SaidHere());
  site.Publish(3, {{CaseStep::kAnswered, 5000}});
  CHECK_FALSE(site.SaidHere());
}

TEST_CASE("a rating that the county refused may be said again") {
  RatingSite site;
  REQUIRE(site.rig.Rate(site.Body(1)));
  const auto batch = site.rig.Decoded();
  site.county.refuse[DecodeRecordHeader(batch.entries[0].header)->id] = RecordStatus::kRejected;
  site.rig.Drain(site.county);
  CHECK_FALSE(site.SaidHere());
  const auto report = site.rig.ReadOutbox();
  REQUIRE(report->items.size() == 1);
  CHECK(report->items[0].kind == RecordKind::kRating);
  CHECK(site.rig.Rate(site.Body(1)));
  CHECK(site.SaidHere());
}

TEST_CASE("what is no rating is not kept, and neither is one with a file that is gone") {
  RatingSite site;
  RatingBody body = site.Body(1);
  body.words = "\xff";
  CHECK(site.rig.Rate(body).error().kind == ErrorKind::kInvalid);
  body = site.Body(1);
  body.receipt = "037000010";
  CHECK(site.rig.Rate(body).error().kind == ErrorKind::kInvalid);
  body = site.Body(1);
  AttachmentRef gone;
  gone.digest[0] = 3;
  body.attachments = {gone};
  CHECK(site.rig.Rate(body).error().kind == ErrorKind::kNotFound);
  CHECK_FALSE(site.SaidHere());
  CHECK(site.rig.Decoded().entries.empty());
}
