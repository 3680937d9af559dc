// A member's proposals on the terminal, and their rating: nobody reads it there.
#include <doctest/doctest.h>

#include "feed_pages.h"
#include "shared/bodies/proposal_bodies.h"
#include "shared/feed/counting_entities.h"
#include "shared/record/sealing.h"
#include "store_rig.h"

using namespace studio;

namespace {

constexpr const char* kNumber = "演示第7号";
constexpr const char* kReason = "attitude";

struct ProposalSite : Site {
  ProposalSite() {
    REQUIRE(rig.Apply(feed.Next({Entity("studio", "3",
                                        R"({"id":3,"name":"演示","sealing_key":")" +
                                            ToBase64Url(studio.Public().bytes) + R"("})"),
                                 Entity("member", "m1", R"({"name":"示例甲","studios":[3]})")})));
    Tell();
  }
  void Tell() {
    const SealedForStudio sealed{"3/p", StoreRig::kStudio,
                                 SealProposal("3/p", proposal, studio.Public()).value_or(Bytes{})};
    REQUIRE(rig.Apply(feed.Next({Entity("proposal", "3/p", ToJson(sealed), ++version)})));
  }
  std::vector<Proposal> Read(const std::string& member) {
    const auto read = rig.ReadProposals({member, std::make_shared<const BoxKeyPair>(studio)});
    REQUIRE(read);
    return **read;
  }
  Result<bool> Rate(const std::string& by) {
    return rig.RateProposal(
        {"m1", std::make_shared<const BoxKeyPair>(studio), "TOKEN"},
        {kNumber, Satisfaction::kDissatisfied, {kReason}, by, StoreRig::kStudio, "TOKEN"});
  }

  FeedPages feed;
  std::uint64_t version = 0;
  BoxKeyPair studio = BoxKeyPair::Generate();
  Proposal proposal{kNumber,
                    "关于路灯的提案",
                    {"m1", "m2"},
                    "示例县城管局",
                    {{ProposalStep::kAnswered, "2026-11-10"}}};
};

}  // namespace

TEST_CASE("an author sees their proposals, and nobody else those of another") {
  ProposalSite site;
  CHECK(site.Read("m1") == std::vector{site.proposal});
  CHECK(site.Read("m2").size() == 1);
  CHECK(site.Read("m9").empty());
  const auto other =
      site.rig.ReadProposals({"m1", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate())});
  REQUIRE(other);
  CHECK((*other)->empty());
  CHECK_FALSE(site.rig.LiesOnDisk("关于路灯"));
}

TEST_CASE(
    "an author's rating is the county's alone: neither the disk nor the studio's key tells it") {
  ProposalSite site;
  CHECK_FALSE(site.Rate("m2"));
  REQUIRE(site.Rate("m1"));
  site.rig.Restart();
  CHECK(site.Read("m1")[0].HasSaid("m1"));
  CHECK_FALSE(site.Read("m1")[0].both);
  const auto entries = site.rig.Decoded().entries;
  REQUIRE(entries.size() == 1);
  const auto header = DecodeRecordHeader(entries[0].header).value();
  CHECK(header.kind == RecordKind::kProposalRating);
  const SealBinding binding{header.id, header.kind, header.terminal};
  CHECK_FALSE(Open(binding, *entries[0].sealed, site.studio));
  const auto body = Open(binding, *entries[0].sealed, site.county.sealing);
  REQUIRE(body);
  CHECK(std::string(AsText(*body)).find(kReason) != std::string::npos);
  CHECK_FALSE(site.rig.LiesOnDisk(kReason));
  CHECK_FALSE(site.rig.LiesOnDisk("dissatisfied"));
  // The same look finds what lies there in the clear.
  REQUIRE(site.rig.Apply(site.feed.Next({Entity(
      "notice", "n", R"({"title":"attitude","text":"dissatisfied","date":"2026-11-18"})")})));
  CHECK(site.rig.LiesOnDisk(kReason));
  CHECK(site.rig.LiesOnDisk("dissatisfied"));
}

TEST_CASE("that it was rated here holds until the feed says so itself") {
  ProposalSite site;
  REQUIRE(site.Rate("m1"));
  site.rig.Exchange(site.county);
  site.feed.time_ms = site.county.now_ms + 1;
  site.proposal.said = {"m1"};
  site.proposal.unit_said = true;
  site.proposal.both = {{"m1", Satisfaction::kDissatisfied, {kReason}},
                        {ProposalQuality::kGood, "写得准"}};
  site.Tell();
  CHECK(site.Read("m1") == std::vector{site.proposal});
}
