#include "app/desk/proposals_flow.h"

#include <doctest/doctest.h>

#include "fakes/fake_desk_store.h"

using namespace studio;

namespace {

Proposal AProposal(const std::string& number, ProposalStep step) {
  return {number, "关于路灯的提案", {"a", "b"}, "示例县城管局", {{step, "2026-11-10"}}};
}

struct AtProposals {
  AtProposals() {
    auto station = std::make_shared<Station>();
    station->studio.id = 3;
    state.station = station;
    desk.proposals = {AProposal("1", ProposalStep::kHandling),
                      AProposal("2", ProposalStep::kAnswered)};
  }
  FakeDeskStore desk;
  KioskState state;
};

}  // namespace

TEST_CASE("what is answered waits for its author, once, and stands first") {
  AtProposals at;
  ProposalsFlow flow(at.desk, at.state, {"a", nullptr, "TOKEN"});
  flow.Read();
  REQUIRE(flow.proposals().size() == 2);
  CHECK(flow.proposals()[0].number == "2");
  CHECK(flow.Waiting() == 1);
  CHECK(flow.IsFirst(flow.proposals()[0]));
  flow.Rate("2", Satisfaction::kMostly, {"slow"});
  CHECK_FALSE(flow.saving());
  REQUIRE(at.desk.rated.size() == 1);
  CHECK(at.desk.rated[0] ==
        ProposalRatingBody{"2", Satisfaction::kMostly, {"slow"}, "a", 3, "TOKEN"});
  CHECK(flow.Waiting() == 0);
}

TEST_CASE("a rating that was not kept may be given again") {
  AtProposals at;
  ProposalsFlow flow(at.desk, at.state, {"b", nullptr, "TOKEN"});
  flow.Read();
  at.desk.filing_fails = ErrorKind::kStorage;
  flow.Rate("2", Satisfaction::kSatisfied, {});
  CHECK(flow.save_failed());
  CHECK(flow.Waiting() == 1);
  CHECK_FALSE(flow.IsFirst(flow.proposals()[0]));
  at.desk.filing_fails.reset();
  flow.Rate("2", Satisfaction::kSatisfied, {});
  CHECK_FALSE(flow.save_failed());
  CHECK(flow.Waiting() == 0);
}
