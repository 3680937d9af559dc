#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <sstream>
#include <utility>

#include "feed_pages.h"
#include "shared/mechanism/rules_json.h"
#include "shared/mechanism/sealed_deed.h"
#include "shared/mechanism_file/rules_reading.h"
#include "shared/record/sealing.h"
#include "store/base/data_folder.h"
#include "store_rig.h"
#include "test_support/temp_folder.h"

using namespace studio;

namespace {

std::string TieliRules() {
  std::ifstream in(STUDIO_SOURCE_DIR "/assets/mechanisms/tieli.toml");
  std::ostringstream text;
  text << in.rdbuf();
  return RulesJson(ReadCountingRules(text.str()).rules);
}

constexpr CalendarDate kRigsDay{std::chrono::year(2026), std::chrono::November,
                                std::chrono::day(18)};

// A terminal that was told its studio, two members, the rules and what is in `deeds`.
struct ToldSite : Site {
  explicit ToldSite(const std::vector<Deed>& deeds = {}) {
    REQUIRE(rig.Apply(
        feed.Next({Entity("county", "county", R"({"name":"演示市政协","mechanism":"tieli"})"),
                   Entity("studio", "3",
                          R"({"id":3,"name":"演示","sealing_key":")" +
                              ToBase64Url(studio.Public().bytes) + R"("})"),
                   Entity("member", "m1", R"({"name":"示例甲","studios":[3]})"),
                   Entity("member", "m2", R"({"name":"示例乙","studios":[3]})"),
                   Entity("counting", "tieli", TieliRules()),
                   Entity("deed_years", "deed_years", R"({"first":2025,"last":2026})")})));
    std::vector<FeedChange> changes;
    for (const Deed& deed : deeds) {
      const std::string id = "3/" + Uuid::Random().ToString();
      SealedForStudio sealed{id, StoreRig::kStudio,
                             SealDeed(id, deed, studio.Public()).value_or(Bytes{})};
      changes.push_back(Entity("deed", id, ToJson(sealed)));
    }
    if (!changes.empty()) REQUIRE(rig.Apply(feed.Next(std::move(changes))));
  }

  Result<AccountPtr> Account(const std::string& member, const BoxKeyPair& key) {
    return rig.ReadAccount({member, kRigsDay, std::make_shared<const BoxKeyPair>(key)});
  }

  FeedPages feed;
  BoxKeyPair studio = BoxKeyPair::Generate();
};

Deed AHomeVisit(std::string id, std::string member) {
  Deed deed;
  deed.id = std::move(id);
  deed.kind = "home_visit";
  deed.done = kRigsDay;
  deed.members = {{std::move(member)}};
  deed.studio = StoreRig::kStudio;
  return deed;
}

const std::string kWrittenUp = "三组的水渠堵了，四户都说今年没浇上水";
const std::string kWhereItWas = "水磨房东头";

ActivityBody AWriteup(const std::string& by) {
  ActivityBody body;
  body.kind = "home_visit";
  body.title = "上门入户";
  body.date = ToText(kRigsDay);
  body.studio = StoreRig::kStudio;
  body.place = kWhereItWas;
  body.members = {{by}};
  body.words = kWrittenUp;
  body.by = by;
  return body;
}

}  // namespace

TEST_CASE("a member's account is reckoned of what the feed brought, with the studio's key alone") {
  ToldSite site({AHomeVisit("1", "m1"), AHomeVisit("2", "m1"), AHomeVisit("3", "m2")});
  const auto account = site.Account("m1", site.studio);
  REQUIRE_MESSAGE(account, account.error().detail);
  CHECK((*account)->result.total == 4);
  CHECK((*account)->deeds.size() == 2);
  CHECK((*account)->deeds.count("3") == 0);
  const auto other = site.Account("m1", BoxKeyPair::Generate());
  REQUIRE_FALSE(other);
  CHECK(other.error().kind == ErrorKind::kNotForUs);
}

