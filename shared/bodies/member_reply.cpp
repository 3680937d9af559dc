#include "shared/bodies/member_reply.h"

#include <array>

#include "shared/base/calendar_date.h"
#include "shared/base/clean_text.h"
#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/base/utf8.h"
#include "shared/record/receipt.h"
#include "shared/record/sealed_text.h"

namespace studio {
namespace {

constexpr std::array kAllReplyWays = {ReplyWay::kOnTheSpot, ReplyWay::kVillage,
                                      ReplyWay::kGridWorker, ReplyWay::kReport};
constexpr SealedTextKind kDeskReply = {"MSP1", 16 * 1024, "reply"};

}  // namespace

std::string_view NameOf(ReplyWay way) {
  switch (way) {
    case ReplyWay::kOnTheSpot:
      return "on_the_spot";
    case ReplyWay::kVillage:
      return "village";
    case ReplyWay::kGridWorker:
      return "grid_worker";
    case ReplyWay::kReport:
      return "report";
  }
  return "unknown";
}

std::optional<ReplyWay> ReplyWayFrom(std::string_view name) {
  for (const ReplyWay way : kAllReplyWays) {
    if (NameOf(way) == name) return way;
  }
  return std::nullopt;
}

std::string ToJson(const MemberReplyBody& body) {
  return JsonText({{"receipt", body.receipt},
                   {"request", body.request.ToString()},
                   {"way", NameOf(body.way)},
                   {"words", body.words},
                   {"due", body.due},
                   {"call_back", body.call_back},
                   {"studio", body.studio},
                   {"member", body.member},
                   {"member_name", body.member_name},
                   {"token", body.token},
                   {"at_ms", body.at_ms},
                   {"danger", body.danger}});
}

Result<MemberReplyBody> MemberReplyBodyFromJson(std::string_view json) {
  JsonFields in(json);
  MemberReplyBody body;
  std::string way;
  in.Need("receipt", body.receipt);
  in.Need("request", body.request);
  in.Need("way", way);
  in.May("words", body.words);
  in.May("due", body.due);
  in.May("call_back", body.call_back);
  in.Need("studio", body.studio);
  in.Need("member", body.member);
  in.May("member_name", body.member_name);
  in.May("token", body.token);
  in.Need("at_ms", body.at_ms);
  in.May("danger", body.danger);
  if (const auto known = ReplyWayFrom(way)) {
    body.way = *known;
  } else {
    in.Refuse("way");
  }
  const auto number = ReceiptNumber::Parse(body.receipt);
  if (!number || number->digits() != body.receipt) in.Refuse("receipt");
  if (body.way == ReplyWay::kOnTheSpot && IsBlank(body.words)) in.Refuse("words");
  if (CountCharacters(body.words) > kMaxMemberReply) in.Refuse("words");
  if (!body.due.empty() && !ParseDate(body.due)) in.Refuse("due");
  if (body.member.empty()) in.Refuse("member");
  return in.Finish("member's reply", std::move(body));
}

std::string ToJson(const MemberReplyDraft& draft) {
  return JsonText({{"way", draft.way ? NameOf(*draft.way) : std::string_view()},
                   {"words", draft.words},
                   {"due", draft.due},
                   {"call_back", draft.call_back}});
}

Result<MemberReplyDraft> MemberReplyDraftFromJson(std::string_view json) {
  JsonFields in(json);
  MemberReplyDraft draft;
  std::string way;
  in.May("way", way);
  in.May("words", draft.words);
  in.May("due", draft.due);
  in.May("call_back", draft.call_back);
  draft.way = ReplyWayFrom(way);
  if (!way.empty() && !draft.way) in.Refuse("way");
  if (CountCharacters(draft.words) > kMaxMemberReply) in.Refuse("words");
  if (!draft.due.empty() && !ParseDate(draft.due)) in.Refuse("due");
  return in.Finish("member's reply, half-written", std::move(draft));
}

Result<Bytes> SealReplyForDesk(const Uuid& record, const MemberReplyBody& body,
                               const BoxPublicKey& studio) {
  return SealText(kDeskReply, record.ToString(), ToJson(body), studio);
}

Result<MemberReplyBody> OpenReplyForDesk(const Uuid& record, ByteView sealed,
                                         const BoxKeyPair& studio) {
  return OpenText(kDeskReply, record.ToString(), sealed, studio).and_then(MemberReplyBodyFromJson);
}

}  // namespace studio
