// The ledger at a member's desk: its lines, which of them were picked to write from, and what the
// member was in the middle of writing. Main thread.
#pragma once

#include <utility>
#include <vector>

#include "app/base/visit.h"
#include "app/desk/ledger_store.h"

namespace studio {

enum class LedgerState { kReading, kThere, kFailed };

inline constexpr std::size_t kMostPicked = 20;

class LedgerFlow {
 public:
  // The store outlives the flow. Nothing is there before it was read.
  LedgerFlow(LedgerStore& store, KeySession session)
      : store_(store), session_(std::move(session)) {}

  const KeySession& session() const { return session_; }
  LedgerState state() const { return state_; }
  // What is there stays until this has come. A line that is no longer there is no longer picked.
  void Read();

  const DeskLedger& ledger() const;  // empty until it is there
  // Of which they are an author, newest first.
  std::vector<const DeskInformation*> Own() const;

  bool IsPicked(const Uuid& record) const;
  bool CanPick(const Uuid& record) const;  // or take back
  void TogglePick(const Uuid& record);
  std::vector<Uuid> Picked() const { return picked_; }
  void PickNone() { picked_.clear(); }

  const LedgerDrafts& drafts() const { return drafts_; }
  void DropDraft(LedgerPiece piece);

 private:
  LedgerStore& store_;
  const KeySession session_;
  LedgerState state_ = LedgerState::kReading;
  DeskLedgerPtr ledger_;
  std::vector<Uuid> picked_;  // in the order in which they were
  LedgerDrafts drafts_;
  Visit visit_;  // last: ends before anything its completions touch
};

}  // namespace studio
