#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "platform/storage_health.h"
#include "platform/system_clock.h"
#include "shared/files/durable_file.h"
#include "shared/files/private_folder.h"
#include "store/base/data_folder.h"
#include "store/files/outbox_json.h"
#include "store_rig.h"

using namespace studio;

namespace {

mode_t ModeOf(const std::filesystem::path& path) {
  struct stat info {};
  REQUIRE(stat(path.c_str(), &info) == 0);
  return info.st_mode & 0777;
}

Identity Enrolled(const std::filesystem::path& folder) {
  Identity identity;
  identity.terminal_key = *LoadOrMakeTerminalKey(folder);
  identity.server_url = "https://127.0.0.1:8443";
  identity.county.terminal = 37;
  identity.county.studio = 3;
  identity.county.studio_name = "示例工作室";
  identity.county.county_signing_key = SigningKey::Generate().Public();
  identity.county.county_sealing_key = BoxKeyPair::Generate().Public();
  return identity;
}

}  // namespace

TEST_CASE("a data folder is private and held by one program at a time") {
  TempFolder temp;
  const auto path = temp.path() / "new" / "folder";
  {
    const auto folder = DataFolder::Open(path);
    REQUIRE(folder);
    CHECK(ModeOf(path) == 0700);
    const auto second = DataFolder::Open(path);
    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::kConflict);
    CHECK(second.error().detail.find("already running") != std::string::npos);
  }
  CHECK(DataFolder::Open(path));
  std::ofstream(temp.path() / "file") << "x";
  const auto refused = DataFolder::Open(temp.path() / "file" / "below");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kStorage);
}

TEST_CASE("a data folder that was open to other users is private once it is used") {
  TempFolder temp;
  const auto path = temp.path() / "old", below = path / "attachments";
  std::filesystem::create_directories(below);
  std::ofstream(path / "studio.db") << "x";
  std::ofstream(below / "photo") << "x";
  std::ofstream(temp.path() / "elsewhere") << "x";
  std::filesystem::create_symlink(temp.path() / "elsewhere", path / "link");
  for (const auto& folder : {path, below}) chmod(folder.c_str(), 0755);
  for (const auto& file : {path / "studio.db", below / "photo", temp.path() / "elsewhere"})
    chmod(file.c_str(), 0644);
  REQUIRE(DataFolder::Open(path));
  for (const auto& folder : {path, below}) CHECK(ModeOf(folder) == 0700);
  for (const auto& file : {path / "studio.db", below / "photo"}) CHECK(ModeOf(file) == 0600);
  CHECK(ModeOf(temp.path() / "elsewhere") == 0644);
  CHECK(MakePrivate(path) == 0);
  std::ofstream(path / "given.pem") << "x";
  chmod((path / "given.pem").c_str(), 0644);
  constexpr std::string_view kGiven[] = {"given.pem"};
  CHECK(MakePrivate(path, kGiven) == 0);
  CHECK(MakePrivate(path) == 1);
}

TEST_CASE("an identity comes back as it was saved, and its key is readable by its owner alone") {
  TempFolder temp;
  const auto missing = LoadIdentity(temp.path());
  REQUIRE_FALSE(missing);
  CHECK(missing.error().kind == ErrorKind::kNotFound);
  const Identity identity = Enrolled(temp.path());
  CHECK(LoadOrMakeTerminalKey(temp.path())->Public() == identity.terminal_key.Public());
  CHECK(ModeOf(temp.path() / "terminal.key") == 0600);
  std::ofstream(temp.path() / "given.pem") << "ca";
  REQUIRE(SaveIdentity(temp.path(), identity, temp.path() / "given.pem"));
  const auto loaded = LoadIdentity(temp.path());
  REQUIRE(loaded);
  CHECK(loaded->server_url == identity.server_url);
  CHECK(loaded->county.studio_name == "示例工作室");
  CHECK(loaded->county.county_sealing_key == identity.county.county_sealing_key);
  CHECK(loaded->terminal_key.Public() == identity.terminal_key.Public());
}

