#include <doctest/doctest.h>

#include <set>

#include "shared/base/json.h"
#include "store/files/outbox_json.h"
#include "store_rig.h"
#include "test_support/test_disk.h"

using namespace studio;

namespace {

struct Burst {
  std::vector<std::pair<std::string, AttachmentPtr>> photos;  // by receipt, of those answered
  std::vector<std::string> answered;                          // receipts a person holds
  std::string taken_back;  // the one among them that was to be withdrawn
  bool withdrawal_answered = false;
};

// What people and the county do in a busy quarter of an hour, as far as the power lasts.
Burst RunBurst(StoreRig& rig, TestCounty& county) {
  Burst burst;
  const auto file = [&](const std::string& words, bool urgent) {
    if (const auto filed = rig.File(words, urgent)) burst.answered.push_back(filed->number);
  };
  const auto file_with_photo = [&](const std::string& words) {
    const auto photo = rig.Attach(Bytes(2000, static_cast<std::uint8_t>(words.size())));
    const auto filed = rig.FileWith(words, {photo});
    if (!filed) return;
    burst.answered.push_back(filed->number);
    burst.photos.emplace_back(filed->number, photo);
  };
  const auto exchange = [&] {
    const auto batch = rig.Prepare({2, 1024 * 1024});
    if (batch) (void)rig.Apply(county.Take(batch->bytes));
  };
  const auto upload = [&] {
    const auto next = rig.NextAttachment();
    if (next && *next) (void)rig.Apply(county.HasAttachment((*next)->digest));
  };
  file_with_photo("一");
  file("二", true);
  exchange();
  upload();
  file_with_photo("三");
  if (!burst.answered.empty()) {
    burst.taken_back = burst.answered.back();
    burst.withdrawal_answered = rig.Withdraw(burst.taken_back).has_value();
  }
  county.safe_serial = county.next_serial - 1;
  exchange();  // the first photo is safe
  file_with_photo("四");
  return burst;
}

// Of every receipt answered the photo is here whole, or safe with the county, or withdrawn.
void CheckPhotos(Site& site, const Burst& burst) {
  std::set<std::string> expected;
  for (const auto& [receipt, photo] : burst.photos) {
    const Digest digest = photo->ref().digest;
    const auto states = site.rig.AttachmentStates(receipt);
    if (states.empty()) {
      CHECK(receipt == burst.taken_back);
    } else if (states != std::vector<std::string>{"safe"}) {
      REQUIRE(states.size() == 1);
      CHECK((states[0] == "waiting" || states[0] == "stored"));
      expected.insert(ToHex(digest));
      const auto file = site.rig.ReadAttachment(digest, 0, kMaxAttachmentBytes);
      REQUIRE(file);
      CHECK(Sha256(*file) == digest);
    }
  }
  // And beside them only what a request names whose answer was cut off.
  std::set<std::string> named;
  const auto listed = OutboxJson(site.rig.folder);
  REQUIRE(listed);
  for (const auto& row : nlohmann::json::parse(*listed)) {
    for (const auto& attachment : row["attachments"]) {
      if (attachment["state"] != "safe") named.insert(attachment["digest"]);
    }
  }
  const auto on_disk = site.rig.FilesOnDisk();
  CHECK(std::set<std::string>(on_disk.begin(), on_disk.end()) == named);
  for (const std::string& digest : expected) CHECK(named.count(digest) == 1);
}

void CutPhotosEverywhere(Lost lost) {
  int operations = 0;
  {
    TestDisk disk;
    Site site;
    RunBurst(site.rig, site.county);
    site.rig.Stop();
    operations = disk.operations();
  }
  REQUIRE(operations > 50);
  MESSAGE(operations << " operations, the power cut at each");
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
    CheckPhotos(site, burst);
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
  CutPhotosEverywhere(Lost::kAllUnsynced);
}

TEST_CASE("power cut anywhere, unsynced writes torn: every receipt answered is kept") {
  CutPhotosEverywhere(Lost::kSomeUnsynced);
}
