// Check-ins put together into what every terminal's rotation counts.
#include "../county/test_duty.h"

namespace county {
namespace {

using studio::RecordKind;
using studio::RecordStatus;

const std::string kLine = std::string(kMorning) + "/m01";

studio::CheckInBody Extra(TestCounty& county, std::int64_t at_ms, const std::string& date) {
  studio::CheckInBody body = CameIn(county, "m01", "");
  body.at_ms = at_ms;
  body.date = date;
  return body;
}

void CheckDuplicate(TestTerminal& terminal, const studio::BatchEntry& entry) {
  CHECK(terminal.Send({entry}).answers[0].status == RecordStatus::kDuplicate);
}

}  // namespace

TEST_CASE("coming and going make one line, in whatever order they arrive, and once") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto in = CameIn(county, "m01");
  const auto coming = Placed(terminal, in);
  const auto going = Placed(terminal, WentOut(in, NovemberMs(18, 11, 30)));
  SUBCASE("as they happened") {
    terminal.Send({coming});
    CHECK(LineOf(county, kLine)->out_ms == 0);
    terminal.Send({going});
  }
  SUBCASE("going first") {
    terminal.Send({going});
    CHECK(LineOf(county, kLine)->in_ms == 0);
    terminal.Send({coming});
  }
  SUBCASE("at once") { terminal.Send({going, coming}); }
  const auto line = LineOf(county, kLine);
  REQUIRE(line);
  CHECK(line->shift == kMorning);
  CHECK(line->member == "m01");
  CHECK(line->studio == 1);
  CHECK(line->date == "2026-11-18");
  CHECK(line->in_ms == NovemberMs(18, 8, 25));
  CHECK(line->out_ms == NovemberMs(18, 11, 30));
  CHECK_FALSE(line->unproven);

  const std::uint64_t version = county.Open().FeedVersion();
  CheckDuplicate(terminal, coming);
  county.Close();
  county.Reopen();
  CheckDuplicate(terminal, coming);
  CheckDuplicate(terminal, going);
  CHECK(county.Open().FeedVersion() == version);
}

TEST_CASE("two check-ins of one shift keep the earliest coming and the latest going") {
  TestCounty county;
  TestTerminal here(county), there(county);
  auto in = CameIn(county, "m01");
  here.Send({Placed(here, in), Placed(here, WentOut(in, NovemberMs(18, 10, 0)))});
  in.at_ms = NovemberMs(18, 10, 30);
  in.stand_in_for = "m05";
  there.Send({Placed(there, in), Placed(there, WentOut(in, NovemberMs(18, 11, 35)))});
  const auto line = LineOf(county, kLine);
  CHECK(line->in_ms == NovemberMs(18, 8, 25));
  CHECK(line->out_ms == NovemberMs(18, 11, 35));
  CHECK(line->stand_in_for == "m05");
}

TEST_CASE("going out on visits and coming back stand on the line, in whatever order they arrive") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto in = CameIn(county, "m01");
  auto out = in, back = in;
  out.visit = "out";
  out.at_ms = NovemberMs(18, 9, 0);
  back.visit = "back";
  back.at_ms = NovemberMs(18, 10, 0);
  const std::vector<studio::BatchEntry> all = {Placed(terminal, in), Placed(terminal, out),
                                               Placed(terminal, back)};
  SUBCASE("as they happened") { terminal.Send(all); }
  SUBCASE("backwards") { terminal.Send({all[2], all[1], all[0]}); }
  const auto line = LineOf(county, kLine);
  REQUIRE(line);
  CHECK(line->in_ms == NovemberMs(18, 8, 25));
  CHECK(line->out_ms == 0);
  CHECK(line->visit_ms == NovemberMs(18, 9, 0));
  CHECK(line->back_ms == NovemberMs(18, 10, 0));
}

