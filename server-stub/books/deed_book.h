// The county's book of deeds (shared/mechanism/deed.h). Whatever is said of one is an entry that
// stays; how it stands follows from the entries: what terminals' evidence makes of it until the
// county's own people speak, and from then on what they said. Each deed goes, sealed, to the
// studios of its members and to where it was done, as entity "deed" under an id of that studio's
// own, while it counts in a year that terminals can reckon (DeedGrounds).
//
// A year that was closed changes only by an entry of the county's that says who and why; what
// terminals' evidence would change in it is held, and listed until somebody accepts it.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/books/deed_check.h"
#include "server/ledger/ledger.h"
#include "shared/feed/counting_entities.h"
#include "shared/record/own_seal.h"

namespace county {

using studio::Result;

// Where it counts, and what a closed year closes.
inline int YearOf(const studio::Deed& deed) { return static_cast<int>(deed.done.year()); }

struct DeedWord {
  studio::Deed deed;  // of one that is taken back the id alone
  bool taken_back = false;
  std::string by, why;  // of the county's people; empty: terminals' evidence
};

struct DeedEvent {
  DeedEntry entry;
  DeedWord word;
};

class DeedBook {
 public:
  // county: opens what was kept.
  DeedBook(Ledger& ledger, const studio::BoxKeyPair& county, std::int64_t now_ms);

  // All that write, inside the ledger's transaction.
  //
  // As terminals' evidence has it now. The same again changes nothing.
  void Note(const studio::Deed& deed);
  // The evidence is gone: a shift does not exist any more. What the county has said stands.
  void TakeBack(const std::string& deed);
  // Who wrote it down has withdrawn it, whatever was said of it since.
  void Withdraw(const std::string& deed);
  // By the county. kInvalid, kNotFound: a Chinese sentence.
  Result<void> Enter(const DeedWord& word);

  // That a closed year was opened again stands among the entries, under "year/YEAR".
  void NoteOpened(int year, const std::string& by, const std::string& why);

  // Tells every studio what it has not been told as it is now: after members moved, when a studio
  // has got a key, and when the years are others.
  void TellAll();
  // Says on the feed which years terminals can reckon. True: others than before.
  bool TellYears();

  std::optional<studio::Deed> Find(std::string_view deed) const;
  // By id. first: years before it are left out. studio: done there; 0: everywhere.
  std::vector<studio::Deed> All(int first = 0, studio::StudioId studio = 0) const;
  // Ids of those that were kept before figures had bounds: they count nowhere until they are
  // changed or withdrawn.
  std::vector<std::string> Unread() const;
  std::vector<DeedEvent> History(std::string_view deed) const;
  std::vector<DeedEvent> Held() const;
  // Of a text that the county keeps beside (closed years).
  const studio::OwnSeal& seal() const { return seal_; }

  const DeedGrounds& grounds() const;
  // Where deeds were put, changed or taken back by this book.
  const std::set<studio::StudioId>& touched() const { return touched_; }

 private:
  void Keep(const DeedWord& word, bool by_county, bool held);
  void Stand(const DeedWord& word, bool by_county, const std::optional<KeptDeed>& before);
  std::optional<studio::Deed> Opened(const KeptDeed& kept) const;
  DeedEvent Read(DeedEntry entry) const;
  std::optional<DeedWord> HeldOf(std::string_view deed) const;
  bool IsHeld(const DeedWord& word) const;
  // deed: null where it was taken back.
  void Tell(const KeptDeed& kept, const studio::Deed* deed);

  Ledger& ledger_;
  std::int64_t now_ms_;
  studio::OwnSeal seal_;
  mutable std::optional<DeedGrounds> grounds_;  // read when first asked for
  std::set<studio::StudioId> touched_;
};

// What the book's texts are sealed with.
studio::OwnSeal DeedSeal(const studio::BoxKeyPair& county);

DeedGrounds DeedGroundsOf(const Ledger& ledger, std::int64_t now_ms);

}  // namespace county
