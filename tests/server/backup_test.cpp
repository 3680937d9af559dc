#include <fstream>

#include "county/test_county.h"
#include "county/test_terminal.h"
#include "shared/exchange/envelope.h"

namespace county {

using studio::RecordStatus;

namespace {

std::filesystem::path BackupFile(const TestCounty& county) {
  return county.folder().root() / "backup.db";
}

void Restore(TestCounty& county) {
  county.Close();
  const auto restored = RestoreLedger(BackupFile(county), county.folder(), county.now_ms());
  REQUIRE_MESSAGE(restored, (restored ? "" : restored.error().detail));
  county.Reopen();
}

}  // namespace

TEST_CASE("a county without backups calls stored safe; with backups, what is in the newest") {
  TestCounty county;
  TestTerminal terminal(county);
  CHECK(terminal.Send({terminal.Place(terminal.MakeRequest("一"))}).safe_serial == 1);
  CHECK(county.Open().BackUp(BackupFile(county)).value() == 1);
  const auto ack = terminal.Send({terminal.Place(terminal.MakeRequest("二"))});
  CHECK(ack.answers[0].serial == 2);
  CHECK(ack.safe_serial == 1);
  CHECK(county.LedgerListing()[0]["state"] == "safe");
  CHECK(county.LedgerListing()[1]["state"] == "stored");
  CHECK(county.Open().BackUp(BackupFile(county)).value() == 2);
  CHECK(terminal.Send({}).safe_serial == 2);
}

TEST_CASE("a backup that could not be written makes nothing safe") {
  TestCounty county;
  TestTerminal terminal(county);
  CHECK(county.Open().BackUp(BackupFile(county)).value() == 0);
  terminal.Send({terminal.Place(terminal.MakeRequest("一"))});
  CHECK_THROWS(county.Open().BackUp(county.folder().root() / "missing" / "backup.db"));
  CHECK(terminal.Send({}).safe_serial == 0);
}

TEST_CASE("a county restored from a backup gets the difference again, each record once") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto one = terminal.Place(terminal.MakeRequest("一"));
  const auto before = terminal.Send({one});
  REQUIRE(county.Open().BackUp(BackupFile(county)));
  const auto two = terminal.Place(terminal.MakeRequest("二"));
  terminal.Send({two});
  Restore(county);
  CHECK(county.LedgerListing().size() == 1);

  const auto after = terminal.Send({});
  CHECK(after.ledger != before.ledger);
  CHECK(after.safe_serial == 1);
  const auto resent = terminal.Send({one, two});
  CHECK(resent.answers[0].status == RecordStatus::kDuplicate);
  CHECK(resent.answers[1].status == RecordStatus::kStored);
  CHECK(county.LedgerListing().size() == 2);
  CHECK(county.StreamListing(terminal.opening().stream)["complete"] == true);
  CHECK(county.StreamListing(terminal.opening().stream)["clone"] == false);
}

TEST_CASE("a restore forgets no terminal, pardons none and gives no number twice") {
  TestCounty county;
  TestTerminal before(county);
  REQUIRE(county.Open().BackUp(BackupFile(county)));
  TestTerminal after(county);
  county.Open().Revoke(before.number());
  Restore(county);
  CHECK(county.Open().FindTerminal(after.number()));
  CHECK(county.Open().FindTerminal(before.number())->revoked);
  CHECK(TestTerminal(county).number() > after.number());
}

TEST_CASE("with the ledger lost, a restore still gives no number twice") {
  TestCounty county;
  REQUIRE(county.Open().BackUp(BackupFile(county)));
  TestTerminal lost(county);
  county.Close();
  county.LoseLedger();
  Restore(county);
  CHECK(TestTerminal(county).number() > lost.number());
}

TEST_CASE("what is no backup is refused and the ledger stays") {
  TestCounty county;
  TestTerminal terminal(county);
  terminal.Send({terminal.Place(terminal.MakeRequest("一"))});
  std::ofstream(BackupFile(county)) << "this is no database, and long enough to be looked at";
  const auto restored = RestoreLedger(BackupFile(county), county.folder(), county.now_ms());
  REQUIRE_FALSE(restored);
  CHECK(restored.error().kind == studio::ErrorKind::kMalformed);
  CHECK(county.LedgerListing().size() == 1);
}

TEST_CASE("only one serves a folder, and a restore waits for it to stop") {
  TestCounty county;
  {
    const auto held = ServiceLock::Take(county.folder());
    REQUIRE(held);
    const auto second = ServiceLock::Take(county.folder());
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == studio::ErrorKind::kConflict);
  }
  CHECK(ServiceLock::Take(county.folder()));
}

}  // namespace county
