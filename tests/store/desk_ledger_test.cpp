// The ledger at a member's desk: what is read of it here, what is written from it, what is kept.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include "feed_pages.h"
#include "shared/mechanism/sealed_deed.h"
#include "shared/mechanism/written_deed.h"
#include "shared/record/sealing.h"
#include "store/base/data_folder.h"
#include "store/base/schema.h"
#include "store_rig.h"
#include "test_support/test_disk.h"

using namespace studio;

namespace {

const std::string kLineForMembers = "水磨坊下头的石桥塌了半边";
const std::string kLineForCounty = "这一句只给县里听的";
const std::string kRang = "捎话来说渠里没有水";
const std::string kCaller = "示例卯";
const std::string kWrittenFrom = "石桥塌了以后二十户要绕路三里";
const std::string kVisited = "走了四户都说桥的事";

// One request that members may read, and one that is for the county alone.
struct LedgerSite : Site {
  LedgerSite() {
    REQUIRE(rig.Apply(feed.Next({Entity("studio", "3",
                                        R"({"id":3,"name":"演示","sealing_key":")" +
                                            ToBase64Url(studio.Public().bytes) + R"("})")})));
    RequestBody body = StoreRig::Body(slip, kLineForMembers);
    body.members_may_read = true;
    REQUIRE(rig.FileBody(body));
    REQUIRE(rig.FileBody(StoreRig::Body(hidden, kLineForCounty)));
  }

  KeySession Session(const std::string& member = "m1") const {
    return {member, std::make_shared<const BoxKeyPair>(studio), "TOKEN"};
  }
  DeskLedger Read(const std::string& member = "m1") {
    const auto read = rig.ReadLedger(Session(member));
    REQUIRE(read);
    return **read;
  }
  HeardBody Call() const {
    HeardBody body;
    body.who = kCaller;
    body.village_name = "示例村";
    body.words = kRang;
    body.date = "2026-11-18";
    body.studio = StoreRig::kStudio;
    body.by = "m1";
    body.token = "TOKEN";
    return body;
  }
  ActivityBody Visit(const std::string& by) const {
    ActivityBody body;
    body.kind = "home_visit";
    body.title = "上门入户";
    body.date = "2026-11-17";
    body.studio = StoreRig::kStudio;
    body.members = {{by}};
    body.words = kVisited;
    body.by = by;
    return body;
  }
  InformationBody Written() const {
    InformationBody body;
    body.title = "关于石桥的信息";
    body.situation = kWrittenFrom;
    body.suggestion = "先搭便桥";
    body.date = "2026-11-18";
    body.studio = StoreRig::kStudio;
    body.members = {{"m1"}, {"m2"}};
    body.form = "single";
    body.sources = {slip.number.digits()};
    body.by = "m1";
    body.token = "TOKEN";
    return body;
  }

  BoxKeyPair studio = BoxKeyPair::Generate();
  Slip slip = StoreRig::RealSlip(81), hidden = StoreRig::RealSlip(82);
  FeedPages feed;
};

}  // namespace

TEST_CASE(
    "the ledger has what members may read, what was heard and one's own visits, newest first") {
  LedgerSite site;
  REQUIRE(site.rig.FileActivity(site.Session(), site.Visit("m1")));
  REQUIRE(site.rig.FileActivity(site.Session("m2"), site.Visit("m2")));
  REQUIRE(site.rig.FileHeard(site.Session(), site.Call()));
  const DeskLedger ledger = site.Read();
  REQUIRE(ledger.lines.size() == 3);
  CHECK(ledger.lines[2].from == LineFrom::kWriteup);
  CHECK(ledger.lines[2].words == kVisited);
  CHECK(ledger.lines[2].category == "上门入户");
  for (const DeskLine& line : ledger.lines) {
    if (line.from == LineFrom::kPhone) CHECK(line.who == kCaller);
    if (line.from == LineFrom::kRequest) CHECK(line.receipt == site.slip.number.digits());
    CHECK(line.words != kLineForCounty);
  }
  CHECK(ledger.written.empty());
  // The call is the studio's; the visit is its writer's.
  const DeskLedger other = site.Read("m2");
  CHECK(other.lines.size() == 3);
  for (const DeskLine& line : other.lines)
    if (line.from == LineFrom::kWriteup) CHECK(line.by == "m2");
  // Another studio's key, or the one of before, opens nothing.
  const KeySession stranger{"m1", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate()), ""};
  CHECK((*site.rig.ReadLedger(stranger))->lines.empty());
}

TEST_CASE(
    "an information goes up sealed to county and studio, and its lines say what became of them") {
  LedgerSite site;
  REQUIRE(site.rig.FileInformation(site.Session(), site.Written()));
  site.rig.Restart();
  const DeskLedger ledger = site.Read("m2");
  REQUIRE(ledger.written.size() == 1);
  CHECK(ledger.written[0].body == site.Written());
  CHECK(ledger.written[0].state == HandedIn::kWaiting);
  REQUIRE(ledger.MadeOf(ledger.lines[0]).size() == 1);
  CHECK(ledger.LinesOf(ledger.written[0].body)[0]->receipt == site.slip.number.digits());
  site.rig.Exchange(site.county);
  CHECK(site.Read().written[0].state == HandedIn::kWithCounty);
  const auto records = site.county.OfKind(RecordKind::kInformation);
  REQUIRE(records.size() == 1);
  CHECK(InformationBodyFromJson(records[0].body) == site.Written());
}

TEST_CASE("what was heard is an information that older counties read nothing of") {
  LedgerSite site;
  REQUIRE(site.rig.FileHeard(site.Session(), site.Call()));
  site.rig.Exchange(site.county);
  const auto records = site.county.OfKind(RecordKind::kInformation);
  REQUIRE(records.size() == 1);
  CHECK(InformationBodyFromJson(records[0].body)->title.empty());
  CHECK(HeardBodyFromJson(records[0].body) == site.Call());
}

TEST_CASE("the course comes back by the feed: to its writer, to who wrote with them, wherever") {
  LedgerSite site;
  REQUIRE(site.rig.FileInformation(site.Session(), site.Written()));
  const auto header = DecodeRecordHeader(site.rig.Decoded().entries.back().header);
  REQUIRE(header);
  site.rig.Exchange(site.county);
  CHECK_FALSE(site.Read().written[0].told);
  const auto tell = [&](const std::string& entity, const Deed& deed) {
    const SealedForStudio sealed{entity, StoreRig::kStudio,
                                 *SealDeed(entity, deed, site.studio.Public())};
    REQUIRE(site.rig.Apply(site.feed.Next({Entity("deed", entity, ToJson(sealed))})));
  };
  const CalendarDate day = *ParseDate("2026-11-18");
  Deed deed = *DeedOf(header->id, site.Written());
  CHECK(deed.kind == "information");
  CHECK(deed.title == "关于石桥的信息");
  tell("3/a", deed);
  DeskLedger ledger = site.Read();
  REQUIRE(ledger.written.size() == 1);
  CHECK((ledger.written[0].told && ledger.written[0].unconfirmed));
  deed.waiting = false;
  deed.states.push_back({"adopted", AddDays(day, 5), "province", "digest"});
  deed.states.insert(deed.states.begin(), {"instructed", AddDays(day, 6), "city", {}});
  tell("3/a", deed);
  for (const char* member : {"m1", "m2"}) {
    ledger = site.Read(member);
    REQUIRE(ledger.written.size() == 1);
    const DeskInformation& one = ledger.written[0];
    CHECK(one.here);
    CHECK_FALSE(one.unconfirmed);
    REQUIRE(one.course.size() == 3);
    CHECK(one.course[1].level == "province");
    CHECK(one.course[2].state == "instructed");
    CHECK(IsAuthor(one.body, member));
  }
  // Of what was handed in elsewhere its authors see title and course; nobody else anything.
  Deed other = deed;
  other.id = "信息〔2026〕7 号";
  other.title = "在别处写的";
  other.kind = std::string(kTopicSuggestionDeed);
  other.members = {{std::string(kSomebodyElse)}, {"m2"}};
  tell("3/b", other);
  CHECK(site.Read("m1").written.size() == 1);
  ledger = site.Read("m2");
  REQUIRE(ledger.written.size() == 2);
  const DeskInformation* elsewhere = ledger.InformationWith(other.id);
  REQUIRE(elsewhere != nullptr);
  CHECK_FALSE(elsewhere->here);
  CHECK(elsewhere->body.title == "在别处写的");
  CHECK(elsewhere->body.handed_in_as == HandedInAs::kTopic);
}

TEST_CASE("nobody writes for somebody else, nor from what members may not read or is withdrawn") {
  LedgerSite site;
  InformationBody body = site.Written();
  const auto refused = [&](const InformationBody& with) {
    const auto filed = site.rig.FileInformation(site.Session(), with);
    REQUIRE_FALSE(filed);
    return filed.error().kind;
  };
  body.by = "m2";
  CHECK(refused(body) == ErrorKind::kInvalid);
  body = site.Written();
  body.members = {{"m2"}};
  CHECK(refused(body) == ErrorKind::kInvalid);
  body = site.Written();
  body.title.clear();
  CHECK(refused(body) == ErrorKind::kInvalid);
  body = site.Written();
  for (int i = 0; i < 1501; ++i) body.analysis += "长";
  CHECK(refused(body) == ErrorKind::kInvalid);
  body = site.Written();
  body.sources = {site.hidden.number.digits()};
  CHECK(refused(body) == ErrorKind::kConflict);
  REQUIRE(site.rig.Withdraw(site.slip.number.digits()));
  CHECK(refused(site.Written()) == ErrorKind::kConflict);
  CHECK(site.Read().lines.empty());
  CHECK(site.Read().written.empty());
  HeardBody heard = site.Call();
  heard.by = "m2";
  CHECK_FALSE(site.rig.FileHeard(site.Session(), heard));
  heard = site.Call();
  heard.words = " ";
  CHECK_FALSE(site.rig.FileHeard(site.Session(), heard));
}

TEST_CASE(
    "drafts of both outlive a restart, are their writer's alone, and go when they are filed") {
  LedgerSite site;
  InformationBody begun = site.Written();
  begun.title.clear();
  begun.token.clear();
  HeardBody call = site.Call();
  call.words.clear();
  ActivityBody visit = site.Visit("m1");
  REQUIRE(site.rig.KeepLedgerDraft(site.Session(), begun));
  REQUIRE(site.rig.KeepLedgerDraft(site.Session(), call));
  REQUIRE(site.rig.KeepDraft(site.Session(), visit));
  site.rig.Restart();
  const auto kept = site.rig.ReadLedgerDrafts(site.Session());
  REQUIRE(kept);
  CHECK(kept->information == begun);
  CHECK(kept->heard == call);
  CHECK(site.rig.ReadDraft(site.Session())->value() == visit);
  const auto others = site.rig.ReadLedgerDrafts(site.Session("m2"));
  CHECK_FALSE((others->information || others->heard));
  const KeySession stranger{"m1", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate()), ""};
  CHECK_FALSE(site.rig.ReadLedgerDrafts(stranger)->information);
  CHECK_FALSE(site.rig.KeepLedgerDraft({"m1", nullptr}, begun));
  REQUIRE(site.rig.FileInformation(site.Session(), site.Written()));
  CHECK_FALSE(site.rig.ReadLedgerDrafts(site.Session())->information);
  CHECK(site.rig.ReadLedgerDrafts(site.Session())->heard);
  REQUIRE(site.rig.DropLedgerDraft(site.Session(), LedgerPiece::kHeard));
  CHECK_FALSE(site.rig.ReadLedgerDrafts(site.Session())->heard);
  CHECK(site.rig.ReadDraft(site.Session())->has_value());
}

