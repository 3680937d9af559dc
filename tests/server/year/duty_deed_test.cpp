// Duty as deeds: what check-ins, shifts and the days between them make of members' coming.
#include "../county/county_of_deeds.h"
#include "server/founding/publishing.h"

namespace county {

using nlohmann::json;

namespace {

const std::string kMorningDeeds = std::string("duty/") + kMorning + "/";

}  // namespace

TEST_CASE("a check-in is a deed at once, late and absence follow by the duty sheet") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto members = ShiftOf(county, kMorning).members;
  REQUIRE(members.size() == 2);
  auto in = CameIn(county, members[0]);
  in.at_ms = NovemberMs(18, 8, 50);
  terminal.Send({county::Placed(terminal, in)});
  CHECK(county.Open().FindDeed(kMorningDeeds + members[0]));
  json deed = county.DeedWith(kMorningDeeds + members[0]);
  REQUIRE(deed.is_object());
  CHECK(deed["members"][0]["attendance"] == "late");
  CHECK(deed["done"] == "2026-11-18");
  CHECK(deed["studio"] == 1);

  county.AdvanceHours(24);
  terminal.Send({});
  CHECK(county.DeedWith(kMorningDeeds + members[1])["members"][0]["attendance"] == "absent");
  // The other one's check-in was only long under way.
  terminal.Send({county::Placed(terminal, CameIn(county, members[1]))});
  CHECK(county.DeedWith(kMorningDeeds + members[1])["members"][0]["attendance"] == "present");
}

TEST_CASE("leave and standing in are deeds of both") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto members = ShiftOf(county, kMorning).members;
  studio::RosterChangeBody change;
  change.kind = "stand_in";
  change.shift = kMorning;
  change.saw_version = VersionOf(county, kMorning);
  change.member = members[0];
  change.other = "m10";
  terminal.Send({county::Placed(terminal, change)});
  CHECK(county.DeedWith(kMorningDeeds + members[0])["members"][0]["attendance"] == "leave");
  terminal.Send({county::Placed(terminal, CameIn(county, "m10"))});
  const json came = county.DeedWith(kMorningDeeds + "m10");
  CHECK(came["members"][0]["role"] == "stand_in");
  CHECK(came["members"][0]["attendance"] == "present");
}

TEST_CASE("a shift that is taken off the roster takes its deeds back") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto members = ShiftOf(county, kMorning).members;
  county.AdvanceHours(24);
  terminal.Send({});
  REQUIRE(county.DeedWith(kMorningDeeds + members[0]).is_object());
  county.Publish("shift", kMorning, nullptr);
  CHECK(county.DeedWith(kMorningDeeds + members[0]).is_null());
}

TEST_CASE("swept attendance makes nobody absent afterwards") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto members = ShiftOf(county, kMorning).members;
  terminal.Send({county::Placed(terminal, CameIn(county, members[0]))});
  for (int day = 0; day < 70; ++day) {
    county.AdvanceHours(24);
    terminal.Send({});
  }
  CHECK_FALSE(LineOf(county, std::string(kMorning) + "/" + members[0]));
  CHECK(county.DeedWith(kMorningDeeds + members[0])["members"][0]["attendance"] == "present");
}

TEST_CASE("a member's walk-in on the day of a shift that they came for is no second deed") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto members = ShiftOf(county, kMorning).members;
  const std::string extra = "duty/2026-11-18/1/" + members[0];
  auto again = CameIn(county, members[0], "");
  again.at_ms = NovemberMs(18, 15, 0);
  again.visit = "out";
  const auto at_shift = county::Placed(terminal, CameIn(county, members[0]));
  const auto walk_in = county::Placed(terminal, again);
  SUBCASE("as they happened") {
    terminal.Send({at_shift});
    terminal.Send({walk_in});
  }
  SUBCASE("the walk-in first") {
    terminal.Send({walk_in});
    CHECK(county.DeedWith(extra).is_object());
    terminal.Send({at_shift});
  }
  SUBCASE("at once") { terminal.Send({walk_in, at_shift}); }
  CHECK(county.DeedWith(extra).is_null());
  const json deed = county.DeedWith(kMorningDeeds + members[0]);
  REQUIRE(deed.is_object());
  CHECK(deed["members"][0].value("attendance", "present") == "present");
  CHECK(deed["marks"] == json::array({"visits"}));  // nothing of the walk-in is lost
}

TEST_CASE("a walk-in of somebody who missed their shift is a coming of its own") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto members = ShiftOf(county, kMorning).members;
  auto body = CameIn(county, members[0], "");
  body.at_ms = NovemberMs(18, 15, 0);
  terminal.Send({county::Placed(terminal, body)});
  county.AdvanceHours(24);
  terminal.Send({});
  CHECK(county.DeedWith(kMorningDeeds + members[0])["members"][0]["attendance"] == "absent");
  CHECK(county.DeedWith("duty/2026-11-18/1/" + members[0]).is_object());
  // Their check-in was only long under way.
  terminal.Send({county::Placed(terminal, CameIn(county, members[0]))});
  CHECK(county.DeedWith("duty/2026-11-18/1/" + members[0]).is_null());
}

