#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <random>

#include "shared/files/durable_file.h"
#include "store/base/data_folder.h"
#include "store/base/schema.h"
#include "store/files/outbox_json.h"
#include "store_rig.h"

using namespace studio;

namespace {

std::filesystem::path Database(const StoreRig& rig) { return rig.folder / kDatabaseFile; }

int FilesAside(const StoreRig& rig) {
  int count = 0;
  for (const auto& file : std::filesystem::directory_iterator(rig.folder)) {
    const std::string name = file.path().filename();
    if (name.starts_with("studio-broken-") && name.ends_with(".db")) ++count;
  }
  return count;
}

void Overwrite(const std::filesystem::path& path, std::uint64_t offset, std::mt19937& random,
               std::size_t size) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(offset));
  for (std::size_t i = 0; i < size; ++i) file.put(static_cast<char>(random()));
}

bool Heard(StoreRig& rig, Fault fault) {
  if (rig.store) rig.Settle();
  return std::find(rig.faults.begin(), rig.faults.end(), fault) != rig.faults.end();
}

// The county gets what is waiting, whatever it is, and every entry of it proves itself.
std::size_t WaitingNow(StoreRig& rig) { return rig.Decoded({500, 4 * 1024 * 1024}).entries.size(); }

}  // namespace

TEST_CASE("a database of a newer program is refused and left as it was") {
  Site site;
  REQUIRE(site.rig.File("一"));
  site.rig.Stop();
  {
    SQLite::Database database(Database(site.rig).string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA user_version = " + std::to_string(kSchemaVersion + 1));
  }
  const auto before = ReadWhole(Database(site.rig));
  CHECK(CheckSchemaVersion(site.rig.folder).error().kind == ErrorKind::kUnsupported);
  CHECK(OutboxJson(site.rig.folder).error().kind == ErrorKind::kUnsupported);
  site.rig.Start();
  const auto refused = site.rig.File("二");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kUnsupported);
  site.rig.Stop();
  CHECK(Heard(site.rig, Fault::kStorageBroken));
  CHECK(ReadWhole(Database(site.rig)).value() == before.value());
  CHECK(FilesAside(site.rig) == 0);
}

TEST_CASE("a file that is no database is put aside under a dated name and work goes on") {
  Site site;
  site.rig.Stop();
  std::ofstream(Database(site.rig), std::ios::trunc) << std::string(20000, 'x');
  site.rig.Start();
  REQUIRE(site.rig.File("之后"));
  site.rig.Settle();
  CHECK(Heard(site.rig, Fault::kDatabaseSalvaged));
  CHECK(FilesAside(site.rig) == 1);
  site.rig.Drain(site.county);
  CHECK(site.county.CountWords("之后") == 1);
}

TEST_CASE("what waited in a database whose header is gone is sent, receipts included") {
  Site site;
  std::vector<std::string> receipts;
  for (int i = 0; i < 30; ++i) {
    receipts.push_back(site.rig.File("第" + std::to_string(i)).value().number);
  }
  site.rig.Stop();
  std::mt19937 random(1);
  Overwrite(Database(site.rig), 0, random, 4096);  // page 1 holds the schema
  site.rig.Start();
  site.rig.Drain(site.county);
  CHECK(Heard(site.rig, Fault::kDatabaseSalvaged));
  CHECK(site.county.records.size() == 30);
  for (const auto& receipt : receipts) {
    CHECK(site.county.HasReceipt(receipt));
    CHECK(site.rig.OutboxState(receipt) == "stored");
  }
  CHECK(site.county.openings.size() == 1);
  CHECK(site.county.IsWholeChain(site.county.openings.begin()->first));
  site.rig.faults.clear();
  site.rig.Restart();  // what was salvaged once is not salvaged again
  site.rig.Settle();
  CHECK(site.rig.faults.empty());
}

TEST_CASE("a flipped bit in how far a record had come loses no receipt") {
  Site site;
  const std::vector<std::string> flips = {"state = 1",
                                          "state = 2",
                                          "state = 3",
                                          "state = 64",
                                          "withdrawn = 1",
                                          "acked = 1",
                                          "acked = 1, state = 2",
                                          "serial = 1, state = 1"};
  std::vector<std::string> receipts;
  for (const std::string& flip : flips) receipts.push_back(site.rig.File(flip).value().number);
  site.rig.Stop();
  {
    SQLite::Database database(Database(site.rig).string(), SQLite::OPEN_READWRITE);
    for (std::size_t i = 0; i < flips.size(); ++i) {
      database.exec("UPDATE outbox SET " + flips[i] + " WHERE receipt = '" + receipts[i] + "'");
    }
  }
  std::mt19937 random(1);
  Overwrite(Database(site.rig), 0, random, 100);
  site.rig.Start();
  site.rig.Drain(site.county);
  for (std::size_t i = 0; i < flips.size(); ++i) {
    CHECK_MESSAGE(site.county.HasReceipt(receipts[i]), flips[i]);
    CHECK_MESSAGE(site.rig.OutboxState(receipts[i]) == "stored", flips[i]);
  }
}

