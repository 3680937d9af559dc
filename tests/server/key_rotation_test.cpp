// The signing key gives way to a successor, and terminals follow.
#include "server/founding/key_rotation.h"

#include <thread>

#include "county/test_duty.h"
#include "server/founding/publishing.h"
#include "server/ledger/ledger_database.h"
#include "shared/exchange/county_time.h"
#include "shared/exchange/envelope.h"

namespace county {
namespace {

using studio::VerifyKey;

std::vector<VerifyKey> PublishedKeys(const TestCounty& county) {
  return studio::CountyFromJson(*county.Open().EntityBody("county", "county"))->signing_keys;
}

RotationStep Rotate(TestCounty& county) {
  Ledger ledger = county.Open();
  const auto step = RotateSigningKey(county.folder(), ledger);
  REQUIRE_MESSAGE(step, (step ? "" : step.error().detail));
  return *step;
}

// All pages after the cursor, believed by `trusted` alone; learns keys as a terminal does.
std::string Follow(TestCounty& county, std::string cursor, std::vector<VerifyKey>& trusted) {
  while (true) {
    const auto envelope = county.office().Changes({1, 1, {}, false}, cursor);
    REQUIRE(envelope);
    if (!*envelope) return cursor;
    const auto payload = studio::OpenEnvelope(studio::kFeedContext, **envelope, trusted);
    REQUIRE_MESSAGE(payload, (payload ? "" : payload.error().detail));
    const auto page = studio::FeedPageFromJson(*payload).value();
    for (const auto& change : page.changes) {
      if (change.kind != "county") continue;
      trusted = studio::CountyFromJson(change.body)->signing_keys;
    }
    cursor = page.to;
  }
}

}  // namespace

TEST_CASE("a terminal that reads the feed between the steps follows to the new key") {
  TestCounty county;
  const VerifyKey old = county.keys().signing.Public();
  std::vector<VerifyKey> trusted = {old};
  std::string cursor = Follow(county, "", trusted);

  CHECK(Rotate(county) == RotationStep::kAnnounced);
  cursor = Follow(county, cursor, trusted);
  REQUIRE(trusted.size() == 2);
  CHECK(trusted[0] == old);
  const VerifyKey successor = trusted[1];

  CHECK(Rotate(county) == RotationStep::kRetired);
  county.Reopen();
  CHECK(county.keys().signing.Public() == successor);
  CHECK(county.keys().retired == std::vector{old});
  Follow(county, cursor, trusted);
  CHECK(trusted == std::vector{successor});
  CHECK(Rotate(county) == RotationStep::kAnnounced);
}

TEST_CASE("between the steps cards are signed by the successor and live codes by the old key") {
  TestCounty county;
  const std::string before = CardOf(county, "m01");
  const studio::KeyId old = county.keys().signing.Public().Id();
  Rotate(county);
  county.Reopen();
  REQUIRE(county.keys().successor);
  CHECK(studio::ReadBadgeToken(CardOf(county, "m01"))->key ==
        county.keys().successor->Public().Id());
  CHECK(studio::ReadBadgeToken(LiveCodeOf(county, "m01"))->key == old);
  CHECK(OpenBadge(*studio::ReadBadgeToken(before), PublishedKeys(county)));
  const std::string after = CardOf(county, "m01");
  Rotate(county);
  county.Reopen();
  CHECK_FALSE(OpenBadge(*studio::ReadBadgeToken(before), PublishedKeys(county)));
  CHECK(OpenBadge(*studio::ReadBadgeToken(after), PublishedKeys(county)));
}

TEST_CASE("who serves signs by the key of now a moment after a step, and not by one that is gone") {
  constexpr std::chrono::milliseconds kUntilTheyLook{1100};
  TestCounty county;
  TestFolder place;
  const DataFolder copy(place.path() / "copy");
  std::filesystem::create_directories(copy.root());
  std::filesystem::copy(county.folder().keys(), copy.keys());
  Office beside(county.Open(), KeysIn(copy), [&] { return county.now_ms(); });
  const auto signs_by = [](Office& office, const VerifyKey& key) {
    const Bytes word = office.Time(std::string(32, '0')).value();
    return OpenEnvelope(studio::kTimeContext, word, std::vector{key}).has_value();
  };
  const VerifyKey old = county.keys().signing.Public();
  CHECK(signs_by(county.office(), old));
  CHECK(signs_by(beside, old));
  Rotate(county);
  std::this_thread::sleep_for(kUntilTheyLook);
  CHECK(signs_by(beside, old));
  CHECK(Rotate(county) == RotationStep::kRetired);
  std::this_thread::sleep_for(kUntilTheyLook);
  const VerifyKey now = CountyKeys::Load(county.folder())->signing.Public();
  CHECK(signs_by(county.office(), now));
  CHECK_THROWS_AS(signs_by(beside, now), LedgerAway);
  std::filesystem::copy(
      county.folder().keys(), copy.keys(),
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  std::filesystem::remove(copy.keys() / "county.signing.next");
  CHECK(signs_by(beside, now));
}

TEST_CASE("a step that was interrupted is finished before the next is taken") {
  TestCounty county;
  REQUIRE(MakeSuccessor(county.folder()));  // and then the power failed
  CHECK(Rotate(county) == RotationStep::kFinished);
  CHECK(PublishedKeys(county).size() == 2);
  REQUIRE(RetireSigningKey(county.folder()));
  CHECK(Rotate(county) == RotationStep::kFinished);
  county.Reopen();
  CHECK(PublishedKeys(county) == std::vector{county.keys().signing.Public()});
  CHECK(county.keys().retired.size() == 1);
}

TEST_CASE("a check-in from before the rotation still proves its badge") {
  TestCounty county;
  TestTerminal terminal(county);
  const auto entry = Placed(terminal, CameIn(county, "m01"));
  Rotate(county);
  Rotate(county);
  county.Reopen();
  terminal.Send({entry});
  CHECK(county.LedgerListing()[0]["outcome"] == "proven");
}

TEST_CASE("a county that serves knows badges of a successor it did not load") {
  TestCounty county;
  TestTerminal terminal(county);
  Rotate(county);
  studio::CheckInBody body = CameIn(county, "m01");
  BadgeOrder order;
  order.member = "m01";
  Ledger ledger = county.Open();
  const auto keys = CountyKeys::Load(county.folder()).value();
  REQUIRE(keys.successor);
  body.token = WithoutSecret(IssueBadge(ledger, county.folder(), keys, order).value());
  terminal.Send({Placed(terminal, body)});
  CHECK(county.LedgerListing()[0]["outcome"] == "proven");
}

TEST_CASE("a backup from before a rotation is told the keys of now when it is put back") {
  TestCounty county;
  const auto backup = county.folder().root() / "backup.db";
  REQUIRE(county.Open().BackUp(backup));
  Rotate(county);
  Rotate(county);
  county.Close();
  REQUIRE(RestoreLedger(backup, county.folder(), county.now_ms()));
  county.Reopen();
  CHECK(PublishedKeys(county) != county.keys().Published());
  Ledger ledger = county.Open();
  CHECK(PublishSigningKeys(ledger, county.keys()) == true);
  CHECK(PublishedKeys(county) == county.keys().Published());
}

TEST_CASE("the county's own words stay when its keys are published anew") {
  TestCounty county;
  Rotate(county);
  const auto entity = studio::CountyFromJson(*county.Open().EntityBody("county", "county"));
  CHECK(entity->name == "演示市政协");
  CHECK(entity->code == 990'001);
  Ledger ledger = county.Open();
  CHECK(PublishSigningKeys(ledger, CountyKeys::Load(county.folder()).value()) == false);
}

}  // namespace county
