#include <doctest/doctest.h>

#include <fstream>

#include "store_rig.h"

using namespace studio;

namespace {

using States = std::vector<std::string>;

Bytes PictureOf(std::uint8_t fill) { return Bytes(150'000, fill); }

bool Waits(StoreRig& rig, const Digest& digest) {
  const auto next = rig.NextAttachment();
  REQUIRE(next);
  return *next && (*next)->digest == digest;
}

}  // namespace

TEST_CASE("a request's attachments are in its header, in order, and wait until it has arrived") {
  Site site;
  const auto voice = site.rig.Attach(PictureOf(1));
  const auto photo = site.rig.Attach(PictureOf(2));
  const auto filed = site.rig.FileWith("请看照片", {voice, photo});
  REQUIRE(filed);
  const auto header = DecodeRecordHeader(site.rig.Decoded().entries.at(0).header);
  CHECK(header->attachments == std::vector{voice->ref().digest, photo->ref().digest});
  CHECK(site.rig.AttachmentStates(filed->number) == States{"waiting", "waiting"});
  CHECK_FALSE(site.rig.NextAttachment().value());

  site.rig.Drain(site.county);
  CHECK(Waits(site.rig, voice->ref().digest));
  const auto body = RequestBodyFromJson(site.county.records.begin()->second.body);
  REQUIRE(body);
  CHECK(body->attachments == std::vector{voice->ref(), photo->ref()});
  REQUIRE(site.rig.File("更急", true));  // a record waits: text first
  CHECK_FALSE(site.rig.NextAttachment().value());
}

TEST_CASE("what is read piece by piece is the file, and opens with the key in the body") {
  Site site;
  const auto photo = site.rig.Attach(PictureOf(1));
  REQUIRE(site.rig.FileWith("照片", {photo}));
  site.rig.Drain(site.county);
  const auto next = site.rig.NextAttachment().value();
  REQUIRE(next);
  Bytes file;
  while (file.size() < next->bytes) {
    const auto piece = site.rig.ReadAttachment(next->digest, file.size(), 65'536);
    REQUIRE(piece);
    file.insert(file.end(), piece->begin(), piece->end());
  }
  CHECK(Sha256(file) == next->digest);
  CHECK(OpenAttachment(file, photo->ref().key).value() == PictureOf(1));
  const auto beyond = site.rig.ReadAttachment(next->digest, file.size(), 65'536);
  CHECK(beyond.error().kind == ErrorKind::kNotFound);
}

TEST_CASE("an attachment is stored by the county's word, and erased here once it is safe") {
  Site site;
  const auto photo = site.rig.Attach(PictureOf(1));
  const Digest digest = photo->ref().digest;
  const auto filed = site.rig.FileWith("照片", {photo});
  site.rig.Drain(site.county);
  const AttachmentAck ack = site.county.HasAttachment(digest);
  REQUIRE(site.rig.Apply(ack));
  CHECK(site.rig.AttachmentStates(filed->number) == States{"stored"});
  CHECK_FALSE(site.rig.NextAttachment().value());
  CHECK(site.rig.Apply(ack).error().kind == ErrorKind::kNotFound);

  site.county.safe_serial = ack.serial - 1;  // the record is safe, the photo is not
  site.rig.Exchange(site.county);
  CHECK(site.rig.OutboxState(filed->number) == "safe");
  CHECK(site.rig.AttachmentStates(filed->number) == States{"stored"});
  CHECK(std::filesystem::exists(site.rig.FileOf(digest)));
  site.county.safe_serial = ack.serial;
  site.rig.Exchange(site.county);
  CHECK(site.rig.AttachmentStates(filed->number) == States{"safe"});
  CHECK_FALSE(std::filesystem::exists(site.rig.FileOf(digest)));
  // A power cut may bring it back.
  site.rig.Stop();
  std::ofstream(site.rig.FileOf(digest)) << "again";
  site.rig.Start();
  site.rig.Settle();
  CHECK_FALSE(std::filesystem::exists(site.rig.FileOf(digest)));
}

TEST_CASE("a county without a backup policy calls an attachment safe with the same word") {
  Site site;
  site.county.safe_at_once = true;
  const auto photo = site.rig.Attach(PictureOf(1));
  const auto filed = site.rig.FileWith("照片", {photo});
  site.rig.Drain(site.county);
  REQUIRE(site.rig.Apply(site.county.HasAttachment(photo->ref().digest)));
  CHECK(site.rig.AttachmentStates(filed->number) == States{"safe"});
  CHECK(site.rig.FilesOnDisk().empty());
}

TEST_CASE("the word of another ledger than the last ack's marks nothing") {
  Site site;
  const auto photo = site.rig.Attach(PictureOf(1));
  const auto filed = site.rig.FileWith("照片", {photo});
  site.rig.Drain(site.county);
  AttachmentAck ack = site.county.HasAttachment(photo->ref().digest);
  ack.ledger = Uuid::Random();
  CHECK(site.rig.Apply(ack).error().kind == ErrorKind::kConflict);
  CHECK(site.rig.AttachmentStates(filed->number) == States{"waiting"});
}

TEST_CASE("what members may read stays here after the county has it safe, over a restart too") {
  Site site;
  site.county.safe_at_once = true;
  FeedPage page;
  page.studio = StoreRig::kStudio;
  page.generation = Uuid::Random();
  page.to = "a";
  page.changes = {{"studio", "3", 1, false,
                   R"({"id":3,"name":"示例工作室","sealing_key":")" +
                       ToBase64Url(BoxKeyPair::Generate().Public().bytes) + "\"}"}};
  REQUIRE(site.rig.Apply(page));
  const auto ours = site.rig.Attach(PictureOf(1));
  const auto theirs = site.rig.Attach(PictureOf(2));
  const auto filed = site.rig.FileWith("委员也能看", {ours}, true);
  REQUIRE(site.rig.FileWith("只给上面看", {theirs}));
  site.rig.Drain(site.county);
  REQUIRE(site.rig.Apply(site.county.HasAttachment(ours->ref().digest)));
  REQUIRE(site.rig.Apply(site.county.HasAttachment(theirs->ref().digest)));
  CHECK(site.rig.AttachmentStates(filed->number) == States{"safe"});
  CHECK(site.rig.FilesOnDisk() == std::vector{ToHex(ours->ref().digest)});
  site.rig.Restart();
  site.rig.Settle();
  CHECK(site.rig.FilesOnDisk() == std::vector{ToHex(ours->ref().digest)});
  REQUIRE(site.rig.Withdraw(filed->number));  // whoever takes it back takes it back from both
  CHECK(site.rig.FilesOnDisk().empty());
}

TEST_CASE("a file let go without a request is erased, one that a request names is not") {
  Site site;
  auto filed = site.rig.Attach(PictureOf(1));
  auto unused = site.rig.Attach(PictureOf(2));
  const Digest digest = filed->ref().digest;
  SUBCASE("let go once it is filed") { REQUIRE(site.rig.FileWith("照片", {filed})); }
  SUBCASE("let go while it is being filed") {
    RequestBody body = StoreRig::Body(site.rig.QuickSlip(), "照片");
    body.attachments = {filed->ref()};
    site.rig.store->flows().requests.File(body, false, [](const Result<ReceiptStatus>&) {});
  }
  filed.reset();
  unused.reset();
  site.rig.Settle();
  CHECK(site.rig.FilesOnDisk() == std::vector{ToHex(digest)});
}

TEST_CASE("a request whose photo is gone, is another's, or is one too many is not kept") {
  Site site;
  const auto photo = site.rig.Attach(PictureOf(1));
  const auto other = site.rig.Attach(PictureOf(2));
  REQUIRE(site.rig.FileWith("一", {other}));
  Result<ReceiptStatus> refused = Fail(ErrorKind::kMalformed, "");
  SUBCASE("gone") {
    std::filesystem::remove(site.rig.FileOf(photo->ref().digest));
    refused = site.rig.FileWith("二", {photo});
    CHECK(refused.error().kind == ErrorKind::kNotFound);
  }
  SUBCASE("another request's") {
    refused = site.rig.FileWith("二", {photo, other});
    CHECK(refused.error().kind == ErrorKind::kConflict);
  }
  SUBCASE("twice in one request") {
    refused = site.rig.FileWith("二", {photo, photo});
    CHECK(refused.error().kind == ErrorKind::kConflict);
  }
  SUBCASE("one too many") {
    std::vector<AttachmentPtr> many;
    for (std::size_t i = 0; i <= kMaxAttachments; ++i) many.push_back(site.rig.Attach({1}));
    refused = site.rig.FileWith("二", many);
    CHECK(refused.error().kind == ErrorKind::kInvalid);
  }
  REQUIRE_FALSE(refused);
  site.rig.Drain(site.county);
  CHECK(site.county.records.size() == 1);
}

TEST_CASE("withdrawing erases the files at once, sent or not, and nothing of them goes up") {
  Site site;
  const auto photo = site.rig.Attach(PictureOf(1));
  const auto filed = site.rig.FileWith("算了", {photo});
  SUBCASE("before it was sent") {}
  SUBCASE("after") { site.rig.Drain(site.county); }
  SUBCASE("after the photo went up too") {
    site.rig.Drain(site.county);
    REQUIRE(site.rig.Apply(site.county.HasAttachment(photo->ref().digest)));
  }
  REQUIRE(site.rig.Withdraw(filed->number));
  CHECK(site.rig.FilesOnDisk().empty());
  CHECK(site.rig.AttachmentStates(filed->number).empty());
  site.rig.Drain(site.county);
  CHECK_FALSE(site.rig.NextAttachment().value());
  CHECK(site.rig.ReadAttachment(photo->ref().digest, 0, 10).error().kind == ErrorKind::kNotFound);
  const auto late = site.rig.Apply(site.county.HasAttachment(photo->ref().digest));
  CHECK(late.error().kind == ErrorKind::kNotFound);
}

TEST_CASE("a record that the county refuses keeps its photo here, and it is not sent") {
  Site site;
  const auto photo = site.rig.Attach(PictureOf(1));
  const auto filed = site.rig.FileWith("不收", {photo});
  const auto header = DecodeRecordHeader(site.rig.Decoded().entries.at(0).header);
  site.county.refuse[header->id] = RecordStatus::kRejected;
  site.rig.Drain(site.county);
  const auto other = site.rig.Attach(PictureOf(2));
  REQUIRE(site.rig.FileWith("收", {other}));
  site.rig.Drain(site.county);
  CHECK(site.rig.AttachmentStates(filed->number) == States{"set_aside: its record was set aside"});
  CHECK(Waits(site.rig, other->ref().digest));
  site.rig.Restart();
  CHECK(Waits(site.rig, other->ref().digest));
  CHECK(std::filesystem::exists(site.rig.FileOf(photo->ref().digest)));
}

TEST_CASE("a restored county gets again the photos it had not in its backup, not the others") {
  Site site;
  const auto safe = site.rig.Attach(PictureOf(1));
  const auto unsafe = site.rig.Attach(PictureOf(2));
  const auto first = site.rig.FileWith("一", {safe});
  site.rig.Drain(site.county);
  REQUIRE(site.rig.Apply(site.county.HasAttachment(safe->ref().digest)));
  site.county.safe_serial = site.county.next_serial - 1;
  site.rig.Exchange(site.county);
  const TestCounty backup = site.county;
  const auto second = site.rig.FileWith("二", {unsafe});
  site.rig.Drain(site.county);
  REQUIRE(site.rig.Apply(site.county.HasAttachment(unsafe->ref().digest)));
  CHECK(site.rig.AttachmentStates(second->number) == States{"stored"});

  site.county = backup;
  site.county.ledger = Uuid::Random();
  site.rig.Drain(site.county);
  CHECK(site.rig.AttachmentStates(first->number) == States{"safe"});
  CHECK(site.rig.AttachmentStates(second->number) == States{"waiting"});
  CHECK(Waits(site.rig, unsafe->ref().digest));
  REQUIRE(site.rig.Apply(site.county.HasAttachment(unsafe->ref().digest)));
  CHECK(site.rig.AttachmentStates(second->number) == States{"stored"});
}

TEST_CASE("a photo that is damaged, short or gone is set aside with a reason; the next goes up") {
  Site site;
  const auto bad = site.rig.Attach(PictureOf(1));
  const auto good = site.rig.Attach(PictureOf(2));
  const auto filed = site.rig.FileWith("照片", {bad, good});
  site.rig.Drain(site.county);
  const auto path = site.rig.FileOf(bad->ref().digest);
  std::string reason = "its file is damaged";
  SUBCASE("damaged") {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(70'000);
    file.put('x');
  }
  SUBCASE("short") { std::filesystem::resize_file(path, 1000); }
  SUBCASE("gone") {
    std::filesystem::remove(path);
    reason = "its file cannot be read";
  }
  SUBCASE("gone while it goes up") {
    CHECK(Waits(site.rig, bad->ref().digest));
    std::filesystem::remove(path);
    CHECK(site.rig.ReadAttachment(bad->ref().digest, 0, 10).error().kind == ErrorKind::kNotFound);
    reason = "its file cannot be read";
  }
  CHECK(Waits(site.rig, good->ref().digest));
  const auto states = site.rig.AttachmentStates(filed->number);
  REQUIRE(states.size() == 2);
  CHECK(states[0].starts_with("set_aside: " + reason));
  CHECK(states[1] == "waiting");
}

TEST_CASE("what the county will not have is set aside, and its file stays") {
  Site site;
  const auto photo = site.rig.Attach(PictureOf(1));
  const auto filed = site.rig.FileWith("照片", {photo});
  site.rig.Drain(site.county);
  CHECK(site.rig.SetAside(photo->ref().digest, Refusal::kNoRecord, "no record names it").value());
  CHECK_FALSE(site.rig.SetAside(photo->ref().digest, Refusal::kNoRecord, "again").value());
  CHECK(site.rig.AttachmentStates(filed->number) == States{"set_aside: no record names it"});
  CHECK_FALSE(site.rig.NextAttachment().value());
  CHECK(site.rig.FilesOnDisk().size() == 1);
}

TEST_CASE("a start removes what no request names, and nothing else") {
  Site site;
  const auto photo = site.rig.Attach(PictureOf(1));
  REQUIRE(site.rig.FileWith("照片", {photo}));
  auto draft = site.rig.Attach(PictureOf(2));
  auto writing = site.rig.store->Attachments().Begin();
  REQUIRE((*writing)->Add(PictureOf(3)));
  // As a kill leaves the folder.
  TempFolder killed;
  std::filesystem::copy(
      site.rig.folder, killed.path(),
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  StoreRig rig(site.rig, killed.path());
  REQUIRE(rig.FilesOnDisk().size() == 3);
  SUBCASE("with its database") {
    rig.Start();
    rig.Settle();
    CHECK(rig.FilesOnDisk() == std::vector{ToHex(photo->ref().digest)});
  }
  SUBCASE("a database of a newer program: nothing is touched") {
    std::fstream file(rig.folder / "studio.db", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(60);
    file.write("\0\0\x03\xe7", 4);
    file.close();
    std::filesystem::remove(rig.folder / "studio.db-wal");
    rig.Start();
    CHECK(rig.NextAttachment().error().kind == ErrorKind::kUnsupported);
    CHECK(rig.FilesOnDisk().size() == 3);
  }
}
