#include <fstream>
#include <iterator>

#include "county/test_county.h"
#include "county/test_terminal.h"

namespace county {

using studio::RecordKind;
using studio::RecordStatus;

TEST_CASE("a request is in the ledger with every word, once, however often it is sent") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto record = terminal.MakeRequest("𬱖㛃说:村里的路灯坏了。");
  const auto entry = terminal.Place(record);
  const auto first = terminal.Send({entry});
  CHECK(first.answers[0].status == RecordStatus::kStored);
  CHECK(first.answers[0].serial == 1);
  for (int i = 0; i < 3; ++i) {
    const auto again = terminal.Send({entry});
    CHECK(again.answers[0].status == RecordStatus::kDuplicate);
    CHECK(again.answers[0].serial == 1);
  }
  const auto listing = county.LedgerListing();
  REQUIRE(listing.size() == 1);
  const auto& line = listing[0];
  CHECK(line["id"] == record.header.id.ToString());
  CHECK(line["kind"] == "request");
  CHECK(line["studio"] == 1);
  CHECK(line["device"] == terminal.number());
  CHECK(line["seq"] == 1);
  CHECK(line["stream"] == terminal.opening().stream.ToString());
  CHECK(line["state"] == "safe");
  CHECK(line["body"]["words"] == "𬱖㛃说:村里的路灯坏了。");
  CHECK(line["receipt"] == line["body"]["receipt"]);
  CHECK(line["made_at"] == "2026-11-18T11:06:40.000Z");
}

TEST_CASE("time is listed as corrected by what the terminal knew of the county's clock") {
  TestCounty county;
  TestTerminal terminal(county);
  auto record = terminal.MakeRequest("路");
  record.header.clock.offset_ms = 1500;
  record.header_bytes = Encode(record.header);
  terminal.Send({terminal.Place(record)});
  CHECK(county.LedgerListing()[0]["made_at"] == "2026-11-18T11:06:41.500Z");
}

TEST_CASE("a poisoned entry in the middle does not hold up the rest") {
  TestCounty county;
  TestTerminal terminal(county);
  auto first = terminal.Place(terminal.MakeRequest("一"));
  auto other_body = terminal.Place(terminal.MakeRequest("二"));
  other_body.sealed->back() ^= 1;
  auto no_header = terminal.Place(terminal.MakeRequest("三"));
  no_header.header.resize(5);
  auto forged_place = terminal.Place(terminal.MakeRequest("四"));
  forged_place.place.signature[0] ^= 1;
  const auto unreadable = terminal.Place(terminal.Make(RecordKind::kRequest, "not json"));
  auto last = terminal.Place(terminal.MakeRequest("六"));

  const auto ack = terminal.Send({first, other_body, no_header, forged_place, unreadable, last});
  CHECK(ack.answers[0].status == RecordStatus::kStored);
  for (int i = 1; i <= 4; ++i) {
    CAPTURE(i);
    CHECK(ack.answers[i].status == RecordStatus::kRejected);
    CHECK_FALSE(ack.answers[i].reason.empty());
    CHECK(ack.answers[i].serial == 0);
  }
  CHECK(ack.answers[1].code == studio::Refusal::kBodyDigest);
  CHECK(ack.answers[2].code == studio::Refusal::kHeader);
  CHECK(ack.answers[3].code == studio::Refusal::kPlace);
  CHECK(ack.answers[4].code == studio::Refusal::kBody);
  CHECK(ack.answers[5].status == RecordStatus::kStored);
  const auto listing = county.LedgerListing();
  REQUIRE(listing.size() == 2);
  CHECK(listing[0]["body"]["words"] == "一");
  CHECK(listing[1]["body"]["words"] == "六");
}

TEST_CASE("what arrived damaged is taken once it comes whole") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto good = terminal.Place(terminal.MakeRequest("一"));
  auto damaged = good;
  damaged.sealed->back() ^= 1;
  CHECK(terminal.Send({damaged}).answers[0].status == RecordStatus::kRejected);
  CHECK(terminal.Send({good}).answers[0].status == RecordStatus::kStored);
}