TEST_CASE("a stolen folder tells nothing of lines, of what was written from them or was begun") {
  LedgerSite site;
  REQUIRE(site.rig.FileHeard(site.Session(), site.Call()));
  REQUIRE(site.rig.FileInformation(site.Session(), site.Written()));
  InformationBody begun = site.Written();
  begun.situation = "写了一半的石桥";
  begun.by = "writer-9";
  REQUIRE(site.rig.KeepLedgerDraft(site.Session("writer-9"), begun));
  site.rig.Stop();
  for (const std::string& words :
       {kLineForMembers, kLineForCounty, kRang, kCaller, kWrittenFrom, begun.situation,
        std::string("关于石桥"), std::string("先搭便桥"), std::string("writer-9")}) {
    CAPTURE(words);
    CHECK_FALSE(site.rig.LiesOnDisk(words));
  }
  // Of what is for the county alone the studio's key opens nothing: the whole outbox is tried.
  SQLite::Database database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
  SQLite::Statement outbox(database, "SELECT header, sealed FROM outbox WHERE sealed NOT NULL");
  int opened = 0;
  while (outbox.executeStep()) {
    const auto blob = [&](int column) {
      const auto* bytes = static_cast<const std::uint8_t*>(outbox.getColumn(column).getBlob());
      return Bytes(bytes, bytes + outbox.getColumn(column).getBytes());
    };
    const auto header = DecodeRecordHeader(blob(0));
    const auto body = Open({header->id, header->kind, header->terminal}, blob(1), site.studio);
    if (!body) continue;
    ++opened;
    CHECK(AsText(*body).find(kLineForCounty) == std::string_view::npos);
  }
  CHECK(opened == 3);
}

