#include "shared/record/record.h"

#include <cstdlib>

namespace studio {
namespace {

constexpr std::string_view kRecordMagic = "MSR1";
constexpr std::uint8_t kUrgentFlag = 0x01;
constexpr std::string_view kUnknownKind = "unknown";

}  // namespace

std::string_view NameOf(RecordKind kind) {
  switch (kind) {
    case RecordKind::kRequest:
      return "request";
    case RecordKind::kOpinion:
      return "opinion";
    case RecordKind::kInformation:
      return "information";
    case RecordKind::kCheckIn:
      return "check_in";
    case RecordKind::kHandover:
      return "handover";
    case RecordKind::kActivity:
      return "activity";
    case RecordKind::kRating:
      return "rating";
    case RecordKind::kWish:
      return "wish";
    case RecordKind::kRosterChange:
      return "roster_change";
    case RecordKind::kWithdrawal:
      return "withdrawal";
    case RecordKind::kMemberReply:
      return "member_reply";
    case RecordKind::kCoauthor:
      return "coauthor";
    case RecordKind::kReview:
      return "review";
    case RecordKind::kYearClosing:
      return "year_closing";
    case RecordKind::kProposalRating:
      return "proposal_rating";
  }
  return kUnknownKind;
}

std::optional<RecordKind> RecordKindFrom(std::uint8_t byte) {
  const auto kind = static_cast<RecordKind>(byte);
  if (NameOf(kind) == kUnknownKind) return std::nullopt;
  return kind;
}

Bytes Encode(const RecordHeader& header) {
  if (header.attachments.size() > kMaxAttachments) std::abort();
  ByteWriter out;
  out.Raw(AsBytes(kRecordMagic));
  out.Raw(header.id.bytes);
  out.U8(static_cast<std::uint8_t>(header.kind));
  out.U8(header.urgent ? kUrgentFlag : 0);
  out.U32(header.studio);
  out.U32(header.terminal);
  out.I64(header.clock.wall_ms);
  out.I64(header.clock.monotonic_ms);
  out.Raw(header.clock.boot.bytes);
  out.U8(header.clock.offset_ms ? 1 : 0);
  out.I64(header.clock.offset_ms.value_or(0));
  out.U8(static_cast<std::uint8_t>(header.attachments.size()));
  for (const Digest& digest : header.attachments) out.Raw(digest);
  out.Raw(header.sealed_hash);
  return out.Take();
}

Result<RecordHeader> DecodeRecordHeader(ByteView bytes) {
  ByteReader in(bytes);
  if (AsText(in.Raw(kRecordMagic.size())) != kRecordMagic) {
    return Fail(ErrorKind::kMalformed, "record header: no magic");
  }
  RecordHeader header;
  header.id.bytes = in.Array<16>();
  const auto kind = RecordKindFrom(in.U8());
  if (in.ok() && !kind) return Fail(ErrorKind::kUnsupported, "record header: unknown kind");
  header.kind = kind.value_or(RecordKind::kRequest);
  const std::uint8_t flags = in.U8();
  if ((flags & ~kUrgentFlag) != 0) in.Refuse();
  header.urgent = flags == kUrgentFlag;
  header.studio = in.U32();
  header.terminal = in.U32();
  header.clock.wall_ms = in.I64();
  header.clock.monotonic_ms = in.I64();
  header.clock.boot.bytes = in.Array<16>();
  const std::uint8_t has_offset = in.U8();
  const std::int64_t offset = in.I64();
  if (has_offset > 1 || (has_offset == 0 && offset != 0)) in.Refuse();
  if (has_offset == 1) header.clock.offset_ms = offset;
  const std::uint8_t attachments = in.U8();
  if (attachments > kMaxAttachments) in.Refuse();
  for (std::uint8_t i = 0; in.ok() && i < attachments; ++i) {
    header.attachments.push_back(in.Array<32>());
  }
  header.sealed_hash = in.Array<32>();
  if (!in.AtEnd()) return Fail(ErrorKind::kMalformed, "record header: wrong fields or length");
  return header;
}

Digest DigestOfHeader(ByteView encoded_header) { return HashOf("ms.record.v1", encoded_header); }

Digest HashOfSealed(ByteView sealed) { return HashOf("ms.sealed.v1", sealed); }

}  // namespace studio
