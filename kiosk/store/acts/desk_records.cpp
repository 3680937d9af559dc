#include "store/acts/desk_records.h"

#include "shared/mechanism/sealed_deed.h"
#include "shared/mechanism/written_deed.h"
#include "store/acts/draft_seal.h"
#include "store/base/body_text.h"

namespace studio {
namespace {

constexpr std::string_view kWriteupDraft = "writer";

// Within the caller's transaction.
void DropAt(Tables& tables, const std::string& mark) {
  tables.desk_drafts.Drop(mark);
  tables.attachments.LetGoOfDraft(mark);
}

Result<std::string> ActivityText(const ActivityBody& body) {
  return CheckedText(
      body, &ActivityBodyFromJson,
      {&body.kind, &body.title, &body.place, &body.words, &body.met, &body.about, &body.by});
}

}  // namespace

Result<bool> FileActivity(Tables& tables, const RecordMaker& maker, const Readers& readers,
                          const KeySession& session, const ActivityBody& body, bool urgent) {
  if (body.kind.empty() || body.by != session.member) {
    return Fail(ErrorKind::kInvalid, "no activity of who writes it up");
  }
  if (body.attachments.size() > kMaxAttachments)
    return Fail(ErrorKind::kInvalid, "more attachments than a record may have");
  const auto text = ActivityText(body);
  if (!text) return tl::unexpected(text.error());
  const auto row = maker.Make({RecordKind::kActivity}, urgent, *text, readers, body.attachments);
  if (!row) return tl::unexpected(row.error());
  const Uuid id = DecodeRecordHeader(row->header)->id;
  // A studio without a key reckons nothing here.
  const auto own = DeedOf(id, body).and_then(
      [&](const Deed& deed) { return SealDeed(id.ToString(), deed, readers.studio); });
  Change change(*tables.connection);
  tables.outbox.Add(*row);
  if (auto added = tables.attachments.Add(tables.outbox.ById(id)->row, body.attachments); !added)
    return tl::unexpected(added.error());
  if (own) tables.own_deeds.Add(id, *own);
  if (session.studio_key) DropAt(tables, DraftSeal(session).Mark(kWriteupDraft));
  change.Commit();
  return true;
}

Result<bool> FileCoauthor(Tables& tables, const RecordMaker& maker, const Readers& readers,
                          const KeySession& session, const CoauthorBody& body) {
  if (body.member != session.member) return Fail(ErrorKind::kInvalid, "somebody else's word");
  const auto text =
      CheckedText(body, &CoauthorBodyFromJson, {&body.deed, &body.member, &body.token});
  if (!text) return tl::unexpected(text.error());
  const auto row = maker.Make({RecordKind::kCoauthor}, false, *text, readers);
  if (!row) return tl::unexpected(row.error());
  const Uuid id = DecodeRecordHeader(row->header)->id;
  const auto own = SealCoauthor(id, body, readers.studio);
  Change change(*tables.connection);
  tables.outbox.Add(*row);
  if (own) tables.own_deeds.Add(id, *own);
  change.Commit();
  return true;
}

Result<bool> KeepDraft(Tables& tables, const RecordMaker& maker, const KeySession& session,
                       const ActivityBody& body) {
  if (!session.studio_key) return NoDraftKey();
  const auto text = ActivityText(body);
  if (!text) return tl::unexpected(text.error());
  const DraftSeal seal(session);
  Change change(*tables.connection);
  tables.desk_drafts.Keep(seal.Mark(kWriteupDraft), seal.Seal(*text), maker.CountyMs());
  tables.attachments.HoldForDraft(seal.Mark(kWriteupDraft), body.attachments);
  change.Commit();
  return true;
}

Result<std::optional<ActivityBody>> DraftOf(Tables& tables, const KeySession& session) {
  if (!session.studio_key) return NoDraftKey();
  const DraftSeal seal(session);
  const auto sealed = tables.desk_drafts.Of(seal.Mark(kWriteupDraft));
  if (!sealed) return std::optional<ActivityBody>();
  const auto text = seal.Open(*sealed);
  if (!text) return std::optional<ActivityBody>();
  auto body = ActivityBodyFromJson(*text);
  if (!body || body->kind.empty()) return std::optional<ActivityBody>();
  body->attachments = tables.attachments.Present(body->attachments);
  return std::optional(std::move(*body));
}

Result<bool> DropDraft(Tables& tables, const KeySession& session) {
  if (!session.studio_key) return NoDraftKey();
  Change change(*tables.connection);
  DropAt(tables, DraftSeal(session).Mark(kWriteupDraft));
  change.Commit();
  return true;
}

}  // namespace studio
