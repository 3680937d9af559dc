#include <doctest/doctest.h>

#include <chrono>
#include <utility>

#include "feed_pages.h"
#include "shared/base/time_units.h"
#include "store_rig.h"

using namespace studio;

namespace {

RosterChangeBody Leave(const std::string& shift, std::uint64_t saw) {
  RosterChangeBody body;
  body.kind = "leave";
  body.shift = shift;
  body.saw_version = saw;
  body.member = body.asked_by = "m1";
  body.reason = "示例";
  return body;
}

HandoverBody Left(const std::string& text) {
  HandoverBody body;
  body.member = "m1";
  body.studio = StoreRig::kStudio;
  body.date = "2026-11-18";
  body.items = {{"open", text}, {"device", "打印机缺纸"}};
  return body;
}

}  // namespace

TEST_CASE("a handover waits for the next shift until it is confirmed or two weeks old") {
  Site site;
  StoreRig& rig = site.rig;
  const BoxKeyPair studio = BoxKeyPair::Generate();
  FeedPages feed;
  REQUIRE(rig.Apply(feed.Next({Entity("studio", "3",
                                      R"({"id":3,"name":"演示","sealing_key":")" +
                                          ToBase64Url(studio.Public().bytes) + R"("})")})));
  CHECK_FALSE(rig.ReadHandover()->has_value());
  REQUIRE(rig.LeaveHandover(Left("甲")));
  REQUIRE(rig.LeaveHandover(Left("乙")));
  rig.Restart();
  auto left = *rig.ReadHandover();
  REQUIRE(left);
  CHECK(left->member == "m1");
  CHECK(left->Open(studio)->items == Left("乙").items);
  CHECK(left->Open(BoxKeyPair::Generate()).error().kind == ErrorKind::kNotForUs);
  CHECK_FALSE(left->confirmed);
  REQUIRE(rig.ConfirmHandover(left->record, "m2"));
  CHECK((*rig.ReadHandover())->confirmed);
  CHECK_FALSE(rig.ConfirmHandover("nonsense", "m2"));
  rig.Drain(site.county);
  const auto records = site.county.OfKind(RecordKind::kHandover);
  REQUIRE(records.size() == 3);
  const auto confirmation = HandoverBodyFromJson(records[2].body);
  CHECK(confirmation->confirms == left->record);
  CHECK(confirmation->member == "m2");
  CHECK(records[1].header.id.ToString() == left->record);
  rig.clock.Advance(14 * kDayMs + 1);
  CHECK_FALSE(rig.ReadHandover()->has_value());
}

TEST_CASE("of a studio without a key the handover says only that there is one") {
  Site site;
  REQUIRE(site.rig.LeaveHandover(Left("甲")));
  const auto left = *site.rig.ReadHandover();
  REQUIRE(left);
  CHECK(left->sealed.empty());
  site.rig.Drain(site.county);
  CHECK(site.county.OfKind(RecordKind::kHandover).size() == 1);
}

TEST_CASE("a roster change is pending until the feed shows it applied") {
  Site site;
  StoreRig& rig = site.rig;
  FeedPages feed;
  REQUIRE(rig.Apply(feed.Next({AShift("s1", 3, "2026-11-20", R"("m1")", 4)})));
  REQUIRE(rig.ChangeRoster({Leave("s1", 4)}));
  rig.Restart();
  auto pending = rig.PendingChanges();
  REQUIRE(pending->size() == 1);
  CHECK((*pending)[0].body.shift == "s1");
  CHECK((*pending)[0].body.saw_version == 4);
  CHECK((*pending)[0].body.reason.empty());  // for the studio's key alone
  const std::string record = (*pending)[0].record;
  REQUIRE(rig.Apply(feed.Next({AShift("s2", 3, "2026-11-20", "", 5)})));
  CHECK(rig.PendingChanges()->size() == 1);
  SUBCASE("as the last one") {
    REQUIRE(rig.Apply(feed.Next(
        {AShift("s1", 3, "2026-11-20", R"("m1")", 6, R"(,"applied_record":")" + record + "\"")})));
  }
  SUBCASE("with a later one behind it") {
    REQUIRE(rig.Apply(feed.Next(
        {AShift("s1", 3, "2026-11-20", R"("m1")", 6,
                R"(,"applied_record":"x","changes":[{"kind":"leave","member":"m1","record":")" +
                    record + "\"}]")})));
  }
  SUBCASE("hidden by a later one, once the feed is read past the ack") {
    site.county.now_ms = feed.time_ms + 1000;
    rig.Drain(site.county);
    REQUIRE(rig.Apply(feed.Next({AShift("s1", 3, "2026-11-20", R"("m9")", 7)})));
    CHECK(rig.PendingChanges()->size() == 1);  // a page from before the ack
    feed.time_ms += 2000;
    REQUIRE(rig.Apply(feed.Next({AShift("s3", 3, "2026-11-20", "", 8)}, true)));
    CHECK(rig.PendingChanges()->size() == 1);  // more is to come
    REQUIRE(rig.Apply(feed.Next({AShift("s4", 3, "2026-11-20", "", 9)})));
  }
  CHECK(rig.PendingChanges()->empty());
  rig.Settle();
  CHECK(rig.roster.back() == RosterSummary{});
}

