// 微心愿: posted with a slip, claimed by whoever is first at the county, confirmed with the slip.
#include <doctest/doctest.h>

#include "feed_pages.h"
#include "shared/base/time_units.h"
#include "shared/record/sealing.h"
#include "store_rig.h"

using namespace studio;
using Outcome = TrackReply::Outcome;

namespace {

struct Wishing : Site {
  Wishing() {
    REQUIRE(rig.Apply(feed.Next({AWish("w1")})));
    rig.Settle();
  }
  static FeedChange AWish(const std::string& id, const std::string& more = "",
                          std::uint64_t version = 1) {
    return Entity("wish", id, R"({"text":"一个书包","village":"示例村")" + more + "}", version);
  }
  static WishBody Claim(const std::string& member, const std::string& wish = "w1") {
    WishBody body;
    body.act = WishAct::kClaim;
    body.wish = wish;
    body.member = member;
    body.member_name = "示例甲";
    body.token = "MS1:TEST";
    return body;
  }
  static WishBody Post(const Slip& slip) {
    WishBody body;
    body.receipt = slip.number.digits();
    body.reading_key = ToBase64Url(slip.reading_key.bytes);
    body.text = "想要一副老花镜";
    body.name = "示例乙";
    return body;
  }
  std::vector<WishClaim> Claims() {
    rig.Settle();
    return rig.station->claims;
  }
  // The ack of everything waiting, with the feed as it is published by now.
  void Send() {
    county.now_ms = ++feed.time_ms;
    county.feed_cursor = feed.Cursor();
    rig.Drain(county);
  }

  FeedPages feed;
};

}  // namespace

TEST_CASE("a wish has a slip, is taken back within the time, and reaches the county alone") {
  Wishing site;
  const Slip slip = StoreRig::RealSlip(21);
  const auto posted = site.rig.PostWish(Wishing::Post(slip));
  REQUIRE(posted);
  CHECK(posted->number == slip.number.digits());
  CHECK(posted->state == ReceiptState::kWaiting);
  CHECK(site.rig.PostWish(Wishing::Post(slip)).error().kind == ErrorKind::kConflict);
  const auto reply = site.rig.LookUp(slip.number, slip.code);
  REQUIRE(reply->outcome == Outcome::kFound);
  CHECK(reply->found.wish);
  CHECK(reply->found.here->state == ReceiptState::kWaiting);
  CHECK(ReadersOf(*site.rig.Decoded().entries[0].sealed).size() == 1);
  site.rig.Settle();
  CHECK(site.rig.summaries.back().waiting_requests == 1);

  const Slip other = site.rig.QuickSlip();
  REQUIRE(site.rig.PostWish(Wishing::Post(other)));
  REQUIRE(site.rig.Withdraw(other.number.digits()));
  site.Send();
  const auto records = site.county.OfKind(RecordKind::kWish);
  REQUIRE(records.size() == 2);
  CHECK(WishBodyFromJson(records[0].body)->text == "想要一副老花镜");
  CHECK_FALSE(records[1].has_body);
  CHECK(site.rig.LookUp(slip.number, slip.code)->found.here->state == ReceiptState::kReceived);
}

TEST_CASE("a wish without a slip, and an act that is none, are not kept") {
  Wishing site;
  WishBody body = Wishing::Post(site.rig.QuickSlip());
  body.receipt = "12";
  CHECK(site.rig.PostWish(body).error().kind == ErrorKind::kInvalid);
  body = Wishing::Post(site.rig.QuickSlip());
  CHECK(site.rig.TendWish(body).error().kind == ErrorKind::kInvalid);
  body.text = "\xc3";
  CHECK(site.rig.PostWish(body).error().kind == ErrorKind::kInvalid);
  CHECK(site.rig.PostWish(Wishing::Claim("m1")).error().kind == ErrorKind::kInvalid);
  body = Wishing::Claim("m1");
  body.member = "";
  CHECK(site.rig.TendWish(body).error().kind == ErrorKind::kInvalid);
  CHECK(site.rig.Decoded().entries.empty());
}

