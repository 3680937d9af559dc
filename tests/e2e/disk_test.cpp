// The disk under a terminal runs short, fills up, turns read-only, fails, is damaged: the terminal
// says so and goes on afterwards, and every receipt shown is in the ledger, once.
#include <doctest/doctest.h>
#include <sys/mount.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <random>
#include <set>

#include "village.h"

namespace studio::e2e {
namespace {

namespace fs = std::filesystem;

using DiskOptions = std::vector<std::string>;

const DiskOptions kHurried = {"--backoff-ms", "100", "--storage-ms", "100"};
const std::string kToWords =
    "tap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntype 路灯坏了\nprint\n";
const std::string kWordsToCheck =
    "tap 下一步\ntap 不留姓名\ntap 下一步\ntap 我知道了，同意\ntap 下一步\n";

DiskOptions With(DiskOptions options, const DiskOptions& more) {
  options.insert(options.end(), more.begin(), more.end());
  return options;
}

std::multiset<std::string> ReceiptsInLedger(const Village& village) {
  std::multiset<std::string> kept;
  for (const auto& record : village.Ledger())
    if (record["receipt"].is_string()) kept.insert(record["receipt"].get<std::string>());
  return kept;
}

std::multiset<std::string> Each(const std::set<std::string>& receipts) {
  return {receipts.begin(), receipts.end()};
}

// A small disk of its own, where the machine permits one.
class SmallDisk {
 public:
  explicit SmallDisk(const fs::path& folder) : folder_(folder) {
    fs::create_directories(folder);
    mounted_ = mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=16m") == 0;
    if (!mounted_) MESSAGE("skipped: no disk may be mounted here: " << std::strerror(errno));
  }
  ~SmallDisk() {
    if (mounted_) umount2(folder_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool mounted() const { return mounted_; }
  // To the last byte.
  void Fill() const {
    std::ofstream file(folder_ / "filler", std::ios::binary);
    file.rdbuf()->pubsetbuf(nullptr, 0);
    for (const std::size_t piece : {std::size_t{1} << 16, std::size_t{1}}) {
      const std::string bytes(piece, 'x');
      file.clear();
      while (file.write(bytes.data(), static_cast<std::streamsize>(piece))) {
      }
    }
  }
  void Free() const { fs::remove(folder_ / "filler"); }
  bool SetReadOnly(bool read_only) const {
    const unsigned long flags = MS_REMOUNT | (read_only ? MS_RDONLY : 0);
    return mount("tmpfs", folder_.c_str(), "tmpfs", flags, "size=16m") == 0;
  }

 private:
  fs::path folder_;
  bool mounted_ = false;
};

TEST_CASE("short of room, the terminal says so, finishes what was begun, and takes all again") {
  Village village;
  village.StartCounty();
  const fs::path terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接演示市政协 60\n").status == 0);
  const fs::path percent = village.scratch() / "percent";
  std::ofstream(percent) << "0.5";
  const std::string file_it = kWordsToCheck + "tap 没错，登记\nwait-for 已经记下了 60\nprint\n";
  Program kiosk = village.Start(
      terminal,
      "wait-for 机器快存满了，点这里 60\ntap 我要反映\nwait-for 先不收新的 10\nprint\n"
      // There is room again.
      "wait-for 道路桥梁 60\ntap 回首页\nabsent 机器快存满了，点这里\n" +
          kToWords +
          // Gone, while somebody writes.
          "wait-for 先不收照片 60\ntap 说话\nwait-for 用不了\n" + file_it +
          "tap 再反映一件\nwait-for 先不收新的 10\ntap 回首页\nwait-for 机器快存满了，点这里 10\n",
      With(kHurried, {"--free-percent", percent.string(), "--microphone", "test"}));
  REQUIRE(kiosk.WaitForOutput("先不收新的"));
  std::ofstream(percent) << "50";
  REQUIRE(kiosk.WaitForOutput("路灯坏了"));
  std::ofstream(percent) << "0.9";
  const Finished done = kiosk.Wait(300s);
  CHECK_MESSAGE(done.status == 0, done.err);
  const auto shown = ReceiptsIn(done.out);
  CHECK(shown.size() == 1);
  village.Drain(terminal);
  CHECK(ReceiptsInLedger(village) == Each(shown));
}

TEST_CASE("a disk that is really full is said, costs nothing, and is gone on with once it is not") {
  Village village;
  const SmallDisk disk(village.scratch() / "small");
  if (!disk.mounted()) return;
  village.StartCounty();
  const fs::path terminal = village.Enrol("small/terminal");
  Program kiosk = village.Start(
      terminal,
      "wait-for 已连接演示市政协 60\n" + kToWords +
          // Full while somebody writes: what they say stays.
          "wait-for 先不收照片 60\n" + kWordsToCheck +
          "tap 没错，登记\nwait-for 没能登记上 60\nexpect 路灯坏了\nprint\n"
          // The test makes room; the page for the words shows it.
          "tap 改 3\nwait-for 拍张照片 60\ntap 下一步\ntap 没错，登记\n"
          "wait-for 已经记下了 60\nprint\ntap 完成\n"
          // Full while nobody is there.
          "wait-for 机器存满了 60\nexpect 以前登记的事，没有动过\nprint\nwait-for 我要反映 60\n" +
          FileRequest("之后") + "print\ntap 完成\n",
      kHurried);
  REQUIRE(kiosk.WaitForOutput("路灯坏了"));
  disk.Fill();
  REQUIRE(kiosk.WaitForOutput("没能登记上"));
  disk.Free();
  REQUIRE(kiosk.WaitForOutput("已经记下了"));
  disk.Fill();
  REQUIRE(kiosk.WaitForOutput("机器存满了"));
  disk.Free();
  const Finished done = kiosk.Wait(300s);
  CHECK_MESSAGE(done.status == 0, done.err);
  const auto shown = ReceiptsIn(done.out);
  CHECK(shown.size() == 2);
  village.Drain(terminal);
  CHECK(ReceiptsInLedger(village) == Each(shown));
}

TEST_CASE("a read-only disk is said at the start, and loses nothing") {
  Village village;
  const SmallDisk disk(village.scratch() / "small");
  if (!disk.mounted()) return;
  village.StartCounty();
  const fs::path terminal = village.Enrol("small/terminal");
  const std::string file_one = FileRequest("写得进") + "print\n";
  const Finished before =
      village.RunScript(terminal, "wait-for 已连接演示市政协 60\n" + file_one, kHurried);
  REQUIRE_MESSAGE(before.status == 0, before.err);
  REQUIRE(disk.SetReadOnly(true));
  const Finished refused = village.RunScript(terminal, file_one, kHurried);
  CHECK(refused.status == 1);
  CHECK(refused.err.find("Read-only file system") != std::string::npos);
  CHECK(ReceiptsIn(refused.out).empty());
  REQUIRE(disk.SetReadOnly(false));
  const Finished after = village.RunScript(terminal, file_one, kHurried);
  REQUIRE_MESSAGE(after.status == 0, after.err);
  auto shown = ReceiptsIn(before.out);
  shown.merge(ReceiptsIn(after.out));
  CHECK(shown.size() == 2);
  village.Drain(terminal);
  CHECK(ReceiptsInLedger(village) == Each(shown));
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

constexpr const char* kFiuRun = "/usr/lib/fiu/fiu_run_preload.so";
constexpr const char* kFiuPosix = "/usr/lib/fiu/fiu_posix_preload.so";

// Programs started meanwhile fail in their system calls as libfiu is told.
class Failing {
 public:
  explicit Failing(const std::string& commands) {
    setenv("LD_PRELOAD", (std::string(kFiuRun) + " " + kFiuPosix).c_str(), 1);
    setenv("FIU_ENABLE", commands.c_str(), 1);
  }
  ~Failing() {
    unsetenv("LD_PRELOAD");
    unsetenv("FIU_ENABLE");
  }
};

struct Weakness {
  const char* calls;
  int error;
};
constexpr Weakness kWeaknesses[] = {{"posix/io/rw/write", ENOSPC}, {"posix/io/rw/pwrite", ENOSPC},
                                    {"posix/io/rw/pwrite", EIO},   {"posix/io/rw/pread", EIO},
                                    {"posix/io/sync/*", EIO},      {"posix/io/oc/open", EROFS},
                                    {"posix/io/oc/open", EIO}};
constexpr const char* kProbabilities[] = {"0.02", "0.3"};

TEST_CASE("a failing disk crashes nothing, and no receipt is shown for what is not on it") {
  if (access(kFiuRun, R_OK) != 0 || access(kFiuPosix, R_OK) != 0) {
    MESSAGE("skipped: libfiu is not installed");
    return;
  }
  Village village;
  village.StartCounty();
  const fs::path terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接演示市政协 60\n").status == 0);
  std::set<std::string> shown;
  std::size_t failed = 0, runs = 0;
  for (const Weakness& weakness : kWeaknesses) {
    for (const char* probability : kProbabilities) {
      std::string script;
      // What is not kept at once is not waited for: the next run tries again.
      for (int i = 0; i < 3; ++i)
        script +=
            kToWords + kWordsToCheck + "tap 没错，登记\nwait-for 已经记下了 8\nprint\ntap 完成\n";
      const std::string commands = std::string("enable_random name=") + weakness.calls +
                                   ",probability=" + probability +
                                   ",failinfo=" + std::to_string(weakness.error);
      CAPTURE(commands);
      Finished done;
      {
        const Failing failing(commands);
        done = village.RunScript(terminal, script, kHurried);
      }
      ++runs;
      // A script that could not go on says what stood on the screen.
      CHECK_MESSAGE((done.status == 0 || done.status == 1), done.err);
      if (done.status != 0) ++failed;
      shown.merge(ReceiptsIn(done.out));
    }
  }
  // The fault is over.
  const Finished after = village.RunScript(terminal, FileRequest("好了") + "print\n", kHurried);
  REQUIRE_MESSAGE(after.status == 0, after.err);
  shown.merge(ReceiptsIn(after.out));
  village.Drain(terminal);
  const auto kept = ReceiptsInLedger(village);
  for (const std::string& receipt : shown) CHECK(kept.count(receipt) == 1);
  // A sync that failed may have kept what it did not promise; each such record was a person told
  // that it was not kept.
  CHECK(kept.size() - shown.size() <= failed);
  for (const auto& stream : village.Streams()) CHECK(stream["clone"] == false);
  CHECK(failed > 0);
  MESSAGE(runs << " runs on a failing disk, " << failed << " gave up, " << shown.size()
               << " receipts, " << kept.size() << " records");
}

#endif

TEST_CASE("a damaged database: said, put aside, and the ledger is whole and the members are back") {
  Village village;
  village.StartCounty();
  const fs::path terminal = village.Enrol();
  std::string script = "wait-for 已连接演示市政协 60\n";
  for (int i = 0; i < 3; ++i) script += FileRequest("先前的") + "print\ntap 完成\n";
  const Finished sent = village.RunScript(terminal, script, kHurried);
  REQUIRE_MESSAGE(sent.status == 0, sent.err);
  village.Drain(terminal, kHurried);
  village.StopCounty();
  script.clear();
  for (int i = 0; i < 5; ++i) script += FileRequest("等着的") + "print\ntap 完成\n";
  const Finished waiting = village.RunScript(terminal, script, kHurried);
  REQUIRE_MESSAGE(waiting.status == 0, waiting.err);
  auto shown = ReceiptsIn(sent.out);
  shown.merge(ReceiptsIn(waiting.out));
  REQUIRE(shown.size() == 8);

  std::fstream database(terminal / "studio.db", std::ios::in | std::ios::out | std::ios::binary);
  std::mt19937 random(20261122);
  for (int i = 0; i < 4096; ++i) database.put(static_cast<char>(random()));  // the schema
  database.close();

  village.StartCounty();
  const Finished mended = village.RunScript(
      terminal,
      "wait-for 机器坏过 60\nwait-for 已连接演示市政协 60\ntap 委员风采\nwait-for 示例甲 60\n" +
          ("tap 回首页\n" + FileRequest("之后")) + "print\n",
      kHurried);
  CHECK_MESSAGE(mended.status == 0, mended.err);
  shown.merge(ReceiptsIn(mended.out));
  CHECK(shown.size() == 9);
  bool aside = false;
  for (const auto& file : fs::directory_iterator(terminal))
    aside |= file.path().filename().string().starts_with("studio-broken-");
  CHECK(aside);
  village.Drain(terminal, kHurried);
  CHECK(ReceiptsInLedger(village) == Each(shown));
  for (const auto& row : village.Outbox(terminal)) CHECK(row["state"] != "waiting");
}

}  // namespace
}  // namespace studio::e2e
