// What a member writes at their desk, as transactions. Store thread; throws SQLite::Exception, and
// then nothing was kept.
#pragma once

#include <optional>

#include "app/checkin/key_session.h"
#include "shared/bodies/coauthor_body.h"
#include "shared/bodies/work_bodies.h"
#include "store/outbox/records.h"
#include "store/rows/tables.h"

namespace studio {

// Sealed to the county and to the studio; its voice message and photos are the record's from then
// on; the deed that it is waits beside it until the feed tells
// what became of it, and the writer's draft goes. kInvalid: no activity,
// or somebody else's than the session's; kNotFound: a file of it is gone.
Result<bool> FileActivity(Tables& tables, const RecordMaker& maker, const Readers& readers,
                          const KeySession& session, const ActivityBody& body, bool urgent);

// Their word on what another wrote up; it lies here for the account until the feed tells of it.
// kInvalid: somebody else's than the session's.
Result<bool> FileCoauthor(Tables& tables, const RecordMaker& maker, const Readers& readers,
                          const KeySession& session, const CoauthorBody& body);

// Drafts lie as acts/draft_seal.h has it, with the files that they name. kUnavailable: the session
// has no key.
Result<bool> KeepDraft(Tables& tables, const RecordMaker& maker, const KeySession& session,
                       const ActivityBody& body);
// The writer's own, without files that are not there any more; nothing where there is none that
// this key opens.
Result<std::optional<ActivityBody>> DraftOf(Tables& tables, const KeySession& session);
Result<bool> DropDraft(Tables& tables, const KeySession& session);

}  // namespace studio