TEST_CASE("a claim waits until the feed shows that it was first") {
  Wishing site;
  REQUIRE(site.rig.TendWish(Wishing::Claim("m1")));
  auto claims = site.Claims();
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].wish == "w1");
  CHECK(claims[0].member == "m1");
  CHECK_FALSE(claims[0].lost);
  CHECK(site.rig.TendWish(Wishing::Claim("m2")).error().kind == ErrorKind::kConflict);
  site.rig.Restart();
  CHECK(site.Claims() == claims);
  // As a county does it: the wish is changed in the same stroke as the record is taken.
  const auto page = site.feed.Next(
      {Wishing::AWish("w1", R"(,"step":"claimed","claim":")" + claims[0].record + R"(")", 2)});
  site.Send();
  CHECK(site.Claims() == claims);  // the county has it, but the feed is not read so far
  REQUIRE(site.rig.Apply(page));
  CHECK(site.Claims().empty());
  CHECK(site.rig.station->wishes[0].claim == claims[0].record);
}

TEST_CASE("a second claim comes to nothing, and is told for a week") {
  Wishing site;
  REQUIRE(site.rig.TendWish(Wishing::Claim("m1")));
  SUBCASE("somebody else's stands in the feed") {
    REQUIRE(site.rig.Apply(
        site.feed.Next({Wishing::AWish("w1", R"(,"step":"claimed","claim":"0190")", 2)})));
  }
  SUBCASE("the county has it, has nothing newer, and it is not in the wish") { site.Send(); }
  SUBCASE("the county has it, and the next page does not show it") {
    const auto page = site.feed.Next({});
    site.Send();
    site.feed.time_ms += 1000;
    FeedPage later = page;
    later.county_time_ms = site.feed.time_ms;
    CHECK_FALSE(site.Claims().at(0).lost);
    REQUIRE(site.rig.Apply(later));
  }
  auto claims = site.Claims();
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].lost);
  site.feed.time_ms += 7 * kDayMs - 1000;
  REQUIRE(site.rig.Apply(site.feed.Next({})));
  CHECK(site.Claims().size() == 1);
  site.feed.time_ms += 2000;
  REQUIRE(site.rig.Apply(site.feed.Next({})));
  CHECK(site.Claims().empty());
}

TEST_CASE("a claim that the county refused is lost, until somebody lets it try again") {
  Wishing site;
  REQUIRE(site.rig.TendWish(Wishing::Claim("m1")));
  const Uuid id = DecodeRecordHeader(site.rig.Decoded().entries[0].header)->id;
  site.county.refuse[id] = RecordStatus::kRejected;
  site.Send();
  REQUIRE(site.Claims().size() == 1);
  CHECK(site.Claims()[0].lost);
  const auto report = site.rig.ReadOutbox();
  CHECK(report->items.at(0).kind == RecordKind::kWish);
  REQUIRE(site.rig.TendWish(Wishing::Claim("m2")));  // somebody else may
  CHECK(*site.rig.TryAgain(report->items) == 1);
  CHECK_FALSE(site.Claims()[0].lost);
}

TEST_CASE("a grant is said once, until it is settled") {
  Wishing site;
  WishBody grant = Wishing::Claim("m1");
  grant.act = WishAct::kGrant;
  REQUIRE(site.rig.TendWish(grant));
  CHECK(site.rig.TendWish(grant).error().kind == ErrorKind::kConflict);
  CHECK(site.Claims().empty());  // it is no claim
  site.Send();
  CHECK(site.rig.TendWish(grant));  // the county has said what there is to say
}

TEST_CASE("a spoken wish keeps its message until the county has it, and nobody else reads it") {
  Wishing site;
  const auto voice = site.rig.Attach(Bytes(3000, 5));
  WishBody body = Wishing::Post(StoreRig::RealSlip(23));
  body.text.clear();
  CHECK(site.rig.PostWish(body).error().kind == ErrorKind::kInvalid);
  body.attachments = {voice->ref()};
  REQUIRE(site.rig.PostWish(body));
  CHECK(ReadersOf(*site.rig.Decoded().entries[0].sealed).size() == 1);
  site.Send();
  CHECK((*site.rig.NextAttachment())->digest == voice->ref().digest);
  const auto records = site.county.OfKind(RecordKind::kWish);
  REQUIRE(records.size() == 1);
  CHECK(records[0].header.attachments == std::vector{voice->ref().digest});
  CHECK(WishBodyFromJson(records[0].body)->attachments.size() == 1);
}

