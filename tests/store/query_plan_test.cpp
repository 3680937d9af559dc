#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "store/attachments.h"
#include "store/data_folder.h"
#include "store/outbox.h"
#include "store_rig.h"

using namespace studio;

TEST_CASE(
    "nothing on the way of a confirmed request, a batch or an upload scans or sorts a table") {
  Site site;
  REQUIRE(site.rig.File("一"));
  site.rig.Stop();
  SQLite::Database database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
  std::vector<std::string> statements = HotStatements();
  for (const std::string& sql : HotAttachmentStatements()) statements.push_back(sql);
  for (const std::string& sql : statements) {
    SQLite::Statement plan(database, "EXPLAIN QUERY PLAN " + sql);
    while (plan.executeStep()) {
      const std::string step = plan.getColumn(3).getString();
      INFO(sql, " -> ", step);
      CHECK(step.find("TEMP B-TREE") == std::string::npos);
      // Only by the index of what waits, which is read from its beginning.
      if (step.find("SCAN") == std::string::npos) continue;
      CHECK((step == "SCAN outbox USING INDEX outbox_waiting" ||
             step == "SCAN attachment USING INDEX attachment_waiting" || step == "SCAN tally"));
    }
  }
}