TEST_CASE("who came for a shift without being on its list walked in, however late it was") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  auto body = CameIn(county, "m10");
  body.at_ms = NovemberMs(18, 10, 0);
  terminal.Send({county::Placed(terminal, body)});
  CHECK(county.DeedWith(kMorningDeeds + "m10")["members"][0]["attendance"] == "walked_in");
}

TEST_CASE("a check-in that was months under way still takes the absence back") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto members = ShiftOf(county, kMorning).members;
  const auto in = CameIn(county, members[0]);
  const auto coming = county::Placed(terminal, in);
  const auto going = county::Placed(terminal, WentOut(in, NovemberMs(18, 9, 0)));
  auto extra = CameIn(county, "m10", "");
  const auto walk_in = county::Placed(terminal, extra);
  for (int day = 0; day < 70; ++day) {
    county.AdvanceHours(24);
    terminal.Send({});
  }
  REQUIRE(county.DeedWith(kMorningDeeds + members[0])["members"][0]["attendance"] == "absent");
  terminal.Send({coming, going, walk_in});
  CHECK(county.DeedWith(kMorningDeeds + members[0])["members"][0]["attendance"] == "left_early");
  CHECK(county.DeedWith(kMorningDeeds + members[1])["members"][0]["attendance"] == "absent");
  CHECK(county.DeedWith("duty/2026-11-18/1/m10").is_object());
  // Their lines leave the feed again, and what they told stays.
  for (int day = 0; day < 3; ++day) {
    county.AdvanceHours(24);
    terminal.Send({});
  }
  CHECK_FALSE(LineOf(county, std::string(kMorning) + "/" + members[0]));
  CHECK(county.DeedWith(kMorningDeeds + members[0])["members"][0]["attendance"] == "left_early");
  CHECK(county.DeedWith("duty/2026-11-18/1/m10").is_object());
  // What comes later still makes nothing worse.
  auto later = in;
  later.at_ms = NovemberMs(18, 11, 0);
  terminal.Send({county::Placed(terminal, later)});
  CHECK(county.DeedWith(kMorningDeeds + members[0])["members"][0]["attendance"] == "left_early");
}

TEST_CASE("a stand-in's check-in that was months under way makes an absence leave") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  const auto members = ShiftOf(county, kMorning).members;
  auto in = CameIn(county, "m10");
  in.stand_in_for = members[0];
  const auto coming = county::Placed(terminal, in);
  for (int day = 0; day < 70; ++day) {
    county.AdvanceHours(24);
    terminal.Send({});
  }
  REQUIRE(county.DeedWith(kMorningDeeds + members[0])["members"][0]["attendance"] == "absent");
  terminal.Send({coming});
  CHECK(county.DeedWith(kMorningDeeds + members[0])["members"][0]["attendance"] == "leave");
  CHECK(county.DeedWith(kMorningDeeds + "m10")["members"][0]["role"] == "stand_in");
}

TEST_CASE("no shift's name takes the place of walk-ins") {
  CountyOfDeeds county;
  TestTerminal terminal(county);
  auto extra = CameIn(county, "m10", "");
  extra.studio = 2;
  TestTerminal second(county, 2);
  second.Send({county::Placed(second, extra)});
  REQUIRE(county.DeedWith("duty/2026-11-18/2/m10").is_object());
  studio::RosterChangeBody put;
  put.kind = "put";
  put.shift = "2026-11-18/2";
  put.studio = 1;
  put.date = "2026-11-18";
  put.from = "08:30";
  put.to = "11:30";
  put.members = {"m01"};
  const auto change = county::Placed(terminal, put);
  terminal.Send({change});
  CHECK(SupersededOf(county, IdOf(change))->reason == "unfit");
  CHECK(county.DeedWith("duty/2026-11-18/2/m10").is_object());
  // Nor one that only a check-in names.
  auto in = CameIn(county, "m10", put.shift);
  in.at_ms = NovemberMs(18, 8, 0);
  terminal.Send({county::Placed(terminal, in)});
  CHECK(LineOf(county, "2026-11-18/2/m10")->shift.empty());
  CHECK(LineOf(county, "2026-11-18/2/m10")->in_ms == NovemberMs(18, 8, 25));
  Ledger ledger = county.Open();
  CHECK_FALSE(Publish(ledger, json{{"changes",
                                    {{{"kind", "shift"},
                                      {"id", "2026-11-18/2"},
                                      {"body", {{"studio", 1}, {"date", "2026-11-18"}}}}}}}
                                  .dump()));
}

}  // namespace county
