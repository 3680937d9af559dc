#include <doctest/doctest.h>

#include "shared/base/json.h"
#include "store/base/connection.h"
#include "store/base/data_folder.h"
#include "store/base/schema.h"
#include "store/files/outbox_json.h"
#include "store_rig.h"

using namespace studio;

// version_1.db was made by the program of schema 1: 037000019 stored in ledger 11…, 037000027
// rejected, 037000035 waiting; terminal key and county's sealing key from the seeds below.
TEST_CASE("a database of the first version is brought up to date and goes on") {
  StoreRig rig;
  rig.terminal_key = SigningKey::FromSeed(Seed{1});
  TestCounty county(rig.terminal_key.Public());
  county.sealing = BoxKeyPair::FromSeed(Seed{2});
  county.ledger = Uuid{{0x11}};
  county.next_serial = 2;
  rig.county_key = county.sealing.Public();
  std::filesystem::copy(std::filesystem::path(STUDIO_SOURCE_DIR) / "tests/store/version_1.db",
                        rig.folder / kDatabaseFile);
  const auto listed = OutboxJson(rig.folder);  // before anything migrated it
  REQUIRE(listed);
  const auto rows = nlohmann::json::parse(*listed);
  CHECK(rows.size() == 3);
  for (const auto& row : rows) CHECK(row["attachments"].empty());

  rig.Start();
  CHECK(rig.OutboxState("037000019") == "stored");
  CHECK(rig.OutboxState("037000027") == "set_aside");
  CHECK(rig.OutboxState("037000035") == "waiting");
  const auto photo = rig.Attach(Bytes(1000, 1));
  const auto filed = rig.FileWith("升级之后", {photo});
  REQUIRE(filed);
  // The county of that time is not here; what it kept of the stream does not matter.
  const auto batch = rig.Decoded();
  CHECK(batch.entries.size() == 2);
  rig.Exchange(county);
  CHECK(county.CountWords("等待中") == 1);
  CHECK(county.CountWords("升级之后") == 1);
  CHECK(rig.AttachmentStates(filed->number) == std::vector<std::string>{"waiting"});
  rig.Settle();
  CHECK(rig.faults.empty());
}

// version_2.db was made by the program of schema 2: 037000019 stored in ledger 11…, 037000027
// waiting; a feed with one member, shift and attendance applied; keys as above.
TEST_CASE("a database of the second version keeps what it has and takes check-ins") {
  StoreRig rig;
  rig.terminal_key = SigningKey::FromSeed(Seed{1});
  TestCounty county(rig.terminal_key.Public());
  county.sealing = BoxKeyPair::FromSeed(Seed{2});
  county.ledger = Uuid{{0x11}};
  county.next_serial = 2;
  rig.county_key = county.sealing.Public();
  std::filesystem::copy(std::filesystem::path(STUDIO_SOURCE_DIR) / "tests/store/version_2.db",
                        rig.folder / kDatabaseFile);
  rig.Start();
  CHECK(rig.OutboxState("037000019") == "stored");
  CHECK(rig.OutboxState("037000027") == "waiting");
  CHECK(rig.Position()->cursor == "5");
  auto grounds = rig.ReadGrounds();
  REQUIRE(grounds);
  CHECK(grounds->county == 230781);
  REQUIRE(grounds->shifts.size() == 1);
  CHECK(grounds->shifts[0].version == 4);
  REQUIRE(grounds->attendance.size() == 1);
  CHECK(grounds->attendance[0].member == "m1");
  REQUIRE(rig.CheckIn(rig.Coming("m1", "s1", true)));
  CHECK(rig.ReadGrounds()->attendance[0].out_ms == rig.clock.Now().wall_ms);
  CHECK(rig.ReadGrounds()->attendance[0].in_ms == 1'794'990'000'000);
  rig.Exchange(county);
  CHECK(county.CountWords("等待中") == 1);
  CHECK(county.OfKind(RecordKind::kCheckIn).size() == 1);
  CHECK(rig.ReadMonth(std::chrono::year(2026) / 11)->reception == "每周三");
  rig.Settle();
  CHECK(rig.faults.empty());
}

TEST_CASE("whichever table, index or trigger is gone, it is noticed") {
  StoreRig rig;
  rig.Start();
  rig.Stop();
  Connection connection(rig.folder / kDatabaseFile);
  REQUIRE(HasAllTables(connection));
  std::vector<std::string> parts;
  SQLite::Statement named(connection.database(),
                          "SELECT type || ' ' || name FROM sqlite_schema "
                          "WHERE name NOT LIKE 'sqlite_%'");
  while (named.executeStep()) parts.push_back(named.getColumn(0).getString());
  named.reset();
  for (const std::string& part : parts) {
    CAPTURE(part);
    connection.Exec("BEGIN");
    connection.Exec(("DROP " + part).c_str());
    CHECK_FALSE(HasAllTables(connection));
    connection.Exec("ROLLBACK");
  }
  CHECK(HasAllTables(connection));
}
