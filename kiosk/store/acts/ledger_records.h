// What members write down at the ledger (民意台账), as transactions. Store thread; throws
// SQLite::Exception, and then nothing was kept.
#pragma once

#include "app/desk/ledger_store.h"
#include "store/outbox/records.h"
#include "store/rows/tables.h"

namespace studio {

// Sealed to county and studio; the writer's draft of it goes. kInvalid: somebody else's than the
// session's, or nothing that the county could read.
Result<bool> FileHeard(Tables& tables, const RecordMaker& maker, const Readers& readers,
                       const KeySession& session, const HeardBody& body, bool urgent);
// Likewise; the deed that it is waits beside it, as an activity's. kConflict: a request that it
// comes from was withdrawn meanwhile, or is none that members may read.
Result<bool> FileInformation(Tables& tables, const RecordMaker& maker, const Readers& readers,
                             const KeySession& session, const InformationBody& body, bool urgent);

// Sealed as what was heard. kInvalid: somebody else's than the session's; kConflict: no line of
// this terminal that the studio may read, or it was withdrawn.
Result<bool> FileLineClosing(Tables& tables, const RecordMaker& maker, const Readers& readers,
                             const KeySession& session, const LineClosingBody& body);

// As acts/draft_seal.h has it. kUnavailable: the session has no key.
Result<bool> KeepLedgerDraft(Tables& tables, const RecordMaker& maker, const KeySession& session,
                             const LedgerDraft& draft);
// The writer's own; nothing where there is none that this key opens.
Result<LedgerDrafts> LedgerDraftsOf(Tables& tables, const KeySession& session);
Result<bool> DropLedgerDraft(Tables& tables, const KeySession& session, LedgerPiece piece);

}  // namespace studio
