#include "store/acts/request_reading.h"

#include <algorithm>

#include "shared/record/sealing.h"
#include "store/acts/draft_seal.h"
#include "store/base/body_text.h"

namespace studio {
namespace {

std::vector<MemberReplyBody> OpenReplies(const std::vector<KeptReply>& replies,
                                         const std::string& receipt, const BoxKeyPair& key) {
  std::vector<MemberReplyBody> out;
  const auto of = std::equal_range(
      replies.begin(), replies.end(), KeptReply{{}, receipt, {}, {}},
      [](const KeptReply& a, const KeptReply& b) { return a.receipt < b.receipt; });
  for (auto one = of.first; one != of.second; ++one) {
    if (auto body = OpenReplyForDesk(one->record, one->for_desk, key))
      out.push_back(std::move(*body));
  }
  return out;
}

std::string MarkOfReply(const DraftSeal& seal, const Uuid& request) {
  return seal.Mark("reply " + request.ToString());
}

tl::unexpected<Error> NoReplyKey() {
  return Fail(ErrorKind::kUnavailable, "replies are kept under the studio's key, there is none");
}

}  // namespace

std::optional<RequestBody> OpenRequest(const SealedRequest& sealed, const BoxKeyPair& key) {
  const auto header = DecodeRecordHeader(sealed.header);
  if (!header) return std::nullopt;
  const auto opened = Open({header->id, header->kind, header->terminal}, sealed.sealed, key);
  if (!opened) return std::nullopt;
  auto body = RequestBodyFromJson(AsText(*opened));
  if (!body) return std::nullopt;
  return std::move(*body);
}

SealedRequests SealedRequestsOf(Tables& tables) {
  SealedRequests out;
  for (SealedRequest& request : tables.outbox.ReadableRequests()) {
    const auto status = tables.registry.StatusOf(request.receipt);
    out.requests.push_back(
        {std::move(request), status ? std::optional(status->step) : std::nullopt});
  }
  out.replies = tables.member_replies.All();
  return out;
}

std::vector<DeskRequest> OpenRequests(const SealedRequests& sealed, const BoxKeyPair& studio_key) {
  std::vector<DeskRequest> out;
  for (const SealedRequests::One& one : sealed.requests) {
    auto body = OpenRequest(one.request, studio_key);
    if (!body) continue;
    const std::string receipt = one.request.receipt;
    out.push_back({one.request.id, std::move(*body), one.request.made_at_ms, one.step,
                   OpenReplies(sealed.replies, receipt, studio_key)});
  }
  return out;
}

Result<bool> KeepReplyDraft(Tables& tables, const RecordMaker& maker, const KeySession& session,
                            const Uuid& request, const MemberReplyDraft& draft) {
  if (!session.studio_key) return NoReplyKey();
  const auto text = CheckedText(draft, &MemberReplyDraftFromJson, {&draft.words, &draft.due});
  if (!text) return tl::unexpected(text.error());
  Change change(*tables.connection);
  const DraftSeal seal(session);
  tables.desk_drafts.Keep(MarkOfReply(seal, request), seal.Seal(*text), maker.CountyMs());
  change.Commit();
  return true;
}

Result<std::optional<MemberReplyDraft>> ReplyDraftOf(Tables& tables, const KeySession& session,
                                                     const Uuid& request) {
  if (!session.studio_key) return NoReplyKey();
  const DraftSeal seal(session);
  const auto sealed = tables.desk_drafts.Of(MarkOfReply(seal, request));
  if (!sealed) return std::optional<MemberReplyDraft>();
  const auto text = seal.Open(*sealed);
  if (!text) return std::optional<MemberReplyDraft>();
  auto draft = MemberReplyDraftFromJson(*text);
  if (!draft) return std::optional<MemberReplyDraft>();
  return std::optional(std::move(*draft));
}

Result<bool> DropReplyDraft(Tables& tables, const KeySession& session, const Uuid& request) {
  if (!session.studio_key) return NoReplyKey();
  Change change(*tables.connection);
  tables.desk_drafts.Drop(MarkOfReply(DraftSeal(session), request));
  change.Commit();
  return true;
}

Result<bool> FileReply(Tables& tables, const RecordMaker& maker, const Readers& readers,
                       const KeySession& session, const MemberReplyBody& body) {
  const auto number = ReceiptNumber::Parse(body.receipt);
  if (!number || body.member != session.member)
    return Fail(ErrorKind::kInvalid, "no reply of who writes it");
  const auto text = CheckedText(
      body, &MemberReplyBodyFromJson,
      {&body.receipt, &body.words, &body.due, &body.member, &body.member_name, &body.token});
  if (!text) return tl::unexpected(text.error());
  if (readers.studio == BoxPublicKey{}) return NoReplyKey();
  Change change(*tables.connection);
  const auto entry = tables.outbox.ByReceipt(body.receipt);
  if (!entry || entry->id != body.request) return Fail(ErrorKind::kNotFound, "no such request");
  if (entry->withdrawn) return Fail(ErrorKind::kConflict, "it was withdrawn");
  if (!tables.outbox.IsReadable(entry->row))
    return Fail(ErrorKind::kNotFound, "its sender lets no member read it");
  const auto reading_key = ToArray<32>(std::optional(entry->reading_key));
  if (!reading_key) return Fail(ErrorKind::kInvalid, "it has no reading key");
  // Never before the request itself, unless the county has that.
  const bool urgent = entry->urgent || (body.danger && entry->state != OutboxState::kWaiting);
  const auto row = maker.Make({RecordKind::kMemberReply}, urgent, *text, readers);
  if (!row) return tl::unexpected(row.error());
  KeptReply kept{DecodeRecordHeader(row->header)->id, body.receipt, {}, {}, maker.CountyMs()};
  CaseAnswer said;
  said.course = {StepOf(kept.record, body)};
  auto for_slip = SealAnswer(*number, said, BoxPublicKey{*reading_key});
  if (!for_slip) return tl::unexpected(for_slip.error());
  auto for_desk = SealReplyForDesk(kept.record, body, readers.studio);
  if (!for_desk) return tl::unexpected(for_desk.error());
  kept.for_slip = std::move(*for_slip);
  kept.for_desk = std::move(*for_desk);
  tables.outbox.Add(*row);
  tables.member_replies.Add(kept);
  if (session.studio_key) tables.desk_drafts.Drop(MarkOfReply(DraftSeal(session), body.request));
  change.Commit();
  return true;
}

}  // namespace studio
