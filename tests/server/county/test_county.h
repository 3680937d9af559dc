// A county in a folder of its own, with a clock that the test moves and a ledger on real SQLite, or
// on real PostgreSQL (STUDIO_LEDGER=postgresql).
#pragma once

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>

#include "server/office/office.h"
#include "shared/base/json.h"
#include "shared/exchange/ack.h"
#include "shared/exchange/enrolment.h"
#include "shared/feed/feed.h"
#include "test_support/own_postgresql.h"

namespace county {

class TestFolder {
 public:
  TestFolder();
  ~TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// The demo "tieli" without a year of work behind its members.
inline constexpr const char* kNothingDone = "nothing-done";

class TestCounty {
 public:
  explicit TestCounty(const std::string& demo = "tieli");
  ~TestCounty();
  TestCounty(const TestCounty&) = delete;

  const DataFolder& folder() const { return folder_; }
  const CountyKeys& keys() const { return keys_; }
  Office& office() { return *office_; }
  // A second connection, as a command has beside `serve`.
  Ledger Open() const { return Ledger(folder_); }
  void Close() { office_.reset(); }
  void Reopen();
  // As where the disk broke; the county is closed.
  void LoseLedger();
  // All that is kept, as it lies on the disk or in a backup.
  std::string LedgerBytes() const;

  std::string NewCode(StudioId studio = 1);
  void AdvanceHours(std::int64_t hours) { Advance(hours * 3600 * 1000); }
  void Advance(std::int64_t ms) { *now_ms_ += ms; }
  std::int64_t now_ms() const { return *now_ms_; }

  nlohmann::json LedgerListing() const;
  nlohmann::json StreamListing() const;
  // The one listed stream with this id; fails the test where there is none.
  nlohmann::json StreamListing(const studio::Uuid& stream) const;

 private:
  TestFolder place_;
  DataFolder folder_;
  std::shared_ptr<std::atomic<std::int64_t>> now_ms_;
  CountyKeys keys_;
  std::unique_ptr<Office> office_;
};

// For tests that look into SQLite's file, or have an older one.
inline auto OnSqliteAlone() { return doctest::skip(studio::LedgersOnPostgresql()); }

// The closed county's ledger as the program of that schema version kept it: `sql` undoes what came
// later, but for the table of names.
void MakeEarlier(const TestCounty& county, int version, const std::string& sql);

}  // namespace county
