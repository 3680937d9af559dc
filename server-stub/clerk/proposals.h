// What the county's people enter about proposals (提案), the handling unit's rating too, and their
// list. Every error is a Chinese sentence.
#pragma once

#include <functional>
#include <string>

#include "server/books/proposal_book.h"
#include "server/keys/county_keys.h"

namespace county {

// As one transaction.
Result<void> WithProposals(Ledger& ledger, const CountyKeys& keys, std::int64_t now_ms,
                           const std::function<Result<void>(ProposalBook&)>& work);

// {"proposals": […], "sums": {…}}: of a proposal whose two ratings are not both in who has said
// something, and nothing of what; sums are of the others.
std::string ProposalsJson(const Ledger& ledger, const CountyKeys& keys);

}  // namespace county
