// What members read of requests at their desk, and what they answer.
#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "app/tracking/case_replies.h"
#include "feed_pages.h"
#include "shared/record/sealing.h"
#include "store/base/data_folder.h"
#include "store/base/schema.h"
#include "store_rig.h"
#include "test_support/test_disk.h"

using namespace studio;

namespace {

const std::string kForMembers = "井台西边的路灯灭了三天";
const std::string kForCounty = "这句只说给县里听";
const std::string kSaidToThem = "明天请电工来换灯泡";

// One request that members may read, and one that is for the county alone.
struct ReadingSite : Site {
  ReadingSite() {
    REQUIRE(rig.Apply(feed.Next({Entity("studio", "3",
                                        R"({"id":3,"name":"演示","sealing_key":")" +
                                            ToBase64Url(studio.Public().bytes) + R"("})")})));
    RequestBody body = StoreRig::Body(slip, kForMembers);
    body.members_may_read = true;
    REQUIRE(rig.FileBody(body));
    REQUIRE(rig.FileBody(StoreRig::Body(hidden, kForCounty)));
  }

  KeySession Session() const { return {"m1", std::make_shared<const BoxKeyPair>(studio), "TOKEN"}; }
  std::vector<DeskRequest> Read() {
    const auto read = rig.ReadRequests(Session());
    REQUIRE(read);
    return **read;
  }
  MemberReplyBody Reply(const Slip& to) {
    MemberReplyBody body;
    body.receipt = to.number.digits();
    for (const DeskRequest& one : Read()) {
      if (one.body.receipt == body.receipt) body.request = one.record;
    }
    body.words = kSaidToThem;
    body.due = "2026-12-05";
    body.call_back = true;
    body.studio = StoreRig::kStudio;
    body.member = "m1";
    body.member_name = "示例甲";
    body.token = "TOKEN";
    body.at_ms = rig.clock.Now().wall_ms;
    return body;
  }

  BoxKeyPair studio = BoxKeyPair::Generate();
  Slip slip = StoreRig::RealSlip(71), hidden = StoreRig::RealSlip(72);
  FeedPages feed;
};

}  // namespace

TEST_CASE("what was for the county alone is nowhere at the desk, nor in the studio key's reach") {
  ReadingSite site;
  const auto requests = site.Read();
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].body.words == kForMembers);
  CHECK(requests[0].body.receipt == site.slip.number.digits());
  CHECK_FALSE(requests[0].Answered());
  int opened = 0;
  for (const BatchEntry& entry : site.rig.Decoded().entries) {
    const auto header = DecodeRecordHeader(entry.header);
    const auto body =
        Open({header->id, header->kind, header->terminal}, *entry.sealed, site.studio);
    if (!body) continue;
    ++opened;
    CHECK(AsText(*body).find(kForCounty) == std::string_view::npos);
  }
  CHECK(opened == 1);
  MemberReplyBody forced = site.Reply(site.hidden);
  CHECK(site.rig.FileReply(site.Session(), forced).error().kind == ErrorKind::kNotFound);
  SQLite::Database database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
  SQLite::Statement id(database, "SELECT id FROM outbox WHERE receipt = ?");
  id.bind(1, site.hidden.number.digits());
  REQUIRE(id.executeStep());
  const auto* bytes = static_cast<const std::uint8_t*>(id.getColumn(0).getBlob());
  forced.request = Uuid{*ToArray<16>(std::optional(Bytes(bytes, bytes + 16)))};
  const auto refused = site.rig.FileReply(site.Session(), forced);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kNotFound);
  // Another studio's key, or the one of before, opens nothing.
  const KeySession other{"m1", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate()), ""};
  CHECK((*site.rig.ReadRequests(other))->empty());
}

TEST_CASE("an answer is a record for the county, read here with the slip while the line is down") {
  ReadingSite site;
  REQUIRE(site.rig.FileReply(site.Session(), site.Reply(site.slip)));
  site.rig.Restart();
  const auto found = site.rig.LookUp(site.slip.number, site.slip.code);
  REQUIRE(found);
  REQUIRE(found->found.said_at_desk.size() == 1);
  CHECK(found->found.said_at_desk[0].text == kSaidToThem);
  CHECK(found->found.said_at_desk[0].said->due == "2026-12-05");
  CHECK(found->found.said_at_desk[0].said->member == "示例甲");
  CHECK(site.rig.LookUp(site.hidden.number, site.hidden.code)->found.said_at_desk.empty());
  const auto requests = site.Read();
  REQUIRE(requests[0].replies.size() == 1);
  CHECK(requests[0].replies[0].words == kSaidToThem);
  CHECK(requests[0].Answered());
  CHECK_FALSE(site.rig.LiesOnDisk(kSaidToThem));
  site.rig.Exchange(site.county);
  const auto records = site.county.OfKind(RecordKind::kMemberReply);
  REQUIRE(records.size() == 1);
  const auto body = MemberReplyBodyFromJson(records[0].body);
  REQUIRE(body);
  CHECK(body->words == kSaidToThem);
  CHECK(body->request == requests[0].record);
}

