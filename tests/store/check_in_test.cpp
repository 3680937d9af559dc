#include <doctest/doctest.h>

#include "feed_pages.h"
#include "shared/base/time_units.h"
#include "shared/record/sealing.h"
#include "store_rig.h"

using namespace studio;

namespace {
const std::string kToday = "2026-11-18";

BadgeNonce Nonce(std::uint8_t first) {
  BadgeNonce nonce{};
  nonce[0] = first;
  return nonce;
}

FeedChange Told(const std::string& shift, const std::string& member, std::int64_t in_ms,
                std::int64_t out_ms, const std::string& more = "") {
  return Entity("attendance", shift + "/" + member,
                R"({"shift":")" + shift + R"(","member":")" + member +
                    R"(","studio":3,"date":"2026-11-18","in_ms":)" + std::to_string(in_ms) +
                    R"(,"out_ms":)" + std::to_string(out_ms) + more + "}");
}

}  // namespace

TEST_CASE("a check-in is a record and somebody who is in, and the screen hears of it") {
  Site site;
  StoreRig& rig = site.rig;
  REQUIRE(rig.CheckIn(rig.Coming("m1", "s1")));
  rig.Settle();
  REQUIRE(rig.station->in_today.size() == 1);
  CHECK(rig.station->in_today[0].member == "m1");
  CHECK(rig.station->in_today[0].out_ms == 0);
  CHECK(rig.summaries.back().waiting == 1);
  const std::int64_t came_ms = rig.clock.Now().wall_ms;
  rig.clock.Advance(3 * kHourMs);
  REQUIRE(rig.CheckIn(rig.Coming("m1", "s1", true)));
  rig.Settle();
  REQUIRE(rig.station->in_today.size() == 1);
  CHECK(rig.station->in_today[0].out_ms == came_ms + 3 * kHourMs);
  rig.Restart();
  const auto grounds = rig.ReadGrounds();
  REQUIRE(grounds);
  REQUIRE(grounds->attendance.size() == 1);
  const Attendance expected{"s1", "m1", 3, kToday, came_ms, came_ms + 3 * kHourMs, ""};
  CHECK(grounds->attendance[0] == expected);
  rig.Settle();
  CHECK(rig.station->in_today == grounds->attendance);
  rig.Drain(site.county);
  const auto records = site.county.OfKind(RecordKind::kCheckIn);
  REQUIRE(records.size() == 2);
  const auto first = CheckInBodyFromJson(records[0].body);
  REQUIRE(first);
  CHECK(first->member == "m1");
  CHECK(first->shift == "s1");
  CHECK_FALSE(first->out);
}

TEST_CASE("who is out on visits is so after a restart, and the feed's newest word counts") {
  Site site;
  StoreRig& rig = site.rig;
  REQUIRE(rig.CheckIn(rig.Coming("m1", "s1")));
  const std::int64_t came_ms = rig.clock.Now().wall_ms;
  rig.clock.Advance(kHourMs);
  CheckInBody out = rig.Coming("m1", "s1");
  out.visit = "out";
  REQUIRE(rig.CheckIn(out));
  rig.Settle();
  REQUIRE(rig.station->in_today.size() == 1);
  CHECK(rig.station->in_today[0].Visiting());
  CHECK(rig.station->in_today[0].in_ms == came_ms);
  rig.Restart();
  CHECK(rig.ReadGrounds()->attendance[0].Visiting());
  rig.clock.Advance(kHourMs);
  FeedPages feed;
  const std::string back = R"(,"visit_ms":)" + std::to_string(came_ms + kHourMs) +
                           R"(,"back_ms":)" + std::to_string(came_ms + 2 * kHourMs);
  REQUIRE(rig.Apply(feed.Next({Told("s1", "m1", came_ms, 0, back)})));
  const auto grounds = rig.ReadGrounds();
  REQUIRE(grounds->attendance.size() == 1);
  CHECK_FALSE(grounds->attendance[0].Visiting());
  rig.Drain(site.county);
  CHECK(CheckInBodyFromJson(site.county.OfKind(RecordKind::kCheckIn)[1].body)->visit == "out");
}

