// A closed database damaged at random, again and again: the terminal starts, says what happened,
// keeps the broken file, saves what proves itself, and gets back from the county what it has.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>
#include <set>

#include "feed_pages.h"
#include "store/base/data_folder.h"
#include "store/files/outbox_json.h"
#include "store_rig.h"

using namespace studio;

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPage = 4096;
constexpr std::size_t kRowsOnAPage = 4;  // a record of this size takes more than a fifth of one
constexpr std::size_t kStored = 15, kWaiting = 25;

std::uint32_t Rounds() {
  const char* wanted = std::getenv("STUDIO_CORRUPTIONS");
  return wanted ? static_cast<std::uint32_t>(std::max(std::atoi(wanted), 1)) : 60;
}

struct Damage {
  std::string what;
  std::size_t pages = 0;  // hit at most
  bool cut = false;       // everything behind may be gone
};

void Overwrite(const fs::path& path, std::uint64_t offset, const std::string& bytes) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(static_cast<std::streamoff>(offset));
  file << bytes;
}

Damage DamageFile(const fs::path& path, std::mt19937& random) {
  const std::uint64_t size = fs::file_size(path);
  Damage damage{path.filename(), 0, false};
  switch (random() % 4) {
    case 0: {
      std::string noise(1 + random() % 64, '\0');
      for (char& byte : noise) byte = static_cast<char>(random());
      const std::uint64_t offset = random() % (size - noise.size());
      Overwrite(path, offset, noise);
      damage.what += ": " + std::to_string(noise.size()) + " bytes at " + std::to_string(offset);
      damage.pages = 2;
      break;
    }
    case 1: {
      const std::uint64_t page = random() % (size / kPage);
      Overwrite(path, page * kPage, std::string(kPage, '\0'));
      damage.what += ": page " + std::to_string(page) + " zeroed";
      damage.pages = 2;  // frames of a log do not begin where pages do
      break;
    }
    case 2: {
      // As a sector that a drive has given up.
      const std::uint64_t sector = random() % (size / 512);
      Overwrite(path, sector * 512, std::string(512, '\xff'));
      damage.what += ": sector " + std::to_string(sector);
      damage.pages = 2;
      break;
    }
    default: {
      const std::uint64_t left = random() % size;
      fs::resize_file(path, left);
      damage.what += ": cut to " + std::to_string(left);
      damage.cut = true;
    }
  }
  return damage;
}

std::vector<fs::path> Aside(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().filename().string().starts_with("studio-broken-")) found.push_back(file.path());
  }
  return found;
}

// A terminal in use: some of its records are with the county, some wait; the feed has come.
struct UsedSite : Site {
  UsedSite() {
    for (std::size_t i = 0; i < kStored; ++i) stored.push_back(rig.File("先前的")->number);
    rig.Drain(county);
    for (std::size_t i = 0; i < kWaiting; ++i) waiting.push_back(rig.File("等着的")->number);
    for (const FeedPage& page : feed) REQUIRE(rig.Apply(page));
    killed = rig.folder;
  }
  FeedPages pages;
  const std::vector<FeedPage> feed = {
      pages.Next({Entity("member", "m1", R"({"name":"示例甲","studio":3})"),
                  Entity("category", "roads", R"({"name":"道路桥梁","order":1})")},
                 true),
      pages.Next({Entity("notice", "n1", R"({"title":"公告","date":"2026-11-01"})")})};
  std::vector<std::string> stored, waiting;
  fs::path killed;
};

// As the county answers it: from the start where that is what the terminal asks for.
void FetchFeed(StoreRig& rig, const UsedSite& site) {
  for (const FeedPage& page : site.feed) {
    if (rig.Position()->cursor == page.from) REQUIRE(rig.Apply(page));
  }
  CHECK(rig.Position()->cursor == site.pages.Cursor());
}

}  // namespace

