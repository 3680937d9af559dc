#include "server/clerk/tally.h"

#include <map>

#include "server/keys/county_calendar.h"
#include "shared/base/json.h"
#include "shared/feed/public_entities.h"

namespace county {

using studio::CaseOutcome;
using studio::CaseStep;
using studio::ErrorKind;
using studio::Fail;
using studio::Tally;

namespace {

std::map<StudioId, Tally> CountMonth(const Ledger& ledger, const std::string& month) {
  std::map<StudioId, Tally> tallies;
  for (const CaseFile& file : ledger.Cases()) {
    if (file.wish || file.withdrawn) continue;
    Tally& tally = tallies[file.studio];
    if (studio::ToText(DateAt(file.received_ms)).substr(0, month.size()) != month) continue;
    const bool answered = file.step == CaseStep::kAnswered || file.step == CaseStep::kRated;
    ++tally.received;
    ++(answered ? tally.answered : tally.open);
    if (answered && file.outcome == CaseOutcome::kSolved) ++tally.solved;
  }
  return tallies;
}

std::string BodyOf(const Tally& tally) {
  const nlohmann::json body = {{"month", tally.month},       {"studio", tally.studio},
                               {"received", tally.received}, {"answered", tally.answered},
                               {"solved", tally.solved},     {"open", tally.open},
                               {"at_ms", tally.at_ms}};
  return body.dump();
}

}  // namespace

studio::Result<std::size_t> PublishTallies(Ledger& ledger, const std::string& month,
                                           std::int64_t now_ms) {
  if (!studio::ParseDate(month + "-01")) {
    return Fail(ErrorKind::kInvalid, "a month such as 2026-11 is needed, not " + month);
  }
  std::size_t published = 0;
  ledger.Atomically([&] {
    for (auto& [studio_id, tally] : CountMonth(ledger, month)) {
      tally.month = month;
      tally.studio = studio_id;
      tally.at_ms = now_ms;
      ledger.PutEntity("tally", month + "/" + std::to_string(studio_id), BodyOf(tally), studio_id);
      ++published;
    }
  });
  return published;
}

}  // namespace county
