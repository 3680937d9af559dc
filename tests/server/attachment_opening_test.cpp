// `county-stub attachments`: what was said and photographed opens bit by bit as it was.
#include "server/books/attachment_opening.h"

#include <sys/stat.h>

#include "county/test_attachment.h"

namespace county {
namespace {

struct OpenedFile {
  explicit OpenedFile(const std::filesystem::path& under) : out(under / "opened") {}
  void Again(const TestCounty& county, const Uuid& record) {
    list = OpenAttachments(county.Open(), county.keys(), record, out).value();
  }
  std::filesystem::path out;
  std::vector<OpenedAttachment> list;
};

}  // namespace

TEST_CASE("a voice message and a photo open with the county's key as they were") {
  TestCounty county;
  TestTerminal terminal(county);
  const TestAttachment voice = SealedAttachment(370'000, "audio/ogg");
  const TestAttachment photo = SealedAttachment(200'001, "image/jpeg");
  const TestAttachment other = SealedAttachment(10, "text/html\x1b[2J");
  const TestRecord record = Announce(terminal, {voice, photo, other});
  for (const TestAttachment& sent : {voice, photo, other}) UploadWhole(county, terminal, sent);

  TestFolder folder;
  OpenedFile opened(folder.path());
  opened.Again(county, record.header.id);
  REQUIRE(opened.list.size() == 3);
  CHECK(opened.list[0].line == "1-voice.ogg  audio/ogg  370000 bytes  120.0 s");
  CHECK(opened.list[1].line == "2-photo.jpg  image/jpeg  200001 bytes");
  CHECK(opened.list[2].line == "3-attachment.bin  unknown type  10 bytes");
  CHECK(ReadFile(opened.out / "1-voice.ogg").value() == voice.plain);
  CHECK(ReadFile(opened.out / "2-photo.jpg").value() == photo.plain);
  CHECK(ReadFile(opened.out / "3-attachment.bin").value() == other.plain);
  struct stat status {};
  REQUIRE(::stat(opened.out.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);

  opened.Again(county, record.header.id);
  for (const OpenedAttachment& one : opened.list) CHECK(one.good);

  const auto listed = county.LedgerListing()[0]["attachments"];
  CHECK(listed[0]["digest"] == studio::ToHex(voice.digest()));
  CHECK(listed[0]["type"] == "audio/ogg");
  CHECK(listed[0]["bytes"] == 370'000);
  CHECK(listed[0]["arrived"] == true);
}

TEST_CASE("what members write up and hand in has attachments as a request has") {
  TestCounty county;
  TestTerminal terminal(county);
  const TestAttachment voice = SealedAttachment(90'000, "audio/ogg");
  const TestAttachment photo = SealedAttachment(70'000, "image/jpeg");
  studio::ActivityBody activity;
  activity.kind = "visit";
  activity.title = "走访";
  activity.date = "2026-11-20";
  activity.members = {{"m01"}};
  activity.attachments = {voice.ref, photo.ref};
  studio::InformationBody information;
  information.title = "反映水渠";
  information.date = "2026-11-20";
  information.members = {{"m01"}};
  information.attachments = activity.attachments;
  for (const auto& [kind, body] : {std::pair{studio::RecordKind::kActivity, ToJson(activity)},
                                   {studio::RecordKind::kInformation, ToJson(information)}}) {
    const TestRecord record = terminal.Make(kind, body, {voice.digest(), photo.digest()});
    REQUIRE(terminal.Send({terminal.Place(record)}).answers[0].status ==
            studio::RecordStatus::kStored);
    if (kind == studio::RecordKind::kActivity)
      for (const TestAttachment& sent : {voice, photo}) UploadWhole(county, terminal, sent);
    TestFolder folder;
    OpenedFile opened(folder.path());
    opened.Again(county, record.header.id);
    REQUIRE(opened.list.size() == 2);
    CHECK(ReadFile(opened.out / "1-voice.ogg").value() == voice.plain);
    CHECK(ReadFile(opened.out / "2-photo.jpg").value() == photo.plain);
    CHECK(county.LedgerListing().back()["attachments"].size() == 2);
  }
}

TEST_CASE("an attachment that is not there whole is named with how much has arrived") {
  TestCounty county;
  TestTerminal terminal(county);
  const TestAttachment none = SealedAttachment(1000), part = SealedAttachment(100'000);
  const TestRecord record = Announce(terminal, {none, part});
  REQUIRE(county.office().BeginUpload(terminal.AsKnown(), part.digest(), part.size()));
  REQUIRE(county.office().AddToUpload(terminal.AsKnown(), part.digest(), 0, part.Part(0, 4096)));
  TestFolder folder;
  OpenedFile opened(folder.path());
  opened.Again(county, record.header.id);
  REQUIRE(opened.list.size() == 2);
  CHECK_FALSE(opened.list[0].good);
  CHECK(opened.list[0].line == "1-photo.jpg  image/jpeg  has not begun to arrive");
  CHECK_FALSE(opened.list[1].good);
  CHECK(opened.list[1].line == "2-photo.jpg  image/jpeg  has not arrived whole: 4096 of " +
                                   std::to_string(part.size()) + " encrypted bytes");
  CHECK(std::filesystem::is_empty(opened.out));
}

TEST_CASE("another file of the same name is left as it is, and said") {
  TestCounty county;
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(1000);
  const TestRecord record = Announce(terminal, {photo});
  UploadWhole(county, terminal, photo);
  TestFolder folder;
  OpenedFile opened(folder.path());
  std::filesystem::create_directory(opened.out);
  const Bytes mine{1, 2, 3};
  REQUIRE(WriteFile(opened.out / "1-photo.jpg", mine, FileMode::kPrivate));
  opened.Again(county, record.header.id);
  CHECK_FALSE(opened.list[0].good);
  CHECK(opened.list[0].line.ends_with("another file of this name was left alone"));
  CHECK(ReadFile(opened.out / "1-photo.jpg").value() == mine);
}

TEST_CASE("a key that does not fit is said, and nothing is written") {
  TestCounty county;
  TestTerminal terminal(county);
  TestAttachment photo = SealedAttachment(1000);
  photo.ref.key[0] ^= 1;
  const TestRecord record = Announce(terminal, {photo});
  UploadWhole(county, terminal, photo);
  TestFolder folder;
  OpenedFile opened(folder.path());
  opened.Again(county, record.header.id);
  CHECK_FALSE(opened.list[0].good);
  CHECK(std::filesystem::is_empty(opened.out));
}

TEST_CASE("records that are unknown, withdrawn or no request have nothing to open") {
  TestCounty county;
  TestTerminal terminal(county);
  const TestAttachment photo = SealedAttachment(1000);
  const TestRecord record = Announce(terminal, {photo});
  const TestRecord withdrawal = terminal.MakeWithdrawal(record.header.id);
  terminal.Send({terminal.Place(withdrawal)});
  TestFolder folder;
  const auto kind = [&](const Uuid& id) {
    return OpenAttachments(county.Open(), county.keys(), id, folder.path() / "x").error().kind;
  };
  CHECK(kind(Uuid::Random()) == studio::ErrorKind::kNotFound);
  CHECK(kind(record.header.id) == studio::ErrorKind::kNotFound);
  CHECK(kind(withdrawal.header.id) == studio::ErrorKind::kInvalid);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "x"));
}

}  // namespace county
