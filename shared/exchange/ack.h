// The county's answer to a batch, in an envelope (kAckContext). Only this counts as success.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/record/pin_count.h"
#include "shared/record/record.h"
#include "shared/record/refusal.h"
#include "shared/record/stream.h"

namespace studio {

enum class RecordStatus { kStored, kDuplicate, kConflict, kRejected };
std::string_view NameOf(RecordStatus status);

struct RecordAnswer {
  Uuid id;
  RecordStatus status = RecordStatus::kStored;
  std::uint64_t serial = 0;  // arrival number in the county's ledger; 0 where not kept
  std::string reason;        // English, for conflict and rejected
  // Of those two. A county of before there were codes says the English alone.
  Refusal code = Refusal::kOther;
};

struct Ack {
  TerminalNumber terminal = 0;
  Digest batch_hash{};  // HashOf("ms.batch.v1", batch bytes): an answer for another batch is none
  // The ledger this county is running on; a restored one has a new id, and then everything that
  // was stored but not safe is sent again.
  Uuid ledger;
  std::uint64_t safe_serial = 0;  // every arrival up to here is in the county's backup too
  std::int64_t county_time_ms = 0;
  std::vector<RecordAnswer> answers;  // one per entry, in the batch's order
  // What the county knows of the batch's current stream.
  Uuid stream;
  std::uint64_t stream_count = 0;
  StreamHead stream_head;
  PinCount pins;            // the highest that the county was told of this terminal
  std::string feed_cursor;  // newest cursor of the feed: tells whether asking is worth it
};

std::string ToJson(const Ack& ack);
Result<Ack> AckFromJson(std::string_view json);
Digest HashOfBatch(ByteView batch_bytes);

}  // namespace studio
