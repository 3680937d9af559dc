// What goes up: POST /v1/records carries one batch, and an empty one is a greeting that brings
// back an ack. The same bytes go by USB stick. protocol.md, "Batch".
#pragma once

#include <optional>
#include <vector>

#include "shared/base/result.h"
#include "shared/record/record.h"
#include "shared/record/stream.h"

namespace studio {

inline constexpr std::size_t kMaxBatchRecords = 500;
inline constexpr std::size_t kMaxBatchBytes = 4 * 1024 * 1024;

struct BatchEntry {
  Bytes header;  // encoded RecordHeader
  SignedPlace place;
  // Absent where the record was withdrawn before it was sent, or only its existence is told.
  std::optional<Bytes> sealed;

  std::size_t EncodedSize() const;
};

struct Batch {
  TerminalNumber terminal = 0;
  // The terminal's current stream as it stands, whether or not its records are in this batch.
  StreamOpening opening;
  StreamHead head;
  std::vector<BatchEntry> entries;
};

Bytes Encode(const Batch& batch);
// Checks framing and limits only; signatures are the caller's, one entry at a time, so that one
// bad record never holds up the rest.
Result<Batch> DecodeBatch(ByteView bytes);

}  // namespace studio