TEST_CASE("sealed to somebody else is not acknowledged as stored") {
  TestCounty county;
  TestCounty elsewhere;
  TestTerminal terminal(county);
  auto record = terminal.MakeRequest("一");
  TestTerminal stranger(elsewhere);
  record.sealed = stranger.MakeRequest("一").sealed;
  record.header.sealed_hash = studio::HashOfSealed(record.sealed);
  record.header_bytes = Encode(record.header);
  const auto ack = terminal.Send({terminal.Place(record)});
  CHECK(ack.answers[0].status == RecordStatus::kRejected);
  CHECK(county.LedgerListing().empty());
}

TEST_CASE("the same id with other contents is a conflict and changes nothing") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto record = terminal.MakeRequest("一");
  terminal.Send({terminal.Place(record)});
  auto other = record;
  other.header.urgent = true;
  other.header_bytes = Encode(other.header);
  const auto ack = terminal.Send({terminal.Place(other)});
  CHECK(ack.answers[0].status == RecordStatus::kConflict);
  CHECK(ack.answers[0].code == studio::Refusal::kIdTaken);
  const auto listing = county.LedgerListing();
  REQUIRE(listing.size() == 1);
  CHECK(listing[0]["urgent"] == false);
}

TEST_CASE("a terminal cannot speak for another") {
  TestCounty county;
  TestTerminal alice(county);
  TestTerminal bob(county);
  const auto ack = bob.Send({alice.Place(alice.MakeRequest("一"))});
  CHECK(ack.answers[0].status == RecordStatus::kRejected);
  CHECK(ack.answers[0].code == studio::Refusal::kOtherTerminal);
  const auto refused = bob.SendBytes(Encode(alice.MakeBatch({})));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == "malformed");
}

TEST_CASE("a withdrawal erases the words and keeps the digest, in whichever order they come") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto record = terminal.MakeRequest("请忘记这一句");
  const auto entry = terminal.Place(record);
  const auto withdrawal = terminal.Place(terminal.MakeWithdrawal(record.header.id));
  SUBCASE("record first") {
    terminal.Send({entry});
    terminal.Send({withdrawal});
  }
  SUBCASE("withdrawal first") {
    terminal.Send({withdrawal});
    CHECK(terminal.Send({entry}).answers[0].status == RecordStatus::kStored);
  }
  CHECK(terminal.Send({entry}).answers[0].status == RecordStatus::kDuplicate);
  int withdrawn = 0;
  for (const auto& line : county.LedgerListing()) {
    if (line["kind"] != "request") continue;
    CHECK(line["state"] == "withdrawn");
    CHECK(line["body"].is_null());
    ++withdrawn;
  }
  CHECK(withdrawn == 1);
}

TEST_CASE("a terminal withdraws its own records only") {
  TestCounty county;
  TestTerminal alice(county);
  TestTerminal bob(county);
  const auto record = alice.MakeRequest("一");
  alice.Send({alice.Place(record)});
  bob.Send({bob.Place(bob.MakeWithdrawal(record.header.id))});
  CHECK(county.LedgerListing()[0]["body"]["words"] == "一");
}

TEST_CASE("a digest alone is kept as withdrawn, and its body is not taken later") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto record = terminal.MakeRequest("一");
  const auto digest = terminal.PlaceDigest(record);
  CHECK(terminal.Send({digest}).answers[0].status == RecordStatus::kStored);
  auto with_body = digest;
  with_body.sealed = record.sealed;
  CHECK(terminal.Send({with_body}).answers[0].status == RecordStatus::kDuplicate);
  const auto listing = county.LedgerListing();
  REQUIRE(listing.size() == 1);
  CHECK(listing[0]["state"] == "withdrawn");
  CHECK(listing[0]["body"].is_null());
}

TEST_CASE("the ledger's file holds no word of what was filed") {
  TestCounty county;
  TestTerminal terminal(county);
  terminal.Send({terminal.Place(terminal.MakeRequest("UNMISTAKABLE-WORDS"))});
  county.Close();  // everything is in the one file
  const std::string bytes = county.LedgerBytes();
  CHECK(bytes.find("UNMISTAKABLE-WORDS") == std::string::npos);
  CHECK(bytes.find("示例村") != std::string::npos);
}

TEST_CASE("what is no batch is malformed and leaves nothing") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto answer = terminal.SendBytes(studio::AsBytes("GET / HTTP/1.1"));
  REQUIRE_FALSE(answer);
  CHECK(answer.error().status == 400);
  CHECK(county.LedgerListing().empty());
}

}  // namespace county
