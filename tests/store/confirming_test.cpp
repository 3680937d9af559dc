#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "shared/files/durable_file.h"
#include "shared/record/sealing.h"
#include "store_rig.h"
#include "test_support/test_disk.h"

using namespace studio;

namespace {

std::string Utf16(const std::string& utf8, bool big_endian) {
  std::string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const int size = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    std::uint32_t point = size == 1 ? lead : lead & (0x7f >> size);
    for (int k = 1; k < size; ++k) {
      point =
          point << 6 | (static_cast<unsigned char>(utf8[i + static_cast<std::size_t>(k)]) & 0x3f);
    }
    i += static_cast<std::size_t>(size);
    const auto put = [&](std::uint32_t unit) {
      const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xff);
      out += big_endian ? high : low;
      out += big_endian ? low : high;
    };
    if (point < 0x10000) {
      put(point);
    } else {
      put(0xd800 + ((point - 0x10000) >> 10));
      put(0xdc00 + ((point - 0x10000) & 0x3ff));
    }
  }
  return out;
}

// The names of files in which the text is found, in any of its spellings.
std::set<std::string> FilesWith(const std::filesystem::path& folder, const std::string& text) {
  std::set<std::string> found;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (!file.is_regular_file()) continue;
    const auto content = ReadWhole(file.path());
    REQUIRE(content);
    for (const std::string& spelling : {text, Utf16(text, true), Utf16(text, false)}) {
      if (content->find(spelling) != std::string::npos) found.insert(file.path().filename());
    }
  }
  return found;
}

}  // namespace

TEST_CASE("a confirmed request reaches the county word for word, once") {
  Site site;
  const auto filed = site.rig.File("路灯坏了，𬱖㛃家门口");
  REQUIRE(filed);
  CHECK(filed->state == ReceiptState::kWaiting);
  site.rig.Drain(site.county);
  site.rig.Drain(site.county);
  CHECK(site.county.records.size() == 1);
  CHECK(site.county.CountWords("路灯坏了，𬱖㛃家门口") == 1);
  CHECK(site.county.HasReceipt(filed->number));
}

TEST_CASE("a receipt that was answered is there after a restart") {
  Site site;
  const auto filed = site.rig.File("水渠堵了");
  REQUIRE(filed);
  site.rig.Restart();
  site.rig.Drain(site.county);
  CHECK(site.county.HasReceipt(filed->number));
}

TEST_CASE("urgent records go first, then the oldest") {
  Site site;
  for (const char* words : {"一", "二"}) REQUIRE(site.rig.File(words));
  REQUIRE(site.rig.File("急", true));
  site.rig.Drain(site.county, {1, 1024 * 1024});
  CHECK(site.county.arrivals == std::vector<std::string>{"急", "一", "二"});
  CHECK(site.county.IsWholeChain(site.county.openings.begin()->first));
}

TEST_CASE("a batch keeps to its limits and takes at least one record") {
  Site site;
  for (int i = 0; i < 5; ++i) REQUIRE(site.rig.File("修路"));
  CHECK(site.rig.Decoded({3, 1024 * 1024}).entries.size() == 3);
  CHECK(site.rig.Decoded({500, 10}).entries.size() == 1);
  const auto greeting = site.rig.Greeting();
  REQUIRE(greeting);
  CHECK(greeting->records == 0);
  CHECK(DecodeBatch(greeting->bytes)->head.seq == 5);
}

TEST_CASE("right after confirming, nothing readable of the request is on the disk") {
  Site site;
  const Slip slip = site.rig.QuickSlip();
  RequestBody body = StoreRig::Body(slip, "自来水发黄已经三个月了");
  body.name = "𬱖㛃";
  body.phone = "00012345678";
  body.village_name = "示例东村";
  REQUIRE(site.rig.FileBody(body, true));
  const std::string control = "planted control 控制";
  std::ofstream(site.rig.folder / "control8") << control;
  std::ofstream(site.rig.folder / "control16") << Utf16(control, false);
  CHECK(FilesWith(site.rig.folder, control) == std::set<std::string>{"control16", "control8"});
  for (const std::string& secret : {body.words, body.words.substr(0, 9), body.name, body.phone,
                                    body.category, body.category_name, body.village_name}) {
    CHECK_MESSAGE(FilesWith(site.rig.folder, secret).empty(), secret);
  }
  // The search reaches the row itself: its receipt number may be there in the clear, and is.
  CHECK_FALSE(FilesWith(site.rig.folder, body.receipt).empty());
  site.rig.Stop();
  CHECK(FilesWith(site.rig.folder, body.words).empty());
}

TEST_CASE("text that is not UTF-8 is refused and leaves nothing behind") {
  Site site;
  const auto refused = site.rig.File("broken \xe8\xb7");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kInvalid);
  CHECK(site.rig.Decoded().entries.empty());
}

TEST_CASE("a receipt number is given once") {
  Site site;
  const Slip slip = site.rig.QuickSlip();
  REQUIRE(site.rig.FileBody(StoreRig::Body(slip, "一")));
  const auto again = site.rig.FileBody(StoreRig::Body(slip, "二"));
  REQUIRE_FALSE(again);
  CHECK(again.error().kind == ErrorKind::kConflict);
  CHECK(site.rig.Decoded().entries.size() == 1);
}