TEST_CASE("the duty sheet's notes are what was written up and left of that month, at this studio") {
  Deed before = AHomeVisit("1", "m1"), at_home = AHomeVisit("2", "m1"), elsewhere = before;
  before.kind = elsewhere.kind = "reception";
  before.units["residents"] = Fraction(4);
  elsewhere.id = "3";
  elsewhere.studio = StoreRig::kStudio + 1;
  ToldSite site({before, at_home, elsewhere});
  ActivityBody written = AWriteup("m1");
  written.kind = "reception";
  REQUIRE(site.rig.FileActivity({"m1", nullptr}, written));
  HandoverBody left;
  left.member = "m1";
  left.studio = StoreRig::kStudio;
  left.shift = "s1";
  left.date = ToText(kRigsDay);
  left.items = {{"open", "东坝水渠"}, {"call_back", "三组的水"}};
  REQUIRE(site.rig.LeaveHandover(left));
  left.shift = "s2";
  REQUIRE(site.rig.LeaveHandover(left));
  site.rig.Restart();
  const std::chrono::year_month month{kRigsDay.year(), kRigsDay.month()};
  const auto notes = site.rig.ReadNotes(month, site.studio);
  REQUIRE_MESSAGE(notes, notes.error().detail);
  REQUIRE(notes->receptions.size() == 1);
  CHECK(notes->receptions.at({ToText(kRigsDay), "m1"}) == 4 + 1);
  REQUIRE(notes->handovers.size() == 2);
  CHECK(notes->handovers[0].shift == "s1");
  CHECK(notes->handovers[1].items == left.items);
  CHECK(site.rig.ReadNotes(month - std::chrono::months(1), site.studio)->receptions.empty());
  CHECK(site.rig.ReadNotes(month, BoxKeyPair::Generate()).error().kind == ErrorKind::kNotForUs);
}

TEST_CASE("who is no member here, or what was not told, has no account") {
  ToldSite site;
  const auto stranger = site.Account("m9", site.studio);
  REQUIRE_FALSE(stranger);
  CHECK(stranger.error().kind == ErrorKind::kNotFound);
  Site untold;
  const auto nothing = untold.rig.ReadAccount(
      {"m1", kRigsDay, std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate())});
  REQUIRE_FALSE(nothing);
  CHECK(nothing.error().kind == ErrorKind::kNotFound);
}

TEST_CASE("the store answers others while an account is being reckoned") {
  ToldSite site({AHomeVisit("1", "m1")});
  bool answered = false, asked = false;
  site.rig.on_worker = [&] {
    if (std::exchange(asked, true)) return;
    std::mutex mutex;
    std::condition_variable woken;
    bool done = false;
    // The store's thread answers meanwhile: it is not the one that reckons.
    site.rig.store->link().ReadHealth([&](const Result<StoreHealth>& health) {
      std::lock_guard lock(mutex);
      answered = health.has_value();
      done = true;
      woken.notify_one();
    });
    std::unique_lock lock(mutex);
    woken.wait_for(lock, std::chrono::seconds(30), [&] { return done; });
  };
  REQUIRE(site.Account("m1", site.studio));
  CHECK(answered);
}

TEST_CASE("an activity is sealed to county and studio, and goes up like every record") {
  ToldSite site;
  const KeySession session{"m1", std::make_shared<const BoxKeyPair>(site.studio), "TOKEN"};
  REQUIRE(site.rig.FileActivity(session, AWriteup("m1")));
  CHECK_FALSE(site.rig.FileActivity(session, AWriteup("m2")));  // nobody writes for somebody else
  const Batch batch = site.rig.Decoded();
  REQUIRE(batch.entries.size() == 1);
  const auto header = DecodeRecordHeader(batch.entries[0].header);
  REQUIRE(header);
  CHECK(header->kind == RecordKind::kActivity);
  for (const BoxKeyPair* reader : {&site.county.sealing, &site.studio}) {
    const auto opened =
        Open({header->id, header->kind, header->terminal}, *batch.entries[0].sealed, *reader);
    REQUIRE(opened);
    const auto body = ActivityBodyFromJson(AsText(*opened));
    REQUIRE(body);
    CHECK(body->words == kWrittenUp);
  }
}

