// The manager at the real terminal about the county link: what was set aside tried again, and what
// waits carried by a stick to the county and its answer back.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "duty_day.h"

namespace studio::e2e {
namespace {

const std::string kManagerHome = "wait-for 今日值班 30\n";

struct ManagedDay {
  ManagedDay() {
    std::filesystem::create_directories(folder);
    card = day.Badge("m01", {"--pin", kManagerPin});
    day.Tell(nlohmann::json::array());  // the key wrapped for that card comes by the feed
  }

  void File(const std::string& words) {
    const Finished filed = day.village.RunScript(day.terminal, kManagerHome + FileRequest(words));
    REQUIRE_MESSAGE(filed.status == 0, filed.err);
  }
  // From the hub on.
  void Manage(const std::string& script) {
    const Finished done = day.village.RunScript(
        day.terminal,
        "camera " + card + "\n" + kManagerHome + "tap 管理\nwait-for 请输入密码 30\ntype " +
            kManagerPin + "\ntap 打开\nwait-for 月度轮值 30\n" + script,
        {"--exchange", folder.string(), "--backoff-ms", "100"});
    REQUIRE_MESSAGE(done.status == 0, done.err);
  }
  std::vector<std::string> Signatures() const {
    SQLite::Database database((day.terminal / "studio.db").string(), SQLite::OPEN_READONLY);
    SQLite::Statement rows(database, "SELECT hex(signature) FROM outbox ORDER BY row");
    std::vector<std::string> all;
    while (rows.executeStep()) all.push_back(rows.getColumn(0).getString());
    return all;
  }
  // As a tired disk might have left it.
  void SetSignature(const std::string& hex) const {
    SQLite::Database database((day.terminal / "studio.db").string(), SQLite::OPEN_READWRITE);
    SQLite::Statement change(database, "UPDATE outbox SET signature = x'" + hex +
                                           "' WHERE row = (SELECT max(row) FROM outbox)");
    REQUIRE(change.exec() == 1);
  }
  std::string Log() const { return BytesOf(day.terminal / "log" / "kiosk.log"); }
  int InLedger(const std::string& words) const {
    const auto ledger = day.village.Ledger();
    return static_cast<int>(std::count_if(ledger.begin(), ledger.end(), [&](const auto& record) {
      return record["body"].value("words", "") == words;
    }));
  }

  DutyDay day;
  std::filesystem::path folder = day.village.scratch() / "stick";
  std::string card;
};

}  // namespace

TEST_CASE("a poisoned record is set aside with its reason, and the manager tries it again") {
  ManagedDay managed;
  const std::string words = "井盖坏了三天没人管";
  managed.File(words);
  const std::string signature = managed.Signatures().back();
  managed.SetSignature(std::string(128, '0'));
  managed.day.village.StartCounty();
  managed.Manage(
      "wait-for 1 件未传成功 60\nshot hub\n"
      "tap 本机状况\nexpect 1 件未传成功\nexpect 号机\ntap 上一步\n"
      "tap 月度轮值\nwait-for 月度轮值 30\ntap 上一步\n"
      "tap U盘上传\nwait-for 存到U盘 30\ntap 上一步\n"
      "tap 上传情况\nwait-for 未传成功 1 件 30\nexpect 连着演示市政协\ntap 未传成功 1 件\n"
      "expect 签名对不上\ntap 再试一次\nwait-for 1 件排上队了 30\n"
      "tap 上一步\nwait-for 1 件未传成功 60\n");  // the county says the same again
  CHECK(managed.InLedger(words) == 0);
  const auto outbox = managed.day.village.Outbox(managed.day.terminal);
  REQUIRE(outbox.size() == 1);
  CHECK(outbox[0]["state"] == "set_aside");
  const std::string log = managed.Log();
  CHECK(log.find("record " + outbox[0]["id"].get<std::string>() + " set aside: rejected: place") !=
        std::string::npos);
  CHECK(log.find(words) == std::string::npos);

  managed.SetSignature(signature);
  managed.Manage(
      "tap 上传情况\nwait-for 未传成功 1 件 30\ntap 未传成功 1 件\ntap 全部再试\n"
      "wait-for 没有未传成功的 30\ntap 上一步\nwait-for 都传上去了 60\n");
  CHECK(managed.InLedger(words) == 1);
  CHECK(managed.day.village.Ledger().size() == 1);
}

TEST_CASE("what waits goes to the county on a stick from the screen, and its answer comes back") {
  ManagedDay managed;
  const std::string words = "没有网也要说的事";
  managed.File(words);
  managed.Manage(
      "tap U盘上传\nwait-for 把 1 件存到U盘 30\nexpect U盘里没有回执\ntap 把 1 件存到U盘\n"
      "wait-for 存好了，可以拔U盘 60\nexpect 1 件，照片录音 0 份\ntap 完成\n"
      "wait-for 把 1 件存到U盘 30\n");
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(managed.folder))
    files.push_back(file);
  REQUIRE(files.size() == 1);
  const std::string name = files[0].filename().string();
  CHECK(name.starts_with("待上传 "));
  CHECK(name.find("1号机 20") != std::string::npos);

