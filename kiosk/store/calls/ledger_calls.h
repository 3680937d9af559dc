// The ledger at a member's desk (app/desk/ledger_store.h).
#pragma once

#include "app/desk/ledger_store.h"
#include "store/core/store_thread.h"

namespace studio {

class LedgerCalls : public LedgerStore {
 public:
  explicit LedgerCalls(StoreThread thread) : thread_(std::move(thread)) {}

  void ReadLedger(KeySession session, Done<DeskLedgerPtr> done) override;
  void ReadStudioLedger(KeySession session, Done<StudioLedgerPtr> done) override;
  void FileLineClosing(KeySession session, LineClosingBody body, Done<bool> done) override;
  void FileHeard(KeySession session, HeardBody body, bool urgent, Done<bool> done) override;
  void FileInformation(KeySession session, InformationBody body, bool urgent,
                       Done<bool> done) override;
  void KeepLedgerDraft(KeySession session, LedgerDraft draft, Done<bool> done) override;
  void ReadLedgerDrafts(KeySession session, Done<LedgerDrafts> done) override;
  void DropLedgerDraft(KeySession session, LedgerPiece piece, Done<bool> done) override;

 private:
  StoreThread thread_;
};

}  // namespace studio