TEST_CASE("an extra one belongs to its day, and over midnight to the day somebody came") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto in = Extra(county, NovemberMs(18, 22, 0), "2026-11-18");
  auto out = WentOut(in, NovemberMs(19, 0, 40));
  out.date = "2026-11-19";
  const auto coming = Placed(terminal, in), going = Placed(terminal, out);
  SUBCASE("as they happened") { terminal.Send({coming, going}); }
  SUBCASE("going first") { terminal.Send({going, coming}); }
  const auto line = LineOf(county, "2026-11-18/1/m01");
  REQUIRE(line);
  CHECK(line->shift.empty());
  CHECK(line->in_ms == NovemberMs(18, 22, 0));
  CHECK(line->out_ms == NovemberMs(19, 0, 40));
  CHECK_FALSE(LineOf(county, "2026-11-19/1/m01"));
}

TEST_CASE("two extra days in a row stay two") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto first = Extra(county, NovemberMs(18, 9, 0), "2026-11-18");
  const auto second = Extra(county, NovemberMs(19, 9, 0), "2026-11-19");
  auto out = WentOut(second, NovemberMs(19, 11, 0));
  SUBCASE("as they happened") {
    terminal.Send({Placed(terminal, first), Placed(terminal, second), Placed(terminal, out)});
  }
  SUBCASE("the going before both, and one had never checked out") {
    terminal.Send({Placed(terminal, out), Placed(terminal, first), Placed(terminal, second)});
  }
  CHECK(LineOf(county, "2026-11-18/1/m01")->out_ms == 0);
  CHECK(LineOf(county, "2026-11-19/1/m01")->in_ms == NovemberMs(19, 9, 0));
  CHECK(LineOf(county, "2026-11-19/1/m01")->out_ms == NovemberMs(19, 11, 0));
}

TEST_CASE("a shift over midnight is one line of the day it began") {
  TestCounty county;
  TestTerminal terminal(county);
  auto in = CameIn(county, "m01", "1/2026-11-18/22:00");
  in.at_ms = NovemberMs(18, 21, 50);
  terminal.Send({Placed(terminal, in), Placed(terminal, WentOut(in, NovemberMs(19, 2, 0)))});
  const auto line = LineOf(county, "1/2026-11-18/22:00/m01");
  CHECK(line->date == "2026-11-18");
  CHECK(line->in_ms == NovemberMs(18, 21, 50));
  CHECK(line->out_ms == NovemberMs(19, 2, 0));
}

TEST_CASE("a badge that does not hold is kept and flagged, and the line says so") {
  TestCounty county;
  TestCounty elsewhere;
  TestTerminal terminal(county);
  auto body = CameIn(county, "m01");
  std::string why;
  SUBCASE("of another county's key") {
    body.token = WithoutSecret(CardOf(elsewhere, "m01"));
    why = "unproven: badge: signed by an unknown key";
  }
  SUBCASE("of another member") {
    body.token = WithoutSecret(CardOf(county, "m02"));
    why = "unproven: another member's";
  }
  SUBCASE("of another kind") {
    body.token = LiveCodeOf(county, "m01");
    why = "unproven: a badge of another kind";
  }
  SUBCASE("one with its secret") {
    body.token = CardOf(county, "m01");
    why = "unproven: told with its secret";
  }
  SUBCASE("none") {
    body.token.clear();
    why = "unproven: not a badge";
  }
  CHECK(terminal.Send({Placed(terminal, body)}).answers[0].status == RecordStatus::kStored);
  const auto listed = county.LedgerListing()[0];
  CHECK(listed["outcome"] == why);
  CHECK(listed["member"] == "m01");
  CHECK(LineOf(county, kLine)->unproven);
}

TEST_CASE("the ledger lists whose check-in it was, of which shift, with which verdict") {
  TestCounty county;
  TestTerminal terminal(county);
  auto body = CameIn(county, "m01");
  body.verdict = "late";
  body.minutes = 20;
  body.badge = "live";
  body.token = LiveCodeOf(county, "m01");
  terminal.Send({Placed(terminal, body)});
  const auto listed = county.LedgerListing()[0];
  CHECK(listed["kind"] == "check_in");
  CHECK(listed["member"] == "m01");
  CHECK(listed["member_name"] == "示例甲");
  CHECK(listed["shift"] == kMorning);
  CHECK(listed["verdict"] == "late");
  CHECK(listed["out"] == false);
  CHECK(listed["body"]["minutes"] == 20);
  CHECK(listed["outcome"] == "proven");
}