TEST_CASE("who came elsewhere and goes out on visits here keeps the coming that the feed told") {
  Site site;
  StoreRig& rig = site.rig;
  FeedPages feed;
  const std::int64_t came_ms = rig.clock.Now().wall_ms - kHourMs;
  REQUIRE(rig.Apply(feed.Next({Told("s1", "m1", came_ms, 0)})));
  CheckInBody out = rig.Coming("m1", "s1");
  out.visit = "out";
  REQUIRE(rig.CheckIn(out));
  const auto grounds = rig.ReadGrounds();
  REQUIRE(grounds->attendance.size() == 1);
  CHECK(grounds->attendance[0].in_ms == came_ms);
  CHECK(grounds->attendance[0].Visiting());
}

TEST_CASE("a live code is good once: not after a restart, nor after its check-in was safe") {
  Site site;
  StoreRig& rig = site.rig;
  FeedPages feed;
  REQUIRE(rig.Apply(feed.Next({})));
  const std::int64_t until_s = rig.clock.Now().wall_ms / 1000 + 90;
  const auto use = [&](std::uint8_t nonce) {
    return rig.CheckIn(rig.Coming("m1", "s1"), Nonce(nonce), until_s);
  };
  REQUIRE(use(1));
  const auto refused = [&] {
    const auto again = use(1);
    return !again && again.error().kind == ErrorKind::kConflict &&
           rig.ReadGrounds()->used_live_codes.contains(Nonce(1));
  };
  CHECK(refused());
  rig.Restart();
  CHECK(refused());
  site.county.safe_at_once = true;
  rig.Drain(site.county);
  CHECK(refused());
  rig.Restart();
  CHECK(refused());
  // A clock that somebody moves forgets nothing.
  rig.clock.MoveWall(400 * 24 * kHourMs);
  REQUIRE(use(2));
  rig.Restart();
  CHECK(refused());
  rig.clock.MoveWall(-400 * 24 * kHourMs);
  CHECK(refused());
  // One try that was refused leaves neither record nor coming.
  rig.Drain(site.county);
  CHECK(site.county.OfKind(RecordKind::kCheckIn).size() == 2);
  feed.time_ms = (until_s + 20 * 3600) * 1000;
  REQUIRE(rig.Apply(feed.Next({})));
  CHECK(refused());
  // A day after its end, by a time that the county signed, no verdict takes it any more.
  feed.time_ms = (until_s + 25 * 3600) * 1000;
  REQUIRE(rig.Apply(feed.Next({})));
  CHECK(rig.ReadGrounds()->used_live_codes.empty());
  CHECK(rig.ReadGrounds()->lists_as_of_ms > until_s * 1000);
}

