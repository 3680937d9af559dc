#include "test_county.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdlib>
#include <fstream>
#include <map>

#include "server/clerk/listing.h"
#include "server/founding/founding.h"
#include "server/ledger/ledger_place.h"
#include "server/ledger/postgresql_database.h"

namespace county {

namespace {

constexpr std::int64_t kStartMs = 1'795'000'000'000;

// The demo's files, with a list of danger that has one family and no points: all the rest would be
// read by every county of every test.
const std::filesystem::path& SmallAssets() {
  static const TestFolder place;
  static const std::filesystem::path assets = [] {
    const std::filesystem::path source = std::filesystem::path(STUDIO_SOURCE_DIR) / "assets";
    std::filesystem::create_directory_symlink(source / "mechanisms", place.path() / "mechanisms");
    std::filesystem::copy(source / "demo", place.path() / "demo");
    std::ofstream(place.path() / "demo" / (std::string(kNothingDone) + ".json"))
        << R"({"like": "tieli", "deeds": null})";
    std::ifstream file(source / "safety" / "safety.json");
    auto list = nlohmann::json::parse(file);
    list.erase("points");
    list["danger"].erase(list["danger"].begin() + 1, list["danger"].end());
    std::filesystem::create_directory(place.path() / "safety");
    std::ofstream(place.path() / "safety" / "safety.json") << list;
    return place.path();
  }();
  return assets;
}

void FoundAt(const std::filesystem::path& path, const std::string& demo) {
  const auto founded = Found(DataFolder(path), {demo, SmallAssets()}, kStartMs);
  REQUIRE_MESSAGE(founded, (founded ? "" : founded.error().detail));
}

int counties_now = 0, counties_of_this_run = 0;

// Where counties of this run keep theirs.
void MoveLedgerTo(const DataFolder& folder, int number) {
  if (!studio::LedgersOnPostgresql()) return;
  const std::string url = studio::OwnPostgresql::Shared().Url("c" + std::to_string(number));
  const auto moved = MoveLedger(folder, url, kStartMs);
  REQUIRE_MESSAGE(moved, (moved ? "" : moved.error().detail));
  std::filesystem::remove(moved->kept);
}

// Founding takes as long as most tests. What is founded first is copied for each county that stands
// alone; beside another it is one of its own.
CountyKeys FoundAndLoad(const std::filesystem::path& path, const std::string& demo) {
  static std::map<std::string, TestFolder> founded;
  if (counties_now > 0) {
    FoundAt(path, demo);
  } else {
    const auto [first, is_new] = founded.try_emplace(demo);
    if (is_new) FoundAt(first->second.path() / "county", demo);
    std::filesystem::copy(first->second.path() / "county", path,
                          std::filesystem::copy_options::recursive);
  }
  MoveLedgerTo(DataFolder(path), ++counties_of_this_run);
  ++counties_now;
  return CountyKeys::Load(DataFolder(path)).value();
}

}  // namespace

TestFolder::TestFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "county-test-XXXXXX").string();
  REQUIRE(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

TestFolder::~TestFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

TestCounty::TestCounty(const std::string& demo)
    : folder_(place_.path() / "county"),
      now_ms_(std::make_shared<std::atomic<std::int64_t>>(kStartMs)),
      keys_(FoundAndLoad(place_.path() / "county", demo)) {
  Reopen();
}

TestCounty::~TestCounty() {
  --counties_now;
  office_.reset();
  try {
    if (LedgerUrl(folder_)) LoseLedger();
  } catch (const std::exception& away) {
    MESSAGE("a ledger stays behind: ", away.what());
  }
}

void TestCounty::LoseLedger() {
  if (const auto url = LedgerUrl(folder_)) {
    const auto place = PostgresqlPlace::Parse(*url);
    PostgresqlDatabase(place).Define("DROP SCHEMA IF EXISTS " + place.schema + " CASCADE");
  } else {
    std::filesystem::remove(folder_.ledger());
  }
}

std::string TestCounty::LedgerBytes() const {
  std::filesystem::path file = folder_.ledger();
  if (LedgerUrl(folder_)) {
    file = place_.path() / "all";
    REQUIRE(Open().BackUp(file));
  } else {
    // A commit that another process has not copied over from the log yet may still be there.
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }
  const Bytes bytes = ReadFile(file).value();
  return std::string(studio::AsText(bytes));
}

void TestCounty::Reopen() {
  keys_ = CountyKeys::Load(folder_).value();
  office_ = std::make_unique<Office>(Ledger(folder_), KeysIn(folder_),
                                     [now = now_ms_] { return now->load(); });
}

std::string TestCounty::NewCode(StudioId studio) {
  const auto code = studio::EnrolmentCode::Random();
  Open().AddCode(code.Hash(), studio, now_ms());
  return code.text();
}

nlohmann::json TestCounty::LedgerListing() const {
  return nlohmann::json::parse(LedgerJson(Open(), keys_));
}

nlohmann::json TestCounty::StreamListing() const {
  return nlohmann::json::parse(StreamsJson(Open()));
}

nlohmann::json TestCounty::StreamListing(const studio::Uuid& stream) const {
  for (const auto& listed : StreamListing()) {
    if (listed["stream"] == stream.ToString()) return listed;
  }
  FAIL("the county does not know this stream");
  return nullptr;
}

void MakeEarlier(const TestCounty& county, int version, const std::string& sql) {
  SQLite::Database(county.folder().ledger().string(), SQLite::OPEN_READWRITE)
      .exec(
          "INSERT INTO meta (name, value) SELECT name, value FROM identity; DROP TABLE identity;" +
          sql + "; PRAGMA user_version = " + std::to_string(version));
}

}  // namespace county
