// An outbox that came by hand.
#include "server/office/carried_import.h"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>

#include "county/test_attachment.h"
#include "shared/exchange/attachment_ack.h"
#include "shared/exchange/carried_file.h"
#include "shared/exchange/envelope.h"

namespace county {
namespace {

using studio::BatchEntry;
using studio::CarriedKind;
using studio::CarriedType;
using studio::CarriedWriter;
using studio::ErrorKind;

struct CarriedReply {
  std::vector<studio::Ack> acks;
  std::vector<studio::AttachmentAck> attachments;
  std::vector<studio::FeedPage> pages;
};

class Stick {
 public:
  explicit Stick(TestCounty& county) : county_(&county) {}

  const std::filesystem::path up() const { return folder_.path() / "up.msc"; }
  const std::filesystem::path down() const { return folder_.path() / "down.msc"; }

  void Write(const TestTerminal& terminal, const std::vector<Bytes>& batches,
             const std::vector<TestAttachment>& attachments = {}, const std::string& cursor = "") {
    Bytes file;
    CarriedWriter writer([&](ByteView bytes) {
      file.insert(file.end(), bytes.begin(), bytes.end());
      return Result<bool>(true);
    });
    REQUIRE(writer.Begin({CarriedKind::kOutbox, terminal.number()}));
    REQUIRE(writer.Add(CarriedType::kCursor, studio::AsBytes(cursor)));
    for (const Bytes& batch : batches) REQUIRE(writer.Add(CarriedType::kBatch, batch));
    for (const TestAttachment& attachment : attachments) {
      REQUIRE(writer.Add(CarriedType::kAttachment, attachment.digest(), attachment.file));
    }
    REQUIRE(writer.Finish(terminal.key()));
    REQUIRE(WriteFile(up(), file, FileMode::kPrivate));
  }
  void Write(const TestTerminal& terminal, std::vector<BatchEntry> entries,
             const std::vector<TestAttachment>& attachments = {}, const std::string& cursor = "") {
    Write(terminal, std::vector<Bytes>{Encode(terminal.MakeBatch(std::move(entries)))}, attachments,
          cursor);
  }

  CarriedPaths paths() const { return {up(), down(), folder_.path()}; }
  Result<CarriedImport> Import() {
    Office office(county_->Open(), KeysIn(county_->folder()),
                  RisingClock([county = county_] { return county->now_ms(); }));
    return ImportOutbox(office, county_->keys(), paths());
  }

  CarriedReply Read(const TestTerminal& terminal) const {
    const Bytes file = ReadFile(down()).value();
    std::size_t at = 0;
    studio::CarriedReader reader([&](std::span<std::uint8_t> out) {
      const std::size_t size = std::min(out.size(), file.size() - at);
      std::copy_n(file.begin() + static_cast<std::ptrdiff_t>(at), size, out.begin());
      at += size;
      return Result<std::size_t>(size);
    });
    const auto head = reader.ReadHead();
    REQUIRE(head);
    CHECK(head->kind == CarriedKind::kReply);
    CHECK(head->terminal == terminal.number());
    CarriedReply reply;
    for (;;) {
      const auto entry = reader.Next();
      REQUIRE(entry);
      if (!*entry) break;
      const Bytes content = reader.ReadContent().value();
      const auto open = [&](std::string_view context) {
        return studio::OpenEnvelope(context, content, std::vector{county_->keys().signing.Public()})
            .value();
      };
      if ((*entry)->type == CarriedType::kAck) {
        reply.acks.push_back(studio::AckFromJson(open(studio::kAckContext)).value());
      } else if ((*entry)->type == CarriedType::kAttachmentAck) {
        reply.attachments.push_back(
            studio::AttachmentAckFromJson(open(studio::kAttachmentContext)).value());
      } else {
        reply.pages.push_back(studio::FeedPageFromJson(open(studio::kFeedContext)).value());
      }
    }
    CHECK(reader.Seal().IsBy(county_->keys().signing.Public()));
    return reply;
  }