TEST_CASE("a roster change that another came before stays until somebody has read why") {
  Site site;
  StoreRig& rig = site.rig;
  FeedPages feed;
  REQUIRE(rig.ChangeRoster({Leave("s1", 4)}));
  rig.Settle();
  CHECK(rig.roster.back() == RosterSummary{1, 0});
  const std::string record = rig.PendingChanges()->at(0).record;
  REQUIRE(rig.ForgetRefused({record}));  // it is not refused yet
  CHECK(rig.PendingChanges()->size() == 1);
  REQUIRE(rig.Apply(feed.Next({Entity(
      "superseded", record, R"({"shift":"s1","kind":"leave","reason":"version","at_ms":1})")})));
  rig.Settle();
  CHECK(rig.roster.back() == RosterSummary{0, 1});
  rig.Restart();
  CHECK(rig.roster.back() == RosterSummary{0, 1});
  REQUIRE(rig.Apply(feed.Next({})));
  const auto refused = rig.PendingChanges();
  REQUIRE(refused->size() == 1);
  CHECK(refused->at(0).record == record);
  CHECK(refused->at(0).body.member == "m1");
  CHECK(refused->at(0).refused == "version");
  REQUIRE(rig.ForgetRefused({record}));
  rig.Settle();
  CHECK(rig.PendingChanges()->empty());
  CHECK(rig.roster.back() == RosterSummary{});
}

TEST_CASE("a roster change whose record the county refuses is told likewise") {
  Site site;
  StoreRig& rig = site.rig;
  REQUIRE(rig.ChangeRoster({Leave("s1", 4)}));
  site.county.refuse[*Uuid::Parse(rig.PendingChanges()->at(0).record)] = RecordStatus::kRejected;
  rig.Drain(site.county);
  rig.Settle();
  CHECK(rig.roster.back() == RosterSummary{0, 1});
  CHECK(rig.PendingChanges()->at(0).refused == "rejected");
}

TEST_CASE("an import is one step: one change that is none leaves nothing of it") {
  Site site;
  StoreRig& rig = site.rig;
  RosterChangeBody put;
  put.kind = "put";
  put.studio = StoreRig::kStudio;
  put.date = "2026-12-01";
  put.from = "08:30";
  put.to = "11:30";
  put.members = {"m1"};
  RosterChangeBody none = put;
  none.kind = "nonsense";
  const auto refused = rig.ChangeRoster({put, put, none});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kInvalid);
  CHECK(rig.PendingChanges()->empty());
  CHECK(rig.Decoded().entries.empty());
  REQUIRE(rig.ChangeRoster({put, put}));
  const auto pending = rig.PendingChanges();
  REQUIRE(pending->size() == 2);
  // New shifts are named here, each by a name of its own.
  CHECK_FALSE((*pending)[0].body.shift.empty());
  CHECK((*pending)[0].body.shift != (*pending)[1].body.shift);
  rig.Drain(site.county);
  CHECK(site.county.OfKind(RecordKind::kRosterChange).size() == 2);
}

