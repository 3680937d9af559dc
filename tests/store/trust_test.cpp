#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <fstream>

#include "feed_pages.h"
#include "store/base/data_folder.h"
#include "store_rig.h"

using namespace studio;

namespace {

FeedChange CountyWith(const std::vector<VerifyKey>& keys) {
  std::string list;
  for (const VerifyKey& key : keys) {
    list += (list.empty() ? "\"" : ",\"") + ToBase64Url(key.bytes) + "\"";
  }
  return Entity("county", "county", R"({"name":"演示市政协","signing_keys":[)" + list + "]}");
}

}  // namespace

TEST_CASE("the county's successor keys are taken up from its pages and kept") {
  Site site;
  StoreRig& rig = site.rig;
  rig.Stop();
  const VerifyKey first = SigningKey::Generate().Public();
  const VerifyKey second = SigningKey::Generate().Public();
  rig.county_signing_key = first;
  rig.Start();
  using Keys = std::vector<VerifyKey>;
  CHECK(rig.Greeting()->county_keys == Keys{first});
  FeedPages feed;
  CHECK(rig.Apply(feed.Next({Entity("county", "county", R"({"name":"演示"})")}))->county_keys ==
        Keys{first});
  // Also while a new generation is still being built.
  feed = {};
  CHECK(rig.Apply(feed.Next({CountyWith({first, second})}, true))->county_keys ==
        Keys{first, second});
  rig.Restart();
  CHECK(rig.Greeting()->county_keys == Keys{first, second});
  CHECK(rig.ReadGrounds()->keys == Keys{first, second});
  REQUIRE(rig.Apply(feed.Next({CountyWith({second})})));
  CHECK(rig.Greeting()->county_keys == Keys{second});
  CHECK(rig.Position()->county_keys == Keys{second});
  // A page that does not apply teaches nothing.
  FeedPage stray = feed.Next({CountyWith({first})});
  stray.from = "elsewhere";
  REQUIRE_FALSE(rig.Apply(stray));
  CHECK(rig.Greeting()->county_keys == Keys{second});
}

