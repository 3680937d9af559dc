// Ratings and claims are kept together with what has to be known of them here, or not at all.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "store_rig.h"
#include "test_support/test_disk.h"

using namespace studio;

namespace {

const ReceiptNumber kRated = ReceiptNumber::Make(41, 7);

RatingBody Rating(int round) {
  RatingBody body;
  body.receipt = kRated.digits();
  body.round = round;
  return body;
}

WishBody Claim(const std::string& wish) {
  WishBody body;
  body.act = WishAct::kClaim;
  body.wish = wish;
  body.member = "m1";
  return body;
}

struct Said {
  std::set<int> rounds;          // rated
  std::set<std::string> wishes;  // claimed
};

// Two ratings and two claims, as far as the power lasts; what was answered.
Said Speak(StoreRig& rig) {
  Said said;
  for (const int round : {1, 2}) {
    if (rig.Rate(Rating(round))) said.rounds.insert(round);
  }
  for (const std::string wish : {"w1", "w2"}) {
    if (rig.TendWish(Claim(wish))) said.wishes.insert(wish);
  }
  return said;
}

// What the records say and what the tables say is the same, and has what was answered.
void CheckWhole(Site& site, const Said& answered) {
  site.rig.Drain(site.county);
  Said sent;
  for (const auto& record : site.county.OfKind(RecordKind::kRating)) {
    CHECK(sent.rounds.insert(RatingBodyFromJson(record.body)->round).second);
  }
  for (const auto& record : site.county.OfKind(RecordKind::kWish)) {
    CHECK(sent.wishes.insert(WishBodyFromJson(record.body)->wish).second);
  }
  for (const int round : {1, 2}) {
    const auto again = site.rig.Rate(Rating(round));
    CHECK(again.has_value() == !sent.rounds.contains(round));
  }
  site.rig.Settle();
  std::set<std::string> claimed;
  for (const WishClaim& claim : site.rig.station->claims) claimed.insert(claim.wish);
  CHECK(claimed == sent.wishes);
  CHECK(std::includes(sent.rounds.begin(), sent.rounds.end(), answered.rounds.begin(),
                      answered.rounds.end()));
  CHECK(std::includes(sent.wishes.begin(), sent.wishes.end(), answered.wishes.begin(),
                      answered.wishes.end()));
}

void CutVoiceEverywhere(Lost lost) {
  int before = 0, operations = 0;
  {
    TestDisk disk;
    Site site;
    site.rig.Settle();
    before = disk.operations();
    REQUIRE(Speak(site.rig).wishes.size() == 2);
    site.rig.Stop();
    operations = disk.operations();
  }
  REQUIRE(operations > before + 10);
  MESSAGE((operations - before) << " operations, the power cut at each");
  for (int cut = 0; cut < operations - before; ++cut) {
    INFO("power cut at operation ", cut, " of ", operations - before);
    TestDisk disk;
    Site site;
    site.rig.Settle();
    disk.CutPowerAfter(cut, lost, static_cast<std::uint32_t>(cut));
    const Said answered = Speak(site.rig);
    site.rig.Stop();
    disk.PowerOn();
    site.rig.faults.clear();
    site.rig.Start();
    CheckWhole(site, answered);
    CHECK(site.rig.faults.empty());
    site.rig.Stop();
  }
}

}  // namespace

TEST_CASE("power cut anywhere, everything unsynced lost: a last word or claim is whole or not") {
  CutVoiceEverywhere(Lost::kAllUnsynced);
}

TEST_CASE("power cut anywhere, unsynced writes torn: a last word or claim is whole or not") {
  CutVoiceEverywhere(Lost::kSomeUnsynced);
}
