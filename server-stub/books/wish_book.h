// Wishes (微心愿) between the slip and the wall: whoever wished follows a case, the wall shows an
// entity "wish" without a name, and the ledger knows which belongs to which. Every step is told to
// both. What hangs on the wall without a record came by Publish, and has no case.
#pragma once

#include <cstdint>
#include <string>

#include "server/books/case_book.h"
#include "server/ledger/ledger.h"
#include "shared/bodies/wish_bodies.h"

namespace county {

class WishBook {
 public:
  WishBook(Ledger& ledger, CaseBook& cases, std::int64_t now_ms)
      : ledger_(ledger), cases_(cases), now_ms_(now_ms) {}

  // All of these inside the ledger's transaction.
  //
  // What came of it, for the ledger's listing. A post: as CaseBook::Open. A claim: "claimed", or
  // "superseded" where somebody was first. A grant: "granted"; the slip's word: "confirmed" or
  // "not yet". Else
  // "unproven: …" where the badge does not hold, or "not counted: …".
  std::string Take(const studio::RecordHeader& header, const studio::WishBody& body,
                   StudioId studio, const std::string& unproven);
  // Of that terminal's record: nothing of it stays on the wall.
  void Withdraw(const Uuid& record, TerminalNumber terminal);

  // On the wall from now on, in words that name nobody. kConflict: it hangs there already. Its id.
  Result<std::string> Hang(const Uuid& record, const studio::WishBody& body,
                           const std::string& text);
  // By the county's clerk. kNotFound: no such wish on the wall; kConflict: not at this step.
  Result<void> Confirm(const std::string& wish);
  Result<void> NotYet(const std::string& wish);  // claimed again, by who had claimed it
  Result<void> Reopen(const std::string& wish);  // who claimed it cannot

 private:
  std::string Post(const studio::RecordHeader& header, const studio::WishBody& body,
                   StudioId studio);
  std::string Claim(const Uuid& record, const studio::WishBody& body);
  std::string Grant(const studio::WishBody& body);
  std::string SayBySlip(const studio::WishBody& body);
  // Tells the case of that wish, where it has one that can take the step.
  void Follow(const std::string& wish, const CaseMove& move);

  Ledger& ledger_;
  CaseBook& cases_;
  std::int64_t now_ms_;
};

}  // namespace county
