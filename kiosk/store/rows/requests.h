// What the flows ask of the outbox, as transactions. Store thread; throws SQLite::Exception, and
// then nothing was kept.
#pragma once

#include <span>
#include <string>

#include "app/request/request_store.h"
#include "store/outbox/records.h"
#include "store/rows/tables.h"

namespace studio {

// As its holder is told of it.
ReceiptStatus ReceiptOf(const OutboxEntry& entry, const RecordMaker& maker);
// The slip's reading key as it is kept. kInvalid: no slip's number and key.
Result<Bytes> SlipKey(const std::string& receipt, const std::string& reading_key);
// Keeps a row that has a receipt. kConflict: its number is taken.
Result<ReceiptStatus> AddWithSlip(Tables& tables, const RecordMaker& maker, const OutboxRow& row,
                                  std::span<const AttachmentRef> attachments);

Result<ReceiptStatus> FileRequest(Tables& tables, const RecordMaker& maker, const Readers& readers,
                                  const RequestBody& body, bool urgent);
Result<bool> FileGuidance(Tables& tables, const RecordMaker& maker, const Readers& readers,
                          const RequestBody& body);
// A wish is taken back likewise.
Result<ReceiptStatus> WithdrawRequest(Tables& tables, const RecordMaker& maker,
                                      const Readers& readers, const ReceiptNumber& number);

}  // namespace studio