TEST_CASE(
    "whatever is damaged in a closed database, the terminal goes on, and every record that "
    "proves itself reaches the county") {
  UsedSite site;
  TempFolder as_killed, as_closed;
  const auto copy = [](const fs::path& from, const fs::path& to) {
    fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  };
  copy(site.rig.folder, as_killed.path());
  REQUIRE(fs::file_size((as_killed.path() / kDatabaseFile).string() + "-wal") > kPage);
  site.rig.Stop();
  copy(site.rig.folder, as_closed.path());

  std::size_t put_aside = 0, unharmed = 0, lost_in_all = 0;
  for (std::uint32_t seed = 1; seed <= Rounds(); ++seed) {
    std::mt19937 random(seed);
    const bool killed = random() % 2 == 0;
    StoreRig rig(site.rig, killed ? as_killed.path() : as_closed.path());
    fs::path file = rig.folder / kDatabaseFile;
    // What a kill leaves in the log is not in the database yet.
    const bool log = killed && random() % 2 == 0;
    if (log) file += "-wal";
    const Damage damage = DamageFile(file, random);
    INFO("seed ", seed, killed ? ", killed, " : ", closed, ", damage.what);

    rig.Start();
    const auto filed = rig.File("之后");
    REQUIRE(filed);
    rig.Settle();
    TestCounty county = site.county;
    county.strict = false;  // damage that SQLite cannot see is found by the county
    const auto known = county.records.size();
    rig.Drain(county);
    CHECK(county.CountWords("之后") == 1);
    CHECK(county.HasReceipt(filed->number));
    CHECK_FALSE(county.forked);

    const std::size_t arrived = county.records.size() - known - 1;
    CHECK(arrived <= kWaiting);
    // Page 1 and whatever holds no records cost nothing.
    if (!damage.cut) CHECK(arrived + damage.pages * kRowsOnAPage >= kWaiting);
    lost_in_all += damage.cut ? 0 : kWaiting - arrived;

    rig.Settle();
    const bool salvaged = std::find(rig.faults.begin(), rig.faults.end(),
                                    Fault::kDatabaseSalvaged) != rig.faults.end();
    // The end of a log without a record in it is kept aside and not spoken of.
    const auto aside = Aside(rig.folder);
    if (salvaged) CHECK_FALSE(aside.empty());
    const bool database = std::any_of(
        aside.begin(), aside.end(), [](const fs::path& path) { return path.extension() == ".db"; });
    if (database) CHECK(salvaged);
    salvaged ? ++put_aside : ++unharmed;
    if (salvaged) {
      // What is missing of it again, where the database is gone all of it.
      FetchFeed(rig, site);
      rig.Settle();
      REQUIRE(rig.station);
      REQUIRE(rig.station->members.size() == 1);
      CHECK(rig.station->members[0].name == "示例甲");
      CHECK(rig.station->notices.size() == 1);
    }
    for (const auto& receipt : site.waiting) {
      if (county.HasReceipt(receipt)) CHECK(rig.OutboxState(receipt) == "stored");
    }
    for (const auto& receipt : site.stored) {
      const std::string state = rig.OutboxState(receipt);
      CHECK_MESSAGE((state == "stored" || state == "absent" || state == "set_aside"), state);
    }
    // What was said once is not said again.
    rig.faults.clear();
    rig.Restart();
    rig.Settle();
    CHECK(rig.faults.empty());
  }
  MESSAGE(Rounds() << " damages: " << put_aside << " databases put aside, " << unharmed
                   << " went on as they were, " << lost_in_all << " records lost where they lay");
  CHECK(put_aside > Rounds() / 4);
}

TEST_CASE(
    "a bad sector in the middle of the log costs no more than lies in it, and not the lists") {
  UsedSite site;
  site.rig.Restart();  // all of it into the database
  constexpr std::size_t kInTheLog = 20;
  for (std::size_t i = 0; i < kInTheLog; ++i) REQUIRE(site.rig.File("在日志里"));
  REQUIRE(site.rig.File("最后一件"));
  StoreRig rig(site.rig, site.rig.folder);
  const fs::path log = (rig.folder / kDatabaseFile).string() + "-wal";
  REQUIRE(fs::file_size(log) > 40 * kPage);
  Overwrite(log, 5 * kPage, "a sector gone bad");
  rig.Start();
  rig.Settle();
  REQUIRE_FALSE(rig.faults.empty());
  CHECK(rig.faults.back() == Fault::kDatabaseSalvaged);
  REQUIRE(rig.station);
  CHECK(rig.station->members.size() == 1);  // without the county
  TestCounty county = site.county;
  rig.Drain(county);
  CHECK(county.CountWords("在日志里") >= static_cast<int>(kInTheLog) - 1);
  CHECK(county.CountWords("最后一件") == 1);
  CHECK(county.CountWords("等着的") == static_cast<int>(kWaiting));
  CHECK_FALSE(county.forked);
  rig.faults.clear();
  rig.Restart();
  rig.Settle();
  CHECK(rig.faults.empty());
}

TEST_CASE("what was put aside long ago is cleared away, but for the newest three") {
  StoreRig rig;
  const LocalTime today = LocalTime::At(rig.clock.Now().wall_ms);
  std::string recent = today.Date();
  std::erase(recent, '-');
  for (const std::string day : {"20200101", "20200102", "20200103"}) {
    std::ofstream(rig.folder / ("studio-broken-" + day + "-080000.db")) << "damaged";
    std::ofstream(rig.folder / ("studio-broken-" + day + "-080000.db-wal")) << "damaged";
  }
  rig.Start();
  rig.Settle();
  CHECK(Aside(rig.folder).size() == 6);
  for (const std::string hour : {"080000", "090000", "100000", "110000"}) {
    std::ofstream(rig.folder / ("studio-broken-" + recent + "-" + hour + ".db")) << "damaged";
  }
  rig.Restart();
  rig.Settle();
  const auto left = Aside(rig.folder);
  CHECK(left.size() == 4);
  for (const fs::path& path : left) {
    CHECK(path.filename().string().starts_with("studio-broken-" + recent));
  }
}
