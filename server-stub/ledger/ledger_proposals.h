// Proposals (提案), and what was said of each by its author and by the unit that handles it. Both
// are sealed by the book (books/proposal_book.h) and unread here: not even whose word one is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/ledger/ledger_part.h"

namespace county {

struct KeptProposal {
  std::string proposal;  // its number
  Uuid feed;             // what the feed's ids are made of
  std::string told{};    // which studios have it how: a JSON object of the book's
  Bytes sealed{};
};

struct KeptProposalWord {
  std::string proposal;
  Uuid record;  // of a terminal; of the unit's a random one
  Bytes sealed;
};

class ProposalLedger : LedgerPart {
 public:
  explicit ProposalLedger(LedgerDatabase& database) : LedgerPart(database) {}

  void PutProposal(const KeptProposal& proposal);
  std::optional<KeptProposal> FindProposal(std::string_view proposal) const;
  std::vector<KeptProposal> Proposals() const;  // by number
  void AddProposalWord(const KeptProposalWord& word);
  std::vector<KeptProposalWord> ProposalWords(std::string_view proposal) const;  // as they came
  std::optional<std::string> ProposalOfWord(const Uuid& record) const;
  void DeleteProposalWord(const Uuid& record);
};

}  // namespace county