  const auto reply = managed.folder / "answer.msc";
  const Finished taken =
      Run("county-stub", {"import-outbox", "--data", managed.day.village.county().string(),
                          files[0].string(), "--reply", reply.string()});
  REQUIRE_MESSAGE(taken.status == 0, taken.err);
  CHECK(managed.InLedger(words) == 1);
  std::string altered = BytesOf(reply);
  altered[altered.size() / 2] ^= 1;
  // Its name would begin a line of the log, and clear the terminal of who reads that.
  std::ofstream(managed.folder / "altered\n[forged] \x1b[2J.msc", std::ios::binary) << altered;

  const std::string open = "tap U盘上传\nwait-for answer.msc 30\n";
  managed.Manage(open +
                 "tap altered\nwait-for 这份文件不对 30\ntap 完成\nwait-for answer.msc 30\n" +
                 "tap answer.msc\nwait-for 1 件已收到 60\ntap 完成\nwait-for answer.msc 30\n" +
                 "tap answer.msc\nwait-for 什么也没有变 60\ntap 完成\nwait-for answer.msc 30\n" +
                 "tap 上一步\nexpect 月度轮值\n");
  const auto outbox = managed.day.village.Outbox(managed.day.terminal);
  REQUIRE(outbox.size() == 1);
  CHECK(outbox[0]["state"] != "waiting");
  CHECK(outbox[0]["state"] != "set_aside");
  CHECK(managed.InLedger(words) == 1);

  // By the line too: still once.
  managed.day.Upload();
  CHECK(managed.InLedger(words) == 1);
  CHECK(managed.day.village.Ledger().size() == 1);
  const std::string log = managed.Log();
  CHECK(log.find(words) == std::string::npos);
  CHECK(log.find("/altered\\u{a}[forged] \\u{1b}[2J.msc: ") != std::string::npos);
  CHECK(log.find("\n[forged]") == std::string::npos);
  CHECK(log.find('\x1b') == std::string::npos);
}

#ifdef STUDIO_DEAD_STICK

TEST_CASE("a stick that answers no more holds up neither a slip nor the upload") {
  ManagedDay managed;
  managed.day.village.StartCounty();
  const auto slips = managed.day.village.scratch() / "slips";
  setenv("LD_PRELOAD", STUDIO_DEAD_STICK, 1);
  setenv("STUDIO_DEAD_FOLDER", managed.folder.c_str(), 1);
  Program running = managed.day.village.Start(
      managed.day.terminal,
      "camera " + managed.card + "\n" + kManagerHome + "tap 管理\nwait-for 请输入密码 30\ntype " +
          kManagerPin +
          "\ntap 打开\nwait-for 月度轮值 30\ntap U盘上传\nexpect 正在找U盘\ntap 返回\nexpect "
          "月度轮值\ntap 回首页\n" +
          kManagerHome + FileRequest("U盘坏了也要说的事") +
          "wait-for 登记单打好了 60\nwait-for 演示市政协已收到 60\nprint\n",
      {"--exchange", managed.folder.string(), "--backoff-ms", "100", "--printer",
       "file:" + slips.string()});
  unsetenv("LD_PRELOAD");
  unsetenv("STUDIO_DEAD_FOLDER");
  CHECK(running.WaitForOutput("演示市政协已收到", 120s));
  std::ofstream(managed.folder.string() + ".pulled").flush();
  const Finished done = running.Wait();
  CHECK_MESSAGE(done.status == 0, done.err);
  CHECK(std::filesystem::file_size(slips) > 1000);
  CHECK(managed.InLedger("U盘坏了也要说的事") == 1);
}

#endif

}  // namespace studio::e2e
