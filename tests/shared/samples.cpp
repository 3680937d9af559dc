#include "samples.h"

#include <fstream>
#include <iterator>

namespace studio::samples {

Seed SeedOf(std::uint8_t byte) {
  Seed seed;
  seed.fill(byte);
  return seed;
}

Uuid IdOf(std::uint8_t byte) {
  Uuid id;
  id.bytes.fill(byte);
  return id;
}

const SigningKey& Terminal() {
  static const SigningKey kKey = SigningKey::FromSeed(SeedOf(1));
  return kKey;
}

const SigningKey& County() {
  static const SigningKey kKey = SigningKey::FromSeed(SeedOf(2));
  return kKey;
}

const BoxKeyPair& CountyBox() {
  static const BoxKeyPair kPair = BoxKeyPair::FromSeed(SeedOf(3));
  return kPair;
}

const BoxKeyPair& StudioBox() {
  static const BoxKeyPair kPair = BoxKeyPair::FromSeed(SeedOf(4));
  return kPair;
}

RecordHeader Header() {
  RecordHeader header;
  header.id = IdOf(0x17);
  header.kind = RecordKind::kWish;
  header.urgent = true;
  header.studio = 3;
  header.terminal = 37;
  header.clock = {1'767'225'600'123, 4'242, IdOf(0xb0), -1'500};
  header.attachments = {HashOf("a", {}), HashOf("b", {})};
  header.sealed_hash = HashOf("c", {});
  return header;
}

SealBinding BindingOf(const RecordHeader& header) {
  return {header.id, header.kind, header.terminal};
}

Batch TwoRecords() {
  Batch batch;
  batch.terminal = 37;
  batch.opening = {IdOf(0x55), 37, IdOf(0x44), {9, HashOf("old", {})}};
  Digest previous = batch.opening.FirstPrevious();
  for (std::uint8_t n = 1; n <= 2; ++n) {
    RecordHeader header = Header();
    header.id = IdOf(n);
    BatchEntry entry;
    entry.sealed = Bytes(300, n);
    header.sealed_hash = HashOfSealed(*entry.sealed);
    if (n == 2) entry.sealed.reset();
    entry.header = Encode(header);
    const Digest digest = DigestOfHeader(entry.header);
    entry.place = SignPlace(Terminal(), digest, {batch.opening.stream, n, previous});
    previous = digest;
    batch.entries.push_back(std::move(entry));
  }
  batch.head = {2, previous};
  return batch;
}

Ack AnAck() {
  Ack ack;
  ack.terminal = 37;
  ack.batch_hash = HashOfBatch(Encode(TwoRecords()));
  ack.ledger = IdOf(0x1e);
  ack.safe_serial = 12;
  ack.county_time_ms = 1'767'225'605'000;
  ack.answers = {{IdOf(1), RecordStatus::kStored, 13, ""},
                 {IdOf(2), RecordStatus::kRejected, 0, "no body"}};
  ack.stream = IdOf(0x55);
  ack.stream_count = 2;
  ack.stream_head = {2, HashOf("head", {})};
  ack.feed_cursor = "7";
  return ack;
}

FeedPage APage() {
  FeedPage page;
  page.studio = 3;
  page.generation = IdOf(0x9e);
  page.from = "5";
  page.to = "7";
  page.more = true;
  page.county_time_ms = 1'767'225'605'000;
  page.changes = {{"category", "roads", 6, false, R"({"name":"道路桥梁"})"},
                  {"village", "v1", 7, true, ""}};
  return page;
}

RequestBody ARequest() {
  RequestBody body;
  body.receipt = "037482152";
  body.reading_key = "kozt8sbfpnLRNmzAjhII40CU1LeAC_gg1IBl4gyD-co";
  body.category = "roads";
  body.category_name = "道路桥梁";
  body.village = "v1";
  body.village_name = "示例村";
  body.group = "三组";
  body.words = "村口的路灯坏了";
  body.visibility = Visibility::kMembersOnly;
  body.name = "𬱖㛃";
  body.name_ink = {{{{10, 20}, {30, 40}}, {{0, 1000}}}};
  body.phone = "000";
  body.members_may_read = true;
  body.head_count = 3;
  body.representatives = {"示例甲", "示例乙"};
  body.helped_by = "示例丙";
  body.danger = true;
  body.danger_words = {"打人"};
  body.sensitive = {"health"};
  body.left_out = {"money"};
  body.consent_version = "2026-01";
  AttachmentRef photo;
  photo.digest.fill(0xa1);
  photo.key.fill(0xa2);
  photo.type = "image/jpeg";
  photo.bytes = 480'000;
  body.attachments = {photo};
  body.guided_to = "12345";
  return body;
}

EnrolmentAnswer AnEnrolment() {
  return {37,
          3,
          "示例工作室",
          "演示市政协",
          County().Public(),
          CountyBox().Public(),
          IdOf(0x9e),
          1'767'225'605'000};
}

std::string SourceText(const std::string& path) {
  std::ifstream in(std::string(STUDIO_SOURCE_DIR) + "/" + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

Bytes Flipped(Bytes bytes, std::size_t at, unsigned bit) {
  bytes[at] = static_cast<std::uint8_t>(bytes[at] ^ (1U << bit));
  return bytes;
}

}  // namespace studio::samples
