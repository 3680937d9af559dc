// Changes of the roster: the first that saw the present version is applied, a later one is told.
#include <thread>

#include "county/test_duty.h"
#include "server/keys/county_keys.h"
#include "shared/feed/leave_reason.h"

namespace county {
namespace {

using studio::RecordStatus;
using studio::RosterChangeBody;
using studio::ShiftChange;

// In the demo m01 and m05 have duty at studio 1 on the 18th; m04 is of studio 4 alone.
std::string OnDuty(const TestCounty& county, const std::string& shift) {
  return ShiftOf(county, shift).members.at(0);
}

RosterChangeBody Change(const TestCounty& county, const std::string& kind,
                        const std::string& shift = kMorning) {
  RosterChangeBody change;
  change.kind = kind;
  change.shift = shift;
  change.saw_version = VersionOf(county, shift);
  change.asked_by = "m01";
  change.agreed_by = "m02";
  change.reason = "去市里开会";
  return change;
}

RosterChangeBody LeaveOf(const TestCounty& county, const std::string& shift = kMorning) {
  RosterChangeBody change = Change(county, "leave", shift);
  change.member = OnDuty(county, shift);
  return change;
}

RosterChangeBody SwapOf(const TestCounty& county) {
  RosterChangeBody change = Change(county, "swap");
  change.member = OnDuty(county, kMorning);
  change.other = OnDuty(county, kAfternoon);
  change.other_shift = kAfternoon;
  change.other_saw_version = VersionOf(county, kAfternoon);
  return change;
}

RosterChangeBody PutOf(const TestCounty& county, const std::string& shift) {
  RosterChangeBody change = Change(county, "put", shift);
  change.studio = 1;
  change.date = "2026-11-30";
  change.from = "22:00";
  change.to = "02:00";
  change.members = {"m01", "m02"};
  return change;
}

// What the studio's key opens of it; nobody else reads it.
std::string ReasonIn(const TestCounty& county, studio::Shift shift) {
  CHECK(shift.changes.at(0).reason.empty());
  OpenReasons(shift, studio::BoxKeyPair::Generate());
  CHECK(shift.changes[0].reason.empty());
  OpenReasons(shift, LoadOrMakeStudioKey(county.folder(), shift.studio).value());
  return shift.changes[0].reason;
}

void CheckSuperseded(const TestCounty& county, const studio::BatchEntry& entry,
                     const std::string& reason) {
  const auto told = SupersededOf(county, IdOf(entry));
  REQUIRE(told);
  CHECK(told->reason == reason);
  CHECK(told->shift == kMorning);
}

}  // namespace

TEST_CASE("leave is applied: the shift says who, who asked, who agreed, and by which record") {
  TestCounty county;
  TestTerminal terminal(county);
  const RosterChangeBody change = LeaveOf(county);
  const std::vector<std::string> planned = ShiftOf(county, kMorning).members;
  const auto entry = Placed(terminal, change);
  const auto ack = terminal.Send({entry});
  CHECK(ack.answers[0].status == RecordStatus::kStored);
  const auto shift = ShiftOf(county, kMorning);
  CHECK(shift.applied_record == IdOf(entry));
  CHECK(shift.members == planned);
  REQUIRE(shift.changes.size() == 1);
  CHECK(shift.changes[0].kind == ShiftChange::Kind::kLeave);
  CHECK(shift.changes[0].member == change.member);
  CHECK(shift.changes[0].asked_by == "m01");
  CHECK(shift.changes[0].agreed_by == "m02");
  CHECK(ReasonIn(county, shift) == "去市里开会");
  CHECK(shift.changes[0].record == IdOf(entry));
  CHECK(shift.from == "08:30");
  CHECK(VersionOf(county, kMorning) > change.saw_version);
  CHECK_FALSE(SupersededOf(county, IdOf(entry)));
  // The ack tells that the feed has news, so the terminal knows up to where to read.
  CHECK(ack.feed_cursor.starts_with(std::to_string(county.Open().FeedVersion()) + "."));
  const auto listed = county.LedgerListing()[0];
  CHECK(listed["outcome"] == "applied");
  CHECK(listed["change"] == "leave");
  CHECK(listed["shift"] == kMorning);
}

TEST_CASE(
    "why somebody has leave is nobody's to read, also where it was told in the clear before") {
  TestCounty county;
  TestTerminal terminal(county);
  terminal.Send({Placed(terminal, LeaveOf(county))});
  const auto body = county.Open().EntityBody("shift", kMorning);
  REQUIRE(body);
  CHECK(body->find("市里") == std::string::npos);
}

TEST_CASE("a stand-in is added to what was said before, oldest first") {
  TestCounty county;
  TestTerminal terminal(county);
  terminal.Send({Placed(terminal, LeaveOf(county))});
  RosterChangeBody change = Change(county, "stand_in");
  change.member = OnDuty(county, kMorning);
  change.other = "m04";
  terminal.Send({Placed(terminal, change)});
  const auto shift = ShiftOf(county, kMorning);
  REQUIRE(shift.changes.size() == 2);
  CHECK(shift.changes[0].kind == ShiftChange::Kind::kLeave);
  CHECK(shift.changes[1].kind == ShiftChange::Kind::kStandIn);
  CHECK(shift.changes[1].other == "m04");
}

TEST_CASE("leave and a stand-in are taken back by name, and nobody else's with them") {
  TestCounty county;
  TestTerminal terminal(county);
  const std::string member = OnDuty(county, kMorning);
  terminal.Send({Placed(terminal, LeaveOf(county))});
  RosterChangeBody change = Change(county, "stand_in");
  change.member = member;
  change.other = "m04";
  terminal.Send({Placed(terminal, change)});
  REQUIRE(ShiftOf(county, kMorning).changes.size() == 2);
  RosterChangeBody back = Change(county, "take_back");
  back.member = "m04";
  const auto unfit = Placed(terminal, back);
  terminal.Send({unfit});
  CheckSuperseded(county, unfit, "unfit");
  back.member = member;
  const auto taken = Placed(terminal, back);
  terminal.Send({taken});
  CHECK(ShiftOf(county, kMorning).changes.empty());
  CHECK(ShiftOf(county, kMorning).applied_record == IdOf(taken));
  // There is nothing to take back any more.
  back = Change(county, "take_back");
  back.member = member;
  const auto again = Placed(terminal, back);
  terminal.Send({again});
  CheckSuperseded(county, again, "unfit");
}

TEST_CASE("the first of two terminals that saw the same shift is applied, the second is told") {
  TestCounty county;
  TestTerminal first(county), second(county);
  const auto early = Placed(first, LeaveOf(county));
  const auto late = Placed(second, LeaveOf(county));
  first.Send({early});
  CHECK(second.Send({late}).answers[0].status == RecordStatus::kStored);
  CHECK(ShiftOf(county, kMorning).applied_record == IdOf(early));
  CHECK(ShiftOf(county, kMorning).changes.size() == 1);
  CheckSuperseded(county, late, "version");
  CHECK(SupersededOf(county, IdOf(late))->kind == "leave");
  CHECK(county.LedgerListing()[1]["outcome"] == "superseded: version");

  // Only the studio that asked hears of it.
  const auto version = county.Open().EntityVersion("superseded", IdOf(late));
  const auto told = [&](StudioId studio) {
    return county.Open().ChangesAfter(version - 1, studio, 10).changes.size();
  };
  CHECK(told(1) == 1);
  CHECK(told(2) == 0);
}

TEST_CASE("two terminals that change one shift at the same moment: one is applied, one is told") {
  TestCounty county;
  std::vector<TestTerminal> terminals;
  std::vector<studio::BatchEntry> entries;
  for (int i = 0; i < 4; ++i) {
    terminals.emplace_back(county);
    entries.push_back(Placed(terminals.back(), LeaveOf(county)));
  }
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < terminals.size(); ++i) {
    threads.emplace_back([&, i] { terminals[i].Send({entries[i]}); });
  }
  for (std::thread& thread : threads) thread.join();
  int told = 0;
  for (const auto& entry : entries) told += SupersededOf(county, IdOf(entry)).has_value();
  CHECK(told == 3);
  CHECK(ShiftOf(county, kMorning).changes.size() == 1);
}

