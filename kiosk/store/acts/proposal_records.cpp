#include "store/acts/proposal_records.h"

#include <algorithm>

#include "store/base/body_text.h"

namespace studio {

SealedProposals SealedProposalsOf(Tables& tables) {
  return {tables.duty.Proposals(), tables.own_deeds.All()};
}

std::vector<Proposal> OpenProposals(const SealedProposals& sealed, const KeySession& session) {
  std::vector<Proposal> proposals;
  for (const SealedForStudio& one : sealed.told) {
    auto proposal = OpenProposal(one.id, one.sealed, *session.studio_key);
    if (!proposal) continue;
    const auto& authors = proposal->authors;
    if (std::find(authors.begin(), authors.end(), session.member) != authors.end())
      proposals.push_back(std::move(*proposal));
  }
  for (const OwnDeed& one : sealed.own) {
    const auto said = OpenProposalSaid(one.record, one.sealed, *session.studio_key);
    if (!said) continue;
    for (Proposal& proposal : proposals) {
      if (proposal.number == said->proposal && !proposal.HasSaid(said->by))
        proposal.said.push_back(said->by);
    }
  }
  return proposals;
}

Result<bool> RateProposal(Tables& tables, const RecordMaker& maker, const Readers& readers,
                          const KeySession& session, const ProposalRatingBody& body) {
  if (body.by != session.member) return Fail(ErrorKind::kInvalid, "somebody else's word");
  const auto text =
      CheckedText(body, &ProposalRatingBodyFromJson, {&body.proposal, &body.by, &body.token});
  if (!text) return tl::unexpected(text.error());
  const auto row = maker.Make({RecordKind::kProposalRating}, false, *text, readers);
  if (!row) return tl::unexpected(row.error());
  const Uuid id = DecodeRecordHeader(row->header)->id;
  const auto said = SealProposalSaid(id, {body.proposal, body.by}, readers.studio);
  Change change(*tables.connection);
  tables.outbox.Add(*row);
  if (said) tables.own_deeds.Add(id, *said);
  change.Commit();
  return true;
}

}  // namespace studio
