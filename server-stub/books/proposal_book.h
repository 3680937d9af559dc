// The county's book of proposals (提案) and their two ratings (双评). What either side says is
// sealed in the ledger, all words of one length, and comes out of this book only once both are in:
// neither the county's lists nor the feed can show the one to who has still to say the other. The
// first proposer's word is the author's, and each says it once; co-authors' are kept beside. Where
// the author is not satisfied it goes back to the unit, once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/books/deed_book.h"
#include "shared/bodies/proposal_bodies.h"

namespace county {

struct KnownProposal {
  studio::Proposal told;                      // `both` where both are in
  std::vector<studio::AuthorsWord> others{};  // co-authors', where both are in
};

// Reads them, and shows no word before both are in.
class ProposalReading {
 public:
  // seal: DeedSeal's.
  ProposalReading(const Ledger& ledger, const studio::OwnSeal& seal)
      : ledger_(ledger), seal_(seal) {}

  std::vector<KnownProposal> All() const;  // by number
  std::optional<KnownProposal> Find(std::string_view number) const;
  // Whether both are in, so that what was said of it may be read.
  bool IsOpen(std::string_view number) const;

 private:
  struct Word {
    std::optional<studio::AuthorsWord> author;
    std::optional<studio::UnitsWord> unit;
  };
  std::optional<KnownProposal> Known(const KeptProposal& kept) const;
  std::vector<Word> Words(std::string_view number) const;

  const Ledger& ledger_;
  const studio::OwnSeal& seal_;
};

class ProposalBook {
 public:
  // deeds: whose seal and grounds these are.
  ProposalBook(Ledger& ledger, const DeedBook& deeds, std::int64_t now_ms)
      : ledger_(ledger), deeds_(deeds), reading_(ledger, deeds.seal()), now_ms_(now_ms) {}

  // All that write, inside the ledger's transaction. Errors are Chinese sentences.
  //
  // At its first step. kInvalid; kConflict: there is one of that number.
  Result<void> Add(const studio::Proposal& proposal);
  // unit: empty where it stays. kNotFound; kConflict: no step that may follow.
  Result<void> Move(const std::string& number, studio::ProposalStep step, const std::string& on,
                    const std::string& unit);
  // By the unit. kNotFound, kInvalid; kConflict: not answered yet, or rated before.
  Result<void> Rate(const std::string& number, const studio::UnitsWord& word);
  // What an author's record led to, for the ledger's listing: "counted", "kept: …" or
  // "not counted: …". Nothing of it tells what they said.
  std::string Take(const Uuid& record, const studio::ProposalRatingBody& body);
  // A word that was taken back before both were in; afterwards it stays.
  void Withdraw(const Uuid& record);
  // Tells studios what they have not been told as it is now, as DeedBook::TellAll.
  void TellAll();

 private:
  void Keep(const studio::Proposal& proposal);
  // text: JSON of what was said, under the side's name.
  void KeepWord(const std::string& number, const Uuid& record, std::string text);
  // After a word: both may be in now.
  void Settle(const std::string& number);
  void Tell(KeptProposal kept, const studio::Proposal& proposal);

  Ledger& ledger_;
  const DeedBook& deeds_;
  ProposalReading reading_;
  std::int64_t now_ms_;
};

}  // namespace county
