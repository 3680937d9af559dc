#include "county/test_county.h"
#include "county/test_terminal.h"

namespace county {

using studio::RecordStatus;

TEST_CASE("a gap refuses nothing, shows in count and head, and closes") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto one = terminal.Place(terminal.MakeRequest("一"));
  const auto two = terminal.Place(terminal.MakeRequest("二"));
  const auto three = terminal.Place(terminal.MakeRequest("三"));
  const auto ack = terminal.Send({three, one});
  CHECK(ack.answers[0].status == RecordStatus::kStored);
  CHECK(ack.stream_count == 2);
  CHECK(ack.stream_head == terminal.head());
  CHECK(county.StreamListing(terminal.opening().stream)["complete"] == false);
  CHECK(terminal.Send({two}).stream_count == 3);
  const auto listed = county.StreamListing(terminal.opening().stream);
  CHECK(listed["complete"] == true);
  CHECK(listed["count"] == 3);
  CHECK(listed["head"] == 3);
  CHECK(listed["device"] == terminal.number());
  CHECK(listed["clone"] == false);
}

TEST_CASE("a greeting brings what the county knows of the stream, and keeps nothing new") {
  TestCounty county;
  TestTerminal terminal(county);
  terminal.Send({terminal.Place(terminal.MakeRequest("一"))});
  const auto ack = terminal.Send({});
  CHECK(ack.stream_count == 1);
  CHECK(ack.stream_head == terminal.head());
  CHECK(county.LedgerListing().size() == 1);
}

TEST_CASE("places count for refused records too, so a poisoned one leaves no gap") {
  TestCounty county;
  TestTerminal terminal(county);
  auto damaged = terminal.Place(terminal.MakeRequest("一"));
  damaged.sealed->back() ^= 1;
  terminal.Send({damaged, terminal.Place(terminal.MakeRequest("二"))});
  CHECK(county.StreamListing(terminal.opening().stream)["complete"] == true);
}

TEST_CASE("a chain that does not hang together is not complete") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto record = terminal.MakeRequest("一");
  auto entry = terminal.Place(record);
  entry.place.place.previous[0] ^= 1;
  entry.place = SignPlace(terminal.key(), record.digest(), entry.place.place);
  terminal.Send({entry});
  CHECK(county.StreamListing(terminal.opening().stream)["complete"] == false);
}

TEST_CASE("two writers on one stream are flagged by the place they both took; both are kept") {
  TestCounty county;
  TestTerminal original(county);
  original.Send({original.Place(original.MakeRequest("一"))});
  TestTerminal copy = original;
  original.Send({original.Place(original.MakeRequest("二"))});
  const auto ack = copy.Send({copy.Place(copy.MakeRequest("另一个二"))});
  CHECK(ack.answers[0].status == RecordStatus::kStored);
  CHECK(county.LedgerListing().size() == 3);
  CHECK(county.StreamListing(original.opening().stream)["clone"] == true);
}

TEST_CASE("a restored disk image goes on in a new stream and is no clone") {
  TestCounty county;
  TestTerminal terminal(county);
  terminal.Send({terminal.Place(terminal.MakeRequest("一"))});
  TestTerminal image = terminal;
  terminal.Send({terminal.Place(terminal.MakeRequest("二"))});
  const studio::Uuid old_stream = terminal.opening().stream;

  for (int restored = 0; restored < 2; ++restored) {
    CAPTURE(restored);
    TestTerminal again = image;
    const auto greeting = again.Send({});
    CHECK(greeting.stream_head.seq > again.head().seq);
    again.MoveToNewStream(greeting.stream_head);
    again.Send({again.Place(again.MakeRequest("三"))});
    const auto listed = county.StreamListing(again.opening().stream);
    CHECK(listed["succeeds"] == old_stream.ToString());
    CHECK(listed["complete"] == true);
    CHECK(listed["clone"] == false);
    CHECK(county.StreamListing(old_stream)["clone"] == false);
  }
  CHECK(county.LedgerListing().size() == 4);
}

TEST_CASE("a writer still alive on a stream that another went on from is flagged") {
  TestCounty county;
  TestTerminal original(county);
  original.Send({original.Place(original.MakeRequest("一"))});
  TestTerminal copy = original;
  original.Send({original.Place(original.MakeRequest("二"))});
  copy.MoveToNewStream(copy.Send({}).stream_head);
  copy.Send({copy.Place(copy.MakeRequest("三"))});
  const studio::Uuid shared_stream = original.opening().stream;
  CHECK(county.StreamListing(shared_stream)["clone"] == false);
  SUBCASE("by its greeting") { original.Send({}); }
  SUBCASE("by its next record, in a batch that announces another stream") {
    const auto entry = original.Place(original.MakeRequest("四"));
    copy.Send({entry});
  }
  CHECK(county.StreamListing(shared_stream)["clone"] == true);
}

TEST_CASE("a record that moved to a new stream is a duplicate there and has its place in both") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto record = terminal.MakeRequest("一");
  const auto ack = terminal.Send({terminal.Place(record)});
  terminal.MoveToNewStream(ack.stream_head);
  CHECK(terminal.Send({terminal.Place(record)}).answers[0].status == RecordStatus::kDuplicate);
  CHECK(county.LedgerListing().size() == 1);
  CHECK(county.StreamListing(terminal.opening().stream)["count"] == 1);
}

TEST_CASE("a terminal cannot spoil another's stream") {
  TestCounty county;
  TestTerminal alice(county);
  TestTerminal bob(county);
  alice.Send({alice.Place(alice.MakeRequest("一"))});
  const auto record = bob.MakeRequest("二");
  auto entry = bob.Place(record);
  entry.place = SignPlace(bob.key(), record.digest(), {alice.opening().stream, 1, {}});
  bob.Send({entry});
  for (const auto& listed : county.StreamListing()) {
    CHECK(listed["clone"] == false);
    if (listed["device"] == alice.number()) CHECK(listed["complete"] == true);
  }
}

}  // namespace county