TEST_CASE("once the county tells of the answer too, it is one step and not two") {
  ReadingSite site;
  REQUIRE(site.rig.FileReply(site.Session(), site.Reply(site.slip)));
  const auto here = site.rig.LookUp(site.slip.number, site.slip.code);
  CaseAnswer answer;
  answer.course = {{CaseStep::kReceived, 1000}, here->found.said_at_desk[0]};
  REQUIRE(site.rig.Apply(site.feed.Next({AStatus(site.slip, answer)})));
  const auto both = site.rig.LookUp(site.slip.number, site.slip.code);
  REQUIRE(both->found.answer);
  CHECK(ToldOf(both->found).course.size() == 2);
  CHECK(site.Read()[0].replies.size() == 1);
}

TEST_CASE("a request that was withdrawn meanwhile is not answered, and what was said of it goes") {
  ReadingSite site;
  const MemberReplyBody reply = site.Reply(site.slip);
  REQUIRE(site.rig.FileReply(site.Session(), reply));
  REQUIRE(site.rig.Withdraw(site.slip.number.digits()));
  const auto refused = site.rig.FileReply(site.Session(), reply);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::kConflict);
  CHECK(site.Read().empty());
  CHECK(site.rig.LookUp(site.slip.number, site.slip.code)->found.said_at_desk.empty());
}

TEST_CASE("nobody answers for somebody else, nor says nothing on the spot") {
  ReadingSite site;
  MemberReplyBody reply = site.Reply(site.slip);
  reply.member = "m2";
  CHECK(site.rig.FileReply(site.Session(), reply).error().kind == ErrorKind::kInvalid);
  reply.member = "m1";
  reply.words = " ";
  CHECK(site.rig.FileReply(site.Session(), reply).error().kind == ErrorKind::kInvalid);
  reply.way = ReplyWay::kVillage;
  CHECK(site.rig.FileReply(site.Session(), reply));
}

TEST_CASE("what was filed before members could answer is there to be answered") {
  ReadingSite site;
  site.rig.Stop();
  SQLite::Database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READWRITE)
      .exec(
          "DROP TABLE member_reply; DROP INDEX outbox_readable; DROP INDEX outbox_written; "
          "DROP TABLE draft_file; PRAGMA user_version = 15");
  site.rig.Start();
  CHECK(site.Read().size() == 1);
  REQUIRE(site.rig.FileReply(site.Session(), site.Reply(site.slip)));
  CHECK(site.Read()[0].replies.size() == 1);
  CHECK(site.rig.faults.empty());
}

TEST_CASE("power cut anywhere: an answer is whole or not, and so is the step to its table") {
  int operations = 0;
  for (int cut = -1; cut < operations; ++cut) {
    CAPTURE(cut);
    TestDisk disk;
    ReadingSite site;
    site.rig.Stop();
    SQLite::Database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READWRITE)
        .exec(
            "DROP TABLE member_reply; DROP INDEX outbox_readable; DROP INDEX outbox_written; "
            "DROP TABLE draft_file; PRAGMA user_version = 15");
    const MemberReplyBody reply = [&] {
      MemberReplyBody body;
      body.words = kSaidToThem;
      body.member = "m1";
      body.studio = StoreRig::kStudio;
      body.receipt = site.slip.number.digits();
      SQLite::Database database((site.rig.folder / kDatabaseFile).string(), SQLite::OPEN_READONLY);
      SQLite::Statement id(database, "SELECT id FROM outbox WHERE receipt = ?");
      id.bind(1, body.receipt);
      REQUIRE(id.executeStep());
      const auto* bytes = static_cast<const std::uint8_t*>(id.getColumn(0).getBlob());
      body.request = Uuid{*ToArray<16>(std::optional(Bytes(bytes, bytes + 16)))};
      return body;
    }();
    const int before = disk.operations();
    if (cut >= 0) disk.CutPowerAfter(cut, Lost::kSomeUnsynced, static_cast<std::uint32_t>(cut));
    site.rig.Start();
    const bool said = site.rig.FileReply(site.Session(), reply).has_value();
    site.rig.Stop();
    if (cut < 0) {
      operations = disk.operations() - before;
      REQUIRE(said);
      continue;
    }
    disk.PowerOn();
    site.rig.faults.clear();
    site.rig.Start();
    const auto requests = site.Read();
    REQUIRE(requests.size() == 1);
    site.rig.Drain(site.county);
    const std::size_t sent = site.county.OfKind(RecordKind::kMemberReply).size();
    CHECK(requests[0].replies.size() == sent);
    if (said) CHECK(sent == 1);
    CHECK(site.rig.faults.empty());
    site.rig.Stop();
  }
}

