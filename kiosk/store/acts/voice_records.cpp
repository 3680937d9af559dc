#include "store/acts/voice_records.h"

#include "store/base/body_text.h"

namespace studio {
namespace {

constexpr int kMostRounds = 1'000'000;

tl::unexpected<Error> TooMany() {
  return Fail(ErrorKind::kInvalid, "more attachments than a record may have");
}

// Within the caller's transaction. The record's id.
Result<Uuid> Add(Tables& tables, const RecordMaker& maker, const Readers& readers,
                 const SenderChoice& choice, bool urgent, const Result<std::string>& text,
                 std::span<const AttachmentRef> attachments = {}) {
  if (!text) return tl::unexpected(text.error());
  if (attachments.size() > kMaxAttachments) return TooMany();
  const auto row = maker.Make(choice, urgent, *text, readers, attachments);
  if (!row) return tl::unexpected(row.error());
  tables.outbox.Add(*row);
  const Uuid id = DecodeRecordHeader(row->header)->id;
  if (attachments.empty()) return id;
  return tables.attachments.Add(tables.outbox.ById(id)->row, attachments).map([&](bool) {
    return id;
  });
}

Result<std::string> TextOf(const WishBody& body) {
  return CheckedText(body, &WishBodyFromJson,
                     {&body.text, &body.village, &body.village_name, &body.name, &body.phone,
                      &body.guardian, &body.guardian_phone, &body.helped_by, &body.wish,
                      &body.member, &body.member_name, &body.token, &body.answer_token});
}

}  // namespace

Result<bool> FileRating(Tables& tables, const RecordMaker& maker, const Readers& readers,
                        const RatingBody& body) {
  if (!ReceiptNumber::Parse(body.receipt) || body.round < 0 || !IsUtf8(body.reasons)) {
    return Fail(ErrorKind::kInvalid, "no rating of an answer");
  }
  const auto text = CheckedText(body, &RatingBodyFromJson, {&body.receipt, &body.words});
  Change change(*tables.connection);
  if (tables.said.Has(body.receipt, body.round)) {
    return Fail(ErrorKind::kConflict, "this answer was rated here already");
  }
  const auto record =
      Add(tables, maker, readers, {RecordKind::kRating}, body.danger, text, body.attachments);
  if (!record) return tl::unexpected(record.error());
  tables.said.Add(*record, body.receipt, body.round);
  change.Commit();
  return true;
}

Result<bool> FileOpinion(Tables& tables, const RecordMaker& maker, const Readers& readers,
                         const OpinionBody& body) {
  const auto text = CheckedText(body, &OpinionBodyFromJson, {&body.topic, &body.words});
  Change change(*tables.connection);
  const auto record =
      Add(tables, maker, readers, {RecordKind::kOpinion}, body.danger, text, body.attachments);
  if (!record) return tl::unexpected(record.error());
  change.Commit();
  return true;
}

Result<ReceiptStatus> FileWish(Tables& tables, const RecordMaker& maker, const Readers& readers,
                               const WishBody& body) {
  if (body.act != WishAct::kPost) return Fail(ErrorKind::kInvalid, "no wish that is posted");
  auto reading_key = SlipKey(body.receipt, body.reading_key);
  if (!reading_key) return tl::unexpected(reading_key.error());
  if (body.attachments.size() > kMaxAttachments) return TooMany();
  const auto text = TextOf(body);
  if (!text) return tl::unexpected(text.error());
  auto row = maker.Make({RecordKind::kWish}, body.danger, *text, readers, body.attachments);
  if (!row) return tl::unexpected(row.error());
  row->receipt = body.receipt;
  row->reading_key = std::move(*reading_key);
  return AddWithSlip(tables, maker, *row, body.attachments);
}

Result<bool> FileWishAct(Tables& tables, const RecordMaker& maker, const Readers& readers,
                         const WishBody& body) {
  if (body.act == WishAct::kPost) return Fail(ErrorKind::kInvalid, "a wish is posted with a slip");
  const bool by_slip = body.act == WishAct::kConfirm || body.act == WishAct::kNotYet;
  if (by_slip && (body.round < 0 || body.round > kMostRounds)) {
    return Fail(ErrorKind::kInvalid, "no such round of a wish");
  }
  const int confirmed = SaidHere::Confirmed(body.round), not_yet = SaidHere::NotYet(body.round);
  const auto text = TextOf(body);
  Change change(*tables.connection);
  if (by_slip ? tables.said.Has(body.receipt, confirmed) || tables.said.Has(body.receipt, not_yet)
              : tables.wish_acts.Waits(body.act, body.wish)) {
    return Fail(ErrorKind::kConflict, "the same waits already");
  }
  const auto record = Add(tables, maker, readers, {RecordKind::kWish}, false, text);
  if (!record) return tl::unexpected(record.error());
  if (by_slip) {
    tables.said.Add(*record, body.receipt, body.act == WishAct::kConfirm ? confirmed : not_yet);
  } else {
    tables.wish_acts.Add(*record, body, maker.CountyMs());
  }
  change.Commit();
  return true;
}

}  // namespace studio