TEST_CASE("the same change again does nothing, also after the county was started anew") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto applied = Placed(terminal, LeaveOf(county));
  const auto stale = Placed(terminal, LeaveOf(county));
  terminal.Send({applied, stale});
  const std::uint64_t version = county.Open().FeedVersion();
  for (int i = 0; i < 2; ++i) {
    const auto ack = terminal.Send({stale, applied});
    CHECK(ack.answers[0].status == RecordStatus::kDuplicate);
    CHECK(ack.answers[1].status == RecordStatus::kDuplicate);
    county.Close();
    county.Reopen();
  }
  CHECK(county.Open().FeedVersion() == version);
  CHECK(ShiftOf(county, kMorning).changes.size() == 1);
}

TEST_CASE("a swap exchanges the two in both shifts") {
  TestCounty county;
  TestTerminal terminal(county);
  const RosterChangeBody change = SwapOf(county);
  REQUIRE(change.member != change.other);
  const auto entry = Placed(terminal, change);
  terminal.Send({entry});
  const auto morning = ShiftOf(county, kMorning), afternoon = ShiftOf(county, kAfternoon);
  CHECK(morning.members.at(0) == change.other);
  CHECK(afternoon.members.at(0) == change.member);
  CHECK(morning.applied_record == IdOf(entry));
  CHECK(afternoon.applied_record == IdOf(entry));
  REQUIRE(morning.changes.size() == 1);
  CHECK(morning.changes[0].kind == ShiftChange::Kind::kSwap);
  CHECK(morning.changes[0].member == change.other);  // has taken the place of
  CHECK(morning.changes[0].other == change.member);
  CHECK(afternoon.changes.at(0).member == change.member);
  CHECK(afternoon.changes.at(0).other == change.other);
}

