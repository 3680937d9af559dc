// A county small enough for a test: takes batches, proves and opens what is in them, keeps what
// it has by id, and answers with acks. What a backup would hold is copied by value.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/base/keys.h"
#include "shared/bodies/request_body.h"
#include "shared/exchange/ack.h"
#include "shared/exchange/attachment_ack.h"
#include "shared/exchange/batch.h"

namespace studio {

struct TestCounty {
  struct Record {
    std::uint64_t serial = 0;
    RecordHeader header;
    Digest digest{};
    SignedPlace place;
    bool has_body = false;
    std::string body;  // as opened; empty where only the digest came
  };

  explicit TestCounty(VerifyKey terminal) : terminal_key(terminal) {}

  // Fails the test where an entry does not prove itself; not strict, it rejects the entry.
  Ack Take(const Bytes& batch_bytes);
  // The word for an attachment that just arrived whole.
  AttachmentAck HasAttachment(const Digest& digest);
  // How many records carry these words.
  int CountWords(const std::string& words) const;
  // Of one kind, as opened, in the order of arrival.
  std::vector<Record> OfKind(RecordKind kind) const;
  bool HasReceipt(const std::string& number) const;
  // Whether the places of a stream that came run from 1 without a gap, each naming the digest
  // before it.
  bool IsWholeChain(const Uuid& stream) const;

  VerifyKey terminal_key;
  bool strict = true;
  BoxKeyPair sealing = BoxKeyPair::Generate();
  Uuid ledger = Uuid::Random();
  std::string feed_cursor;
  std::int64_t now_ms = 1'800'000'000'000;
  std::uint64_t safe_serial = 0;
  bool safe_at_once = false;
  std::uint64_t next_serial = 1;
  PinCount pins;  // as a heartbeat told
  std::map<Uuid, Record> records;
  std::map<Uuid, StreamOpening> openings;
  std::map<Uuid, std::map<std::uint64_t, Record>> streams;  // by place, duplicates too
  std::map<Uuid, RecordStatus> refuse;                      // with this reason and code
  std::string reason = "no";
  Refusal code = Refusal::kOther;
  std::vector<std::string> arrivals;  // words, in order
  bool forked = false;                // two records at one place, or growth after a successor began

 private:
  bool ProvesItself(const BatchEntry& entry) const;
};

}  // namespace studio
