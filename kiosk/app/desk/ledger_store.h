// What the ledger at a member's desk (民意台账) needs of the store. Calls return at once; `done`
// runs on the main thread. Implemented by store/.
#pragma once

#include <functional>
#include <optional>
#include <variant>

#include "app/checkin/key_session.h"
#include "app/desk/studio_ledger.h"
#include "shared/base/result.h"
#include "shared/bodies/heard_body.h"

namespace studio {

using LedgerDraft = std::variant<InformationBody, HeardBody>;
enum class LedgerPiece { kInformation, kHeard };  // in the order of LedgerDraft

struct LedgerDrafts {
  std::optional<InformationBody> information{};
  std::optional<HeardBody> heard{};
};

class LedgerStore {
 public:
  template <class T>
  using Done = std::function<void(Result<T>)>;

  virtual ~LedgerStore() = default;

  // Requests of this terminal that members may read, what was heard here, and what this member
  // wrote up here; nothing that was for the county alone.
  virtual void ReadLedger(KeySession session, Done<DeskLedgerPtr> done) = 0;
  // The manager's: what all members wrote up, and by its number what was for the county alone.
  virtual void ReadStudioLedger(KeySession session, Done<StudioLedgerPtr> done) = 0;
  // kConflict: there is no such line, or it was withdrawn meanwhile.
  virtual void FileLineClosing(KeySession session, LineClosingBody body, Done<bool> done) = 0;
  // One transaction each: the record, and what was kept of it goes. `urgent`: somebody is in
  // danger. kConflict: one of the requests was withdrawn meanwhile, or no member may read it.
  virtual void FileHeard(KeySession session, HeardBody body, bool urgent, Done<bool> done) = 0;
  virtual void FileInformation(KeySession session, InformationBody body, bool urgent,
                               Done<bool> done) = 0;
  // What they are in the middle of writing, as DeskStore keeps drafts: the newest of each piece.
  virtual void KeepLedgerDraft(KeySession session, LedgerDraft draft, Done<bool> done) = 0;
  virtual void ReadLedgerDrafts(KeySession session, Done<LedgerDrafts> done) = 0;
  virtual void DropLedgerDraft(KeySession session, LedgerPiece piece, Done<bool> done) = 0;
};

}  // namespace studio