TEST_CASE("a shift that the county takes off the roster is known until its month is long over") {
  Site site;
  StoreRig& rig = site.rig;
  FeedPages feed;
  const auto removed = [&] {
    const auto month = rig.ReadMonth(std::chrono::year(2026) / 11);
    REQUIRE(month);
    std::vector<std::pair<std::string, std::uint64_t>> out;
    for (const Shift& shift : month->removed) out.emplace_back(shift.id, shift.version);
    return out;
  };
  using Removed = decltype(removed());
  const auto taken_off = [](const std::string& id, std::uint64_t version) {
    return FeedChange{"shift", id, version, true, {}};
  };
  // It is the 18th.
  REQUIRE(rig.Apply(feed.Next(
      {AShift("s1", 3, "2026-11-25", R"("m1")", 4), AShift("s2", 3, "2026-11-26", R"("m1")", 5),
       AShift("over", 3, "2026-11-10", R"("m1")", 6),
       AShift("later", 3, "2027-01-10", R"("m1")", 7), Entity("shift", "odd", R"({"date":7})", 8),
       Entity("shift", "broken", "x", 9)})));
  CHECK(removed().empty());
  REQUIRE(rig.Apply(
      feed.Next({taken_off("s1", 10), taken_off("over", 11), taken_off("later", 12),
                 taken_off("odd", 13), taken_off("broken", 14), taken_off("unknown", 15)})));
  REQUIRE(removed() == Removed{{"s1", 10}});
  CHECK(rig.ReadMonth(std::chrono::year(2026) / 11)->removed[0].members ==
        std::vector<std::string>{"m1"});
  rig.Restart();
  CHECK(removed() == Removed{{"s1", 10}});
  // It comes back, and goes once more.
  REQUIRE(rig.Apply(feed.Next({AShift("s1", 3, "2026-11-27", R"("m2")", 16)})));
  CHECK(removed().empty());
  REQUIRE(rig.Apply(feed.Next({taken_off("s1", 17)})));
  CHECK(removed() == Removed{{"s1", 17}});
  // A county that begins anew does not say what it had before.
  FeedPages anew;
  anew.time_ms = feed.time_ms + 1000;
  REQUIRE(rig.Apply(anew.Next({AShift("s3", 3, "2026-11-28", R"("m1")", 2)}, true)));
  CHECK(removed() == Removed{{"s1", 17}});
  REQUIRE(rig.Apply(anew.Next({})));
  CHECK(removed() == Removed{{"s2", 6}, {"s1", 17}});
  anew.time_ms += 100 * kDayMs;
  REQUIRE(rig.Apply(anew.Next({})));
  CHECK(removed().empty());
  CHECK(rig.faults.empty());
}

TEST_CASE("a month of a county of 185 members is read whole, with the nights around it") {
  Site site;
  StoreRig& rig = site.rig;
  FeedPages feed;
  std::vector<FeedChange> changes;
  const auto send = [&](bool all) {
    if (changes.size() < kMaxPageChanges && !all) return;
    REQUIRE(rig.Apply(feed.Next(std::exchange(changes, {}), !all)));
  };
  for (int i = 0; i < 185; ++i) {
    const std::string id = "m" + std::to_string(i);
    changes.push_back(Entity("member", id, R"({"name":"示例","group":"g","studios":[3]})"));
    send(false);
  }
  for (int studio = 1; studio <= 12; ++studio) {
    changes.push_back(
        Entity("studio", std::to_string(studio),
               R"({"id":)" + std::to_string(studio) + R"(,"name":"演示","reception":"每周三"})"));
  }
  changes.push_back(Entity("holiday", "2026-10-01", R"({"name":"国庆节","worked":false})"));
  // Half a year of shifts and attendance; November is what is asked for.
  int in_november = 0;
  for (CalendarDate day = *ParseDate("2026-08-01"); day <= *ParseDate("2027-01-31");
       day = AddDays(day, 1)) {
    for (int studio = 1; studio <= 12; ++studio) {
      const std::string id = ToText(day) + "-" + std::to_string(studio);
      const std::string member =
          "m" + std::to_string((studio * 31 + static_cast<int>(unsigned{day.day()})) % 185);
      changes.push_back(AShift(id, studio, ToText(day), '"' + member + '"'));
      changes.push_back(Entity("attendance", id + "/" + member,
                               R"({"shift":")" + id + R"(","member":")" + member +
                                   R"(","studio":)" + std::to_string(studio) + R"(,"date":")" +
                                   ToText(day) + R"(","in_ms":1,"out_ms":2})"));
      in_november += day >= *ParseDate("2026-10-31") && day <= *ParseDate("2026-12-01");
      send(false);
    }
  }
  send(true);
  REQUIRE(rig.CheckIn(rig.Coming("m1", "")));
  using std::chrono::steady_clock;
  const auto before = steady_clock::now();
  const auto month = rig.ReadMonth(std::chrono::year(2026) / 11);
  MESSAGE("a month read in ",
          std::chrono::duration<double, std::milli>(steady_clock::now() - before).count(), " ms");
  REQUIRE(month);
  CHECK(month->members.size() == 185);
  CHECK(month->studios.size() == 12);
  CHECK(month->shifts.size() == static_cast<std::size_t>(in_november));
  CHECK(month->attendance.size() == static_cast<std::size_t>(in_november) + 1);
  CHECK(month->shifts.front().date == "2026-10-31");
  CHECK(month->shifts.back().date == "2026-12-01");
  CHECK(month->reception == "每周三");
  CHECK(month->holidays.IsHoliday(*ParseDate("2026-10-01")));
  CHECK(month->studio == 3);
}