TEST_CASE("what the county has goes up once more from a salvaged database, and is there once") {
  Site site;
  const auto filed = site.rig.File("已经收到的");
  site.rig.Drain(site.county);
  REQUIRE(site.rig.OutboxState(filed->number) == "stored");
  site.rig.Stop();
  std::mt19937 random(1);
  Overwrite(Database(site.rig), 0, random, 100);
  site.rig.Start();
  CHECK(WaitingNow(site.rig) == 1);
  site.rig.Drain(site.county);
  CHECK(site.county.CountWords("已经收到的") == 1);
  CHECK(site.rig.OutboxState(filed->number) == "stored");
}

TEST_CASE("a withdrawn request stays withdrawn when its database is salvaged") {
  Site site;
  const auto filed = site.rig.File("撤回的");
  REQUIRE(site.rig.Withdraw(filed->number));
  site.rig.Stop();
  std::mt19937 random(1);
  Overwrite(Database(site.rig), 0, random, 100);
  site.rig.Start();
  site.rig.Drain(site.county);
  CHECK(site.county.CountWords("撤回的") == 0);
  CHECK(site.county.records.size() == 2);
}

TEST_CASE("what only the write-ahead log holds outlives its database") {
  Site site;
  const auto filed = site.rig.File("只在日志里");
  // As a kill leaves it: the log not yet copied into the database.
  TempFolder killed;
  std::filesystem::copy(
      site.rig.folder, killed.path(),
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  StoreRig rig(site.rig, killed.path());
  SUBCASE("the database is cut to nothing") { std::filesystem::resize_file(Database(rig), 0); }
  SUBCASE("the database is gone") { std::filesystem::remove(Database(rig)); }
  SUBCASE("the database is noise") {
    std::mt19937 random(2);
    Overwrite(Database(rig), 0, random, 4096);
  }
  REQUIRE(std::filesystem::file_size(Database(rig).string() + "-wal") > 0);
  rig.Start();
  rig.Drain(site.county);
  CHECK(site.county.HasReceipt(filed->number));
  CHECK(Heard(rig, Fault::kDatabaseSalvaged));
}

TEST_CASE("a truncated database gives back every record it still holds") {
  Site site;
  for (int i = 0; i < 40; ++i) REQUIRE(site.rig.File("第" + std::to_string(i)));
  site.rig.Stop();
  const auto whole = ReadWhole(Database(site.rig));
  std::mt19937 random(7);
  for (int round = 0; round < 20; ++round) {
    const std::size_t size = random() % whole->size();
    StoreRig rig(site.rig, site.rig.folder);
    std::filesystem::resize_file(Database(rig), size);
    rig.Start();
    REQUIRE(rig.File("之后"));
    // A record takes less than a page; the indexes, the schema and one page cut through aside.
    const std::size_t waiting = WaitingNow(rig);
    INFO("cut to ", size, " of ", whole->size());
    CHECK(waiting >= 1);
    TestCounty county(site.rig.terminal_key.Public());
    county.sealing = site.county.sealing;
    rig.Drain(county);
    CHECK(county.CountWords("之后") == 1);
    if (size > whole->size() - 4096) CHECK(waiting >= 35);
  }
}

TEST_CASE("random damage loses no more than the records it hits, and work goes on") {
  Site site;
  constexpr std::size_t kFiled = 60;
  for (std::size_t i = 0; i < kFiled; ++i) REQUIRE(site.rig.File("第" + std::to_string(i)));
  site.rig.Stop();
  const auto size = std::filesystem::file_size(Database(site.rig));
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    std::mt19937 random(seed);
    StoreRig rig(site.rig, site.rig.folder);
    const std::uint64_t offset = random() % size;
    const std::size_t length = 1 + random() % 64;
    Overwrite(Database(rig), offset, random, length);
    INFO("seed ", seed, ": ", length, " bytes at ", offset);
    rig.Start();
    REQUIRE(rig.File("之后"));
    const auto listed = OutboxJson(rig.folder);
    REQUIRE(listed);
    TestCounty county(site.rig.terminal_key.Public());
    county.sealing = site.county.sealing;
    // Damage inside a sealed body that SQLite cannot see is for the county to find.
    county.strict = false;
    rig.Drain(county);
    CHECK(county.CountWords("之后") == 1);
    // 64 bytes touch at most two pages, and a page holds at most four such records.
    CHECK(county.records.size() + 8 >= kFiled + 1);
  }
}
