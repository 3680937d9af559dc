// What became of a matter, by its slip, from what lies here or from what the county just said.
#include <doctest/doctest.h>

#include <fstream>

#include "feed_pages.h"
#include "shared/base/time_units.h"
#include "store/base/data_folder.h"
#include "store_rig.h"

using namespace studio;
using Outcome = TrackReply::Outcome;

namespace {

CaseAnswer Answered(const std::string& reply) {
  CaseAnswer answer;
  answer.category = "道路桥梁";
  answer.unit = "示例交通局";
  answer.reply = reply;
  answer.outcome = CaseOutcome::kSolved;
  answer.round = 1;
  answer.may_return = true;
  answer.token[0] = 9;
  answer.course = {{CaseStep::kReceived, 1000}, {CaseStep::kAnswered, 2000, "示例交通局", reply}};
  return answer;
}

// Another one than the slip's.
LookupCode WrongCode(const Slip& slip) {
  const std::string other = slip.code.digits() == "00000000" ? "00000001" : "00000000";
  return *LookupCode::Parse(other);
}

struct Tracking : Site {
  Tracking() {
    REQUIRE(rig.FileBody(StoreRig::Body(slip, "路灯不亮")));
    rig.on_worker = [this] { ++derivations; };
  }
  TrackReply LookUp(const ReceiptNumber& number, const LookupCode& code) {
    const auto reply = rig.LookUp(number, code);
    REQUIRE(reply);
    return *reply;
  }
  TrackReply Right() { return LookUp(slip.number, slip.code); }
  TrackReply Wrong() { return LookUp(slip.number, WrongCode(slip)); }

  Slip slip = StoreRig::RealSlip(1);
  FeedPages feed;
  std::atomic<int> derivations = 0;
};

}  // namespace

TEST_CASE("a slip opens what the feed brought, with the line down, and says as of when") {
  Tracking site;
  // A reply may hold signs beyond the first plane.
  REQUIRE(site.rig.Apply(site.feed.Next({AStatus(site.slip, Answered("已修好,𠮷祥路口"))})));
  const TrackReply reply = site.Right();
  REQUIRE(reply.outcome == Outcome::kFound);
  CHECK(reply.found.number == site.slip.number.digits());
  REQUIRE(reply.found.answer);
  CHECK(*reply.found.answer == Answered("已修好,𠮷祥路口"));
  CHECK(reply.found.as_of_ms == site.feed.time_ms);
  CHECK_FALSE(reply.found.live);
  CHECK_FALSE(reply.found.wish);
  CHECK_FALSE(reply.found.said_here);
  REQUIRE(reply.found.here);
  CHECK(reply.found.here->state == ReceiptState::kWaiting);
}

TEST_CASE("what is known is as of the county's last word, and never older than what is shown") {
  Tracking site;
  site.feed.time_ms = site.county.now_ms;
  REQUIRE(site.rig.Apply(site.feed.Next({AStatus(site.slip, Answered("已修好"))})));
  const std::int64_t read_at = site.feed.time_ms;
  site.county.now_ms += 20 * 60'000;
  SUBCASE("the county says that there is nothing newer") {
    site.county.feed_cursor = site.feed.Cursor();
    site.rig.Drain(site.county);
    CHECK(site.Right().found.as_of_ms == site.county.now_ms);
    site.county.now_ms += 60'000;
    site.rig.Drain(site.county);
    CHECK(site.Right().found.as_of_ms == site.county.now_ms);
  }
  SUBCASE("there is something newer that was not read yet, but it was received then") {
    site.county.feed_cursor = "further";
    site.rig.Drain(site.county);
    const TrackReply reply = site.Right();
    CHECK(reply.found.here->received_at_ms > read_at);
    CHECK(reply.found.as_of_ms == reply.found.here->received_at_ms);
  }
}

TEST_CASE("a matter made at another terminal of this studio is found all the same") {
  Tracking site;
  const Slip other = StoreRig::RealSlip(2, 41);
  REQUIRE(site.rig.Apply(site.feed.Next({AStatus(other, Answered("好"))})));
  const TrackReply reply = site.LookUp(other.number, other.code);
  REQUIRE(reply.outcome == Outcome::kFound);
  CHECK(reply.found.answer);
  CHECK_FALSE(reply.found.here);
  CHECK(site.LookUp(other.number, WrongCode(other)).outcome == Outcome::kWrongCode);
}

