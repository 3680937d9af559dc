// What a county's ack does to the outbox, in one transaction. Store thread; throws
// SQLite::Exception, and then nothing changed.
#pragma once

#include <cstdint>
#include <vector>

#include "shared/exchange/ack.h"
#include "shared/exchange/attachment_ack.h"
#include "store/outbox/records.h"
#include "store/rows/tables.h"

namespace studio {

struct AckEffect {
  AckOutcome outcome;
  std::vector<ReceiptStatus> receipts;  // whose holder now sees something else
  // What the county would not have: the record's id and why, for the log.
  std::vector<std::pair<Uuid, std::string>> set_aside;
  bool erased = false;          // bodies are gone from the tables
  bool roster_changed = false;  // what is waited for (store/rows/pending_changes.h)
  bool more_safe = false;       // further rows are safe: call SweepSafe
};

AckEffect ApplyAck(Tables& tables, const RecordMaker& maker, const Ack& ack);

// Goes on with what the last ack called safe, some rows at a time, so that nobody who confirms
// a request waits for it. True while there is more.
bool SweepSafe(Tables& tables);

// The county has an attachment whole. kConflict: in another ledger than the last ack's, which the
// next one will deal with. kNotFound: it no longer waits.
Result<bool> ApplyAttachmentAck(Tables& tables, const AttachmentAck& ack);

}  // namespace studio
