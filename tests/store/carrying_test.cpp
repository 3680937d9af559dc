// By hand: the outbox as a file, and the county's answer back from one.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "shared/exchange/carried_file.h"
#include "shared/exchange/envelope.h"
#include "shared/files/durable_file.h"
#include "store/files/outbox_export.h"
#include "store_rig.h"
#include "sync/link/carried_reply.h"

using namespace studio;

namespace {

struct Contents {
  std::string cursor;
  std::vector<Bytes> batches;
  std::vector<Bytes> attachments;
};

struct CarryingSite {
  CarryingSite() : county(rig.terminal_key.Public()) {
    rig.county_key = county.sealing.Public();
    rig.county_signing_key = signing.Public();
    rig.Start();
    REQUIRE(rig.Position());  // the database is there
  }

  Identity Who() const {
    Identity identity;
    identity.server_url = "https://county.example:8443";
    identity.county.terminal = StoreRig::kTerminal;
    identity.county.studio = StoreRig::kStudio;
    identity.county.county_sealing_key = rig.county_key;
    identity.county.county_signing_key = rig.county_signing_key;
    identity.terminal_key = rig.terminal_key;
    return identity;
  }
  Result<OutboxExport> Export() { return ExportOutbox(rig.folder, Who(), up); }
  Contents Exported() {
    REQUIRE(Export());
    std::ifstream file(up, std::ios::binary);
    CarriedReader reader([&](std::span<std::uint8_t> out) {
      file.read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(out.size()));
      return Result<std::size_t>(static_cast<std::size_t>(file.gcount()));
    });
    const auto head = reader.ReadHead();
    REQUIRE(head);
    CHECK(head->kind == CarriedKind::kOutbox);
    CHECK(head->terminal == StoreRig::kTerminal);
    Contents contents;
    for (;;) {
      const auto entry = reader.Next();
      REQUIRE(entry);
      if (!*entry) break;
      const auto content = reader.ReadContent();
      REQUIRE(content);
      if ((*entry)->type == CarriedType::kCursor) contents.cursor = AsText(*content);
      if ((*entry)->type == CarriedType::kBatch) contents.batches.push_back(*content);
      if ((*entry)->type == CarriedType::kAttachment) contents.attachments.push_back(*content);
    }
    CHECK(reader.Seal().IsBy(rig.terminal_key.Public()));
    return contents;
  }

  // What the county says to it, a little later each time.
  Ack Answer(const Bytes& batch) {
    county.now_ms += 1000;
    return county.Take(batch);
  }
  void Reply(const std::vector<Ack>& acks, const std::vector<AttachmentAck>& files = {},
             const std::vector<FeedPage>& pages = {},
             TerminalNumber terminal = StoreRig::kTerminal) {
    ReplyBy(signing, signing, acks, files, pages, terminal);
  }
  void ReplyBy(const SigningKey& maker, const SigningKey& speaker, const std::vector<Ack>& acks,
               const std::vector<AttachmentAck>& files, const std::vector<FeedPage>& pages,
               TerminalNumber terminal) {
    Bytes bytes;
    CarriedWriter writer([&](ByteView more) {
      bytes.insert(bytes.end(), more.begin(), more.end());
      return Result<bool>(true);
    });
    REQUIRE(writer.Begin({CarriedKind::kReply, terminal}));
    for (const Ack& ack : acks) {
      REQUIRE(writer.Add(CarriedType::kAck, SealEnvelope(kAckContext, ToJson(ack), speaker)));
    }
    for (const AttachmentAck& ack : files) {
      REQUIRE(writer.Add(CarriedType::kAttachmentAck,
                         SealEnvelope(kAttachmentContext, ToJson(ack), speaker)));
    }
    for (const FeedPage& page : pages) {
      REQUIRE(writer.Add(CarriedType::kPage, SealEnvelope(kFeedContext, ToJson(page), speaker)));
    }
    REQUIRE(writer.Finish(maker));
    REQUIRE(WriteDurably(down, AsText(bytes)));
  }
  Result<CarriedReply> Import() { return ImportReply(down, rig.folder, Who(), rig.store->link()); }