TEST_CASE("a leave of before a swap does not stick to who comes back by another") {
  TestCounty county;
  TestTerminal terminal(county);
  terminal.Send({Placed(terminal, LeaveOf(county))});
  terminal.Send({Placed(terminal, SwapOf(county))});
  terminal.Send({Placed(terminal, SwapOf(county))});
  const auto shift = ShiftOf(county, kMorning);
  REQUIRE(shift.changes.size() == 1);
  CHECK(shift.changes[0].kind == ShiftChange::Kind::kSwap);
  CHECK(shift.changes[0].member == shift.members.at(0));
}

TEST_CASE("a swap that saw an old version of either shift changes neither") {
  TestCounty county;
  TestTerminal terminal(county);
  const RosterChangeBody swap = SwapOf(county);
  SUBCASE("the other shift's") { terminal.Send({Placed(terminal, LeaveOf(county, kAfternoon))}); }
  SUBCASE("its own") { terminal.Send({Placed(terminal, LeaveOf(county, kMorning))}); }
  const std::uint64_t morning = VersionOf(county, kMorning);
  const std::uint64_t afternoon = VersionOf(county, kAfternoon);
  const auto entry = Placed(terminal, swap);
  terminal.Send({entry});
  CheckSuperseded(county, entry, "version");
  CHECK(VersionOf(county, kMorning) == morning);
  CHECK(VersionOf(county, kAfternoon) == afternoon);
}

TEST_CASE("what cannot be done is told as unfit and changes nothing") {
  TestCounty county;
  TestTerminal terminal(county);
  RosterChangeBody change;
  SUBCASE("leave of somebody not on the list") {
    change = LeaveOf(county);
    change.member = "m26";
  }
  SUBCASE("an unknown stand-in") {
    change = Change(county, "stand_in");
    change.member = OnDuty(county, kMorning);
    change.other = "m99";
  }
  SUBCASE("a stand-in for themselves") {
    change = Change(county, "stand_in");
    change.member = change.other = OnDuty(county, kMorning);
  }
  SUBCASE("a swap of a shift with itself") {
    change = SwapOf(county);
    change.other_shift = kMorning;
    change.other_saw_version = change.saw_version;
  }
  SUBCASE("a swap with somebody who is not there") {
    change = SwapOf(county);
    change.other = "m26";
  }
  SUBCASE("a day that no month has") {
    change = PutOf(county, kMorning);
    change.date = "2026-02-30";
  }
  SUBCASE("a time that no day has") {
    change = PutOf(county, kMorning);
    change.to = "25:00";
  }
  SUBCASE("one member twice") {
    change = PutOf(county, kMorning);
    change.members = {"m01", "m01"};
  }
  const std::uint64_t version = VersionOf(county, kMorning);
  const auto entry = Placed(terminal, change);
  CHECK(terminal.Send({entry}).answers[0].status == RecordStatus::kStored);
  CheckSuperseded(county, entry, "unfit");
  CHECK(VersionOf(county, kMorning) == version);
}