TEST_CASE("a handover is listed opened; words that are not what they should be are kept, flagged") {
  TestCounty county;
  TestTerminal terminal(county);
  studio::HandoverBody handover;
  handover.member = "m01";
  handover.studio = 1;
  handover.items = {{"call_back", "给样板村回电话"}};
  const std::size_t attended = county.Open().EntityBodies("attendance").size();
  const auto ack =
      terminal.Send({terminal.Place(terminal.Make(RecordKind::kHandover, ToJson(handover))),
                     terminal.Place(terminal.Make(RecordKind::kHandover, R"({"member":7})")),
                     terminal.Place(terminal.Make(RecordKind::kCheckIn, R"({"member":"m01"})")),
                     terminal.Place(terminal.Make(RecordKind::kRosterChange, R"({"kind":"burn"})")),
                     terminal.Place(terminal.Make(RecordKind::kCheckIn, "not json"))});
  for (int i = 0; i < 4; ++i) CHECK(ack.answers[i].status == RecordStatus::kStored);
  CHECK(ack.answers[4].status == RecordStatus::kRejected);
  const auto listing = county.LedgerListing();
  REQUIRE(listing.size() == 4);
  CHECK(listing[0]["items"][0]["text"] == "给样板村回电话");
  CHECK(listing[0]["outcome"].is_null());
  for (int i = 1; i < 4; ++i) {
    CAPTURE(i);
    CHECK(listing[i]["outcome"].get<std::string>().starts_with("unread: "));
  }
  CHECK(listing[3]["change"] == "burn");
  CHECK(county.Open().EntityBodies("attendance").size() == attended);
}

TEST_CASE("a check-in withdrawn before it came is no attendance") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto record = terminal.Make(RecordKind::kCheckIn, ToJson(CameIn(county, "m01")));
  terminal.Send({terminal.Place(terminal.MakeWithdrawal(record.header.id))});
  terminal.Send({terminal.Place(record)});
  CHECK_FALSE(LineOf(county, kLine));
}

TEST_CASE("the feed keeps attendance for sixty-two days") {
  TestCounty county;
  TestTerminal terminal(county);
  terminal.Send({Placed(terminal, CameIn(county, "m01"))});
  county.AdvanceHours(62 * 24);
  terminal.Send({});
  CHECK(LineOf(county, kLine));
  county.AdvanceHours(24);
  terminal.Send({});
  CHECK_FALSE(LineOf(county, kLine));
  // One that was long on its way stands until the next day's first batch.
  terminal.Send({Placed(terminal, CameIn(county, "m02"))});
  CHECK(LineOf(county, std::string(kMorning) + "/m02"));
  county.AdvanceHours(24);
  terminal.Send({});
  CHECK_FALSE(LineOf(county, std::string(kMorning) + "/m02"));
  CHECK(county.LedgerListing().size() == 2);
}

TEST_CASE("attendance is in the backup with its record, and comes back without being sent again") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto in = CameIn(county, "m01");
  terminal.Send({Placed(terminal, in)});
  const auto backup = county.folder().root() / "backup.db";
  REQUIRE(county.Open().BackUp(backup));
  const auto going = Placed(terminal, WentOut(in, NovemberMs(18, 11, 30)));
  terminal.Send({going});
  county.Close();
  REQUIRE(RestoreLedger(backup, county.folder(), county.now_ms()));
  county.Reopen();
  CHECK(LineOf(county, kLine)->out_ms == 0);
  terminal.Send({going});
  CHECK(LineOf(county, kLine)->in_ms == NovemberMs(18, 8, 25));
  CHECK(LineOf(county, kLine)->out_ms == NovemberMs(18, 11, 30));
}

}  // namespace county
