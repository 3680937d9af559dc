// The body of a `member_reply` record: what a member answered to a request at the desk. Its
// sender reads it on the slip, as a step of the course (case_answer.h). JSON (UTF-8) inside the
// seal; field names are the wire's, in protocol.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/keys.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/record/record.h"

namespace studio {

enum class ReplyWay {
  kOnTheSpot,   // 当场答复
  kVillage,     // 交村委
  kGridWorker,  // 交网格员
  kReport,      // 报上级
};
std::string_view NameOf(ReplyWay way);  // "on_the_spot", "village", "grid_worker", "report"
std::optional<ReplyWay> ReplyWayFrom(std::string_view name);

inline constexpr std::size_t kMaxMemberReply = 500;  // characters

struct MemberReplyBody {
  std::string receipt;  // digits of the request that is answered
  Uuid request;         // its record
  ReplyWay way = ReplyWay::kOnTheSpot;
  std::string words;       // at most kMaxMemberReply; may be empty, but not of kOnTheSpot
  std::string due;         // "2026-12-05": by when; empty: no day was named
  bool call_back = false;  // the sender is to be called
  StudioId studio = 0;
  std::string member, member_name;
  std::string token;       // their badge without its secret: the county checks it again
  std::int64_t at_ms = 0;  // as the terminal knew the county's time
  bool danger = false;     // it was answered that somebody is in danger
  bool operator==(const MemberReplyBody&) const = default;
};

// As much as a member has of it so far, as the terminal keeps it for them; no record's body.
struct MemberReplyDraft {
  std::optional<ReplyWay> way{};
  std::string words{};
  std::string due{};
  bool call_back = false;
  bool operator==(const MemberReplyDraft&) const = default;
};

std::string ToJson(const MemberReplyDraft& draft);
// kMalformed: a way, a day or more words than there may be.
Result<MemberReplyDraft> MemberReplyDraftFromJson(std::string_view json);

std::string ToJson(const MemberReplyBody& body);
// kMalformed also for what has neither words nor way on, or a day that is none.
Result<MemberReplyBody> MemberReplyBodyFromJson(std::string_view json);

// As the terminal keeps it for the studio's desk: for the studio's key, bound to its record.
// kInvalid: too large, or no key. Layout: shared/record/sealed_text.h under "MSP1".
Result<Bytes> SealReplyForDesk(const Uuid& record, const MemberReplyBody& body,
                               const BoxPublicKey& studio);
// Errors as OpenText.
Result<MemberReplyBody> OpenReplyForDesk(const Uuid& record, ByteView sealed,
                                         const BoxKeyPair& studio);

}  // namespace studio
