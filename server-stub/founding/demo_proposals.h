// The proposals that a demo county's members have under way: part "proposals" of
// assets/demo/NAME.json.
#pragma once

#include <string_view>
#include <vector>

#include "server/books/proposal_book.h"
#include "shared/base/calendar_date.h"

namespace county {

struct DemoProposal {
  studio::Proposal proposal;
  std::optional<studio::UnitsWord> unit;  // where it has rated
};

// With the days of their steps counted back from today. kMalformed: the file.
Result<std::vector<DemoProposal>> DemoProposals(std::string_view demo_json,
                                                studio::CalendarDate today);

}  // namespace county
