#include "server/ledger/ledger_proposals.h"

#include "server/ledger/ledger_query.h"

namespace county {
namespace {

KeptProposal KeptProposalIn(const Query& query) {
  return {query.Text(0), query.Id(1), query.Text(2), query.Blob(3)};
}

}  // namespace

void ProposalLedger::PutProposal(const KeptProposal& proposal) {
  Query(*database_,
        "INSERT INTO proposals (proposal, feed, told, sealed) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (proposal) DO UPDATE SET told = excluded.told, sealed = excluded.sealed",
        proposal.proposal, proposal.feed, proposal.told, proposal.sealed)
      .Run();
}

std::optional<KeptProposal> ProposalLedger::FindProposal(std::string_view proposal) const {
  Query query(*database_, "SELECT proposal, feed, told, sealed FROM proposals WHERE proposal = ?",
              proposal);
  if (!query.Next()) return std::nullopt;
  return KeptProposalIn(query);
}

std::vector<KeptProposal> ProposalLedger::Proposals() const {
  std::vector<KeptProposal> proposals;
  Query query(*database_, "SELECT proposal, feed, told, sealed FROM proposals ORDER BY proposal");
  while (query.Next()) proposals.push_back(KeptProposalIn(query));
  return proposals;
}

void ProposalLedger::AddProposalWord(const KeptProposalWord& word) {
  Query(*database_, "INSERT INTO proposal_words (proposal, record, sealed) VALUES (?, ?, ?)",
        word.proposal, word.record, word.sealed)
      .Run();
}

std::vector<KeptProposalWord> ProposalLedger::ProposalWords(std::string_view proposal) const {
  std::vector<KeptProposalWord> words;
  Query query(*database_,
              "SELECT proposal, record, sealed FROM proposal_words WHERE proposal = ?"
              " ORDER BY entry",
              proposal);
  while (query.Next()) words.push_back({query.Text(0), query.Id(1), query.Blob(2)});
  return words;
}

std::optional<std::string> ProposalLedger::ProposalOfWord(const Uuid& record) const {
  Query query(*database_, "SELECT proposal FROM proposal_words WHERE record = ?", record);
  if (!query.Next()) return std::nullopt;
  return query.Text(0);
}

void ProposalLedger::DeleteProposalWord(const Uuid& record) {
  Query(*database_, "DELETE FROM proposal_words WHERE record = ?", record).Run();
}

}  // namespace county