TEST_CASE("what was written before there was a ledger stands in it") {
  LedgerSite site;
  REQUIRE(site.rig.FileActivity(site.Session(), site.Visit("m1")));
  site.rig.Stop();
  SQLite::Database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READWRITE)
      .exec("DROP INDEX outbox_written; PRAGMA user_version = " +
            std::to_string(kSchemaVersion - 1));
  site.rig.Start();
  CHECK(site.Read().lines.size() == 2);
  CHECK(site.rig.faults.empty());
}

TEST_CASE("power cut anywhere: an information is whole or not, and its draft there until it is") {
  int operations = 0;
  for (int cut = -1; cut < operations; ++cut) {
    CAPTURE(cut);
    TestDisk disk;
    LedgerSite site;
    REQUIRE(site.rig.KeepLedgerDraft(site.Session(), site.Written()));
    const int before = disk.operations();
    if (cut >= 0) disk.CutPowerAfter(cut, Lost::kSomeUnsynced, static_cast<std::uint32_t>(cut));
    const bool filed = site.rig.FileInformation(site.Session(), site.Written()).has_value();
    site.rig.Stop();
    if (cut < 0) {
      operations = disk.operations() - before;
      REQUIRE(filed);
      continue;
    }
    disk.PowerOn();
    site.rig.faults.clear();
    site.rig.Start();
    const bool there = site.Read().written.size() == 1;
    CHECK(site.rig.ReadLedgerDrafts(site.Session())->information.has_value() == !there);
    if (filed) CHECK(there);
    site.rig.Drain(site.county);
    CHECK(site.county.OfKind(RecordKind::kInformation).size() == (there ? 1 : 0));
    site.rig.Stop();
  }
}

