#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include "village.h"

namespace studio::e2e {
namespace {

std::vector<nlohmann::json> Requests(const nlohmann::json& ledger) {
  std::vector<nlohmann::json> out;
  for (const auto& record : ledger) {
    if (record["kind"] == "request") out.push_back(record);
  }
  return out;
}

// From home to the receipt without a touch: keys move the ring, or the clock does.
std::string Untouched(std::string_view key) {
  std::string script = "wait-for 今日值班 60\n";
  for (const std::string_view label :
       {"我要反映", "道路桥梁", "示例村", "下一步", "路灯坏了，晚上出门看不清。", "下一步",
        "不留姓名", "下一步", "我知道了，同意", "下一步", "没错，登记"}) {
    script += "reach " + std::string(label) + "\nkey " + std::string(key) + "\n";
  }
  return script + "wait-for 已经记下了 60\nprint\n";
}

TEST_CASE("a request is filed by keyboard alone, and by one switch alone") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\nwait-for 今日值班\n").status == 0);
  std::set<std::string> receipts;
  for (const std::string_view drawing : {"540x960", "960x540"}) {
    village.drawing = drawing;
    for (const Finished& filed :
         {village.RunScript(terminal, Untouched("Enter")),
          village.RunScript(terminal, Untouched("Escape"), {"--switch", "1.5"})}) {
      REQUIRE_MESSAGE(filed.status == 0, filed.err);
      receipts.merge(ReceiptsIn(filed.out));
    }
  }
  CHECK(receipts.size() == 4);
  CHECK(village.Outbox(terminal).size() == 4);
}

TEST_CASE("a request with a rare name reaches the ledger once, and the screen says so only then") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  // The feed must have come once: without it there are no categories to choose.
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\nwait-for 今日值班\n").status == 0);
  village.StopCounty();

  const std::string words = "村口的路灯坏了两个星期，晚上看不清路";
  Program kiosk = village.Start(
      terminal, "tap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntype " + words +
                    "\ntap 下一步\ntap 留姓名\ntype 𬱖㛃\ntap 下一步\n"
                    "tap 我知道了，同意\ntap 下一步\nexpect 𬱖㛃\nexpect " +
                    words +
                    "\ntap 没错，登记\nwait-for 已经记下了 60\n"
                    "expect 已登记，待上传\nabsent 已收到\nprint\n"
                    "wait-for 演示市政协已收到 60\nabsent 待上传\nprint\n");
  REQUIRE(kiosk.WaitForOutput("已登记，待上传"));
  CHECK(village.Ledger().empty());
  village.StartCounty();
  const Finished finished = kiosk.Wait();
  REQUIRE_MESSAGE(finished.status == 0, finished.err);

  const auto requests = Requests(village.Ledger());
  REQUIRE(requests.size() == 1);
  const auto& body = requests[0]["body"];
  CHECK(body["words"] == words);
  CHECK(body["name"] == "𬱖㛃");
  CHECK(body["category_name"] == "道路桥梁");
  CHECK(body["village_name"] == "示例村");
  CHECK(body["visibility"] == "named");
  CHECK(ReceiptsIn(finished.out) ==
        std::set<std::string>{requests[0]["receipt"].get<std::string>()});
  const auto outbox = village.Outbox(terminal);
  REQUIRE(outbox.size() == 1);
  CHECK(outbox[0]["id"] == requests[0]["id"]);
  CHECK(outbox[0]["state"] == "safe");
}

TEST_CASE(
    "with the county stopped requests are taken, and an urgent one filed last arrives first") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\n").status == 0);
  village.StopCounty();

  std::string script;
  for (const char* words : {"第一件", "第二件", "第三件"}) {
    script += FileRequest(words) + "expect 已登记，待上传\nprint\ntap 完成\n";
  }
  script += "wait-for 3 件先存着，通了就传\n";
  script +=
      "tap 我要反映\ntap 眼下有危险\nexpect 110\nexpect 119\nexpect 120\ntap 打过了，接着登记\n"
      "tap 道路桥梁\ntap 示例村\ntap 下一步\ntype 桥要塌了\ntap 下一步\ntap 不留姓名\ntap 下一步\n"
      "tap 我知道了，同意\ntap 下一步\nexpect 急事，先办\ntap 没错，登记\nwait-for 已经记下了 "
      "60\nprint\n";
  const Finished filed = village.RunScript(terminal, script);
  REQUIRE_MESSAGE(filed.status == 0, filed.err);
  CHECK(ReceiptsIn(filed.out).size() == 4);
  for (const auto& row : village.Outbox(terminal)) CHECK(row["state"] == "waiting");

  village.StartCounty();
  village.Drain(terminal);
  const auto requests = Requests(village.Ledger());
  REQUIRE(requests.size() == 4);
  CHECK(requests[0]["body"]["words"] == "桥要塌了");
  CHECK(requests[0]["urgent"] == true);
  CHECK(requests[1]["body"]["words"] == "第一件");
  CHECK(requests[2]["body"]["words"] == "第二件");
  CHECK(requests[3]["body"]["words"] == "第三件");
}

