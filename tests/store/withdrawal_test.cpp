#include "app/request/withdrawal.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <atomic>

#include "shared/files/durable_file.h"
#include "store/base/data_folder.h"
#include "store/outbox/records.h"
#include "store_rig.h"

using namespace studio;

namespace {

// The withdrawal that the county was told of, for a record.
bool IsWithdrawn(const TestCounty& county, const std::string& receipt) {
  for (const auto& [id, record] : county.records) {
    if (record.header.kind != RecordKind::kWithdrawal) continue;
    const auto body = WithdrawalBodyFromJson(record.body);
    if (body && body->receipt == receipt && county.records.count(body->withdraws) == 1) return true;
  }
  return false;
}

// How often SQLite slept, waiting for somebody else, while this lives.
class CountedSleeps {
 public:
  CountedSleeps() : real_(vfs_->xSleep) {
    before_ = real_;
    count_ = 0;
    vfs_->xSleep = [](sqlite3_vfs* vfs, int microseconds) {
      ++count_;
      return before_(vfs, microseconds);
    };
  }
  ~CountedSleeps() { vfs_->xSleep = real_; }
  static int count() { return count_; }

 private:
  using Sleep = int (*)(sqlite3_vfs*, int);
  sqlite3_vfs* vfs_ = sqlite3_vfs_find(nullptr);
  Sleep real_;
  static inline Sleep before_ = nullptr;
  static inline std::atomic<int> count_{0};
};

bool FolderHasBytes(const std::filesystem::path& folder, const std::string& bytes) {
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.is_regular_file() && ReadWhole(file.path())->find(bytes) != std::string::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("an outside reader holds up no withdrawal, and the words go once it is gone") {
  Site site;
  const auto filed = site.rig.File("不想说了");
  REQUIRE(filed);
  const Bytes sealed = *site.rig.Decoded().entries.at(0).sealed;
  const std::string middle(AsText(ByteView(sealed).subspan(sealed.size() / 2, 32)));
  {
    SQLite::Database outside((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
    SQLite::Transaction reading(outside);
    REQUIRE(outside.execAndGet("SELECT count(*) FROM outbox").getInt() == 1);
    const CountedSleeps sleeps;
    REQUIRE(site.rig.Withdraw(filed->number));
    site.rig.store->MarkTime();
    site.rig.Settle();
    CHECK(sleeps.count() == 0);
    CHECK(FolderHasBytes(site.rig.folder, middle));  // the reader's view of before
  }
  site.rig.store->MarkTime();
  site.rig.Settle();
  CHECK_FALSE(FolderHasBytes(site.rig.folder, middle));
}

TEST_CASE("a request withdrawn before sending goes up as its digest, its words gone at once") {
  Site site;
  const auto filed = site.rig.File("不想说了");
  REQUIRE(filed);
  const Bytes sealed = *site.rig.Decoded().entries.at(0).sealed;
  site.rig.clock.Advance(kWithdrawWindowMs - 1);
  const auto withdrawn = site.rig.Withdraw(filed->number);
  REQUIRE(withdrawn);
  CHECK(withdrawn->state == ReceiptState::kWithdrawn);
  for (const auto& file : std::filesystem::directory_iterator(site.rig.folder)) {
    const auto content = ReadWhole(file.path());
    REQUIRE(content);
    const std::string middle(AsText(ByteView(sealed).subspan(sealed.size() / 2, 32)));
    CHECK_MESSAGE(content->find(middle) == std::string::npos, file.path());
  }
  site.rig.Settle();
  CHECK(site.rig.summaries.back().waiting == 2);
  CHECK(site.rig.summaries.back().waiting_requests == 0);
  CHECK(site.rig.OutboxState(filed->number) == "waiting");
  site.rig.Drain(site.county);
  CHECK(site.county.records.size() == 2);
  CHECK(site.county.CountWords("不想说了") == 0);
  CHECK(IsWithdrawn(site.county, filed->number));
  CHECK(site.county.IsWholeChain(site.county.openings.begin()->first));
  CHECK(site.rig.OutboxState(filed->number) == "withdrawn");
}

TEST_CASE("a request the county has already is withdrawn by a record of its own") {
  Site site;
  const auto filed = site.rig.File("算了");
  REQUIRE(filed);
  site.rig.Drain(site.county);
  REQUIRE(site.rig.Withdraw(filed->number));
  site.rig.Drain(site.county);
  CHECK(site.county.CountWords("算了") == 1);
  CHECK(IsWithdrawn(site.county, filed->number));
}

TEST_CASE("nothing is withdrawn after ten minutes, twice, or under an unknown number") {
  Site site;
  const auto filed = site.rig.File("一");
  REQUIRE(filed);
  const auto unknown = site.rig.Withdraw(site.rig.QuickSlip().number.digits());
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().kind == ErrorKind::kNotFound);
  REQUIRE(site.rig.Withdraw(filed->number));
  const auto twice = site.rig.Withdraw(filed->number);
  REQUIRE_FALSE(twice);
  CHECK(twice.error().kind == ErrorKind::kConflict);
  const auto late = site.rig.File("二");
  REQUIRE(late);
  site.rig.clock.Advance(kWithdrawWindowMs);
  const auto denied = site.rig.Withdraw(late->number);
  REQUIRE_FALSE(denied);
  CHECK(denied.error().kind == ErrorKind::kDenied);
  CHECK(site.rig.Decoded().entries.size() == 3);
}

TEST_CASE("after a restart of the machine the ten minutes are counted by wall time") {
  Site site;
  const auto filed = site.rig.File("一");
  REQUIRE(filed);
  site.rig.boot = Uuid::Random();
  site.rig.Restart();
  site.rig.clock.Advance(kWithdrawWindowMs - 1);
  CHECK(site.rig.Withdraw(filed->number));
}

TEST_CASE("after a restart the ten minutes are the county's, whatever became of the wall clock") {
  TestClock clock;
  const Uuid before = Uuid::Random(), after = Uuid::Random();
  const std::int64_t county_ms = clock.Now().wall_ms + 3 * 86'400'000LL;
  KnownTime filing(before);
  filing.Heard(county_ms, clock.Now());
  const ClockEvidence made{clock.Now().wall_ms, clock.Now().monotonic_ms, before,
                           filing.SureOffset(clock.Now())};
  REQUIRE(made.offset_ms);
  clock.Reboot();
  for (const std::int64_t step : {0LL, -365 * 86'400'000LL, 2 * 86'400'000LL}) {
    CAPTURE(step);
    clock.MoveWall(step);
    const auto until = [&](std::int64_t passed_ms) {
      auto time = std::make_shared<KnownTime>(after);
      time->Heard(county_ms + passed_ms, clock.Now());
      return RecordMaker(&clock, time, 1, 1, after).WithdrawableUntil(made);
    };
    CHECK(until(60'000) == clock.Now().monotonic_ms + kWithdrawWindowMs - 60'000);
    CHECK(until(kWithdrawWindowMs) == 0);
  }
}

TEST_CASE("a receipt says until when it may be withdrawn, and the store keeps to that") {
  Site site;
  const auto filed = site.rig.File("一");
  REQUIRE(filed);
  CHECK(filed->withdraw_until_ms == site.rig.clock.Now().monotonic_ms + kWithdrawWindowMs);
  site.rig.boot = Uuid::Random();
  site.rig.Restart();
  SUBCASE("a clock that was put back to before it was filed proves nothing") {
    site.rig.clock.MoveWall(-1);
  }
  SUBCASE("a clock that was put on") { site.rig.clock.MoveWall(kWithdrawWindowMs); }
  const auto denied = site.rig.Withdraw(filed->number);
  REQUIRE_FALSE(denied);
  CHECK(denied.error().kind == ErrorKind::kDenied);
}

TEST_CASE("within one boot the ten minutes are counted whatever is done to the wall clock") {
  Site site;
  const auto filed = site.rig.File("一");
  REQUIRE(filed);
  site.rig.clock.MoveWall(48 * 3'600'000LL);
  CHECK(site.rig.Withdraw(filed->number));
}
