// Whatever happens to the terminal, every receipt that was on its screen is in the ledger, once.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <random>
#include <thread>

#include "village.h"

namespace studio::e2e {
namespace {

std::map<std::string, int> ReceiptCounts(const nlohmann::json& ledger) {
  std::map<std::string, int> counts;
  for (const auto& record : ledger) {
    if (record["receipt"].is_string()) ++counts[record["receipt"]];
  }
  return counts;
}

void CheckWhole(const Village& village, const std::set<std::string>& shown) {
  const nlohmann::json ledger = village.Ledger();
  std::set<std::string> ids;
  for (const auto& record : ledger) {
    CHECK(ids.insert(record["id"].get<std::string>()).second);
  }
  const auto counts = ReceiptCounts(ledger);
  for (const std::string& receipt : shown) {
    const auto it = counts.find(receipt);
    CHECK_MESSAGE(it != counts.end(), "lost: " << receipt);
    if (it != counts.end()) CHECK_MESSAGE(it->second == 1, "doubled: " << receipt);
  }
}

int Kills() {
  const char* wanted = std::getenv("STUDIO_KILLS");
  return wanted ? std::atoi(wanted) : 10;
}

TEST_CASE("killed at random moments of a burst, nothing is lost and nothing doubled") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\n").status == 0);

  std::string burst;
  for (int i = 0; i < 30; ++i) {
    burst += FileRequest("第" + std::to_string(i) + "件") + "print\ntap 完成\n";
  }
  std::mt19937 random(20261121);
  std::uniform_int_distribution<int> first(0, 900), later(0, 700);
  std::set<std::string> shown;
  int with_receipt = 0;
  for (int kill = 0; kill < Kills(); ++kill) {
    Program kiosk = village.Start(terminal, burst);
    // Half the kills fall anywhere from the start on, half after a receipt was on the screen.
    if (kill % 2 == 0) {
      kiosk.WaitForOutput("登记号", std::chrono::milliseconds(first(random)));
    } else {
      kiosk.WaitForOutput("登记号", 60s);
      kiosk.WaitForOutput("never printed", std::chrono::milliseconds(later(random)));
    }
    kiosk.Kill();
    const Finished killed = kiosk.Wait();
    const auto receipts = ReceiptsIn(killed.out);
    with_receipt += receipts.empty() ? 0 : 1;
    shown.insert(receipts.begin(), receipts.end());
  }
  MESSAGE(Kills() << " kills, " << with_receipt << " runs with a receipt on screen, "
                  << shown.size() << " receipts shown");
  CHECK(with_receipt > Kills() / 3);
  village.Drain(terminal);
  CheckWhole(village, shown);
  for (const auto& stream : village.Streams()) {
    CHECK(stream["complete"] == true);
    CHECK(stream["clone"] == false);
  }
}

TEST_CASE("a data folder copied back to an earlier day loses nothing and doubles nothing") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\n").status == 0);
  std::set<std::string> shown;
  const auto file = [&](const std::string& words) {
    const Finished filed = village.RunScript(terminal, FileRequest(words) + "print\n");
    REQUIRE_MESSAGE(filed.status == 0, filed.err);
    shown.merge(ReceiptsIn(filed.out));
  };
  file("头一天");
  village.StopCounty();
  file("头一天没传上去");
  const auto image = village.scratch() / "image";
  std::filesystem::copy(terminal, image, std::filesystem::copy_options::recursive);
  village.StartCounty();
  file("第二天");
  village.Drain(terminal);

  std::filesystem::remove_all(terminal);
  std::filesystem::copy(image, terminal, std::filesystem::copy_options::recursive);
  village.StopCounty();
  file("倒回去以后，还没联网");
  village.StartCounty();
  file("倒回去以后，联网了");
  village.Drain(terminal);

  CHECK(shown.size() == 5);
  CheckWhole(village, shown);
  bool succeeded = false;
  for (const auto& stream : village.Streams()) {
    CHECK(stream["clone"] == false);
    succeeded |= !stream["succeeds"].is_null();
  }
  CHECK(succeeded);
}

TEST_CASE("a data folder cloned to a second terminal loses nothing, and the clone is flagged") {
  Village village;
  village.StartCounty();
  const auto original = village.Enrol();
  REQUIRE(village.RunScript(original, "wait-for 已连接 60\n").status == 0);
  const auto clone = village.scratch() / "clone";
  std::filesystem::copy(original, clone, std::filesystem::copy_options::recursive);
  std::set<std::string> shown;
  for (int round = 0; round < 2; ++round) {
    for (const auto& terminal : {original, clone}) {
      const Finished filed = village.RunScript(terminal, FileRequest("两台机器") + "print\n");
      REQUIRE_MESSAGE(filed.status == 0, filed.err);
      shown.merge(ReceiptsIn(filed.out));
    }
  }
  village.Drain(original);
  village.Drain(clone);
  CHECK(shown.size() == 4);
  CheckWhole(village, shown);
  bool flagged = false;
  for (const auto& stream : village.Streams()) flagged |= stream["clone"] == true;
  CHECK(flagged);
}

TEST_CASE("a county restored from an earlier backup gets the difference again") {
  Village village;
  village.StartCounty();
  const auto terminal = village.Enrol();
  REQUIRE(village.RunScript(terminal, "wait-for 已连接 60\n").status == 0);
  std::set<std::string> shown;
  const auto file = [&](const std::string& words) {
    const Finished filed =
        village.RunScript(terminal, FileRequest(words) + "wait-for 已收到 60\nprint\n");
    REQUIRE_MESSAGE(filed.status == 0, filed.err);
    shown.merge(ReceiptsIn(filed.out));
  };
  file("备份以前");
  const auto backup = village.scratch() / "backup.db";
  REQUIRE(
      Run("county-stub", {"backup", "--data", village.county().string(), "--out", backup.string()})
          .status == 0);
  file("备份以后");
  CHECK(village.Outbox(terminal)[1]["state"] == "stored");
  village.StopCounty();
  const Finished restored = Run(
      "county-stub", {"restore", "--data", village.county().string(), "--from", backup.string()});
  REQUIRE_MESSAGE(restored.status == 0, restored.err);
  CHECK(village.Ledger().size() == 1);
  village.StartCounty();
  village.Drain(terminal);
  CHECK(shown.size() == 2);
  CheckWhole(village, shown);
  CHECK(village.Ledger().size() == 2);
}

}  // namespace
}  // namespace studio::e2e
