// What the store says of itself in a heartbeat.
#include <doctest/doctest.h>

#include "store/base/schema.h"
#include "store_rig.h"

using namespace studio;

TEST_CASE("the store tells what waits, since when, what was set aside and who came last") {
  Site site;
  auto health = site.rig.ReadHealth();
  REQUIRE(health);
  CHECK(health->waiting == 0);
  CHECK_FALSE(health->oldest_made_ms);
  CHECK_FALSE(health->last_check_in_ms);
  CHECK(health->set_aside.empty());
  CHECK(health->schema == kSchemaVersion);

  const std::int64_t first_ms = site.rig.clock.Now().wall_ms;
  REQUIRE(site.rig.File("一"));
  REQUIRE(site.rig.FileWith("二", {site.rig.Attach(Bytes(2000, 7))}));
  REQUIRE(site.rig.CheckIn(site.rig.Coming("m1", "s1")));
  health = site.rig.ReadHealth();
  REQUIRE(health);
  CHECK(health->waiting == 3);
  CHECK(health->waiting_attachments == 1);
  REQUIRE(health->oldest_made_ms);
  CHECK(*health->oldest_made_ms >= first_ms);
  CHECK(health->last_check_in_ms);

  const Batch batch = site.rig.Decoded();
  const auto refused = DecodeRecordHeader(batch.entries.at(0).header);
  REQUIRE(refused);
  site.county.refuse[refused->id] = RecordStatus::kRejected;
  site.rig.Drain(site.county);
  health = site.rig.ReadHealth();
  REQUIRE(health);
  CHECK(health->waiting == 0);
  REQUIRE(health->set_aside.size() == 1);
  CHECK(health->set_aside[0].reason.starts_with("rejected"));
  CHECK(health->set_aside[0].count == 1);
}