  FeedPage Page(const std::string& from, const std::string& to, const std::string& name) const {
    FeedPage page;
    page.studio = StoreRig::kStudio;
    page.generation = generation;
    page.from = from;
    page.to = to;
    page.county_time_ms = county.now_ms;
    page.changes = {{"village", "v", 1, false, "{\"name\":\"" + name + "\"}"}};
    return page;
  }
  std::string Village() {
    rig.Settle();
    return rig.station && !rig.station->villages.empty() ? rig.station->villages[0].name : "";
  }

  StoreRig rig;
  SigningKey signing = SigningKey::Generate();
  TestCounty county;
  Uuid generation = Uuid::Random();
  TempFolder stick;
  std::filesystem::path up = stick.path() / "up.msc";
  std::filesystem::path down = stick.path() / "down.msc";
};

}  // namespace

TEST_CASE("the outbox as a file holds what waits, as the line would take it, and changes nothing") {
  CarryingSite site;
  REQUIRE(site.rig.File("第一件"));
  REQUIRE(site.rig.File("第二件", true));
  const AttachmentPtr photo = site.rig.Attach(Bytes(70'000, 3));
  REQUIRE(site.rig.FileWith("第三件", {photo}));

  const auto made = site.Export();
  REQUIRE(made);
  CHECK(made->records == 3);
  CHECK(made->attachments == 1);
  CHECK(made->left_records + made->left_attachments == 0);
  const Contents contents = site.Exported();
  REQUIRE(contents.batches.size() == 1);
  CHECK(contents.batches[0] == site.rig.Prepare()->bytes);
  REQUIRE(contents.attachments.size() == 1);
  const Bytes file = *site.rig.ReadAttachment(photo->ref().digest, 0, kMaxAttachmentBytes);
  CHECK(ByteView(contents.attachments[0]).size() == file.size() + 32);
  CHECK(std::equal(file.begin(), file.end(), contents.attachments[0].begin() + 32));
  CHECK(site.rig.Decoded().entries.size() == 3);
  // Once more is the same file.
  const auto before = ReadWhole(site.up);
  REQUIRE(site.Export());
  CHECK(*ReadWhole(site.up) == *before);
}

TEST_CASE("many records go as many batches, urgent first, each once") {
  CarryingSite site;
  for (int i = 0; i < 450; ++i) REQUIRE(site.rig.File("第" + std::to_string(i) + "件"));
  REQUIRE(site.rig.File("急事", true));
  const Contents contents = site.Exported();
  CHECK(contents.batches.size() == 3);
  std::vector<Ack> acks;
  for (const Bytes& batch : contents.batches) acks.push_back(site.Answer(batch));
  CHECK(site.county.records.size() == 451);
  CHECK(site.county.arrivals.front() == "急事");
  CHECK(site.county.arrivals.back() == "第449件");
  site.Reply(acks);
  const auto imported = site.Import();
  REQUIRE(imported);
  CHECK(imported->records == 451);
  CHECK(site.rig.Decoded().entries.empty());
}

TEST_CASE("an empty outbox is a greeting, and tells where the feed continues") {
  CarryingSite site;
  Contents contents = site.Exported();
  REQUIRE(contents.batches.size() == 1);
  CHECK(DecodeBatch(contents.batches[0])->entries.empty());
  CHECK(contents.cursor.empty());
  REQUIRE(site.rig.Apply(site.Page("", "5", "示例村")));
  CHECK(site.Exported().cursor == "5");
}

TEST_CASE("a damaged photo is left out of the file and holds up nothing else") {
  CarryingSite site;
  const AttachmentPtr first = site.rig.Attach(Bytes(70'000, 3));
  const AttachmentPtr second = site.rig.Attach(Bytes(70'000, 4));
  REQUIRE(site.rig.FileWith("两张照片", {first, second}));
  std::ofstream(site.rig.FileOf(first->ref().digest), std::ios::binary | std::ios::trunc) << "x";
  const auto made = site.Export();
  REQUIRE(made);
  CHECK(made->attachments == 1);
  CHECK(made->left_attachments == 1);
  CHECK(site.Exported().attachments.size() == 1);
}

TEST_CASE(
    "a file that cannot be written, or a terminal never started, is said and leaves nothing") {
  CarryingSite site;
  site.up = site.stick.path() / "nowhere" / "up.msc";
  CHECK(site.Export().error().kind == ErrorKind::kStorage);
  site.up = site.stick.path();  // a folder
  CHECK(site.Export().error().kind == ErrorKind::kStorage);
  TempFolder empty;
  CHECK(ExportOutbox(empty.path(), site.Who(), site.down).error().kind == ErrorKind::kNotFound);
  CHECK_FALSE(std::filesystem::exists(site.down));
}

TEST_CASE("the county's answer marks records, attachments and the feed as from the line") {
  CarryingSite site;
  const AttachmentPtr photo = site.rig.Attach(Bytes(70'000, 3));
  const auto filed = site.rig.FileWith("一张照片", {photo});
  REQUIRE(filed);
  const Ack ack = site.Answer(site.Exported().batches[0]);
  AttachmentAck has = site.county.HasAttachment(photo->ref().digest);
  has.terminal = StoreRig::kTerminal;
  has.county_time_ms = site.county.now_ms;
  site.Reply({ack}, {has}, {site.Page("", "5", "示例村")});
  const auto imported = site.Import();
  REQUIRE(imported);
  CHECK(imported->records == 1);
  CHECK(imported->attachments == 1);
  CHECK(imported->pages == 1);
  CHECK(site.rig.OutboxState(filed->number) == "stored");
  CHECK(site.rig.AttachmentStates(filed->number) == std::vector<std::string>{"stored"});
  CHECK(site.Village() == "示例村");
  CHECK(site.rig.receipts.back().state == ReceiptState::kReceived);

  const std::size_t told = site.rig.receipts.size();
  const auto again = site.Import();
  REQUIRE(again);
  CHECK(again->records + again->attachments + again->pages == 0);
  CHECK(again->known == 3);
  site.rig.Settle();
  CHECK(site.rig.receipts.size() == told);
  CHECK(site.rig.Position()->cursor == "5");
}

TEST_CASE("an old answer after a newer one changes nothing") {
  CarryingSite site;
  const auto filed = site.rig.File("修桥");
  REQUIRE(filed);
  const Ack old_ack = site.Answer(site.Exported().batches[0]);
  const FeedPage old_page = site.Page("", "5", "旧名");
  REQUIRE(site.rig.Apply(old_ack));  // by the line
  // Since then the county was put back to a backup that had it, under a new ledger and feed.
  site.county.ledger = Uuid::Random();
  site.county.safe_serial = 1;
  site.county.now_ms += 1000;
  REQUIRE(site.rig.Apply(site.county.Take(site.rig.Greeting()->bytes)));
  site.rig.Exchange(site.county);
  FeedPage page = site.Page("", "9", "新名");
  page.generation = Uuid::Random();
  REQUIRE(site.rig.Apply(page));
  const std::string state = site.rig.OutboxState(filed->number);

  site.Reply({old_ack}, {}, {old_page});
  const auto imported = site.Import();
  REQUIRE(imported);
  CHECK(imported->known == 2);
  CHECK(imported->records + imported->pages == 0);
  CHECK(site.rig.OutboxState(filed->number) == state);
  CHECK(site.rig.Decoded().entries.empty());
  CHECK(site.Village() == "新名");
  CHECK(site.rig.Position()->cursor == "9");
}

TEST_CASE("an answer that was begun is gone on with where it stopped") {
  CarryingSite site;
  for (int i = 0; i < 250; ++i) REQUIRE(site.rig.File("第" + std::to_string(i) + "件"));
  const Contents contents = site.Exported();
  REQUIRE(contents.batches.size() == 2);
  const Ack first = site.Answer(contents.batches[0]), second = site.Answer(contents.batches[1]);
  REQUIRE(site.rig.Apply(first));
  site.Reply({first, second});
  const auto imported = site.Import();
  REQUIRE(imported);
  CHECK(imported->known == 1);
  CHECK(imported->records == 50);
  CHECK(site.rig.Decoded().entries.empty());
}

TEST_CASE(
    "an answer that is not whole, not the county's or not for this terminal applies nothing") {
  CarryingSite site;
  const auto filed = site.rig.File("修桥");
  REQUIRE(filed);
  const Ack ack = site.Answer(site.Exported().batches[0]);
  const FeedPage page = site.Page("", "5", "示例村");
  const auto refused = [&](ErrorKind kind) {
    const auto imported = site.Import();
    REQUIRE_FALSE(imported);
    CHECK(imported.error().kind == kind);
    CHECK(imported.error().detail.starts_with(site.down.string() + ": it "));
    CHECK(site.rig.OutboxState(filed->number) == "waiting");
    CHECK(site.rig.Position()->cursor.empty());
  };
  site.Reply({ack}, {}, {page});
  const std::string whole = *ReadWhole(site.down);
  for (std::size_t cut : {std::size_t{0}, std::size_t{8}, whole.size() / 2, whole.size() - 1}) {
    REQUIRE(WriteDurably(site.down, whole.substr(0, cut)));
    refused(ErrorKind::kMalformed);
  }
  std::string altered = whole;
  altered[altered.size() - 150] ^= 1;  // in the page
  REQUIRE(WriteDurably(site.down, altered));
  {
    const auto imported = site.Import();
    REQUIRE_FALSE(imported);
    CHECK(site.rig.OutboxState(filed->number) == "waiting");
  }
  std::ofstream(site.down, std::ios::binary | std::ios::trunc) << "{\"一份\": \"别的文件\"}";
  refused(ErrorKind::kMalformed);
  site.Reply({ack}, {}, {page}, StoreRig::kTerminal + 1);
  refused(ErrorKind::kNotForUs);
  const SigningKey stranger = SigningKey::Generate();
  site.ReplyBy(stranger, site.signing, {ack}, {}, {page}, StoreRig::kTerminal);
  refused(ErrorKind::kForged);
  std::filesystem::copy_file(site.up, site.down, std::filesystem::copy_options::overwrite_existing);
  refused(ErrorKind::kNotForUs);
  std::filesystem::remove(site.down);
  refused(ErrorKind::kNotFound);
  site.ReplyBy(site.signing, stranger, {ack}, {}, {page}, StoreRig::kTerminal);
  CHECK(site.Import().error().kind == ErrorKind::kForged);
  CHECK(site.rig.OutboxState(filed->number) == "waiting");
}

TEST_CASE("a pipe or a link beside the file to carry, or in place of an answer, holds up nobody") {
  CarryingSite site;
  REQUIRE(site.rig.File("一"));
  const std::filesystem::path victim = site.up.string() + ".victim";
  REQUIRE(WriteDurably(victim, "ours"));
  for (const char* ending : {".new", ".part", ""}) {
    const std::filesystem::path lies = site.up.string() + ending;
    std::filesystem::remove(lies);
    SUBCASE("a pipe") { REQUIRE(mkfifo(lies.c_str(), 0600) == 0); }
    SUBCASE("a link") { std::filesystem::create_symlink(victim, lies); }
    CHECK(site.Exported().batches.size() == 1);
    CHECK(ReadWhole(victim).value() == "ours");
  }
  std::filesystem::remove(site.down);
  REQUIRE(mkfifo(site.down.c_str(), 0600) == 0);
  CHECK(site.Import().error().kind == ErrorKind::kInvalid);
}
