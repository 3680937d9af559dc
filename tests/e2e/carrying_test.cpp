// No line at all: what was said here goes to the county on a stick, and its answer comes back.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <regex>

#include "village.h"

namespace studio::e2e {
namespace {

struct Stick {
  explicit Stick(Village& of) : village(of) {}

  Finished Export(const std::filesystem::path& terminal) const {
    return Run("studio-kiosk",
               {"export-outbox", "--data", terminal.string(), "--out", up.string()});
  }
  Finished AtCounty(const std::filesystem::path& file) const {
    return Run("county-stub", {"import-outbox", "--data", village.county().string(), file.string(),
                               "--reply", down.string()});
  }
  Finished Import(const std::filesystem::path& terminal, const std::filesystem::path& file) const {
    return Run("studio-kiosk", {"import-feed", "--data", terminal.string(), file.string()});
  }

  Village& village;
  std::filesystem::path up = village.scratch() / "up.msc";
  std::filesystem::path down = village.scratch() / "down.msc";
};

std::set<std::string> WordsIn(const nlohmann::json& ledger) {
  std::set<std::string> words;
  for (const auto& record : ledger) words.insert(record["body"]["words"].get<std::string>());
  return words;
}

// What is typed to look up the receipt that was printed on the screen.
std::string Track(const std::string& printed) {
  static const std::regex code("查询码[^0-9]*(\\d{4})\\s(\\d{4})");
  const auto receipts = ReceiptsIn(printed);
  std::smatch found;
  REQUIRE(receipts.size() == 1);
  REQUIRE(std::regex_search(printed, found, code));
  return "tap 查进度\ntype " + *receipts.begin() + "\ntap 下一步\ntype " + found[1].str() +
         found[2].str() + "\ntap 查一查\n";
}

}  // namespace

TEST_CASE("what is carried on a stick reaches the ledger once, and the receipt says so") {
  Village village;
  const Stick stick(village);
  village.StartCounty();
  const auto terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\nwait-for 今日值班 30\n").status == 0);
  village.StopCounty();

  const Finished filed = village.RunScript(
      terminal,
      "wait-for 今日值班 30\n" + FileRequest("第一件") + "tap 完成\n" + FileRequest("第二件") +
          "tap 完成\n" + FileRequestWithPhoto("第三件") + "expect 已登记，待上传\nprint\n",
      kPicture);
  REQUIRE_MESSAGE(filed.status == 0, filed.err);

  const Finished exported = stick.Export(terminal);
  REQUIRE_MESSAGE(exported.status == 0, exported.err);
  CHECK(exported.out.starts_with("3 records and 1 attachments in "));
  CHECK(BytesOf(stick.up).find("第三件") == std::string::npos);
  const auto news = village.scratch() / "news.json";
  std::ofstream(news) << R"({"changes": [{"kind": "notice", "id": "water", "body":
      {"title": "停水通知", "text": "明天停水", "level": "normal", "date": "2026-11-22"}}]})";
  REQUIRE(
      Run("county-stub", {"publish", "--data", village.county().string(), news.string()}).status ==
      0);
  const Finished taken = stick.AtCounty(stick.up);
  REQUIRE_MESSAGE(taken.status == 0, taken.err);
  const auto ledger = village.Ledger();
  REQUIRE(ledger.size() == 3);
  CHECK(WordsIn(ledger) == std::set<std::string>{"第一件", "第二件", "第三件"});
  for (const auto& row : village.Outbox(terminal)) CHECK(row["state"] == "waiting");

  const Finished brought = stick.Import(terminal, stick.down);
  REQUIRE_MESSAGE(brought.status == 0, brought.err);
  CHECK(brought.out == "3 records answered, 1 attachments arrived, 1 pages of the feed\n");
  for (const auto& row : village.Outbox(terminal)) {
    CHECK(row["state"] == "safe");
    for (const auto& file : row["attachments"]) CHECK(file["state"] == "safe");
  }
  CHECK(std::filesystem::is_empty(terminal / "attachments"));
  const Finished tracked = village.RunScript(
      terminal, "wait-for 今日值班 30\n" + Track(filed.out) + "wait-for 已收到 60\n");
  CHECK_MESSAGE(tracked.status == 0, tracked.err);

  // All of it once more, an answer of before among it, and then by the line too.
  const std::string before = village.Outbox(terminal).dump();
  const auto old_reply = village.scratch() / "old.msc", old_up = village.scratch() / "old_up.msc";
  std::filesystem::copy_file(stick.down, old_reply);
  std::filesystem::copy_file(stick.up, old_up);
  REQUIRE(stick.AtCounty(old_up).status == 0);
  REQUIRE(stick.Import(terminal, stick.down).status == 0);
  const Finished old = stick.Import(terminal, old_reply);
  CHECK(old.status == 0);
  CHECK(old.out.starts_with("nothing new"));
  REQUIRE(stick.Export(terminal).status == 0);
  REQUIRE(stick.AtCounty(stick.up).status == 0);
  REQUIRE(stick.Import(terminal, stick.down).status == 0);
  CHECK(village.Outbox(terminal).dump() == before);
  village.StartCounty();
  village.Drain(terminal);
  CHECK(village.Ledger() == ledger);
  CHECK(village.Outbox(terminal).dump() == before);
  for (const auto& stream : village.Streams()) {
    CHECK(stream["complete"] == true);
    CHECK(stream["clone"] == false);
  }
  const auto opened = village.scratch() / "opened";
  for (const auto& record : ledger) {
    if (record["body"]["words"] != "第三件") continue;
    const Finished attachments =
        Run("county-stub", {"attachments", "--data", village.county().string(), "--record",
                            record["id"].get<std::string>(), "--out", opened.string()});
    CHECK_MESSAGE(attachments.status == 0, attachments.err);
    CHECK(BytesOf(opened / "1-photo.jpg").starts_with("\xFF\xD8\xFF"));
  }
}

