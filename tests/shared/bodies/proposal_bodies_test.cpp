#include "shared/bodies/proposal_bodies.h"

#include <doctest/doctest.h>

using namespace studio;

TEST_CASE("a proposal's rating comes back as it was, and is as long whatever it says") {
  const ProposalRatingBody satisfied{"演示第7号", Satisfaction::kSatisfied, {}, "m1", 3, "TOKEN"};
  ProposalRatingBody not_satisfied = satisfied;
  not_satisfied.satisfaction = Satisfaction::kDissatisfied;
  not_satisfied.reasons = {"slow", "not_done", "attitude", "unclear", "other"};
  for (const auto& body : {satisfied, not_satisfied}) {
    const auto back = ProposalRatingBodyFromJson(ToJson(body));
    REQUIRE(back);
    CHECK(*back == body);
  }
  CHECK(ToJson(satisfied).size() == ToJson(not_satisfied).size());
  for (const char* wrong :
       {"{}", "[]", R"({"proposal":"1","by":"m1"})",
        R"({"proposal":"","by":"m1","satisfaction":"mostly"})",
        R"({"proposal":"1","by":"","satisfaction":"mostly"})",
        R"({"proposal":"1","by":"m1","satisfaction":"good"})",
        R"({"proposal":"1","by":"m1","satisfaction":"mostly","reasons":["rude words"]})"})
    CHECK_FALSE(ProposalRatingBodyFromJson(wrong));
}

TEST_CASE("a proposal as a studio is told of it comes back as it was, with its key alone") {
  Proposal proposal{
      "演示第7号",
      "关于路灯的提案",
      {"m1", "m2"},
      "示例县城管局",
      {{ProposalStep::kFiled, "2026-03-01"}, {ProposalStep::kReturned, "2026-11-10"}}};
  proposal.said = {"m1"};
  proposal.unit_said = true;
  CHECK(ToJson(proposal).find("\"both\"") == std::string::npos);
  proposal.both = {{"m1", Satisfaction::kMostly, {"slow"}}, {ProposalQuality::kPoor, "太笼统"}};
  const BoxKeyPair studio = BoxKeyPair::Generate(), other = BoxKeyPair::Generate();
  const auto sealed = SealProposal("3/p", proposal, studio.Public());
  REQUIRE(sealed);
  const auto back = OpenProposal("3/p", *sealed, studio);
  REQUIRE(back);
  CHECK(*back == proposal);
  CHECK_FALSE(OpenProposal("3/q", *sealed, studio));
  CHECK_FALSE(OpenProposal("3/p", *sealed, other));
  CHECK_FALSE(
      ProposalFromJson(R"({"number":"1","title":"t","authors":["m1"],"unit":"u","course":[]})"));
  CHECK_FALSE(ProposalFromJson(
      R"({"number":"1","title":"t","authors":[],"unit":"u","course":[{"step":"filed","on":"2026-01-01"}]})"));
}

TEST_CASE("a proposal goes on by steps that follow each other, and back once by its author alone") {
  CHECK(MayFollow(ProposalStep::kFiled, ProposalStep::kAssigned));
  CHECK(MayFollow(ProposalStep::kFiled, ProposalStep::kAnswered));
  CHECK_FALSE(MayFollow(ProposalStep::kAnswered, ProposalStep::kHandling));
  CHECK_FALSE(MayFollow(ProposalStep::kAnswered, ProposalStep::kReturned));
  CHECK(MayFollow(ProposalStep::kReturned, ProposalStep::kHandling));
  CHECK(MayFollow(ProposalStep::kReturned, ProposalStep::kAnswered));
  CHECK_FALSE(MayFollow(ProposalStep::kReturned, ProposalStep::kFiled));
  CHECK(MayRate(ProposalStep::kAnswered));
  CHECK_FALSE(MayRate(ProposalStep::kHandling));
  CHECK_FALSE(MayRate(ProposalStep::kReturned));
}