TEST_CASE("before the county has said anything, a slip finds how far its request has come") {
  Tracking site;
  TrackReply reply = site.Right();
  REQUIRE(reply.outcome == Outcome::kFound);
  CHECK_FALSE(reply.found.answer);
  CHECK(reply.found.as_of_ms == 0);
  CHECK(reply.found.here->state == ReceiptState::kWaiting);
  site.rig.Drain(site.county);
  CHECK(site.Right().found.here->state == ReceiptState::kReceived);
}

TEST_CASE("of a number that nobody here has heard of nothing is tried, and nothing is counted") {
  Tracking site;
  const Slip stranger = StoreRig::RealSlip(3, 99);
  for (int i = 0; i < 5; ++i) {
    CHECK(site.LookUp(stranger.number, stranger.code).outcome == Outcome::kNotHere);
  }
  CHECK(site.derivations == 0);
}

TEST_CASE("a wrong code makes the next try of that number wait longer and longer") {
  Tracking site;
  CHECK(site.Wrong().wait_ms == 0);
  CHECK(site.Wrong().wait_ms == 0);
  const TrackReply third = site.Wrong();
  CHECK(third.outcome == Outcome::kWrongCode);
  CHECK(third.wait_ms == 5'000);
  const int tried = site.derivations;
  // The right one has to wait too, and is not even tried.
  TrackReply soon = site.Right();
  CHECK(soon.outcome == Outcome::kTooSoon);
  CHECK(soon.wait_ms == 5'000);
  CHECK(site.derivations == tried);
  site.rig.clock.Advance(2'000);
  site.rig.Restart();
  soon = site.Right();
  CHECK(soon.outcome == Outcome::kTooSoon);
  CHECK(soon.wait_ms == 3'000);
  site.rig.clock.MoveWall(30 * kDayMs);
  CHECK(site.Right().wait_ms == 3'000);
  site.rig.clock.Advance(3'000);
  CHECK(site.Wrong().wait_ms == 30'000);
  // After a reboot the waiting begins anew.
  site.rig.Stop();
  site.rig.boot = Uuid::Random();
  site.rig.clock.Reboot();
  site.rig.Start();
  CHECK(site.Right().wait_ms == 30'000);
  site.rig.clock.Advance(30'000);
  CHECK(site.Right().outcome == Outcome::kFound);
  CHECK(site.Wrong().wait_ms == 0);  // success forgives
}

TEST_CASE("wrong codes of one number hold up no other") {
  Tracking site;
  const Slip other = StoreRig::RealSlip(4);
  REQUIRE(site.rig.FileBody(StoreRig::Body(other, "另一件")));
  for (int i = 0; i < 3; ++i) CHECK(site.Wrong().outcome == Outcome::kWrongCode);
  CHECK(site.Right().outcome == Outcome::kTooSoon);
  CHECK(site.LookUp(other.number, other.code).outcome == Outcome::kFound);
}

TEST_CASE("a try counts though the terminal is killed while it is made, also of a code") {
  Tracking site;
  site.Wrong();
  site.Wrong();
  TempFolder killed;
  const std::filesystem::path copy = killed.path() / "copy";
  bool copied = false;
  site.rig.on_worker = [&] {
    std::filesystem::copy(site.rig.folder, copy, std::filesystem::copy_options::recursive);
    copied = true;
  };
  site.Wrong();
  REQUIRE(copied);
  StoreRig rig(site.rig, copy);
  rig.boot = site.rig.boot;
  rig.Start();
  const auto after = rig.LookUp(site.slip.number, site.slip.code);
  REQUIRE(after);
  CHECK(after->outcome == Outcome::kTooSoon);
  CHECK(after->wait_ms == 5'000);
}

TEST_CASE("the lock of a number outlives the damage of its database") {
  Tracking site;
  for (int i = 0; i < 3; ++i) site.Wrong();
  site.rig.Stop();
  {
    std::fstream file(site.rig.folder / kDatabaseFile,
                      std::ios::in | std::ios::out | std::ios::binary);
    file.write(std::string(100, 'x').data(), 100);
  }
  site.rig.Start();
  CHECK(site.Right().outcome == Outcome::kTooSoon);
}

TEST_CASE("a week after the last try a lock is forgotten, by the county's time alone") {
  Tracking site;
  for (int i = 0; i < 6; ++i) {
    site.rig.clock.Advance(site.Wrong().wait_ms);
  }
  site.feed.time_ms = site.rig.clock.Now().wall_ms + 6 * kDayMs;
  REQUIRE(site.rig.Apply(site.feed.Next({})));
  CHECK(site.Wrong().wait_ms == 3'600'000);
  site.rig.clock.Advance(3'600'000);
  site.rig.clock.MoveWall(60 * kDayMs);
  site.rig.Restart();
  site.rig.clock.MoveWall(-60 * kDayMs);
  CHECK(site.Wrong().wait_ms == 2 * 3'600'000);
  site.feed.time_ms += 8 * kDayMs;
  REQUIRE(site.rig.Apply(site.feed.Next({})));
  CHECK(site.Wrong().wait_ms == 0);
}

TEST_CASE("the status of another number under this one tells nobody anything") {
  Tracking site;
  const Slip other = StoreRig::RealSlip(5);
  FeedChange moved = AStatus(other, Answered("别人的"));
  moved.id = site.slip.number.digits();
  REQUIRE(site.rig.Apply(site.feed.Next({moved})));
  TrackReply reply = site.Right();
  CHECK(reply.outcome == Outcome::kFound);  // it was made here
  CHECK_FALSE(reply.found.answer);
  // Nor does another's answer that somebody sealed to this slip.
  CaseStatus forged;
  forged.sealed = *SealAnswer(other.number, Answered("别人的"), site.slip.reading_key);
  REQUIRE(site.rig.Apply(
      site.feed.Next({Entity("status", site.slip.number.digits(), ToJson(forged), 2)})));
  reply = site.Right();
  CHECK(reply.outcome == Outcome::kFound);
  CHECK_FALSE(reply.found.answer);
}

TEST_CASE("a step that only a newer county knows hides nothing else of the answer") {
  Tracking site;
  const Bytes sealed = *SealAnswer(site.slip.number, Answered("好"), site.slip.reading_key);
  REQUIRE(site.rig.Apply(site.feed.Next(
      {Entity("status", site.slip.number.digits(),
              R"({"step":"escalated","at_ms":5,"sealed":")" + ToBase64Url(sealed) + R"("})")})));
  CHECK(site.Right().found.answer);
}

TEST_CASE("an answer that cannot be read at all is an error, and no wrong code") {
  Tracking site;
  const Slip other = StoreRig::RealSlip(6, 41);
  CaseStatus broken;
  broken.sealed = Bytes(500, 7);
  REQUIRE(
      site.rig.Apply(site.feed.Next({Entity("status", other.number.digits(), ToJson(broken))})));
  for (int i = 0; i < 4; ++i) {
    const auto reply = site.rig.LookUp(other.number, other.code);
    REQUIRE_FALSE(reply);
    CHECK(reply.error().kind == ErrorKind::kMalformed);
  }
}

TEST_CASE("what the county says there and then opens with the slip, and wrong codes are counted") {
  Tracking site;
  const Slip far = StoreRig::RealSlip(7, 120);
  StatusWord word;
  word.number = far.number.digits();
  word.county_time_ms = 1'795'000'777'000;
  CHECK(site.rig.LookUpLive(far.number, far.code, word)->outcome == Outcome::kNotHere);
  CHECK(site.derivations == 0);
  word.status.emplace();
  word.status->sealed = *SealAnswer(far.number, Answered("外村的"), far.reading_key);
  const auto reply = site.rig.LookUpLive(far.number, far.code, word);
  REQUIRE(reply);
  REQUIRE(reply->outcome == Outcome::kFound);
  CHECK(reply->found.live);
  CHECK(reply->found.as_of_ms == word.county_time_ms);
  CHECK(reply->found.answer->reply == "外村的");
  for (int i = 0; i < 3; ++i) {
    CHECK(site.rig.LookUpLive(far.number, WrongCode(far), word)->outcome == Outcome::kWrongCode);
  }
  site.rig.Restart();
  CHECK(site.rig.LookUpLive(far.number, far.code, word)->outcome == Outcome::kTooSoon);
  // Nothing else of it stayed.
  CHECK(site.LookUp(far.number, far.code).outcome == Outcome::kNotHere);
  const auto other = site.rig.LookUpLive(site.slip.number, site.slip.code, word);
  REQUIRE_FALSE(other);
  CHECK(other.error().kind == ErrorKind::kNotForUs);
}

TEST_CASE("a number that the feed knows is not given out again, even by a new database") {
  StoreRig rig;
  rig.Start();
  FeedPages feed;
  std::vector<FeedChange> all;
  CaseStatus status;
  // All but one of this terminal's numbers.
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    if (i == 54'321) continue;
    all.push_back(
        Entity("status", ReceiptNumber::Make(StoreRig::kTerminal, i).digits(), ToJson(status)));
  }
  REQUIRE(rig.Apply(feed.Next(std::move(all))));
  const auto slip = rig.PrepareSlip();
  REQUIRE(slip);
  CHECK(slip->number == ReceiptNumber::Make(StoreRig::kTerminal, 54'321));
}