TEST_CASE("what was written up counts as waiting until the feed tells what became of it") {
  ToldSite site({AHomeVisit("1", "m1")});
  const KeySession session{"m1", std::make_shared<const BoxKeyPair>(site.studio), "TOKEN"};
  ActivityBody visit = AWriteup("m1");
  visit.kind = "home_visit";
  REQUIRE(site.rig.FileActivity(session, visit));
  const auto header = DecodeRecordHeader(site.rig.Decoded().entries.at(0).header);
  REQUIRE(header);
  const auto waits = [&]() {
    const auto account = site.Account("m1", site.studio);
    REQUIRE_MESSAGE(account, account.error().detail);
    CHECK((*account)->result.total == 2);
    return (*account)->result.waiting;
  };
  CHECK(waits() == Fraction(2));
  site.rig.Restart();
  CHECK(waits() == Fraction(2));
  // The county has it, and its feed was not read since.
  site.rig.Exchange(site.county);
  CHECK(waits() == Fraction(2));
  // It was read, and tells of it: once, and still unconfirmed.
  site.feed.time_ms = site.county.now_ms + 1;
  Deed told = AHomeVisit(header->id.ToString(), "m1");
  told.waiting = true;
  const std::string id = "3/" + Uuid::Random().ToString();
  const SealedForStudio sealed{id, StoreRig::kStudio, *SealDeed(id, told, site.studio.Public())};
  REQUIRE(site.rig.Apply(site.feed.Next({Entity("deed", id, ToJson(sealed))})));
  CHECK(waits() == Fraction(2));
  CHECK((*site.Account("m1", site.studio))->deeds.size() == 2);
  // It tells nothing more of it: the county took it for no deed.
  REQUIRE(site.rig.Apply(site.feed.Next({FeedChange{"deed", id, 2, true, ""}})));
  CHECK(waits() == Fraction());
}

TEST_CASE(
    "a co-author's word holds at their desk until the feed tells of it, and is nobody else's") {
  Deed visit = AHomeVisit("1", "m2");
  visit.entered_by = "m2";
  visit.members.push_back({"m1"});
  visit.members[1].confirmed = false;
  Deed other = visit;
  other.id = "2";
  ToldSite site({visit, other});
  const auto key = std::make_shared<const BoxKeyPair>(site.studio);
  const KeySession session{"m1", key, "TOKEN"};
  const auto deeds = [&] { return (*site.Account("m1", site.studio))->deeds; };
  CHECK_FALSE(deeds().at("1").members[1].confirmed);
  CHECK_FALSE(site.rig.FileCoauthor(session, {"1", "m2", true}));
  REQUIRE(site.rig.FileCoauthor(session, {"1", "m1", true, 3, "TOKEN"}));
  REQUIRE(site.rig.FileCoauthor(session, {"2", "m1", false, 3, "TOKEN"}));
  site.rig.Restart();
  CHECK(deeds().at("1").members[1].confirmed);
  CHECK(deeds().count("2") == 0);
  const auto entries = site.rig.Decoded().entries;
  REQUIRE(entries.size() == 2);
  const auto header = DecodeRecordHeader(entries[0].header);
  REQUIRE(header);
  CHECK(header->kind == RecordKind::kCoauthor);
  CHECK_FALSE(Open({header->id, header->kind, header->terminal}, *entries[0].sealed, site.studio));
  // The county has them, and the feed was read since: it says what holds.
  site.rig.Exchange(site.county);
  site.feed.time_ms = site.county.now_ms + 1;
  REQUIRE(site.rig.Apply(site.feed.Next({})));
  CHECK_FALSE(deeds().at("1").members[1].confirmed);
}

TEST_CASE("a draft outlives a restart, is its writer's alone, and goes when it is filed") {
  ToldSite site;
  const auto key = std::make_shared<const BoxKeyPair>(site.studio);
  const KeySession mine{"m1", key}, other{"m2", key};
  CHECK_FALSE(site.rig.ReadDraft(mine)->has_value());
  REQUIRE(site.rig.KeepDraft(mine, AWriteup("m1")));
  ActivityBody later = AWriteup("m1");
  later.words += "，还想办高龄补贴";
  REQUIRE(site.rig.KeepDraft(mine, later));
  site.rig.Restart();
  const auto kept = site.rig.ReadDraft(mine);
  REQUIRE(kept);
  REQUIRE(kept->has_value());
  CHECK(**kept == later);
  CHECK_FALSE(site.rig.ReadDraft(other)->has_value());
  const KeySession stranger{"m1", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate())};
  CHECK_FALSE(site.rig.ReadDraft(stranger)->has_value());
  CHECK_FALSE(site.rig.KeepDraft({"m1", nullptr}, later));
  REQUIRE(site.rig.FileActivity(mine, later));
  CHECK_FALSE(site.rig.ReadDraft(mine)->has_value());
}

