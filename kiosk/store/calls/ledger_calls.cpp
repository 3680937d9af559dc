#include "store/calls/ledger_calls.h"

#include "store/acts/ledger_reading.h"
#include "store/acts/ledger_records.h"

namespace studio {

// Opened one by one on the worker, while the store's thread goes on.
void LedgerCalls::ReadLedger(KeySession session, Done<DeskLedgerPtr> done) {
  thread_.ReadAndWork<DeskLedgerPtr>(
      std::move(done),
      [](const AtWork& at) -> Result<SealedLedger> { return SealedLedgerOf(at.tables); },
      [session](const SealedLedger& sealed) -> Result<DeskLedgerPtr> {
        return std::make_shared<const DeskLedger>(
            OpenLedger(sealed, *session.studio_key, session.member));
      });
}

void LedgerCalls::ReadStudioLedger(KeySession session, Done<StudioLedgerPtr> done) {
  thread_.ReadAndWork<StudioLedgerPtr>(
      std::move(done),
      [](const AtWork& at) -> Result<SealedStudioLedger> {
        return SealedStudioLedgerOf(at.tables, at.maker.CountyMs());
      },
      [session](const SealedStudioLedger& sealed) -> Result<StudioLedgerPtr> {
        return std::make_shared<const StudioLedger>(OpenStudioLedger(sealed, *session.studio_key));
      });
}

void LedgerCalls::FileLineClosing(KeySession session, LineClosingBody body, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [session = std::move(session), body = std::move(body)](const AtWork& at) {
        return studio::FileLineClosing(at.tables, at.maker, at.readers, session, body);
      },
      kTellRecord);
}

void LedgerCalls::FileHeard(KeySession session, HeardBody body, bool urgent, Done<bool> done) {
  thread_.Write(
      std::move(done),
      [session = std::move(session), body = std::move(body), urgent](const AtWork& at) {
        return studio::FileHeard(at.tables, at.maker, at.readers, session, body, urgent);
      },
      kTellRecord);
}

void LedgerCalls::FileInformation(KeySession session, InformationBody body, bool urgent,
                                  Done<bool> done) {
  thread_.Write(
      std::move(done),
      [session = std::move(session), body = std::move(body), urgent](const AtWork& at) {
        return studio::FileInformation(at.tables, at.maker, at.readers, session, body, urgent);
      },
      kTellRecord);
}

void LedgerCalls::KeepLedgerDraft(KeySession session, LedgerDraft draft, Done<bool> done) {
  thread_.Write(std::move(done),
                [session = std::move(session), draft = std::move(draft)](const AtWork& at) {
                  return studio::KeepLedgerDraft(at.tables, at.maker, session, draft);
                });
}

void LedgerCalls::ReadLedgerDrafts(KeySession session, Done<LedgerDrafts> done) {
  thread_.Read(std::move(done), [session = std::move(session)](const AtWork& at) {
    return LedgerDraftsOf(at.tables, session);
  });
}

void LedgerCalls::DropLedgerDraft(KeySession session, LedgerPiece piece, Done<bool> done) {
  thread_.Write(std::move(done), [session = std::move(session), piece](const AtWork& at) {
    return studio::DropLedgerDraft(at.tables, session, piece);
  });
}

}  // namespace studio
