#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "store/data_folder.h"
#include "store/outbox.h"
#include "store_rig.h"

using namespace studio;

TEST_CASE("nothing on the way of a confirmed request or a batch scans or sorts the outbox") {
  Site site;
  REQUIRE(site.rig.File("一"));
  site.rig.Stop();
  SQLite::Database database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
  for (const std::string& sql : HotStatements()) {
    SQLite::Statement plan(database, "EXPLAIN QUERY PLAN " + sql);
    while (plan.executeStep()) {
      const std::string step = plan.getColumn(3).getString();
      INFO(sql, " -> ", step);
      CHECK(step.find("TEMP B-TREE") == std::string::npos);
      const bool scans = step.find("SCAN outbox") != std::string::npos;
      // Only by the index of what waits, which the batch reads from its beginning.
      if (scans) CHECK(step == "SCAN outbox USING INDEX outbox_waiting");
    }
  }
}