TEST_CASE("a draft is dropped when its writer wants it no more, and forgotten after two months") {
  ToldSite site;
  const KeySession mine{"m1", std::make_shared<const BoxKeyPair>(site.studio)};
  REQUIRE(site.rig.KeepDraft(mine, AWriteup("m1")));
  REQUIRE(site.rig.DropDraft(mine));
  CHECK_FALSE(site.rig.ReadDraft(mine)->has_value());
  REQUIRE(site.rig.KeepDraft(mine, AWriteup("m1")));
  site.feed.time_ms += 63LL * 86'400'000;
  site.rig.clock.Advance(63LL * 86'400'000);
  REQUIRE(site.rig.Apply(site.feed.Next({Entity("village", "v1", R"({"name":"示例村"})")})));
  site.rig.Restart();
  CHECK_FALSE(site.rig.ReadDraft(mine)->has_value());
}

TEST_CASE("a stolen folder tells neither words nor writer of what was written up, or was begun") {
  ToldSite site;
  const KeySession mine{"writer-7", std::make_shared<const BoxKeyPair>(site.studio)};
  REQUIRE(site.rig.KeepDraft(mine, AWriteup("writer-7")));
  REQUIRE(site.rig.FileActivity({"m1", mine.studio_key}, AWriteup("m1")));
  site.rig.Stop();
  CHECK_FALSE(site.rig.LiesOnDisk(kWrittenUp.substr(0, 18)));
  CHECK_FALSE(site.rig.LiesOnDisk(kWhereItWas));
  CHECK_FALSE(site.rig.LiesOnDisk("writer-7"));
  // The search finds what does lie there.
  CHECK(site.rig.LiesOnDisk("示例甲"));
  // How much was written is hidden as well.
  SQLite::Database database((site.rig.folder / "studio.db").string(), SQLite::OPEN_READONLY);
  SQLite::Statement draft(database, "SELECT length(sealed) FROM desk_draft");
  REQUIRE(draft.executeStep());
  CHECK((draft.getColumn(0).getInt() - 24 - 16) % 512 == 0);
}

