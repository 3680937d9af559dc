// 民意台账 as its manager has it: every line of this terminal with how it stands, whoever wrote it
// down; of what is for the county alone its number and step.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/desk/desk_ledger.h"
#include "app/desk/desk_request.h"
#include "shared/base/calendar_date.h"

namespace studio {

// A request that no key of the studio opens.
struct CountyLine {
  std::string receipt;             // digits
  std::int64_t made_at_ms = 0;     // as the county's time was known
  std::optional<CaseStep> step{};  // none: the county has told nothing of it yet
};

struct StudioLedger {
  DeskLedger ledger;
  std::vector<DeskRequest> requests;
  std::vector<CountyLine> for_county;
};
// Wiped with its last holder, as everything that is freed.
using StudioLedgerPtr = std::shared_ptr<const StudioLedger>;

enum class LineState {
  kOverdue,  // what was promised is over
  kOpen,
  kAnswered,  // and not crossed off yet
  kClosed,    // crossed off; of what is for the county alone: answered
  kNoted,     // of what a member did: there is nothing to cross off
};

struct StudioLine {
  // Of a ledger that outlives it. Either `line`, with its request where it is one, or `for_county`.
  const DeskLine* line = nullptr;
  const DeskRequest* request = nullptr;
  const CountyLine* for_county = nullptr;
  LineState state = LineState::kOpen;

  std::int64_t made_at_ms() const { return line ? line->made_at_ms : for_county->made_at_ms; }
  bool MayBeClosed() const { return line != nullptr && !line->closing; }
};

// Overdue ones first, then the newest.
std::vector<StudioLine> StudioLinesOf(const StudioLedger& ledger, CalendarDate today);

}  // namespace studio