 private:
  TestCounty* county_;
  TestFolder folder_;
};

std::string Refused(Stick& stick, ErrorKind kind) {
  const auto imported = stick.Import();
  REQUIRE_FALSE(imported);
  CHECK(imported.error().kind == kind);
  CHECK_FALSE(std::filesystem::exists(stick.down()));
  return imported.error().detail;
}

}  // namespace

TEST_CASE("an outbox that was carried is taken and answered as from the line") {
  TestCounty county;
  TestTerminal terminal(county);
  Stick stick(county);
  const TestAttachment photo = SealedAttachment(600'000);
  const TestRecord with_photo = terminal.MakeRequest("一", {photo.ref});
  const TestRecord plain = terminal.MakeRequest("二");
  const std::vector<BatchEntry> entries{terminal.Place(with_photo), terminal.Place(plain)};
  stick.Write(terminal, entries, {photo});
  const auto imported = stick.Import();
  REQUIRE(imported);
  CHECK(imported->terminal == terminal.number());
  CHECK(imported->stored == 2);
  CHECK(imported->attachments == 1);
  CHECK(imported->pages > 0);

  const auto ledger = county.LedgerListing();
  REQUIRE(ledger.size() == 2);
  CHECK(ledger[0]["body"]["words"] == "一");
  CHECK(ledger[0]["attachments"][0]["arrived"] == true);
  const CarriedReply reply = stick.Read(terminal);
  REQUIRE(reply.acks.size() == 1);
  CHECK(reply.acks[0].answers.size() == 2);
  CHECK(reply.acks[0].batch_hash == studio::HashOfBatch(Encode(terminal.MakeBatch(entries))));
  REQUIRE(reply.attachments.size() == 1);
  CHECK(reply.attachments[0].digest == photo.digest());
  CHECK(reply.attachments[0].ledger == reply.acks[0].ledger);
  CHECK(reply.attachments[0].county_time_ms > reply.acks[0].county_time_ms);
  REQUIRE_FALSE(reply.pages.empty());
  CHECK(reply.pages.front().from.empty());
  CHECK(reply.pages.front().county_time_ms > reply.attachments[0].county_time_ms);
  CHECK_FALSE(reply.pages.back().more);
  CHECK(reply.pages.back().to == reply.acks[0].feed_cursor);
}

TEST_CASE("what was checked is what is taken, whatever the stick says by then") {
  TestCounty county;
  TestTerminal terminal(county);
  Stick stick(county);
  const auto batch_of = [&](const std::string& words) {
    return Encode(terminal.MakeBatch({terminal.Place(terminal.MakeRequest(words))}));
  };
  stick.Write(terminal, std::vector<Bytes>{batch_of("一"), batch_of("二")});
  Bytes altered = ReadFile(stick.up()).value();
  std::fill(altered.begin() + 20, altered.end(), std::uint8_t{0});
  // The first reading is over once the county looks at its clock.
  Office office(county.Open(), KeysIn(county.folder()), RisingClock([&] {
                  REQUIRE(WriteFile(stick.up(), altered, FileMode::kPrivate));
                  return county.now_ms();
                }));
  const auto imported = ImportOutbox(office, county.keys(), stick.paths());
  REQUIRE(imported);
  CHECK(imported->stored == 2);
  CHECK(ReadFile(stick.up()).value() == altered);
}

TEST_CASE("a pipe is no outbox, and a link or a pipe beside the reply is not opened") {
  TestCounty county;
  TestTerminal terminal(county);
  Stick stick(county);
  REQUIRE(mkfifo(stick.up().c_str(), 0600) == 0);
  Refused(stick, ErrorKind::kInvalid);
  std::filesystem::remove(stick.up());
  stick.Write(terminal, {terminal.Place(terminal.MakeRequest("一"))});
  const std::filesystem::path beside = stick.down().string() + ".new";
  const std::filesystem::path victim = stick.down().string() + ".victim";
  REQUIRE(WriteFile(victim, {}, FileMode::kPrivate));
  SUBCASE("a link") { std::filesystem::create_symlink(victim, beside); }
  SUBCASE("a pipe") { REQUIRE(mkfifo(beside.c_str(), 0600) == 0); }
  REQUIRE(stick.Import());
  CHECK(stick.Read(terminal).acks.size() == 1);
  CHECK(std::filesystem::is_empty(victim));
}

TEST_CASE("importing twice, or by stick and by line both, keeps each once") {
  TestCounty county;
  TestTerminal terminal(county);
  Stick stick(county);
  const TestAttachment photo = SealedAttachment(80'000);
  const BatchEntry first = terminal.Place(terminal.MakeRequest("一", {photo.ref}));
  const BatchEntry second = terminal.Place(terminal.MakeRequest("二"));
  terminal.Send({second});
  stick.Write(terminal, {first, second}, {photo});
  const auto once = stick.Import();
  REQUIRE(once);
  CHECK(once->stored == 1);
  CHECK(once->duplicate == 1);
  const auto before = county.LedgerListing();
  const auto streams = county.StreamListing();
  const CarriedReply earlier = stick.Read(terminal);

  const auto twice = stick.Import();
  REQUIRE(twice);
  CHECK(twice->stored == 0);
  CHECK(twice->duplicate == 2);
  CHECK(twice->attachments == 1);
  CHECK(county.LedgerListing() == before);
  CHECK(county.StreamListing() == streams);
  terminal.Send({first});
  CHECK(county.LedgerListing() == before);
  CHECK(stick.Read(terminal).attachments[0].serial == earlier.attachments[0].serial);
}

TEST_CASE("a photo that was half sent by the line is made whole by hand") {
  TestCounty county;
  TestTerminal terminal(county);
  Stick stick(county);
  const TestAttachment photo = SealedAttachment(80'000);
  Announce(terminal, {photo});
  REQUIRE(county.office().BeginUpload(terminal.AsKnown(), photo.digest(), photo.size()));
  REQUIRE(
      county.office().AddToUpload(terminal.AsKnown(), photo.digest(), 0, photo.Part(0, 50'000)));
  stick.Write(terminal, std::vector<BatchEntry>{}, {photo});
  CHECK(stick.Import().value().attachments == 1);
  CHECK(county.office().ConfirmAttachment(terminal.AsKnown(), photo.digest()));
}

TEST_CASE("a photo whose record was withdrawn, or that is not what it says, is left") {
  TestCounty county;
  TestTerminal terminal(county);
  Stick stick(county);
  const TestAttachment gone = SealedAttachment(2000);
  TestAttachment wrong = SealedAttachment(2000);
  const TestRecord record = terminal.MakeRequest("一", {gone.ref});
  const TestRecord other = terminal.MakeRequest("二", {wrong.ref});
  wrong.file[100] ^= 1;
  stick.Write(terminal,
              {terminal.Place(record), terminal.Place(terminal.MakeWithdrawal(record.header.id)),
               terminal.Place(other)},
              {gone, wrong});
  const auto imported = stick.Import();
  REQUIRE(imported);
  CHECK(imported->stored == 3);
  CHECK(imported->attachments == 0);
  CHECK(imported->left_attachments == 2);
  CHECK(stick.Read(terminal).attachments.empty());
}

TEST_CASE("the feed goes on from where the terminal stands, in as many pages as it takes") {
  TestCounty county("tieli-full");
  TestTerminal terminal(county);
  Stick stick(county);
  stick.Write(terminal, std::vector<BatchEntry>{});
  REQUIRE(stick.Import());
  const CarriedReply all = stick.Read(terminal);
  REQUIRE(all.pages.size() > 1);
  for (std::size_t i = 1; i < all.pages.size(); ++i) {
    CHECK(all.pages[i].from == all.pages[i - 1].to);
  }
  stick.Write(terminal, std::vector<BatchEntry>{}, {}, all.pages.back().to);
  CHECK(stick.Import().value().pages == 0);
  CHECK(stick.Read(terminal).acks.size() == 1);
}

TEST_CASE("a file that is not whole takes nothing in, and says what is wrong") {
  TestCounty county;
  TestTerminal terminal(county);
  Stick stick(county);
  Refused(stick, ErrorKind::kNotFound);
  stick.Write(terminal, {terminal.Place(terminal.MakeRequest("一"))});
  const Bytes whole = ReadFile(stick.up()).value();
  for (std::size_t size : {std::size_t{0}, std::size_t{5}, whole.size() / 2, whole.size() - 1}) {
    REQUIRE(WriteFile(stick.up(), ByteView(whole).first(size), FileMode::kPrivate));
    Refused(stick, ErrorKind::kMalformed);
  }
  for (std::size_t at : {std::size_t{20}, whole.size() / 2, whole.size() - 110}) {
    Bytes altered = whole;
    altered[at] ^= 1;
    REQUIRE(WriteFile(stick.up(), altered, FileMode::kPrivate));
    const auto imported = stick.Import();
    CHECK_FALSE(imported);
  }
  REQUIRE(WriteFile(stick.up(), Bytes(3'000'000, 'x'), FileMode::kPrivate));
  CHECK(Refused(stick, ErrorKind::kMalformed).find("no file of an outbox") != std::string::npos);
  CHECK(county.LedgerListing().empty());
}

TEST_CASE("a file of another county, of nobody known or of a revoked terminal takes nothing in") {
  TestCounty county, elsewhere;
  TestTerminal terminal(county), stranger(elsewhere), other(county), unknown(elsewhere),
      third(elsewhere);
  Stick stick(county);
  // Its number is somebody else's here.
  stick.Write(stranger, {stranger.Place(stranger.MakeRequest("一"))});
  CHECK(Refused(stick, ErrorKind::kForged).find("did not make it") != std::string::npos);
  stick.Write(third, {third.Place(third.MakeRequest("一"))});
  CHECK(Refused(stick, ErrorKind::kNotForUs).find("no terminal here") != std::string::npos);
  // Another terminal's batch in this one's file.
  stick.Write(terminal,
              std::vector<Bytes>{Encode(other.MakeBatch({other.Place(other.MakeRequest("一"))}))});
  Refused(stick, ErrorKind::kNotForUs);
  // A batch that is none behind one that is good.
  stick.Write(
      terminal,
      std::vector<Bytes>{Encode(terminal.MakeBatch({terminal.Place(terminal.MakeRequest("一"))})),
                         Bytes{1, 2, 3}});
  Refused(stick, ErrorKind::kMalformed);
  REQUIRE(county.Open().Revoke(terminal.number()));
  stick.Write(terminal, {terminal.Place(terminal.MakeRequest("一"))});
  CHECK(Refused(stick, ErrorKind::kDenied).find("revoked") != std::string::npos);
  CHECK(county.LedgerListing().empty());
}

TEST_CASE("a file that comes again after its terminal began a new stream makes it no clone") {
  TestCounty county;
  TestTerminal terminal(county);
  Stick stick(county);
  const studio::Uuid old_stream = terminal.opening().stream;
  stick.Write(terminal, {terminal.Place(terminal.MakeRequest("一"))});
  const studio::StreamHead old_head = terminal.head();
  REQUIRE(stick.Import());
  terminal.MoveToNewStream(old_head);
  terminal.Send({terminal.Place(terminal.MakeRequest("二"))});
  REQUIRE(stick.Import());
  CHECK(county.StreamListing(old_stream)["clone"] == false);
  CHECK(county.LedgerListing().size() == 2);
}

TEST_CASE("readings of a rising clock never repeat, also where the clock stands or goes back") {
  std::int64_t now = 100;
  const ReadClock clock = RisingClock([&] { return now; });
  CHECK(clock() == 100);
  CHECK(clock() == 101);
  now = 50;
  CHECK(clock() == 102);
  now = 500;
  CHECK(clock() == 500);
}

}  // namespace county