TEST_CASE("keys and used live codes outlive the damage of their database") {
  Site site;
  StoreRig& rig = site.rig;
  const VerifyKey successor = SigningKey::Generate().Public();
  FeedPages feed;
  REQUIRE(rig.Apply(feed.Next({CountyWith({successor})})));
  BadgeNonce nonce{};
  nonce[3] = 9;
  REQUIRE(rig.CheckIn(rig.Coming("m1", "s1"), nonce, 1'795'000'090));
  rig.Stop();
  {
    std::fstream file(rig.folder / kDatabaseFile, std::ios::in | std::ios::out | std::ios::binary);
    file.write(std::string(100, 'x').data(), 100);
  }
  rig.Start();
  CHECK(rig.Greeting()->county_keys == std::vector<VerifyKey>{successor});
  const auto again = rig.CheckIn(rig.Coming("m1", "s1"), nonce, 1'795'000'090);
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == ErrorKind::kConflict);
  // The record is there; who was in comes back by the feed.
  CHECK(rig.ReadGrounds()->attendance.empty());
  rig.Drain(site.county);
  CHECK(site.county.OfKind(RecordKind::kCheckIn).size() == 1);
  feed.count = 0;
  REQUIRE(rig.Apply(feed.Next({Entity(
      "attendance", "s1/m1",
      R"({"shift":"s1","member":"m1","studio":3,"date":"2026-11-18","in_ms":1795000000000})")})));
  REQUIRE(rig.ReadGrounds()->attendance.size() == 1);
  REQUIRE(rig.CheckIn(rig.Coming("m1", "s1", true)));
  CHECK(rig.ReadGrounds()->attendance.size() == 1);
  CHECK(rig.ReadGrounds()->attendance[0].in_ms == 1'795'000'000'000);
  CHECK(rig.ReadGrounds()->attendance[0].out_ms != 0);
}

TEST_CASE("keys that this terminal did not write down itself are not trusted") {
  Site site;
  StoreRig& rig = site.rig;
  const VerifyKey successor = SigningKey::FromSeed({7}).Public();
  REQUIRE(successor.bytes[11] != 0);
  FeedPages feed;
  REQUIRE(rig.Apply(feed.Next({CountyWith({successor})})));
  rig.Stop();
  {
    SQLite::Database database((rig.folder / kDatabaseFile).string(), SQLite::OPEN_READWRITE);
    database.exec("UPDATE trust SET keys = substr(keys, 1, 20) || x'00' || substr(keys, 22)");
  }
  rig.Start();
  CHECK(rig.Greeting()->county_keys == std::vector<VerifyKey>{rig.county_signing_key});
}

TEST_CASE("revocations that were taken away, or keys put back, make no badge good") {
  Site site;
  StoreRig& rig = site.rig;
  const VerifyKey first = SigningKey::Generate().Public(), second = SigningKey::Generate().Public();
  const auto county = [](const VerifyKey& key) {
    return Entity("county", "county",
                  R"({"name":"演示市政协","code":990001,"signing_keys":[")" +
                      ToBase64Url(key.bytes) + "\"]}");
  };
  const FeedChange revoked = Entity("revocation", "r1", R"({"member":"m1","before_s":1795000000})");
  FeedPages feed;
  REQUIRE(rig.Apply(feed.Next({county(first)})));
  CHECK(rig.ReadGrounds()->county == 990'001);
  rig.Stop();
  Bytes old_keys, old_signature;
  {
    SQLite::Database database((rig.folder / kDatabaseFile).string(), SQLite::OPEN_READWRITE);
    SQLite::Statement read(database, "SELECT keys, signature FROM trust");
    REQUIRE(read.executeStep());
    const auto blob = [&](int column) {
      const auto* bytes = static_cast<const std::uint8_t*>(read.getColumn(column).getBlob());
      return Bytes(bytes, bytes + read.getColumn(column).getBytes());
    };
    old_keys = blob(0);
    old_signature = blob(1);
  }
  rig.Start();
  REQUIRE(rig.Apply(feed.Next({county(second), revoked})));
  CHECK(rig.ReadGrounds()->revocations.size() == 1);
  rig.Restart();
  CHECK(rig.ReadGrounds()->county == 990'001);
  const std::string newest = rig.Position()->cursor;
  rig.Stop();
  {
    SQLite::Database database((rig.folder / kDatabaseFile).string(), SQLite::OPEN_READWRITE);
    SUBCASE("taken away") { database.exec("DELETE FROM entity WHERE kind = 'revocation'"); }
    SUBCASE("taken away with its mark") {
      database.exec("DELETE FROM entity WHERE kind = 'revocation'; DELETE FROM revocation_mark");
    }
    SUBCASE("older keys put back") {
      SQLite::Statement write(database, "UPDATE trust SET keys = ?, signature = ?");
      write.bind(1, old_keys.data(), static_cast<int>(old_keys.size()));
      write.bind(2, old_signature.data(), static_cast<int>(old_signature.size()));
      write.exec();
    }
  }
  rig.Start();
  CHECK(rig.ReadGrounds()->county == 0);
  REQUIRE(rig.Position()->cursor.empty());
  // The same generation from its beginning, in two pages.
  FeedPages again;
  again.generation = feed.generation;
  REQUIRE(rig.Apply(again.Next({county(second)}, true)));
  CHECK(rig.ReadGrounds()->county == 0);
  REQUIRE(rig.Apply(again.Next({revoked})));
  CHECK(rig.ReadGrounds()->county == 990'001);
  CHECK(rig.ReadGrounds()->revocations.size() == 1);
  CHECK(rig.ReadGrounds()->keys == std::vector<VerifyKey>{second});
}

TEST_CASE("a generation from before what is in use is not taken") {
  Site site;
  FeedPages feed;
  REQUIRE(site.rig.Apply(feed.Next({Entity("notice", "n", R"({"title":"甲"})")})));
  FeedPages older;
  FeedPage page = older.Next({Entity("notice", "n", R"({"title":"乙"})")});
  page.county_time_ms -= 60'000;
  CHECK(site.rig.Apply(page).error().kind == ErrorKind::kConflict);
  CHECK(site.rig.Position()->generation == feed.generation);
}