TEST_CASE("a terminal changes no shift of another studio") {
  TestCounty county;
  TestTerminal neighbour(county, 2), own(county);
  const std::string theirs = "2/2026-11-30/22:00";
  RosterChangeBody put = PutOf(county, theirs);
  put.studio = 2;
  REQUIRE(neighbour.Send({Placed(neighbour, put)}).answers[0].status == RecordStatus::kStored);
  REQUIRE(ShiftOf(county, theirs).studio == 2);

  TestTerminal* sender = &neighbour;
  RosterChangeBody change;
  SUBCASE("leave") { change = LeaveOf(county); }
  SUBCASE("a stand-in") {
    change = Change(county, "stand_in");
    change.member = OnDuty(county, kMorning);
    change.other = "m04";
  }
  SUBCASE("a swap of two of theirs") { change = SwapOf(county); }
  SUBCASE("a swap of one's own for one of theirs") {
    sender = &own;
    change = SwapOf(county);
    change.other_shift = theirs;
    change.other_saw_version = VersionOf(county, theirs);
  }
  SUBCASE("a swap of one of theirs for one's own") {
    change = SwapOf(county);
    change.other_shift = theirs;
    change.other_saw_version = VersionOf(county, theirs);
  }
  SUBCASE("removing it") { change = Change(county, "remove"); }
  SUBCASE("taking it over") {
    change = PutOf(county, kMorning);
    change.studio = 2;
  }
  SUBCASE("filling it anew") { change = PutOf(county, kMorning); }
  SUBCASE("putting one there that was not") { change = PutOf(county, "1/2026-11-29/22:00"); }
  SUBCASE("putting one where no studio is") {
    change = PutOf(county, "77/2026-11-29/22:00");
    change.studio = 77;
  }
  SUBCASE("of an old version") {
    change = LeaveOf(county);
    --change.saw_version;
  }
  const std::uint64_t before = county.Open().FeedVersion();
  const auto entry = Placed(*sender, change);
  for (int time = 0; time < 2; ++time) {
    const auto ack = sender->Send({entry});
    CHECK(ack.answers[0].status == RecordStatus::kRejected);
    CHECK(ack.answers[0].code == studio::Refusal::kOtherStudio);
  }
  CHECK(county.Open().FeedVersion() == before);
  CHECK_FALSE(SupersededOf(county, IdOf(entry)));
}

TEST_CASE("a new shift is put where there was none, once") {
  TestCounty county;
  TestTerminal terminal(county);
  const std::string id = "1/2026-11-30/22:00";
  const auto entry = Placed(terminal, PutOf(county, id));
  const auto again = Placed(terminal, PutOf(county, id));
  terminal.Send({entry, again});
  const auto shift = ShiftOf(county, id);
  CHECK(shift.studio == 1);
  CHECK(shift.date == "2026-11-30");
  CHECK(shift.from == "22:00");
  CHECK(shift.to == "02:00");
  CHECK(shift.members == std::vector<std::string>{"m01", "m02"});
  CHECK(shift.applied_record == IdOf(entry));
  CHECK(SupersededOf(county, IdOf(again))->reason == "version");
}

TEST_CASE("putting a shift keeps what was said of those who stay") {
  TestCounty county;
  TestTerminal terminal(county);
  terminal.Send({Placed(terminal, PutOf(county, kMorning))});
  for (const char* member : {"m01", "m02"}) {
    RosterChangeBody leave = Change(county, "leave");
    leave.member = member;
    terminal.Send({Placed(terminal, leave)});
  }
  RosterChangeBody put = PutOf(county, kMorning);
  put.members = {"m02", "m03"};
  terminal.Send({Placed(terminal, put)});
  const auto shift = ShiftOf(county, kMorning);
  CHECK(shift.members == put.members);
  REQUIRE(shift.changes.size() == 1);
  CHECK(shift.changes[0].member == "m02");
}

TEST_CASE("a removed shift is gone for all, and there is none to see after that") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto remove = Placed(terminal, Change(county, "remove"));
  const auto late = Placed(terminal, LeaveOf(county));
  terminal.Send({remove, late});
  CHECK_FALSE(county.Open().EntityBody("shift", kMorning));
  CheckSuperseded(county, late, "version");
  CHECK(VersionOf(county, kMorning) == 0);
  const auto nothing = Placed(terminal, Change(county, "remove"));
  terminal.Send({nothing});
  CheckSuperseded(county, nothing, "unfit");
  terminal.Send({Placed(terminal, PutOf(county, kMorning))});
  CHECK(ShiftOf(county, kMorning).members.size() == 2);
}

TEST_CASE("what was superseded is told for thirty days") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto stale = LeaveOf(county);
  terminal.Send({Placed(terminal, LeaveOf(county))});
  const auto entry = Placed(terminal, stale);
  terminal.Send({entry});
  county.AdvanceHours(30 * 24);
  terminal.Send({});
  CHECK(SupersededOf(county, IdOf(entry)));
  county.AdvanceHours(24);
  terminal.Send({});
  CHECK_FALSE(SupersededOf(county, IdOf(entry)));
  CHECK(county.LedgerListing()[1]["outcome"] == "superseded: version");
}

TEST_CASE("fields that this county does not know stay in a changed shift") {
  TestCounty county;
  TestTerminal terminal(county);
  county.Open().PutEntity("shift", "x",
                          R"({"studio":1,"members":["m01"],"room":"二楼","changes":[]})", 0);
  terminal.Send({Placed(terminal, LeaveOf(county, "x"))});
  const auto body = nlohmann::json::parse(*county.Open().EntityBody("shift", "x"));
  CHECK(body["room"] == "二楼");
  CHECK(body["changes"].size() == 1);
}

}  // namespace county
