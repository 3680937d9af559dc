#include <doctest/doctest.h>

#include "store_rig.h"
#include "test_support/test_disk.h"

using namespace studio;

namespace {

struct Burst {
  std::vector<std::string> answered;  // receipts a person holds
  std::string taken_back;             // the one among them that was to be withdrawn
  bool withdrawal_answered = false;
};

// What people and the county do in a busy quarter of an hour, as far as the power lasts.
Burst RunBurst(StoreRig& rig, TestCounty& county) {
  Burst burst;
  const auto file = [&](const std::string& words, bool urgent) {
    if (const auto filed = rig.File(words, urgent)) burst.answered.push_back(filed->number);
  };
  const auto exchange = [&] {
    const auto batch = rig.Prepare({2, 1024 * 1024});
    if (batch) (void)rig.Apply(county.Take(batch->bytes));
  };
  file("一", false);
  file("二", true);
  exchange();
  file("三", false);
  if (!burst.answered.empty()) {
    burst.taken_back = burst.answered.back();
    burst.withdrawal_answered = rig.Withdraw(burst.taken_back).has_value();
  }
  county.safe_serial = county.next_serial - 1;
  exchange();
  file("四", false);
  return burst;
}

void CutEverywhere(Lost lost) {
  int operations = 0;
  {
    TestDisk disk;
    Site site;
    RunBurst(site.rig, site.county);
    site.rig.Stop();
    operations = disk.operations();
  }
  REQUIRE(operations > 50);
  for (int cut = 0; cut < operations; ++cut) {
    INFO("power cut at operation ", cut, " of ", operations);
    TestDisk disk;
    Site site;
    disk.CutPowerAfter(0, lost);
    site.rig.Stop();
    disk.PowerOn();
    for (const auto& file : std::filesystem::directory_iterator(site.rig.folder)) {
      std::filesystem::remove_all(file.path());
    }
    disk.CutPowerAfter(cut, lost, static_cast<std::uint32_t>(cut));
    site.rig.faults.clear();
    site.rig.Start();
    const Burst burst = RunBurst(site.rig, site.county);
    site.rig.Stop();
    disk.PowerOn();
    site.rig.faults.clear();
    site.rig.Start();
    REQUIRE(site.rig.File("来电之后"));
    site.rig.Drain(site.county);
    for (const std::string& receipt : burst.answered) {
      const bool withdrawn = site.rig.OutboxState(receipt) == "withdrawn";
      // Withdrawn ones are known by their digest. A withdrawal that was cut off before its answer
      // may have been kept or not; one that was answered is kept.
      if (receipt != burst.taken_back) CHECK_FALSE(withdrawn);
      if (receipt == burst.taken_back && burst.withdrawal_answered) CHECK(withdrawn);
      if (!withdrawn) CHECK(site.county.HasReceipt(receipt));
    }
    CHECK(site.county.CountWords("来电之后") == 1);
    for (const char* words : {"一", "二", "三", "四"}) CHECK(site.county.CountWords(words) <= 1);
    for (const auto& [stream, opening] : site.county.openings) {
      if (!site.county.streams[stream].empty()) CHECK(site.county.IsWholeChain(stream));
    }
    CHECK_FALSE(site.county.forked);
    site.rig.Settle();
    CHECK(site.rig.faults.empty());  // nothing had to be salvaged
    site.rig.Stop();
  }
}

}  // namespace

TEST_CASE("power cut anywhere, everything unsynced lost: every receipt answered is kept") {
  CutEverywhere(Lost::kAllUnsynced);
}

TEST_CASE("power cut anywhere, unsynced writes torn: every receipt answered is kept") {
  CutEverywhere(Lost::kSomeUnsynced);
}