TEST_CASE(
    "members open voice and photos here as long as they may read the request, and no other's") {
  ReadingSite site;
  site.county.safe_at_once = true;
  const Bytes spoken(70'000, 7), seen(90'000, 8), not_theirs(50'000, 9);
  auto voice = site.rig.Attach(spoken), photo = site.rig.Attach(seen),
       hidden = site.rig.Attach(not_theirs);
  const auto filed = site.rig.FileWith("请听录音", {voice, photo}, true);
  REQUIRE(filed);
  REQUIRE(site.rig.FileWith("只给上面听", {hidden}));
  const Digest hidden_digest = hidden->ref().digest;
  site.rig.Drain(site.county);
  for (const AttachmentPtr& one : {voice, photo, hidden})
    REQUIRE(site.rig.Apply(site.county.HasAttachment(one->ref().digest)));
  voice.reset();
  photo.reset();
  hidden.reset();
  const auto refs = [&] {
    for (const DeskRequest& one : site.Read()) {
      if (one.body.receipt == filed->number) return one.body.attachments;
    }
    return std::vector<AttachmentRef>();
  };
  SUBCASE("at once") {}
  SUBCASE("over a restart") { site.rig.Restart(); }
  SUBCASE("over a broken database") {
    site.rig.Stop();
    std::fstream(site.rig.folder / kDatabaseFile, std::ios::in | std::ios::out | std::ios::binary)
        << std::string(100, 'x');
    site.rig.Start();
    // The feed, and with it the county's word on what is safe, is read anew.
    site.rig.Drain(site.county);
  }
  site.rig.Settle();
  REQUIRE(refs().size() == 2);
  CHECK(site.rig.store->Attachments().Read(refs()[0]).value() == spoken);
  CHECK(site.rig.store->Attachments().Read(refs()[1]).value() == seen);
  CHECK_FALSE(std::filesystem::exists(site.rig.FileOf(hidden_digest)));
  // Damaged, cut or gone it is an error and nothing else.
  std::fstream(site.rig.FileOf(refs()[0].digest), std::ios::in | std::ios::out | std::ios::binary)
      << "MSA1 and something";
  CHECK(site.rig.store->Attachments().Read(refs()[0]).error().kind == ErrorKind::kForged);
  std::filesystem::resize_file(site.rig.FileOf(refs()[1].digest), 3);
  CHECK(site.rig.store->Attachments().Read(refs()[1]).error().kind == ErrorKind::kMalformed);
  std::filesystem::remove(site.rig.FileOf(refs()[1].digest));
  CHECK(site.rig.store->Attachments().Read(refs()[1]).error().kind == ErrorKind::kNotFound);
}

TEST_CASE(
    "a half-written answer outlives a restart, is its writer's alone, and goes with the answer") {
  ReadingSite site;
  const Uuid asked = site.Read()[0].record, other = Uuid::Random();
  const KeySession mine = site.Session(), theirs{"m2", mine.studio_key, "TOKEN"};
  const MemberReplyDraft draft{ReplyWay::kVillage, kSaidToThem, "2026-12-05", true};
  REQUIRE(site.rig.KeepReplyDraft(mine, asked, {}));
  REQUIRE(site.rig.KeepReplyDraft(mine, asked, draft));
  site.rig.Restart();
  CHECK(site.rig.ReadReplyDraft(mine, asked).value() == draft);
  CHECK_FALSE(site.rig.ReadReplyDraft(mine, other)->has_value());
  CHECK_FALSE(site.rig.ReadReplyDraft(theirs, asked)->has_value());
  const KeySession stranger{"m1", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate()), ""};
  CHECK_FALSE(site.rig.ReadReplyDraft(stranger, asked)->has_value());
  CHECK_FALSE(site.rig.ReadDraft(mine)->has_value());  // it is no write-up
  CHECK_FALSE(site.rig.KeepReplyDraft({"m1", nullptr, ""}, asked, draft));
  CHECK_FALSE(site.rig.LiesOnDisk(kSaidToThem));
  MemberReplyDraft wrong = draft;
  wrong.due = "2026-13-05";
  CHECK(site.rig.KeepReplyDraft(mine, asked, wrong).error().kind == ErrorKind::kInvalid);

  REQUIRE(site.rig.KeepReplyDraft(theirs, asked, draft));
  REQUIRE(site.rig.FileReply(mine, site.Reply(site.slip)));
  CHECK_FALSE(site.rig.ReadReplyDraft(mine, asked)->has_value());
  CHECK(site.rig.ReadReplyDraft(theirs, asked)->has_value());
  REQUIRE(site.rig.DropReplyDraft(theirs, asked));
  CHECK_FALSE(site.rig.ReadReplyDraft(theirs, asked)->has_value());
}

TEST_CASE("a half-written answer is forgotten after two months, as a write-up's draft is") {
  ReadingSite site;
  const Uuid asked = site.Read()[0].record;
  REQUIRE(site.rig.KeepReplyDraft(site.Session(), asked, {ReplyWay::kVillage, kSaidToThem}));
  site.feed.time_ms += 63LL * 86'400'000;
  site.rig.clock.Advance(63LL * 86'400'000);
  REQUIRE(site.rig.Apply(site.feed.Next({Entity("village", "v1", R"({"name":"示例村"})")})));
  CHECK_FALSE(site.rig.ReadReplyDraft(site.Session(), asked)->has_value());
}
