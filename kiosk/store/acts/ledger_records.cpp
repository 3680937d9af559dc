#include "store/acts/ledger_records.h"

#include "shared/mechanism/sealed_deed.h"
#include "shared/mechanism/written_deed.h"
#include "store/acts/draft_seal.h"
#include "store/base/body_text.h"

namespace studio {
namespace {

std::string_view MarkOf(LedgerPiece piece) {
  return piece == LedgerPiece::kInformation ? "information" : "heard";
}

Result<std::string> LedgerTextOf(const InformationBody& body,
                                 Result<InformationBody> (*read)(std::string_view)) {
  return CheckedText(body, read,
                     {&body.title, &body.situation, &body.analysis, &body.suggestion, &body.by});
}

Result<std::string> LedgerTextOf(const HeardBody& body,
                                 Result<HeardBody> (*read)(std::string_view)) {
  return CheckedText(
      body, read,
      {&body.who, &body.village_name, &body.category_name, &body.words, &body.by, &body.token});
}

// Within the caller's transaction, as the next.
void DropDraftOf(Tables& tables, const KeySession& session, LedgerPiece piece) {
  if (session.studio_key) tables.desk_drafts.Drop(DraftSeal(session).Mark(MarkOf(piece)));
}

bool MayBeWrittenFrom(Tables& tables, const std::string& receipt) {
  const auto entry = tables.outbox.ByReceipt(receipt);
  return entry && !entry->withdrawn && tables.outbox.IsReadable(entry->row);
}

bool IsLine(Tables& tables, const Uuid& record) {
  if (tables.outbox.ReadableWriting(record)) return true;
  const auto entry = tables.outbox.ById(record);
  return entry && !entry->withdrawn && tables.outbox.IsReadable(entry->row);
}

template <class Body>
std::optional<Body> LedgerDraftOf(Tables& tables, const DraftSeal& seal, LedgerPiece piece,
                                  Result<Body> (*read)(std::string_view)) {
  const auto sealed = tables.desk_drafts.Of(seal.Mark(MarkOf(piece)));
  if (!sealed) return std::nullopt;
  const auto text = seal.Open(*sealed);
  if (!text) return std::nullopt;
  auto body = read(*text);
  return body ? std::optional(std::move(*body)) : std::nullopt;
}

}  // namespace

Result<bool> FileHeard(Tables& tables, const RecordMaker& maker, const Readers& readers,
                       const KeySession& session, const HeardBody& body, bool urgent) {
  if (body.by != session.member) return Fail(ErrorKind::kInvalid, "not heard by who writes it");
  const auto text = LedgerTextOf(body, &HeardBodyFromJson);
  if (!text) return tl::unexpected(text.error());
  const auto row = maker.Make({RecordKind::kInformation}, urgent, *text, readers);
  if (!row) return tl::unexpected(row.error());
  Change change(*tables.connection);
  tables.outbox.Add(*row);
  DropDraftOf(tables, session, LedgerPiece::kHeard);
  change.Commit();
  return true;
}

Result<bool> FileInformation(Tables& tables, const RecordMaker& maker, const Readers& readers,
                             const KeySession& session, const InformationBody& body, bool urgent) {
  if (body.title.empty() || body.by != session.member || !IsAuthor(body, session.member))
    return Fail(ErrorKind::kInvalid, "no information of who writes it");
  const auto text = LedgerTextOf(body, &InformationBodyFromJson);
  if (!text) return tl::unexpected(text.error());
  Change change(*tables.connection);
  for (const std::string& receipt : body.sources) {
    if (!MayBeWrittenFrom(tables, receipt))
      return Fail(ErrorKind::kConflict, "a request that it comes from is not there any more");
  }
  const auto row = maker.Make({RecordKind::kInformation}, urgent, *text, readers);
  if (!row) return tl::unexpected(row.error());
  const Uuid id = DecodeRecordHeader(row->header)->id;
  // A studio without a key reckons nothing here.
  const auto own = DeedOf(id, body).and_then(
      [&](const Deed& deed) { return SealDeed(id.ToString(), deed, readers.studio); });
  tables.outbox.Add(*row);
  if (own) tables.own_deeds.Add(id, *own);
  DropDraftOf(tables, session, LedgerPiece::kInformation);
  change.Commit();
  return true;
}

Result<bool> FileLineClosing(Tables& tables, const RecordMaker& maker, const Readers& readers,
                             const KeySession& session, const LineClosingBody& body) {
  if (body.by != session.member) return Fail(ErrorKind::kInvalid, "not closed by who says so");
  const auto text =
      CheckedText(body, &LineClosingBodyFromJson, {&body.words, &body.by, &body.token});
  if (!text) return tl::unexpected(text.error());
  const auto row = maker.Make({RecordKind::kInformation}, false, *text, readers);
  if (!row) return tl::unexpected(row.error());
  Change change(*tables.connection);
  if (!IsLine(tables, body.line))
    return Fail(ErrorKind::kConflict, "the line is not there any more");
  tables.outbox.Add(*row);
  change.Commit();
  return true;
}

Result<bool> KeepLedgerDraft(Tables& tables, const RecordMaker& maker, const KeySession& session,
                             const LedgerDraft& draft) {
  if (!session.studio_key) return NoDraftKey();
  const auto* information = std::get_if<InformationBody>(&draft);
  const auto text = information != nullptr
                        ? LedgerTextOf(*information, &InformationDraftFromJson)
                        : LedgerTextOf(std::get<HeardBody>(draft), &HeardDraftFromJson);
  if (!text) return tl::unexpected(text.error());
  const DraftSeal seal(session);
  const auto piece = static_cast<LedgerPiece>(draft.index());
  Change change(*tables.connection);
  tables.desk_drafts.Keep(seal.Mark(MarkOf(piece)), seal.Seal(*text), maker.CountyMs());
  change.Commit();
  return true;
}

Result<LedgerDrafts> LedgerDraftsOf(Tables& tables, const KeySession& session) {
  if (!session.studio_key) return NoDraftKey();
  const DraftSeal seal(session);
  return LedgerDrafts{
      LedgerDraftOf(tables, seal, LedgerPiece::kInformation, &InformationDraftFromJson),
      LedgerDraftOf(tables, seal, LedgerPiece::kHeard, &HeardDraftFromJson)};
}

Result<bool> DropLedgerDraft(Tables& tables, const KeySession& session, LedgerPiece piece) {
  if (!session.studio_key) return NoDraftKey();
  Change change(*tables.connection);
  DropDraftOf(tables, session, piece);
  change.Commit();
  return true;
}

}  // namespace studio