namespace {

// A member at that desk, with what they spoke and photographed.
struct WithThings : ToldSite {
  WithThings() {
    session = {"m1", std::make_shared<const BoxKeyPair>(studio), "TOKEN"};
    voice = rig.Attach(Bytes(60'000, 1));
    photo = rig.Attach(Bytes(80'000, 2));
    body = AWriteup("m1");
    body.attachments = {voice->ref(), photo->ref()};
  }
  std::vector<std::string> Files() {
    rig.Settle();
    return rig.FilesOnDisk();
  }
  std::vector<std::string> Both() const {
    std::vector<std::string> names = {ToHex(body.attachments[0].digest),
                                      ToHex(body.attachments[1].digest)};
    std::sort(names.begin(), names.end());
    return names;
  }
  void LetGo() {
    voice.reset();
    photo.reset();
  }
  KeySession session;
  AttachmentPtr voice, photo;
  ActivityBody body;
};

}  // namespace

TEST_CASE("voice and photos of a draft outlive the visit, a kill and a start, and open again") {
  WithThings site;
  REQUIRE(site.rig.KeepDraft(site.session, site.body));
  site.LetGo();
  CHECK(site.Files() == site.Both());
  TempFolder killed;
  std::filesystem::copy(
      site.rig.folder, killed.path(),
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  StoreRig rig(site.rig, killed.path());
  rig.Start();
  rig.Settle();
  CHECK(rig.FilesOnDisk() == site.Both());
  const auto kept = rig.ReadDraft(site.session);
  REQUIRE(kept);
  REQUIRE(kept->has_value());
  CHECK(**kept == site.body);
  CHECK(rig.store->Attachments().Read((*kept)->attachments[1]).value() == Bytes(80'000, 2));
}

TEST_CASE("what is taken out of a draft, or given up with it, lies here no more") {
  WithThings site;
  REQUIRE(site.rig.KeepDraft(site.session, site.body));
  site.LetGo();
  SUBCASE("one of two, from a draft that was resumed") {
    ActivityBody less = site.body;
    less.attachments.pop_back();
    REQUIRE(site.rig.KeepDraft(site.session, less));
    CHECK(site.Files() == std::vector{ToHex(site.body.attachments[0].digest)});
  }
  SUBCASE("all, as it is given up") {
    REQUIRE(site.rig.DropDraft(site.session));
    CHECK(site.Files().empty());
  }
  SUBCASE("all, by another write-up in its place") {
    REQUIRE(site.rig.KeepDraft(site.session, AWriteup("m1")));
    CHECK(site.Files().empty());
  }
  SUBCASE("all, after two months") {
    site.feed.time_ms += 63LL * 86'400'000;
    site.rig.clock.Advance(63LL * 86'400'000);
    REQUIRE(site.rig.Apply(site.feed.Next({Entity("village", "v1", R"({"name":"示例村"})")})));
    CHECK(site.Files().empty());
  }
  SUBCASE("not those of somebody else's") {
    REQUIRE(site.rig.DropDraft({"m2", site.session.studio_key}));
    CHECK(site.Files() == site.Both());
  }
}

TEST_CASE("a draft that goes while its photo is still held costs a record nothing") {
  WithThings site;
  REQUIRE(site.rig.KeepDraft(site.session, site.body));
  REQUIRE(site.rig.FileActivity(site.session, site.body));
  CHECK_FALSE(site.rig.ReadDraft(site.session)->has_value());
  CHECK(site.Files() == site.Both());
  site.LetGo();
  CHECK(site.Files() == site.Both());
  site.rig.Restart();
  CHECK(site.Files() == site.Both());
}

TEST_CASE("a write-up's voice and photos go up after it, are in its header, and stay here") {
  WithThings site;
  site.county.safe_at_once = true;
  REQUIRE(site.rig.FileActivity(site.session, site.body));
  site.LetGo();
  const auto header = DecodeRecordHeader(site.rig.Decoded().entries.at(0).header);
  REQUIRE(header);
  CHECK(header->attachments ==
        std::vector{site.body.attachments[0].digest, site.body.attachments[1].digest});
  CHECK_FALSE(site.rig.NextAttachment().value());  // text first
  site.rig.Drain(site.county);
  for (const AttachmentRef& ref : site.body.attachments) {
    const auto next = site.rig.NextAttachment().value();
    REQUIRE(next);
    CHECK(next->digest == ref.digest);
    REQUIRE(site.rig.Apply(site.county.HasAttachment(ref.digest)));
  }
  CHECK_FALSE(site.rig.NextAttachment().value());
  CHECK(site.Files() == site.Both());
  const auto records = site.county.OfKind(RecordKind::kActivity);
  REQUIRE(records.size() == 1);
  CHECK(ActivityBodyFromJson(records[0].body)->attachments == site.body.attachments);
}

TEST_CASE("a write-up whose photo is gone is not kept, its draft is, and without the photo it is") {
  WithThings site;
  REQUIRE(site.rig.KeepDraft(site.session, site.body));
  std::filesystem::remove(site.rig.FileOf(site.body.attachments[1].digest));
  const auto refused = site.rig.FileActivity(site.session, site.body);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kNotFound);
  CHECK(site.rig.Decoded().entries.empty());
  const auto draft = site.rig.ReadDraft(site.session);
  REQUIRE(draft->has_value());
  CHECK((*draft)->words == kWrittenUp);
  CHECK((*draft)->attachments == std::vector{site.body.attachments[0]});
  REQUIRE(site.rig.FileActivity(site.session, **draft));
  CHECK(site.Files() == std::vector{ToHex(site.body.attachments[0].digest)});
}

TEST_CASE("a database of before drafts had files is brought up to date, its drafts with it") {
  WithThings site;
  REQUIRE(site.rig.KeepDraft(site.session, AWriteup("m1")));
  site.LetGo();
  site.rig.Stop();
  SQLite::Database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READWRITE)
      .exec("DROP TABLE draft_file; DROP INDEX outbox_written; PRAGMA user_version = 16");
  site.rig.Start();
  CHECK(site.rig.ReadDraft(site.session)->has_value());
  const auto photo = site.rig.Attach(Bytes(1000, 3));
  ActivityBody with = AWriteup("m1");
  with.attachments = {photo->ref()};
  REQUIRE(site.rig.KeepDraft(site.session, with));
  CHECK(site.rig.faults.empty());
}
