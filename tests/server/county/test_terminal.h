// The terminal's side of the protocol, with nothing but shared/: makes records, places them on a
// stream, batches them. Copying one is copying a disk image.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/bodies/request_body.h"
#include "shared/exchange/ack.h"
#include "shared/exchange/batch.h"
#include "test_county.h"

namespace county {

struct TestRecord {
  studio::RecordHeader header;
  Bytes header_bytes;
  Bytes sealed;
  Digest digest() const { return studio::DigestOfHeader(header_bytes); }
};

class TestTerminal {
 public:
  // Enrols at the county.
  explicit TestTerminal(TestCounty& county, StudioId studio = 1);

  TerminalNumber number() const { return number_; }
  const studio::SigningKey& key() const { return key_; }
  const studio::StreamOpening& opening() const { return opening_; }
  const studio::StreamHead& head() const { return head_; }

  TestRecord MakeRequest(const std::string& words,
                         const std::vector<studio::AttachmentRef>& attachments = {});
  TestRecord MakeWithdrawal(const studio::Uuid& of);
  TestRecord Make(studio::RecordKind kind, const std::string& body,
                  std::vector<Digest> attachments = {});
  // Takes the next place on the current stream.
  studio::BatchEntry Place(const TestRecord& record);
  // Its digest alone, as of one withdrawn before it was sent.
  studio::BatchEntry PlaceDigest(const TestRecord& record);
  // Goes on in a new stream after the old one as the county told it.
  void MoveToNewStream(const studio::StreamHead& old_head);

  studio::Batch MakeBatch(std::vector<studio::BatchEntry> entries) const;
  // Sends, opens the ack and checks that it answers this batch.
  studio::Ack Send(std::vector<studio::BatchEntry> entries);
  Answer<Bytes> SendBytes(ByteView batch);
  Terminal AsKnown() const;

 private:
  TestCounty* county_;
  StudioId studio_;
  studio::SigningKey key_;
  TerminalNumber number_ = 0;
  studio::StreamOpening opening_;
  studio::StreamHead head_;
};

}  // namespace county