TEST_CASE("a newest cursor that the county signed keeps the lists fresh and forgets codes") {
  Site site;
  StoreRig& rig = site.rig;
  FeedPages feed;
  REQUIRE(rig.Apply(feed.Next({})));
  REQUIRE(rig.CheckIn(rig.Coming("m1", "s1"), Nonce(1), 1'795'000'090));
  site.county.now_ms = 1'795'000'000'000 + 100 * kHourMs;
  site.county.feed_cursor = "another";
  rig.Drain(site.county);
  CHECK(rig.ReadGrounds()->lists_as_of_ms == 1'795'000'000'000);
  CHECK(rig.ReadGrounds()->used_live_codes.size() == 1);
  site.county.feed_cursor = feed.Cursor();
  rig.Drain(site.county);
  CHECK(rig.ReadGrounds()->lists_as_of_ms == site.county.now_ms);
  CHECK(rig.ReadGrounds()->used_live_codes.empty());
}

TEST_CASE("what the feed tells of a coming and what was recorded here are one coming") {
  Site site;
  StoreRig& rig = site.rig;
  const std::int64_t now = rig.clock.Now().wall_ms;
  FeedPages feed;
  REQUIRE(rig.CheckIn(rig.Coming("m1", "s1")));
  REQUIRE(rig.CheckIn(rig.Coming("m2", "s1")));
  // The county has the first one's coming, a third one's from elsewhere, and one it doubts.
  REQUIRE(rig.Apply(feed.Next({Told("s1", "m1", now - 60'000, 0), Told("s1", "m3", now, 0),
                               Told("s1", "m4", now, 0, R"(,"unproven":true)")})));
  auto grounds = rig.ReadGrounds();
  REQUIRE(grounds->attendance.size() == 3);
  CHECK(grounds->attendance[0].member == "m1");
  CHECK(grounds->attendance[0].in_ms == now - 60'000);
  CHECK(grounds->attendance[1].member == "m3");
  CHECK(grounds->attendance[2].member == "m2");
  // A going that has not been uploaded counts; one of somebody whom only the feed knows too.
  rig.clock.Advance(kHourMs);
  REQUIRE(rig.CheckIn(rig.Coming("m1", "s1", true)));
  REQUIRE(rig.CheckIn(rig.Coming("m3", "s1", true)));
  grounds = rig.ReadGrounds();
  REQUIRE(grounds->attendance.size() == 3);
  CHECK(grounds->attendance[0].out_ms == now + kHourMs);
  CHECK(grounds->attendance[1].in_ms == now);
  CHECK(grounds->attendance[1].out_ms == now + kHourMs);
  // Whoever comes again after they went is in again.
  rig.clock.Advance(kHourMs);
  REQUIRE(rig.Apply(feed.Next(
      {Entity("attendance", kToday + "/3/m5",
              R"({"member":"m5","studio":3,"date":"2026-11-18","in_ms":)" + std::to_string(now) +
                  R"(,"out_ms":)" + std::to_string(now + 1000) + "}")})));
  REQUIRE(rig.CheckIn(rig.Coming("m5", "")));
  grounds = rig.ReadGrounds();
  REQUIRE(grounds->attendance.size() == 5);
  CHECK(grounds->attendance.back().out_ms == 0);
}

TEST_CASE("somebody in since before midnight goes after it, on the day they came") {
  Site site;
  StoreRig& rig = site.rig;
  REQUIRE(rig.CheckIn(rig.Coming("m1", "")));
  rig.clock.Advance(8 * kHourMs);  // 03:06
  REQUIRE(rig.CheckIn(rig.Coming("m1", "", true)));
  const auto grounds = rig.ReadGrounds();
  REQUIRE(grounds->attendance.size() == 1);
  CHECK(grounds->attendance[0].date == kToday);
  CHECK(grounds->attendance[0].out_ms == rig.clock.Now().wall_ms);
}

TEST_CASE("the grounds knows the county, its revocations and this studio's shifts of two days") {
  Site site;
  StoreRig& rig = site.rig;
  FeedPages feed;
  REQUIRE(rig.Apply(feed.Next(
      {Entity("county", "county", R"({"name":"演示市政协","code":230781})"),
       Entity("member", "m1", R"({"name":"示例甲","studios":[3]})"),
       Entity("revocation", "r1", R"({"member":"m1","before_s":1700000000})"),
       Entity("revocation", "r2", R"({"before_s":"what"})"), AShift("old", 3, "2026-11-16", ""),
       AShift("night", 3, "2026-11-17", "", 7), AShift("today", 3, kToday, R"("m1")", 9),
       AShift("later", 3, "2026-11-19", ""), AShift("elsewhere", 4, kToday, "")})));
  const auto grounds = rig.ReadGrounds();
  REQUIRE(grounds);
  CHECK(grounds->county == 230781);
  CHECK(grounds->studio == 3);
  CHECK(grounds->members.size() == 1);
  REQUIRE(grounds->revocations.size() == 1);
  CHECK(grounds->revocations[0].before_s == 1700000000);
  REQUIRE(grounds->shifts.size() == 2);
  CHECK(grounds->shifts[0].id == "night");
  CHECK(grounds->shifts[1].id == "today");
  CHECK(grounds->shifts[1].version == 9);
  CHECK(grounds->lists_as_of_ms == feed.time_ms);
  rig.Settle();
  REQUIRE(rig.station->shifts.size() == 3);
  CHECK(rig.station->shifts[1].version == 9);
}

TEST_CASE("what is said of who was here is the county's alone to read") {
  Site site;
  StoreRig& rig = site.rig;
  const BoxKeyPair studio = BoxKeyPair::Generate();
  FeedPages feed;
  REQUIRE(rig.Apply(feed.Next({Entity("studio", "3",
                                      R"({"id":3,"name":"演示","sealing_key":")" +
                                          ToBase64Url(studio.Public().bytes) + R"("})")})));
  REQUIRE(rig.CheckIn(rig.Coming("m1", "s1")));
  const auto batch = rig.Decoded();
  REQUIRE(batch.entries.size() == 1);
  const auto header = DecodeRecordHeader(batch.entries[0].header);
  CHECK_FALSE(Open({header->id, header->kind, header->terminal}, *batch.entries[0].sealed, studio));
}