TEST_CASE("a request is withdrawn before it was sent, and its words never leave") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\n").status == 0);
  village.StopCounty();
  const Finished filed = village.RunScript(
      terminal, FileRequest("说错了的话") + "tap 撤回\ntap 撤回，删掉\nwait-for 已经撤回\n");
  REQUIRE_MESSAGE(filed.status == 0, filed.err);
  village.StartCounty();
  village.Drain(terminal);
  const auto ledger = village.Ledger();
  REQUIRE(ledger.size() == 2);
  for (const auto& record : ledger) {
    if (record["kind"] == "request") {
      CHECK(record["body"].is_null());
      CHECK(record["state"] == "withdrawn");
    } else {
      CHECK(record["kind"] == "withdrawal");
    }
  }
}

TEST_CASE("what is not ours is guided on and leaves one line without words") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  const Finished guided = village.RunScript(
      terminal,
      "wait-for 已连接 60\ntap 我要反映\ntap 邻里纠纷\ntap 示例村\ntap 下一步\n"
      "type 法院判决不公平\ntap 下一步\nexpect 是不是这样的事？\nshot guided\ntap 是的，回首页\n"
      "wait-for 今日值班\n");
  REQUIRE_MESSAGE(guided.status == 0, guided.err);
  village.Drain(terminal);
  const auto requests = Requests(village.Ledger());
  REQUIRE(requests.size() == 1);
  CHECK(requests[0]["body"]["guided_to"] != "");
  CHECK(requests[0]["body"]["words"] == "");
}

TEST_CASE("a visit left alone is covered, then wiped") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  const Finished visit = village.RunScript(
      terminal,
      "wait-for 已连接 60\ntap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntype 悄悄话\n"
      "expect 悄悄话\nadvance 95\nwait-for 还在吗？\nabsent 悄悄话\ntap 还在，接着来\nexpect "
      "悄悄话\n"
      "advance 95\nwait-for 还在吗？\nadvance 61\nwait-for 今日值班\nabsent 悄悄话\n"
      "tap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\nabsent 悄悄话\n");
  REQUIRE_MESSAGE(visit.status == 0, visit.err);
}

TEST_CASE("right after confirming, no word of the request can be read on the disk") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\n").status == 0);
  village.StopCounty();
  const std::string words = "水渠堵了三天没人管";
  Program kiosk =
      village.Start(terminal, "tap 我要反映\ntap 道路桥梁\ntap 示例村\ntap 下一步\ntype " + words +
                                  "\ntap 下一步\ntap 留姓名\ntype 示例𬱖\ntap 下一步\n"
                                  "tap 我知道了，同意\ntap 下一步\ntap 没错，登记\n"
                                  "wait-for 已经记下了 60\nprint\nwait-for 永远不会来 600\n");
  REQUIRE(kiosk.WaitForOutput("已登记，待上传"));
  const auto utf16 = [](const std::u16string& text, bool big) {
    std::string out;
    for (char16_t unit : text) {
      const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
      out += big ? high : low;
      out += big ? low : high;
    }
    return out;
  };
  std::vector<std::string> secrets = {words, "水渠堵了", "示例𬱖"};
  for (bool big : {false, true}) {
    secrets.push_back(utf16(u"水渠堵了三天", big));
    secrets.push_back(utf16(u"示例𬱖", big));
  }
  const auto found = [&](const std::string& secret) {
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(terminal)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(file)), {});
      files += bytes.find(secret) != std::string::npos;
    }
    return files;
  };
  for (const std::string& secret : secrets) CHECK(found(secret) == 0);
  kiosk.Kill();
  kiosk.Wait();
  for (const std::string& secret : secrets) CHECK(found(secret) == 0);
  // The search itself must be able to find: the same words planted beside the database.
  for (const std::string& secret : secrets) {
    std::ofstream(terminal / "planted.bin", std::ios::binary) << "x" << secret << "x";
    CHECK(found(secret) == 1);
  }
}

}  // namespace
}  // namespace studio::e2e
