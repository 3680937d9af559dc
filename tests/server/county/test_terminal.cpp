#include "test_terminal.h"

#include "shared/exchange/envelope.h"
#include "shared/record/sealing.h"

namespace county {

using studio::Batch;
using studio::BatchEntry;
using studio::RecordKind;

TestTerminal::TestTerminal(TestCounty& county, StudioId studio)
    : county_(&county), studio_(studio), key_(studio::SigningKey::Generate()) {
  const auto envelope = county.office().Enrol(
      ToJson(studio::EnrolmentRequest{county.NewCode(studio), key_.Public(), "test"}));
  REQUIRE(envelope);
  const auto payload = studio::OpenEnvelope(studio::kEnrolmentContext, *envelope,
                                            std::vector{county.keys().signing.Public()});
  REQUIRE(payload);
  number_ = studio::EnrolmentAnswerFromJson(*payload).value().terminal;
  opening_.stream = studio::Uuid::Random();
  opening_.terminal = number_;
  head_.digest = opening_.FirstPrevious();
}

TestRecord TestTerminal::Make(RecordKind kind, const std::string& body,
                              std::vector<Digest> attachments) {
  TestRecord record;
  record.header.id = studio::Uuid::V7(county_->now_ms());
  record.header.kind = kind;
  record.header.studio = studio_;
  record.header.terminal = number_;
  record.header.clock.wall_ms = county_->now_ms();
  record.header.clock.boot = studio::Uuid::Random();
  record.header.attachments = std::move(attachments);
  const auto sealed = studio::Seal({record.header.id, kind, number_}, studio::AsBytes(body),
                                   std::vector{county_->keys().sealing.Public()});
  REQUIRE(sealed);
  record.sealed = *sealed;
  record.header.sealed_hash = studio::HashOfSealed(record.sealed);
  record.header_bytes = Encode(record.header);
  return record;
}

TestRecord TestTerminal::MakeRequest(const std::string& words,
                                     const std::vector<studio::AttachmentRef>& attachments) {
  studio::RequestBody body;
  body.receipt = studio::ReceiptNumber::Random(number_).digits();
  body.reading_key = studio::ToBase64Url(studio::BoxKeyPair::Generate().Public().bytes);
  body.category = "roads";
  body.words = words;
  body.attachments = attachments;
  std::vector<Digest> digests;
  for (const studio::AttachmentRef& ref : attachments) digests.push_back(ref.digest);
  return Make(RecordKind::kRequest, ToJson(body), std::move(digests));
}

TestRecord TestTerminal::MakeWithdrawal(const studio::Uuid& of) {
  return Make(RecordKind::kWithdrawal,
              ToJson(studio::WithdrawalBody{of, studio::ReceiptNumber::Random(number_).digits()}));
}

BatchEntry TestTerminal::PlaceDigest(const TestRecord& record) {
  const studio::Place place{opening_.stream, head_.seq + 1, head_.digest};
  BatchEntry entry;
  entry.header = record.header_bytes;
  entry.place = SignPlace(key_, record.digest(), place);
  head_ = {place.seq, record.digest()};
  return entry;
}

BatchEntry TestTerminal::Place(const TestRecord& record) {
  BatchEntry entry = PlaceDigest(record);
  entry.sealed = record.sealed;
  return entry;
}

void TestTerminal::MoveToNewStream(const studio::StreamHead& old_head) {
  opening_.succeeds = opening_.stream;
  opening_.old_head = old_head;
  opening_.stream = studio::Uuid::Random();
  head_ = {0, opening_.FirstPrevious()};
}

Batch TestTerminal::MakeBatch(std::vector<BatchEntry> entries) const {
  return {number_, opening_, head_, std::move(entries)};
}

Terminal TestTerminal::AsKnown() const { return {number_, studio_, key_.Public(), false}; }

Answer<Bytes> TestTerminal::SendBytes(ByteView batch) {
  return county_->office().TakeBatch(AsKnown(), batch);
}

studio::Ack TestTerminal::Send(std::vector<BatchEntry> entries) {
  const std::size_t count = entries.size();
  const Bytes batch = Encode(MakeBatch(std::move(entries)));
  const auto envelope = SendBytes(batch);
  REQUIRE_MESSAGE(envelope, (envelope ? "" : envelope.error().detail));
  const auto payload = studio::OpenEnvelope(studio::kAckContext, *envelope,
                                            std::vector{county_->keys().signing.Public()});
  REQUIRE(payload);
  const studio::Ack ack = studio::AckFromJson(*payload).value();
  CHECK(ack.terminal == number_);
  CHECK(ack.batch_hash == studio::HashOfBatch(batch));
  CHECK(ack.stream == opening_.stream);
  REQUIRE(ack.answers.size() == count);
  return ack;
}

}  // namespace county
