// What becomes of attachments in the ledger: withdrawn, named twice, backed up, put back.
#include <SQLiteCpp/SQLiteCpp.h>

#include "county/test_attachment.h"
#include "shared/exchange/attachment_ack.h"
#include "shared/exchange/envelope.h"

namespace county {
namespace {

std::string CodeOf(const Answer<Upload>& answer) {
  return answer ? std::string() : answer.error().code;
}

studio::AttachmentAck Confirmed(TestCounty& county, const TestTerminal& terminal,
                                const Digest& digest) {
  const auto envelope = county.office().ConfirmAttachment(terminal.AsKnown(), digest);
  REQUIRE(envelope);
  const auto payload = studio::OpenEnvelope(studio::kAttachmentContext, *envelope,
                                            std::vector{county.keys().signing.Public()});
  REQUIRE(payload);
  return studio::AttachmentAckFromJson(*payload).value();
}

bool LedgerHolds(const TestCounty& county, ByteView bytes) {
  return county.LedgerBytes().find(studio::AsText(bytes)) != std::string::npos;
}

}  // namespace

TEST_CASE("withdrawing a record erases its attachment, whole or half arrived, and refuses it") {
  TestCounty county;
  TestTerminal terminal(county);
  const TestAttachment whole = SealedAttachment(80'000), half = SealedAttachment(80'000);
  const TestRecord record = Announce(terminal, {whole, half});
  UploadWhole(county, terminal, whole);
  REQUIRE(county.office().BeginUpload(terminal.AsKnown(), half.digest(), half.size()));
  REQUIRE(county.office().AddToUpload(terminal.AsKnown(), half.digest(), 0, half.Part(0, 50'000)));
  CHECK(LedgerHolds(county, whole.Part(100, 200)));
  CHECK(LedgerHolds(county, half.Part(100, 200)));

  terminal.Send({terminal.Place(terminal.MakeWithdrawal(record.header.id))});
  CHECK_FALSE(LedgerHolds(county, whole.Part(100, 200)));
  CHECK_FALSE(LedgerHolds(county, half.Part(100, 200)));
  for (const Digest& digest : {whole.digest(), half.digest()}) {
    const Terminal known = terminal.AsKnown();
    CHECK(CodeOf(county.office().BeginUpload(known, digest, 1000)) == "unknown_attachment");
    CHECK(CodeOf(county.office().FindUpload(known, digest)) == "unknown_attachment");
    CHECK(CodeOf(county.office().AddToUpload(known, digest, 0, {})) == "unknown_attachment");
    CHECK(county.office().ConfirmAttachment(known, digest).error().code == "unknown_attachment");
  }
  CHECK(county.LedgerListing()[0]["attachments"][0]["arrived"] == false);
}

TEST_CASE("a record withdrawn before it came announces nothing") {
  TestCounty county;
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(1000);
  const TestRecord record = terminal.MakeRequest("一", {photo.ref});
  const TestRecord bare = terminal.MakeRequest("二", {photo.ref});
  const studio::BatchEntry late = terminal.Place(record);
  terminal.Send({terminal.Place(terminal.MakeWithdrawal(record.header.id)), late,
                 terminal.PlaceDigest(bare)});
  CHECK(CodeOf(county.office().BeginUpload(terminal.AsKnown(), photo.digest(), photo.size())) ==
        "unknown_attachment");
}

TEST_CASE("one upload serves two records, and stays until both are withdrawn") {
  TestCounty county;
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(70'000);
  const TestRecord first = Announce(terminal, {photo});
  const TestRecord second = Announce(terminal, {photo});
  UploadWhole(county, terminal, photo);
  CHECK(county.LedgerListing()[0]["attachments"][0]["arrived"] == true);
  CHECK(county.LedgerListing()[1]["attachments"][0]["arrived"] == true);
  terminal.Send({terminal.Place(terminal.MakeWithdrawal(first.header.id))});
  CHECK(county.Open().AttachmentBytes(terminal.number(), photo.digest()) == photo.file);
  terminal.Send({terminal.Place(terminal.MakeWithdrawal(second.header.id))});
  CHECK(county.Open().AttachmentBytes(terminal.number(), photo.digest()).empty());
}

TEST_CASE("another terminal's withdrawal leaves an attachment alone, also of the same file") {
  TestCounty county;
  TestTerminal terminal(county), other(county);
  const TestAttachment photo = SealedAttachment(1000);
  const TestRecord record = Announce(terminal, {photo});
  UploadWhole(county, terminal, photo);
  const TestRecord same = Announce(other, {photo});
  other.Send({other.Place(other.MakeWithdrawal(record.header.id)),
              other.Place(other.MakeWithdrawal(same.header.id))});
  CHECK(Confirmed(county, terminal, photo.digest()).digest == photo.digest());
}

TEST_CASE("attachments and records share one sequence, and safe_serial covers both") {
  TestCounty county;
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(70'000), voice = SealedAttachment(1000);
  Announce(terminal, {photo, voice});
  UploadWhole(county, terminal, photo);
  CHECK(Confirmed(county, terminal, photo.digest()).serial == 2);
  const auto ack = terminal.Send({terminal.Place(terminal.MakeRequest("三"))});
  CHECK(ack.answers[0].serial == 3);
  CHECK(ack.safe_serial == 3);

  const std::filesystem::path backup = county.folder().root() / "backup.db";
  CHECK(county.Open().BackUp(backup).value() == 3);
  UploadWhole(county, terminal, voice);
  const auto later = Confirmed(county, terminal, voice.digest());
  CHECK(later.serial == 4);
  CHECK(later.safe_serial == 3);
  CHECK(county.Open().BackUp(backup).value() == 4);
  CHECK(terminal.Send({}).safe_serial == 4);
}

TEST_CASE("a county put back to a backup has what was safe and asks for the rest") {
  TestCounty county;
  TestTerminal terminal(county);
  const TestAttachment safe = SealedAttachment(70'000), begun = SealedAttachment(100'000);
  Announce(terminal, {safe, begun});
  UploadWhole(county, terminal, safe);
  Office& before = county.office();
  REQUIRE(before.BeginUpload(terminal.AsKnown(), begun.digest(), begun.size()));
  REQUIRE(before.AddToUpload(terminal.AsKnown(), begun.digest(), 0, begun.Part(0, 10'000)));
  const std::filesystem::path backup = county.folder().root() / "backup.db";
  REQUIRE(county.Open().BackUp(backup));
  REQUIRE(before.AddToUpload(terminal.AsKnown(), begun.digest(), 10'000,
                             begun.Part(10'000, begun.size() - 10'000)));
  const auto lost = Confirmed(county, terminal, begun.digest());
  CHECK(lost.serial > lost.safe_serial);

  county.Close();
  REQUIRE(RestoreLedger(backup, county.folder(), county.now_ms()));
  county.Reopen();
  const auto kept = Confirmed(county, terminal, safe.digest());
  CHECK(kept.ledger != lost.ledger);
  CHECK(kept.serial == 2);
  CHECK(county.Open().AttachmentBytes(terminal.number(), safe.digest()) == safe.file);
  const auto upload = county.office().BeginUpload(terminal.AsKnown(), begun.digest(), begun.size());
  REQUIRE(upload);
  CHECK(upload->offset == 10'000);
  REQUIRE(county.office().AddToUpload(terminal.AsKnown(), begun.digest(), 10'000,
                                      begun.Part(10'000, begun.size() - 10'000)));
  CHECK(Confirmed(county, terminal, begun.digest()).serial == 3);
}

TEST_CASE("a ledger from before attachments is brought up to date and knows what was announced" *
          OnSqliteAlone()) {
  TestCounty county;
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(1000), gone = SealedAttachment(1000);
  Announce(terminal, {photo});
  const TestRecord withdrawn = Announce(terminal, {gone});
  terminal.Send({terminal.Place(terminal.MakeWithdrawal(withdrawn.header.id))});
  county.Close();
  MakeEarlier(
      county, 1,
      "DROP TABLE deeds; DROP TABLE deed_entries; DROP TABLE closed_years; "
      "DROP TABLE boots; DROP TABLE unsure; DROP TABLE guesses; DROP TABLE sure_lines; DROP "
      "INDEX records_by_place; DROP TABLE cases; "
      "DROP TABLE ratings; DROP TABLE replies; DROP TABLE alike; DROP TABLE proposals; DROP TABLE "
      "proposal_words; DROP TABLE matters; DROP "
      "TABLE opinions;"
      " DROP TABLE wishes; DROP TABLE heartbeats; DROP TABLE outcomes; DROP TABLE "
      "announcements; DROP TABLE "
      "attachments;"
      " DROP TABLE pieces;"
      " DELETE FROM meta WHERE name = 'last_serial'");
  county.Reopen();
  CHECK(CodeOf(county.office().BeginUpload(terminal.AsKnown(), gone.digest(), gone.size())) ==
        "unknown_attachment");
  UploadWhole(county, terminal, photo);
  CHECK(Confirmed(county, terminal, photo.digest()).serial == 4);
  CHECK(terminal.Send({terminal.Place(terminal.MakeRequest("后来"))}).answers[0].serial == 5);
}

TEST_CASE("a ledger of a later version is refused" * OnSqliteAlone()) {
  TestCounty county;
  county.Close();
  SQLite::Database(county.folder().ledger().string(), SQLite::OPEN_READWRITE)
      .exec("PRAGMA user_version = 99");
  CHECK_THROWS_WITH(county.Open(), "a county ledger of version 99; this program knows up to 14");
}

}  // namespace county