TEST_CASE("a line that was crossed off says so, goes up, and may be opened again") {
  LedgerSite site;
  REQUIRE(site.rig.FileHeard(site.Session(), site.Call()));
  const auto lines = site.Read().lines;
  REQUIRE(lines.size() == 2);
  const auto say = [&](const Uuid& line, CaseOutcome outcome, const char* by = "m1") {
    LineClosingBody body;
    body.line = line;
    body.outcome = outcome;
    body.words = "清了沟";
    body.date = "2026-11-19";
    body.studio = StoreRig::kStudio;
    body.by = by;
    body.token = "TOKEN";
    return site.rig.FileLineClosing(site.Session(), body);
  };
  for (const DeskLine& line : lines) REQUIRE(say(line.record, CaseOutcome::kSolved));
  site.rig.Restart();
  for (const DeskLine& line : site.Read("m2").lines) {
    REQUIRE(line.closing);
    CHECK(line.closing->words == "清了沟");
    CHECK(line.closing->outcome == CaseOutcome::kSolved);
  }
  REQUIRE(say(lines[0].record, CaseOutcome::kPlanned));
  REQUIRE(say(lines[1].record, CaseOutcome::kNone));
  DeskLedger ledger = site.Read();
  CHECK(ledger.LineWith(lines[0].record)->closing->outcome == CaseOutcome::kPlanned);
  CHECK_FALSE(ledger.LineWith(lines[1].record)->closing);
  // Nobody speaks for somebody else, nor of what is not there.
  CHECK(say(lines[0].record, CaseOutcome::kSolved, "m2").error().kind == ErrorKind::kInvalid);
  CHECK(say(Uuid::Random(), CaseOutcome::kSolved).error().kind == ErrorKind::kConflict);
  const auto hidden = site.rig.Decoded().entries.at(1);
  CHECK(say(DecodeRecordHeader(hidden.header)->id, CaseOutcome::kSolved).error().kind ==
        ErrorKind::kConflict);
  site.rig.Exchange(site.county);
  const auto records = site.county.OfKind(RecordKind::kInformation);
  REQUIRE(records.size() == 5);
  CHECK(InformationBodyFromJson(records[1].body)->title.empty());
  CHECK(HeardBodyFromJson(records[1].body)->words.empty());
  CHECK(LineClosingBodyFromJson(records[1].body)->words == "清了沟");
}

TEST_CASE("the manager's ledger has all members' lines, and what is for the county by its number") {
  LedgerSite site;
  REQUIRE(site.rig.FileActivity(site.Session("m2"), site.Visit("m2")));
  const auto read = [&](const KeySession& session) {
    const auto ledger = site.rig.ReadStudioLedger(session);
    REQUIRE(ledger);
    return **ledger;
  };
  StudioLedger ledger = read(site.Session());
  CHECK(ledger.ledger.lines.size() == 2);
  REQUIRE(ledger.requests.size() == 1);
  REQUIRE(ledger.for_county.size() == 1);
  CHECK(ledger.for_county[0].receipt == site.hidden.number.digits());
  CHECK_FALSE(ledger.for_county[0].step);
  const CaseStatus status{CaseStep::kReferred, 1, Bytes(16)};
  REQUIRE(site.rig.Apply(
      site.feed.Next({Entity("status", site.hidden.number.digits(), ToJson(status))})));
  ledger = read(site.Session());
  CHECK(ledger.for_county[0].step == CaseStep::kReferred);
  // What this key does not open is there by its number.
  const KeySession other{"m1", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate()), ""};
  ledger = read(other);
  CHECK(ledger.ledger.lines.empty());
  CHECK(ledger.for_county.size() == 2);
}
