#include "store/acts/manager_records.h"

#include "store/base/body_text.h"

namespace studio {
namespace {

// `seal` makes of the record's id what lies here beside it.
template <class Seal>
Result<bool> FileBeside(Tables& tables, const RecordMaker& maker, const Readers& readers,
                        RecordKind kind, const Result<std::string>& text, Seal seal) {
  if (!text) return tl::unexpected(text.error());
  const auto row = maker.Make({kind}, false, *text, readers);
  if (!row) return tl::unexpected(row.error());
  const Uuid id = DecodeRecordHeader(row->header)->id;
  const Result<Bytes> own = seal(id);
  Change change(*tables.connection);
  tables.outbox.Add(*row);
  if (own) tables.own_deeds.Add(id, *own);
  change.Commit();
  return true;
}

}  // namespace

Result<bool> FileReview(Tables& tables, const RecordMaker& maker, const Readers& readers,
                        const KeySession& session, const ReviewBody& body) {
  if (body.by != session.member) return Fail(ErrorKind::kInvalid, "somebody else's word");
  return FileBeside(tables, maker, readers, RecordKind::kReview,
                    CheckedText(body, &ReviewBodyFromJson, {&body.reason, &body.by, &body.token}),
                    [&](const Uuid& id) { return SealReview(id, body, readers.studio); });
}

Result<bool> FileYearClosing(Tables& tables, const RecordMaker& maker, const Readers& readers,
                             const KeySession& session, const YearClosingBody& body) {
  if (body.by != session.member) return Fail(ErrorKind::kInvalid, "somebody else's word");
  return FileBeside(
      tables, maker, readers, RecordKind::kYearClosing,
      CheckedText(body, &YearClosingBodyFromJson, {&body.why, &body.by, &body.digest, &body.token}),
      [&](const Uuid& id) { return SealYearClosing(id, body, readers.studio); });
}

}  // namespace studio
