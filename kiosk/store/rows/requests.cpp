#include "store/rows/requests.h"

#include <sqlite3.h>

#include "app/request/withdrawal.h"
#include "store/base/body_text.h"

namespace studio {
namespace {

// What is sealed can never be looked at again here, so it is checked before.
Result<std::string> BodyText(const RequestBody& body) {
  for (const std::string* text :
       {&body.category, &body.category_name, &body.village, &body.village_name, &body.group,
        &body.words, &body.name, &body.phone, &body.helped_by, &body.consent_version,
        &body.guided_to}) {
    if (!IsUtf8(*text)) return Fail(ErrorKind::kInvalid, "a text of the request is not UTF-8");
  }
  if (!IsUtf8(body.representatives) || !IsUtf8(body.danger_words) || !IsUtf8(body.sensitive) ||
      !IsUtf8(body.left_out)) {
    return Fail(ErrorKind::kInvalid, "a text of the request is not UTF-8");
  }
  return ToJson(body);
}

}  // namespace

Result<Bytes> SlipKey(const std::string& receipt, const std::string& reading_key) {
  const auto number = ReceiptNumber::Parse(receipt);
  auto key = FromBase64Url(reading_key);
  if (!number || number->digits() != receipt || !key || key->size() != 32) {
    return Fail(ErrorKind::kInvalid, "it is filed with its slip's number and reading key");
  }
  return std::move(*key);
}

ReceiptStatus ReceiptOf(const OutboxEntry& entry, const RecordMaker& maker) {
  const auto header = DecodeRecordHeader(entry.header);
  if (!header) throw SQLite::Exception("a record header does not parse", SQLITE_CORRUPT);
  ReceiptStatus status = entry.Status();
  status.withdraw_until_ms = maker.WithdrawableUntil(header->clock);
  return status;
}

Result<ReceiptStatus> AddWithSlip(Tables& tables, const RecordMaker& maker, const OutboxRow& row,
                                  std::span<const AttachmentRef> attachments) {
  Change change(*tables.connection);
  if (tables.outbox.ByReceipt(*row.receipt)) {
    return Fail(ErrorKind::kConflict, "the receipt number is taken");
  }
  tables.outbox.Add(row);
  const auto filed = tables.outbox.ByReceipt(*row.receipt);
  if (auto added = tables.attachments.Add(filed->row, attachments); !added) {
    return tl::unexpected(added.error());
  }
  change.Commit();
  return ReceiptOf(*filed, maker);
}

Result<ReceiptStatus> FileRequest(Tables& tables, const RecordMaker& maker, const Readers& readers,
                                  const RequestBody& body, bool urgent) {
  auto reading_key = SlipKey(body.receipt, body.reading_key);
  if (!reading_key) return tl::unexpected(reading_key.error());
  if (body.attachments.size() > kMaxAttachments) {
    return Fail(ErrorKind::kInvalid, "more attachments than a record may have");
  }
  auto text = BodyText(body);
  if (!text) return tl::unexpected(text.error());
  auto row = maker.Make(ChoiceOf(body), urgent, *text, readers, body.attachments);
  if (!row) return tl::unexpected(row.error());
  row->receipt = body.receipt;
  row->reading_key = std::move(*reading_key);
  return AddWithSlip(tables, maker, *row, body.attachments);
}

Result<bool> FileGuidance(Tables& tables, const RecordMaker& maker, const Readers& readers,
                          const RequestBody& body) {
  if (!body.receipt.empty() || !body.words.empty() || !body.attachments.empty()) {
    return Fail(ErrorKind::kInvalid, "of somebody guided elsewhere neither words nor receipt");
  }
  auto text = BodyText(body);
  if (!text) return tl::unexpected(text.error());
  const auto row = maker.Make(ChoiceOf(body), false, *text, readers);
  if (!row) return tl::unexpected(row.error());
  Change change(*tables.connection);
  tables.outbox.Add(*row);
  change.Commit();
  return true;
}

Result<ReceiptStatus> WithdrawRequest(Tables& tables, const RecordMaker& maker,
                                      const Readers& readers, const ReceiptNumber& number) {
  Change change(*tables.connection);
  const auto entry = tables.outbox.ByReceipt(number.digits());
  if (!entry) return Fail(ErrorKind::kNotFound, "no such receipt here");
  if (entry->withdrawn) return Fail(ErrorKind::kConflict, "withdrawn already");
  if (!MayWithdraw(ReceiptOf(*entry, maker), maker.Now()))
    return Fail(ErrorKind::kDenied, "too late to withdraw");

  const std::string text = ToJson(WithdrawalBody{entry->id, entry->receipt});
  // As urgent as what it takes back, so that it travels with it.
  const auto row = maker.Make({RecordKind::kWithdrawal}, entry->urgent, text, readers);
  if (!row) return tl::unexpected(row.error());
  tables.outbox.MarkWithdrawn(entry->row);
  tables.member_replies.Withdraw(entry->receipt);
  tables.attachments.Withdraw(entry->row);
  tables.outbox.Add(*row);
  const auto withdrawn = tables.outbox.ByReceipt(number.digits());
  change.Commit();
  return ReceiptOf(*withdrawn, maker);
}

}  // namespace studio
