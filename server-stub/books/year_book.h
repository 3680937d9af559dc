// Years: by which rules they are assessed, which of them are closed, and what each studio as a
// whole has done so far, published in the clear as entity "progress". A closed year keeps its
// grades, its rules, and of whom it was reckoned (entities "closed/YEAR" of kind "counting",
// "closed_roll"); an entry of the county's in it has its grades reckoned anew of the same.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "server/books/deed_book.h"
#include "shared/feed/counting_entities.h"
#include "shared/mechanism/year_grounds.h"

namespace county {

class YearBook {
 public:
  YearBook(Ledger& ledger, const DeedBook& deeds, std::int64_t now_ms)
      : ledger_(ledger), deeds_(deeds), now_ms_(now_ms) {}

  // What the year is assessed from. kNotFound: no rules have been published; kMalformed.
  Result<studio::YearGrounds> Grounds(int year) const;

  // The rest inside the ledger's transaction.
  //
  // kConflict: it is closed, or not over; kInvalid: nobody said who, or the rules' figures
  // overflow. Chinese sentences.
  Result<void> Close(int year, const std::string& by);
  // Its grades are taken back, and it is reckoned by the rules and members of today until it is
  // closed again. kNotFound: it is not closed. Chinese sentences.
  Result<void> Reopen(int year);
  // After an entry of the county's in a closed year.
  Result<void> ReckonAnew(int year);
  // Of those studios; empty: of all. Where the rules' figures overflow what was told stays.
  void PublishProgress(const std::set<studio::StudioId>& studios);
  // What the county's body as a whole owes and has done, for everybody, where the rules ask
  // anything of it. Reckoned of every deed there is: not with each batch.
  void PublishCounty();
  // Tells studios the grades of closed years once more: members have moved, a studio has got a key.
  void TellClosed();

 private:
  struct Rules {
    std::string name;
    studio::CountingRules rules;
  };
  Result<Rules> RulesFor(int year) const;
  std::optional<studio::ClosedYear> Closed(int year) const;
  Result<void> Keep(int year, const std::string& by);
  void KeepRoll(int year, const studio::YearGrounds& grounds);
  void ReadTerm(studio::YearGrounds& grounds) const;
  // What it owes in the stretches that run now. `grounds` is made that studio's.
  std::optional<studio::Progress> ProgressOf(const studio::Studio& studio,
                                             studio::YearGrounds& grounds) const;
  void TellParent(const studio::Studio& studio, const studio::Progress& progress);
  void Tell(const studio::ClosedYear& closed);

  Ledger& ledger_;
  const DeedBook& deeds_;
  std::int64_t now_ms_;
};

}  // namespace county
