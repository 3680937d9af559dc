// What whoever has a terminal's folder can open, by what else they have: the table in protocol.md,
// "A stolen folder". The thief runs programs of their own, so no lock stands in their way.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "feed_pages.h"
#include "shared/record/key_wrap.h"
#include "shared/record/sealing.h"
#include "store/base/data_folder.h"
#include "store_rig.h"

using namespace studio;

namespace {

const std::string kOwnersPin = "246810";
const std::string kAskedFor = "井台边上的路灯不亮";
const std::string kAskedLater = "桥头的护栏松了";
const std::string kCallBack = "给示例丁回电话";

Bytes BlobOf(SQLite::Column column) {
  const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
  return {bytes, bytes + column.getBytes()};
}

struct Loot {
  bool request = false, handover = false;
  bool later = false;  // what was asked for after the studio had another key
};

// Whether that key opens a record with those words.
bool OpenedBy(const std::filesystem::path& folder, const BoxKeyPair& key,
              const std::string& words) {
  SQLite::Database database((folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
  SQLite::Statement outbox(database, "SELECT header, sealed FROM outbox WHERE sealed NOT NULL");
  while (outbox.executeStep()) {
    const auto header = DecodeRecordHeader(BlobOf(outbox.getColumn(0)));
    REQUIRE(header);
    const auto body =
        Open({header->id, header->kind, header->terminal}, BlobOf(outbox.getColumn(1)), key);
    if (body && AsText(*body).find(words) != std::string_view::npos) return true;
  }
  return false;
}

Loot StealWith(const std::filesystem::path& folder, const BoxKeyPair& key) {
  Loot loot{OpenedBy(folder, key, kAskedFor), false, OpenedBy(folder, key, kAskedLater)};
  SQLite::Database database((folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
  SQLite::Statement left(database, "SELECT record, sealed FROM handover");
  while (left.executeStep()) {
    KeptHandover handover;
    handover.record = Uuid{*ToArray<16>(std::optional(BlobOf(left.getColumn(0))))}.ToString();
    handover.sealed = BlobOf(left.getColumn(1));
    const auto body = handover.Open(key);
    if (body) loot.handover |= body->items[0].text == kCallBack;
  }
  return loot;
}

// With a copy of the folder, and what is known of card and PIN.
Loot Steal(const std::filesystem::path& folder, const BoxPublicKey& studio,
           const BadgeSecret& secret, const std::string& pin) {
  SQLite::Database database((folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
  SQLite::Statement wraps(database, "SELECT body FROM entity WHERE kind = 'key_wrap'");
  std::optional<BoxKeyPair> key;
  while (wraps.executeStep()) {
    const auto wrap = KeyWrapFromJson(wraps.getColumn(0).getString());
    REQUIRE(wrap);
    auto opened = UnwrapStudioKey(wrap->wrapped, {StoreRig::kStudio, "m1", studio}, pin, secret);
    if (opened) key.emplace(*opened);
  }
  return key ? StealWith(folder, *key) : Loot{};
}

bool FolderHolds(const std::filesystem::path& folder, const std::string& text) {
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
    if (!file.is_regular_file()) continue;
    std::ifstream in(file.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (bytes.find(text) != std::string::npos) return true;
  }
  return false;
}

// A request that members may read, and a handover, on a terminal whose m1 has card and PIN.
struct Studio3 : Site {
  Studio3() {
    secret[0] = 7;
    const auto wrapped =
        WrapStudioKey(studio, {StoreRig::kStudio, "m1", studio.Public()}, kOwnersPin, secret);
    REQUIRE(rig.Apply(feed.Next(
        {Entity("studio", "3",
                R"({"id":3,"name":"演示","sealing_key":")" + ToBase64Url(studio.Public().bytes) +
                    R"("})"),
         Entity("key_wrap", "3/m1",
                R"({"studio":3,"member":"m1","wrapped":")" + ToBase64Url(*wrapped) + R"("})")})));
    REQUIRE(rig.FileWith(kAskedFor, {}, true));
    HandoverBody left;
    left.member = "m1";
    left.studio = StoreRig::kStudio;
    left.date = "2026-11-18";
    left.items = {{"call_back", kCallBack}};
    REQUIRE(rig.LeaveHandover(left));
  }
  std::filesystem::path Copy() {
    rig.Stop();
    const auto copy = elsewhere.path() / std::to_string(++copies);
    std::filesystem::copy(rig.folder, copy, std::filesystem::copy_options::recursive);
    rig.Start();
    return copy;
  }
  // What a thief with this copy has: neither, one of both, both.
  Loot With(const std::filesystem::path& copy, bool card, const std::string& pin) const {
    return Steal(copy, studio.Public(), card ? secret : BadgeSecret{}, pin);
  }

  FeedPages feed;
  BoxKeyPair studio = BoxKeyPair::Generate();
  BadgeSecret secret{};
  TempFolder elsewhere;
  int copies = 0;
};

}  // namespace

TEST_CASE("a stolen folder opens with card and PIN, and with nothing less") {
  Studio3 site;
  const auto copy = site.Copy();
  for (const std::string& text : {kAskedFor, kCallBack}) CHECK_FALSE(FolderHolds(copy, text));
  CHECK(FolderHolds(copy, "2026-11-18"));  // that there is a handover, and of which day, it tells

  const Loot card = site.With(copy, true, "135791"), pin = site.With(copy, false, kOwnersPin);
  CHECK_FALSE((card.request || card.handover));
  CHECK_FALSE((pin.request || pin.handover));
  const Loot both = site.With(copy, true, kOwnersPin);
  CHECK(both.request);
  CHECK(both.handover);
}

TEST_CASE(
    "a folder stolen after the member was revoked opens with nothing; one stolen before does") {
  Studio3 site;
  const auto before = site.Copy();
  REQUIRE(site.rig.Apply(site.feed.Next({{"key_wrap", "3/m1", 2, true, ""}})));
  const auto after = site.Copy();
  const Loot late = site.With(after, true, kOwnersPin);
  CHECK_FALSE((late.request || late.handover));
  const Loot early = site.With(before, true, kOwnersPin);
  CHECK(early.request);
  CHECK(early.handover);
}

TEST_CASE(
    "revoking a member changes no key; what is sealed after the studio got another stays shut") {
  Studio3 site;
  REQUIRE(site.rig.Apply(site.feed.Next({{"key_wrap", "3/m1", 2, true, ""}})));
  REQUIRE(site.rig.FileWith(kAskedLater, {}, true));
  const auto after = site.Copy();
  // The thief who had opened the key before: the same one reads what is sealed after the
  // revocation.
  CHECK(StealWith(after, site.studio).later);

  const BoxKeyPair another = BoxKeyPair::Generate();
  REQUIRE(
      site.rig.Apply(site.feed.Next({Entity("studio", "3",
                                            R"({"id":3,"name":"演示","sealing_key":")" +
                                                ToBase64Url(another.Public().bytes) + R"("})")})));
  const std::string last = "换了钥匙以后说的";
  REQUIRE(site.rig.FileWith(last, {}, true));
  const auto newest = site.Copy();
  CHECK(OpenedBy(newest, another, last));
  CHECK_FALSE(OpenedBy(newest, site.studio, last));
}