TEST_CASE("what goes by the line while a stick is under way is there once") {
  Village village;
  const Stick stick(village);
  village.StartCounty();
  const auto terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\nwait-for 今日值班 30\n").status == 0);
  village.StopCounty();
  REQUIRE(village.RunScript(terminal, "wait-for 今日值班 30\n" + FileRequest("只有一件")).status ==
          0);
  REQUIRE(stick.Export(terminal).status == 0);
  village.StartCounty();
  village.Drain(terminal);
  const auto ledger = village.Ledger();
  const auto outbox = village.Outbox(terminal);
  // Beside a county that serves.
  const Finished taken = stick.AtCounty(stick.up);
  REQUIRE_MESSAGE(taken.status == 0, taken.err);
  CHECK(village.Ledger() == ledger);
  REQUIRE(stick.Import(terminal, stick.down).status == 0);
  CHECK(village.Outbox(terminal) == outbox);
}

TEST_CASE("a file that is not right is refused with a sentence, and nothing changes") {
  Village village;
  const Stick stick(village);
  village.StartCounty();
  const auto terminal = village.Enrol(), other = village.Enrol("other");
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\nwait-for 今日值班 30\n").status == 0);
  village.StopCounty();
  REQUIRE(village.RunScript(terminal, "wait-for 今日值班 30\n" + FileRequest("一件事")).status ==
          0);
  REQUIRE(stick.Export(terminal).status == 0);
  const auto refuses = [](const Finished& finished, const std::string& sentence) {
    CHECK(finished.status == 1);
    CHECK_MESSAGE(finished.err.find(sentence) != std::string::npos, finished.err);
  };
  const auto bad = village.scratch() / "bad.msc";
  const std::string whole = BytesOf(stick.up);
  const auto write = [&](const std::string& bytes) {
    std::ofstream(bad, std::ios::binary | std::ios::trunc) << bytes;
  };
  refuses(stick.AtCounty(village.scratch() / "none.msc"), "not there");
  refuses(stick.AtCounty(village.scratch().path()), "cannot be read");
  write(whole.substr(0, whole.size() - 1));
  refuses(stick.AtCounty(bad), "cut short");
  std::string altered = whole;
  altered[altered.size() / 2] ^= 1;
  write(altered);
  refuses(stick.AtCounty(bad), "bad.msc: it was altered");
  write("");
  std::filesystem::resize_file(bad, std::uintmax_t{1} << 33);  // 8 GiB of nothing
  refuses(stick.AtCounty(bad), "no file of an outbox");
  CHECK(village.Ledger().empty());
  CHECK_FALSE(std::filesystem::exists(stick.down));
  std::filesystem::remove(bad);

  REQUIRE(stick.AtCounty(stick.up).status == 0);
  refuses(stick.AtCounty(stick.down), "no outbox");
  refuses(stick.Import(terminal, stick.up), "no answer");
  refuses(stick.Import(other, stick.down), "it is for terminal 1, and this is terminal 2");
  refuses(stick.Import(terminal, village.scratch() / "none.msc"), "not there");
  const Finished named =
      stick.Import(terminal, village.scratch() / "no\n2026-11-29 all is well\x1b[2J\u202e.msc");
  refuses(named, "/no\\u{a}2026-11-29 all is well\\u{1b}[2J\\u{202e}.msc: it is not there");
  CHECK(std::count(named.err.begin(), named.err.end(), '\n') == 1);
  refuses(stick.Import(terminal, "/dev/zero"), "no ordinary file");
  const std::string reply = BytesOf(stick.down);
  write(reply.substr(0, reply.size() / 2));
  refuses(stick.Import(terminal, bad), "cut short");
  for (const auto& row : village.Outbox(terminal)) CHECK(row["state"] == "waiting");
  refuses(Run("studio-kiosk", {"export-outbox", "--data", terminal.string(), "--out",
                               (village.scratch() / "no" / "where.msc").string()}),
          "cannot write");

  Program running =
      village.Start(terminal, "wait-for 今日值班 30\nprint\nwait-for 永远不会来 600\n");
  REQUIRE(running.WaitForOutput("今日值班"));
  refuses(stick.Import(terminal, stick.down), "stop it first");
  CHECK(stick.Export(terminal).status == 0);  // only reads
  running.Kill();
  running.Wait();
  CHECK(stick.Import(terminal, stick.down).status == 0);
}

}  // namespace studio::e2e
