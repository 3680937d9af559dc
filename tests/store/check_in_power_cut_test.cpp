#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "store_rig.h"
#include "test_support/test_disk.h"

using namespace studio;

namespace {

constexpr std::int64_t kUntilS = 1'795'000'090;

BadgeNonce NonceOf(const std::string& member) {
  BadgeNonce nonce{};
  std::copy(member.begin(), member.end(), nonce.begin());
  return nonce;
}

struct Morning {
  std::set<std::string> came, went;  // members whose check-in was answered
};

// Three members come with live codes and one of them goes, as far as the power lasts.
Morning RunMorning(StoreRig& rig) {
  Morning morning;
  for (const char* member : {"m1", "m2"}) {
    if (rig.CheckIn(rig.Coming(member, "s1"), NonceOf(member), kUntilS))
      morning.came.insert(member);
    rig.clock.Advance(1000);
  }
  if (rig.CheckIn(rig.Coming("m1", "s1", true))) morning.went.insert("m1");
  if (rig.CheckIn(rig.Coming("m3", ""), NonceOf("m3"), kUntilS)) morning.came.insert("m3");
  return morning;
}

// What the records say and what the tables say is the same, and has what was answered.
void CheckWhole(Site& site, const Morning& answered) {
  std::set<std::string> came, went, in, out, used;
  for (const auto& record : site.county.OfKind(RecordKind::kCheckIn)) {
    const auto body = CheckInBodyFromJson(record.body);
    REQUIRE(body);
    CHECK((body->out ? went : came).insert(body->member).second);
  }
  const auto grounds = site.rig.ReadGrounds();
  REQUIRE(grounds);
  for (const Attendance& one : grounds->attendance) {
    in.insert(one.member);
    if (one.out_ms != 0) out.insert(one.member);
  }
  for (const BadgeNonce& nonce : grounds->used_live_codes) {
    used.insert(std::string(nonce.begin(), nonce.begin() + 2));
  }
  CHECK(in == came);
  CHECK(used == came);
  CHECK(out == went);
  CHECK(std::includes(came.begin(), came.end(), answered.came.begin(), answered.came.end()));
  CHECK(std::includes(went.begin(), went.end(), answered.went.begin(), answered.went.end()));
}

void CutEverywhere(Lost lost) {
  int operations = 0;
  {
    TestDisk disk;
    Site site;
    REQUIRE(RunMorning(site.rig).came.size() == 3);
    site.rig.Stop();
    operations = disk.operations();
  }
  REQUIRE(operations > 20);
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
    const Morning answered = RunMorning(site.rig);
    site.rig.Stop();
    disk.PowerOn();
    site.rig.faults.clear();
    site.rig.Start();
    site.rig.Drain(site.county);
    CheckWhole(site, answered);
    site.rig.Settle();
    CHECK(site.rig.faults.empty());
    site.rig.Stop();
  }
}

}  // namespace

TEST_CASE("power cut anywhere, everything unsynced lost: a check-in is whole or not at all") {
  CutEverywhere(Lost::kAllUnsynced);
}

TEST_CASE("power cut anywhere, unsynced writes torn: a check-in is whole or not at all") {
  CutEverywhere(Lost::kSomeUnsynced);
}
