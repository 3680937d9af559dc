#include "app/desk/ledger_flow.h"

#include <algorithm>
#include <utility>

namespace studio {

void LedgerFlow::Read() {
  if (!ledger_) state_ = LedgerState::kReading;
  store_.ReadLedger(
      session_, visit_.Guard<Result<DeskLedgerPtr>>([this](Result<DeskLedgerPtr> read) {
        ledger_ = read ? std::move(*read) : nullptr;
        state_ = ledger_ ? LedgerState::kThere : LedgerState::kFailed;
        std::erase_if(picked_, [&](const Uuid& one) { return ledger().LineWith(one) == nullptr; });
      }));
  drafts_ = {};  // what was filed meanwhile is not offered again
  store_.ReadLedgerDrafts(session_,
                          visit_.Guard<Result<LedgerDrafts>>([this](Result<LedgerDrafts> drafts) {
                            drafts_ = drafts ? std::move(*drafts) : LedgerDrafts{};
                          }));
}

const DeskLedger& LedgerFlow::ledger() const {
  static const DeskLedger kNothing;
  return ledger_ ? *ledger_ : kNothing;
}

std::vector<const DeskInformation*> LedgerFlow::Own() const {
  std::vector<const DeskInformation*> out;
  for (const DeskInformation& one : ledger().written) {
    if (IsAuthor(one.body, session_.member)) out.push_back(&one);
  }
  return out;
}

bool LedgerFlow::IsPicked(const Uuid& record) const {
  return std::find(picked_.begin(), picked_.end(), record) != picked_.end();
}

bool LedgerFlow::CanPick(const Uuid& record) const {
  return picked_.size() < kMostPicked || IsPicked(record);
}

void LedgerFlow::TogglePick(const Uuid& record) {
  if (std::erase(picked_, record) == 0 && picked_.size() < kMostPicked) picked_.push_back(record);
}

void LedgerFlow::DropDraft(LedgerPiece piece) {
  if (piece == LedgerPiece::kInformation) {
    drafts_.information.reset();
  } else {
    drafts_.heard.reset();
  }
  store_.DropLedgerDraft(session_, piece, visit_.Guard<Result<bool>>([](const Result<bool>&) {}));
}

}  // namespace studio
