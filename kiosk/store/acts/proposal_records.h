// Members' proposals as the county told this studio, and an author's rating as a transaction. Store
// thread unless said otherwise; throws SQLite::Exception, and then nothing was kept.
#pragma once

#include <vector>

#include "app/checkin/key_session.h"
#include "shared/bodies/proposal_bodies.h"
#include "store/outbox/records.h"
#include "store/rows/tables.h"

namespace studio {

struct SealedProposals {
  std::vector<SealedForStudio> told;
  std::vector<OwnDeed> own;  // that some were rated here and the feed does not tell of it yet
};
SealedProposals SealedProposalsOf(Tables& tables);
// Needs no tables. Of the session's member; what its key does not open is left out.
std::vector<Proposal> OpenProposals(const SealedProposals& sealed, const KeySession& session);

// The word itself is sealed to the county alone; beside it lies for the studio, until the feed
// tells of it, that there is one. kInvalid: somebody else's than the session's.
Result<bool> RateProposal(Tables& tables, const RecordMaker& maker, const Readers& readers,
                          const KeySession& session, const ProposalRatingBody& body);

}  // namespace studio