TEST_CASE("identity files that do not fit together are told from a missing enrolment") {
  TempFolder temp;
  const Identity identity = Enrolled(temp.path());
  std::ofstream(temp.path() / "given.pem") << "ca";
  REQUIRE(SaveIdentity(temp.path(), identity, temp.path() / "given.pem"));
  SUBCASE("another key") {
    std::filesystem::remove(temp.path() / "terminal.key");
    REQUIRE(LoadOrMakeTerminalKey(temp.path()));
  }
  SUBCASE("no key") { std::filesystem::remove(temp.path() / "terminal.key"); }
  SUBCASE("no ca") { std::filesystem::remove(temp.path() / "ca.pem"); }
  SUBCASE("a cut file") { std::filesystem::resize_file(temp.path() / "identity.json", 20); }
  const auto loaded = LoadIdentity(temp.path());
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().kind == ErrorKind::kMalformed);
}

TEST_CASE("a folder that cannot be written takes no request and says so") {
  Site site;
  site.rig.Stop();
  site.rig.folder = site.rig.temp.path() / "file";
  std::ofstream(site.rig.folder) << "x";
  site.rig.Start();
  const auto refused = site.rig.File("一");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kStorage);
  site.rig.Settle();
  REQUIRE_FALSE(site.rig.faults.empty());
  CHECK(site.rig.faults.back() == Fault::kStorageBroken);
}

TEST_CASE("the outbox of a folder where nothing was made is empty; of no folder, an error") {
  TempFolder temp;
  CHECK(OutboxJson(temp.path()).value() == "[]");
  CHECK(OutboxJson(temp.path() / "none").error().kind == ErrorKind::kNotFound);
}

TEST_CASE("a serial thread runs in order, also what was posted just before it goes") {
  std::vector<int> ran;
  {
    SerialThread thread("test");
    for (int i = 0; i < 100; ++i) thread.Post([&ran, i] { ran.push_back(i); });
    thread.Post([&] { thread.Post([&ran] { ran.push_back(100); }); });
  }
  REQUIRE(ran.size() == 101);
  for (int i = 0; i <= 100; ++i) CHECK(ran[static_cast<std::size_t>(i)] == i);
}

TEST_CASE("a script moves both clocks forward") {
  SystemClock clock;
  const Moment before = clock.Now();
  clock.Advance(3'600'000);
  const Moment after = clock.Now();
  CHECK(after.wall_ms - before.wall_ms >= 3'600'000);
  CHECK(after.monotonic_ms - before.monotonic_ms >= 3'600'000);
  CHECK(BootId() == BootId());
}

TEST_CASE("storage health tells whether a folder takes a file, and leaves none behind") {
  TempFolder temp;
  CHECK(CheckWritable(temp.path()));
  CHECK(std::filesystem::is_empty(temp.path()));
  CHECK_FALSE(CheckWritable(temp.path() / "none"));
}

TEST_CASE("a look at the disk tells the room that is left and whether it works, in words too") {
  TempFolder temp;
  const StorageCheck good = CheckStorage(temp.path(), kSmallCanaryBytes, 1'795'000'000'000);
  CHECK(good.state.canary_good);
  CHECK(good.trouble.empty());
  CHECK(good.state.checked_ms == 1'795'000'000'000);
  CHECK(good.state.total_bytes > 0);
  CHECK(good.state.free_bytes <= good.state.total_bytes);
  CHECK(std::filesystem::is_empty(temp.path()));

  std::ofstream(temp.path() / "percent") << "2.5";
  const StorageCheck told =
      CheckStorage(temp.path(), kSmallCanaryBytes, 1, temp.path() / "percent");
  CHECK(ShortageOf(told.state) == Shortage::kNoVoice);

  const StorageCheck broken = CheckStorage(temp.path() / "none", kSmallCanaryBytes, 1);
  CHECK_FALSE(broken.state.canary_good);
  CHECK(broken.trouble.find("No such file") != std::string::npos);
}
