#include "server/founding/demo_proposals.h"

#include "shared/base/json.h"

namespace county {

using nlohmann::json;
using studio::ErrorKind;
using studio::Fail;

Result<std::vector<DemoProposal>> DemoProposals(std::string_view demo_json,
                                                studio::CalendarDate today) {
  std::vector<DemoProposal> proposals;
  try {
    for (json told : json::parse(demo_json).value("proposals", json::array())) {
      for (json& move : told.at("course")) {
        const int days = move.at("days_ago").get<int>();
        move["on"] = studio::ToText(studio::AddDays(today, -days));
      }
      auto proposal = studio::ProposalFromJson(told.dump());
      if (!proposal) return tl::unexpected(proposal.error());
      DemoProposal& one = proposals.emplace_back(DemoProposal{std::move(*proposal), std::nullopt});
      if (!told.contains("unit_rates")) continue;
      const json& rates = told["unit_rates"];
      const auto quality = studio::ProposalQualityFrom(rates.at("quality").get<std::string>());
      if (!quality) return Fail(ErrorKind::kMalformed, "the demo county: a proposal's quality");
      one.unit = {*quality, rates.at("reason").get<std::string>()};
    }
  } catch (const json::exception& error) {
    return Fail(ErrorKind::kMalformed, std::string("the demo county: ") + error.what());
  }
  return proposals;
}

}  // namespace county
