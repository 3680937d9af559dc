// What members read and answer of requests at their desk. Throws SQLite::Exception.
#pragma once

#include <optional>
#include <vector>

#include "app/checkin/key_session.h"
#include "app/desk/desk_request.h"
#include "store/outbox/records.h"
#include "store/rows/tables.h"

namespace studio {

// As they lie in the outbox: of this terminal alone, sealed to the studio, not withdrawn.
struct SealedRequests {
  struct One {
    SealedRequest request;
    std::optional<CaseStep> step;
  };
  std::vector<One> requests;       // newest first
  std::vector<KeptReply> replies;  // by receipt, oldest first
};
SealedRequests SealedRequestsOf(Tables& tables);
// Nothing where it was sealed to another key, as below. Both need no tables.
std::optional<RequestBody> OpenRequest(const SealedRequest& sealed, const BoxKeyPair& studio_key);
// What was sealed to another key than this one is left out.
std::vector<DeskRequest> OpenRequests(const SealedRequests& sealed, const BoxKeyPair& studio_key);

// What is half-written of a reply (acts/draft_seal.h). kUnavailable: the session has no key.
Result<bool> KeepReplyDraft(Tables& tables, const RecordMaker& maker, const KeySession& session,
                            const Uuid& request, const MemberReplyDraft& draft);
// The writer's own; nothing where there is none that this key opens.
Result<std::optional<MemberReplyDraft>> ReplyDraftOf(Tables& tables, const KeySession& session,
                                                     const Uuid& request);
Result<bool> DropReplyDraft(Tables& tables, const KeySession& session, const Uuid& request);

// One transaction: the record, and what slip and desk read of it here; the writer's draft goes.
// kInvalid: no reply of who writes it; kUnavailable: the studio has no key; kNotFound: no such
// request here that members may read; kConflict: it was withdrawn meanwhile.
Result<bool> FileReply(Tables& tables, const RecordMaker& maker, const Readers& readers,
                       const KeySession& session, const MemberReplyBody& body);

}  // namespace studio