TEST_CASE(
    "a spoken wish that is taken back takes its message along; one without its file is none") {
  Wishing site;
  WishBody body = Wishing::Post(site.rig.QuickSlip());
  AttachmentRef gone;
  gone.digest[0] = 3;
  body.attachments = {gone};
  CHECK(site.rig.PostWish(body).error().kind == ErrorKind::kNotFound);
  CHECK(site.rig.Decoded().entries.empty());
  const auto voice = site.rig.Attach(Bytes(3000, 5));
  body.attachments = {voice->ref()};
  REQUIRE(site.rig.PostWish(body));
  REQUIRE(site.rig.Withdraw(body.receipt));
  CHECK_FALSE(*site.rig.NextAttachment());
}

namespace {

struct Granted : Wishing {
  explicit Granted(int round = 1) {
    answer.wish = true;
    Grant(round);
  }
  void Grant(int round) {
    answer.round = round;
    answer.token[0] = static_cast<std::uint8_t>(round);
    answer.course.push_back({CaseStep::kGranted, 1000 * ++step});
    Publish();
  }
  void Publish() { REQUIRE(rig.Apply(feed.Next({AStatus(slip, answer, ++version)}))); }
  void Then(CaseStep next) {
    answer.course.push_back({next, 1000 * ++step});
    answer.token = {};
    Publish();
  }
  Result<bool> Say(WishAct act) {
    WishBody body;
    body.act = act;
    body.receipt = slip.number.digits();
    body.round = answer.round;
    body.answer_token = ToBase64Url(answer.token);
    return rig.TendWish(body);
  }
  TrackedCase Found() { return rig.LookUp(slip.number, slip.code)->found; }

  Slip slip = StoreRig::RealSlip(22, 41);
  CaseAnswer answer;
  std::uint64_t version = 0;
  std::int64_t step = 0;
};

}  // namespace

TEST_CASE("who wished says that it came, once, until the county's answer shows it") {
  Granted site;
  REQUIRE(site.Say(WishAct::kConfirm));
  CHECK(site.Say(WishAct::kConfirm).error().kind == ErrorKind::kConflict);
  CHECK(site.Say(WishAct::kNotYet).error().kind == ErrorKind::kConflict);
  CHECK(site.Found().confirmed_here);
  CHECK_FALSE(site.Found().not_yet_here);
  CHECK_FALSE(site.Found().said_here);
  CHECK(site.Found().wish);
  site.Then(CaseStep::kConfirmed);
  CHECK_FALSE(site.Found().confirmed_here);
}

TEST_CASE("who wished says that it has not come, and has a word again each time it is granted") {
  Granted site;
  REQUIRE(site.Say(WishAct::kNotYet));
  CHECK(site.Say(WishAct::kNotYet).error().kind == ErrorKind::kConflict);
  CHECK(site.Say(WishAct::kConfirm).error().kind == ErrorKind::kConflict);
  CHECK(site.Found().not_yet_here);
  site.rig.Restart();
  CHECK(site.Found().not_yet_here);
  CHECK_FALSE(site.Found().confirmed_here);
  site.Send();
  CHECK(site.Found().not_yet_here);  // received, but not in the answer yet
  SUBCASE("the answer shows it") {
    site.Then(CaseStep::kReturned);
    CHECK_FALSE(site.Found().not_yet_here);
    site.Grant(2);
  }
  SUBCASE("the answer is two steps on already") {
    site.answer.course.push_back({CaseStep::kReturned, 1500});
    site.Grant(2);
  }
  CHECK_FALSE(site.Found().not_yet_here);
  CHECK(site.Say(WishAct::kConfirm));
  CHECK(site.Found().confirmed_here);
}

TEST_CASE("a county from before there were rounds of a wish is told whether it came all the same") {
  Granted site(0);
  REQUIRE(site.Say(WishAct::kConfirm));
  CHECK(site.Found().confirmed_here);
  site.Then(CaseStep::kConfirmed);
  CHECK_FALSE(site.Found().confirmed_here);
}
