// A record: everything a person does at the terminal that the county should know. Its header is
// in the clear and is what gets signed; its body is sealed (shared/record/sealing.h) and enters the
// header as a hash. A record is serialised once: these bytes are stored, signed, sent and kept.
// Layout and reasons: shared/protocol.md, "Record".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"

namespace studio {

using StudioId = std::uint32_t;        // given by the county, from 1
using TerminalNumber = std::uint32_t;  // given by the county at enrolment, from 1, never reused

enum class RecordKind : std::uint8_t {
  kRequest = 1,
  kOpinion = 2,
  kInformation = 3,
  kCheckIn = 4,
  kHandover = 5,
  kActivity = 6,
  kRating = 7,
  kWish = 8,
  kRosterChange = 9,
  kWithdrawal = 10,
  kMemberReply = 11,
  kCoauthor = 12,
  kReview = 13,
  kYearClosing = 14,
  kProposalRating = 15,
};

std::string_view NameOf(RecordKind kind);  // "request", "check_in", …
std::optional<RecordKind> RecordKindFrom(std::uint8_t byte);

// What the terminal knew of time when the record was made. Order never depends on it.
struct ClockEvidence {
  std::int64_t wall_ms = 0;       // Unix time by the terminal's clock
  std::int64_t monotonic_ms = 0;  // since boot
  Uuid boot;
  std::optional<std::int64_t> offset_ms;  // county minus terminal, where it is sure of it
  bool operator==(const ClockEvidence&) const = default;
};

struct RecordHeader {
  Uuid id;
  RecordKind kind = RecordKind::kRequest;
  bool urgent = false;
  StudioId studio = 0;
  TerminalNumber terminal = 0;
  ClockEvidence clock;
  std::vector<Digest> attachments;  // at most 16
  Digest sealed_hash{};             // HashOf("ms.sealed.v1", sealed body)
};

inline constexpr std::size_t kMaxAttachments = 16;
inline constexpr std::size_t kMaxSealedBytes = 256 * 1024;

Bytes Encode(const RecordHeader& header);
Result<RecordHeader> DecodeRecordHeader(ByteView bytes);

// What "the same record" means: id, kind, time, attachments and sealed body, never its place.
Digest DigestOfHeader(ByteView encoded_header);
Digest HashOfSealed(ByteView sealed);

}  // namespace studio
