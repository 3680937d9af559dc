#include "test_attachment.h"

namespace county {

TestAttachment SealedAttachment(std::size_t plain_bytes, const std::string& type) {
  TestAttachment attachment;
  attachment.plain.resize(plain_bytes);
  studio::FillRandom(attachment.plain);
  studio::AttachmentSealer sealer;
  attachment.file = sealer.Add(attachment.plain);
  const Bytes end = sealer.Finish();
  attachment.file.insert(attachment.file.end(), end.begin(), end.end());
  attachment.ref = sealer.Ref();
  attachment.ref.type = type;
  if (type.starts_with("audio/")) attachment.ref.length_ms = 120'000;
  return attachment;
}

TestRecord Announce(TestTerminal& terminal, const std::vector<TestAttachment>& attachments) {
  std::vector<studio::AttachmentRef> refs;
  for (const TestAttachment& attachment : attachments) refs.push_back(attachment.ref);
  TestRecord record = terminal.MakeRequest("见照片", refs);
  const studio::Ack ack = terminal.Send({terminal.Place(record)});
  REQUIRE(ack.answers[0].status == studio::RecordStatus::kStored);
  return record;
}

void UploadWhole(TestCounty& county, const TestTerminal& terminal,
                 const TestAttachment& attachment) {
  Office& office = county.office();
  const Terminal known = terminal.AsKnown();
  REQUIRE(office.BeginUpload(known, attachment.digest(), attachment.size()));
  const std::size_t half = attachment.size() / 2;
  REQUIRE(office.AddToUpload(known, attachment.digest(), 0, attachment.Part(0, half)));
  const auto whole = office.AddToUpload(known, attachment.digest(), half,
                                        attachment.Part(half, attachment.size() - half));
  REQUIRE(whole);
  CHECK(whole->offset == attachment.size());
}

}  // namespace county
