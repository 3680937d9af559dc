#include "test_county.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "shared/record/sealing.h"

namespace studio {

bool TestCounty::ProvesItself(const BatchEntry& entry) const {
  const auto header = DecodeRecordHeader(entry.header);
  return header && VerifyPlace(terminal_key, DigestOfHeader(entry.header), entry.place) &&
         entry.sealed && HashOfSealed(*entry.sealed) == header->sealed_hash;
}

Ack TestCounty::Take(const Bytes& batch_bytes) {
  const auto batch = DecodeBatch(batch_bytes);
  REQUIRE(batch);
  openings[batch->opening.stream] = batch->opening;
  Ack ack;
  ack.terminal = batch->terminal;
  ack.batch_hash = HashOfBatch(batch_bytes);
  ack.county_time_ms = now_ms;
  ack.feed_cursor = feed_cursor;
  ack.pins = pins;
  for (const BatchEntry& entry : batch->entries) {
    const auto header = DecodeRecordHeader(entry.header);
    RecordAnswer answer;
    if (!strict && !ProvesItself(entry)) {
      answer.id = header ? header->id : Uuid{};
      answer.status = RecordStatus::kRejected;
      ack.answers.push_back(answer);
      continue;
    }
    REQUIRE(header);
    Record record{0, *header, DigestOfHeader(entry.header), entry.place, entry.sealed.has_value(),
                  {}};
    REQUIRE(VerifyPlace(terminal_key, record.digest, entry.place));
    if (entry.sealed) {
      REQUIRE(HashOfSealed(*entry.sealed) == header->sealed_hash);
      const auto body = Open({header->id, header->kind, header->terminal}, *entry.sealed, sealing);
      REQUIRE(body);
      record.body = AsText(*body);
    }
    answer.id = header->id;
    if (refuse.count(header->id) != 0) {
      answer.status = refuse[header->id];
      answer.reason = reason;
      answer.code = code;
      ack.answers.push_back(answer);
      continue;
    }
    const Place& place = entry.place.place;
    const auto [at, is_new_place] = streams[place.stream].try_emplace(place.seq, record);
    forked = forked || (!is_new_place && at->second.digest != record.digest);
    for (const auto& [stream, opening] : openings) {
      forked = forked || (opening.succeeds == place.stream && place.seq > opening.old_head.seq);
    }
    const auto known = records.find(header->id);
    if (known != records.end()) {
      CHECK(known->second.digest == record.digest);
      answer.status = RecordStatus::kDuplicate;
      answer.serial = known->second.serial;
    } else {
      record.serial = answer.serial = next_serial++;
      records[header->id] = record;
      if (const auto body = RequestBodyFromJson(record.body)) arrivals.push_back(body->words);
    }
    ack.answers.push_back(answer);
  }
  if (safe_at_once) safe_serial = next_serial - 1;
  ack.ledger = ledger;
  ack.safe_serial = safe_serial;
  ack.stream = batch->opening.stream;
  const auto& stream = streams[ack.stream];
  ack.stream_count = stream.size();
  if (stream.empty()) {
    ack.stream_head = {0, batch->opening.FirstPrevious()};
  } else {
    ack.stream_head = {stream.rbegin()->first, stream.rbegin()->second.digest};
  }
  return ack;
}

AttachmentAck TestCounty::HasAttachment(const Digest& digest) {
  AttachmentAck ack;
  ack.digest = digest;
  ack.serial = next_serial++;
  if (safe_at_once) safe_serial = ack.serial;
  ack.safe_serial = safe_serial;
  ack.ledger = ledger;
  return ack;
}

int TestCounty::CountWords(const std::string& words) const {
  int count = 0;
  for (const auto& [id, record] : records) {
    const auto body = RequestBodyFromJson(record.body);
    if (record.header.kind == RecordKind::kRequest && body && body->words == words) ++count;
  }
  return count;
}

std::vector<TestCounty::Record> TestCounty::OfKind(RecordKind kind) const {
  std::vector<Record> found;
  for (const auto& [id, record] : records) {
    if (record.header.kind == kind) found.push_back(record);
  }
  std::sort(found.begin(), found.end(),
            [](const Record& a, const Record& b) { return a.serial < b.serial; });
  return found;
}

bool TestCounty::HasReceipt(const std::string& number) const {
  for (const auto& [id, record] : records) {
    const auto body = RequestBodyFromJson(record.body);
    if (record.header.kind == RecordKind::kRequest && body && body->receipt == number) return true;
  }
  return false;
}

bool TestCounty::IsWholeChain(const Uuid& stream) const {
  const auto places = streams.find(stream);
  const auto opening = openings.find(stream);
  if (places == streams.end() || opening == openings.end()) return false;
  std::uint64_t seq = 0;
  Digest previous = opening->second.FirstPrevious();
  for (const auto& [at, record] : places->second) {
    if (at != ++seq || record.place.place.previous != previous) return false;
    previous = record.digest;
  }
  return true;
}

}  // namespace studio
