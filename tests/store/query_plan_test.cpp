#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "store/base/data_folder.h"
#include "store/outbox/attachments.h"
#include "store/outbox/outbox.h"
#include "store/outbox/set_aside.h"
#include "store/rows/code_locks.h"
#include "store/rows/comings.h"
#include "store/rows/duty_registry.h"
#include "store/rows/member_replies.h"
#include "store/rows/registry.h"
#include "store/rows/removed_shifts.h"
#include "store/rows/said_here.h"
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
  for (const std::string& sql : HotReplyStatements()) statements.push_back(sql);
  for (const std::string& sql : statements) {
    SQLite::Statement plan(database, "EXPLAIN QUERY PLAN " + sql);
    while (plan.executeStep()) {
      const std::string step = plan.getColumn(3).getString();
      INFO(sql, " -> ", step);
      CHECK(step.find("TEMP B-TREE") == std::string::npos);
      // Only by the indexes of what waits and of what members read, which are read from its
      // beginning.
      if (step.find("SCAN") == std::string::npos) continue;
      CHECK((step == "SCAN outbox USING INDEX outbox_waiting" ||
             step == "SCAN outbox USING INDEX outbox_readable" ||
             step == "SCAN outbox USING INDEX outbox_written" ||
             step == "SCAN attachment USING INDEX attachment_waiting" || step == "SCAN tally"));
    }
  }
}

TEST_CASE("a day's or a month's duty is found by its dates, however many months there are") {
  Site site;
  REQUIRE(site.rig.CheckIn(site.rig.Coming("m1", "s1")));
  site.rig.Stop();
  SQLite::Database database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
  std::vector<std::string> statements = HotRegistryStatements();
  for (const std::string& sql : HotComingStatements()) statements.push_back(sql);
  for (const std::string& sql : statements) {
    SQLite::Statement plan(database, "EXPLAIN QUERY PLAN " + sql);
    bool by_day = sql.find("json_extract") == std::string::npos;
    while (plan.executeStep()) {
      const std::string step = plan.getColumn(3).getString();
      INFO(sql, " -> ", step);
      CHECK(step.find("TEMP B-TREE") == std::string::npos);
      CHECK((step.find("SCAN") == std::string::npos || step == "SCAN feed"));
      by_day =
          by_day || step.find("entity_day (generation=? AND kind=? AND <expr>>? AND <expr><?)") !=
                        std::string::npos;
    }
    INFO(sql);
    CHECK(by_day);
  }
}

TEST_CASE("shifts taken off the roster are found by id and date") {
  Site site;
  REQUIRE(site.rig.File("一"));
  site.rig.Stop();
  SQLite::Database database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
  for (const std::string& sql : HotRemovedShiftStatements()) {
    SQLite::Statement plan(database, "EXPLAIN QUERY PLAN " + sql);
    while (plan.executeStep()) {
      const std::string step = plan.getColumn(3).getString();
      INFO(sql, " -> ", step);
      CHECK(step.find("TEMP B-TREE") == std::string::npos);
      CHECK((step.find("SCAN") == std::string::npos || step == "SCAN feed"));
    }
  }
}

TEST_CASE("statuses cost the station nothing, and each is found by its number") {
  Site site;
  REQUIRE(site.rig.File("一"));
  site.rig.Stop();
  SQLite::Database database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
  std::vector<std::string> statements = HotStationStatements();
  for (const std::string& sql : HotCodeLockStatements()) statements.push_back(sql);
  for (const std::string& sql : HotSaidStatements()) statements.push_back(sql);
  for (const std::string& sql : statements) {
    SQLite::Statement plan(database, "EXPLAIN QUERY PLAN " + sql);
    while (plan.executeStep()) {
      const std::string step = plan.getColumn(3).getString();
      INFO(sql, " -> ", step);
      CHECK(step.find("TEMP B-TREE") == std::string::npos);
      CHECK((step.find("SCAN") == std::string::npos || step == "SCAN feed"));
      if (step.find("entity") == std::string::npos) continue;
      CHECK(step.find("SEARCH entity USING PRIMARY KEY (generation=? AND kind=?") == 0);
    }
  }
}

TEST_CASE("what was set aside is listed and tried again at its own cost") {
  Site site;
  REQUIRE(site.rig.File("一"));
  site.rig.Stop();
  SQLite::Database database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
  for (const std::string& sql : SetAsideStatements()) {
    SQLite::Statement plan(database, "EXPLAIN QUERY PLAN " + sql);
    while (plan.executeStep()) {
      const std::string step = plan.getColumn(3).getString();
      INFO(sql, " -> ", step);
      CHECK(step.find("TEMP B-TREE") == std::string::npos);
      const bool scans_all = step == "SCAN outbox" || step == "SCAN attachment" ||
                             step.find("AUTOMATIC") != std::string::npos;
      CHECK_FALSE(scans_all);
    }
  }
}