TEST_CASE("only who has the slip can look its request up") {
  Site site;
  const auto slip = site.rig.PrepareSlip();
  REQUIRE(slip);
  CHECK(slip->number.terminal() == StoreRig::kTerminal);
  REQUIRE(site.rig.FileBody(StoreRig::Body(*slip, "桥面开裂")));
  const auto found = site.rig.LookUp(slip->number, slip->code);
  REQUIRE(found);
  REQUIRE(found->outcome == TrackReply::Outcome::kFound);
  CHECK(found->found.number == slip->number.digits());
  auto other = LookupCode::Random();
  while (other.digits() == slip->code.digits()) other = LookupCode::Random();
  const auto denied = site.rig.LookUp(slip->number, other);
  REQUIRE(denied);
  CHECK(denied->outcome == TrackReply::Outcome::kWrongCode);
}

TEST_CASE("somebody guided elsewhere leaves a record without receipt or words") {
  Site site;
  RequestBody body;
  body.guided_to = "12345";
  REQUIRE(site.rig.Guide(body));
  site.rig.Settle();
  CHECK(site.rig.summaries.back().waiting == 1);
  CHECK(site.rig.summaries.back().waiting_requests == 0);
  body.words = "说了什么";
  CHECK_FALSE(site.rig.Guide(body));
  site.rig.Drain(site.county);
  CHECK(site.county.records.size() == 1);
}

TEST_CASE("a full disk refuses the request, says so, and takes the next once there is room") {
  TestDisk disk;
  Site site;
  REQUIRE(site.rig.File("以前的"));
  disk.SetFull(true);
  const auto refused = site.rig.File("放不下的");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kStorage);
  site.rig.Settle();
  REQUIRE_FALSE(site.rig.faults.empty());
  CHECK(site.rig.faults.back() == Fault::kStorageFull);
  disk.SetFull(false);
  REQUIRE(site.rig.File("后来的"));
  site.rig.Settle();
  CHECK(site.rig.faults.back() == Fault::kNone);
  site.rig.Drain(site.county);
  CHECK(site.county.arrivals == std::vector<std::string>{"以前的", "后来的"});
  CHECK(site.county.IsWholeChain(site.county.openings.begin()->first));
  site.rig.Stop();
}

TEST_CASE("a disk that is mended is noticed though nobody files anything") {
  TestDisk disk;
  Site site;
  REQUIRE(site.rig.File("以前的"));
  disk.SetBroken(true);
  REQUIRE_FALSE(site.rig.File("写不下的"));
  site.rig.store->TryWriting();
  site.rig.Settle();
  CHECK(site.rig.faults.back() == Fault::kStorageBroken);
  disk.SetBroken(false);
  site.rig.store->TryWriting();
  site.rig.Settle();
  CHECK(site.rig.faults.back() == Fault::kNone);
  site.rig.Stop();
}

TEST_CASE("a disk that cannot be written refuses the request and says so") {
  TestDisk disk;
  Site site;
  REQUIRE(site.rig.File("以前的"));
  disk.SetBroken(true);
  const auto refused = site.rig.File("写不下的");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kStorage);
  site.rig.Settle();
  CHECK(site.rig.faults.back() == Fault::kStorageBroken);
  disk.SetBroken(false);
  site.rig.Restart();
  site.rig.Drain(site.county);
  CHECK(site.county.arrivals == std::vector<std::string>{"以前的"});
  site.rig.Stop();
}

TEST_CASE("what its sender lets the studio read is sealed to the studio too") {
  Site site;
  const BoxKeyPair studio = BoxKeyPair::Generate();
  FeedPage page;
  page.studio = StoreRig::kStudio;
  page.generation = Uuid::Random();
  page.to = "1";
  page.changes = {{"studio", "3", 1, false,
                   R"({"id":3,"name":"示例工作室","sealing_key":")" +
                       ToBase64Url(studio.Public().bytes) + "\"}"}};
  REQUIRE(site.rig.Apply(page));
  RequestBody body = StoreRig::Body(site.rig.QuickSlip(), "请委员看看");
  body.members_may_read = true;
  REQUIRE(site.rig.FileBody(body));
  REQUIRE(site.rig.File("只给上面看"));
  const Batch batch = site.rig.Decoded();
  REQUIRE(batch.entries.size() == 2);
  CHECK(ReadersOf(*batch.entries[0].sealed).size() == 2);
  CHECK(ReadersOf(*batch.entries[1].sealed).size() == 1);
}

TEST_CASE("what a page offers is sealed to the county alone, by every choice of its sender") {
  Site site;
  FeedPage page;
  page.studio = StoreRig::kStudio;
  page.generation = Uuid::Random();
  page.to = "1";
  page.changes = {{"studio", "3", 1, false,
                   R"({"id":3,"name":"示例工作室","sealing_key":")" +
                       ToBase64Url(BoxKeyPair::Generate().Public().bytes) + "\"}"}};
  REQUIRE(site.rig.Apply(page));
  for (const Visibility visibility :
       {Visibility::kNamed, Visibility::kMembersOnly, Visibility::kAnonymous}) {
    RequestBody body = StoreRig::Body(site.rig.QuickSlip(), "路灯坏了");
    body.visibility = visibility;
    REQUIRE(site.rig.FileBody(body));
  }
  CheckInBody came;
  came.member = "m01";
  came.studio = StoreRig::kStudio;
  came.date = "2026-11-18";
  came.verdict = "extra";
  came.badge = "card";
  REQUIRE(site.rig.CheckIn(came));
  const Batch batch = site.rig.Decoded();
  REQUIRE(batch.entries.size() == 4);
  for (const BatchEntry& entry : batch.entries) CHECK(ReadersOf(*entry.sealed).size() == 1);
}
