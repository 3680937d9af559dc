#include "app/desk/writeup_flow.h"

#include <doctest/doctest.h>

#include <memory>

#include "app/desk/desk_flow.h"
#include "app/desk/writeup_words.h"
#include "fakes/fake_desk_store.h"
#include "fakes/fake_request_store.h"
#include "shared/base/utf8.h"

using namespace studio;

namespace {

AttachmentPtr AThing(const char* type, std::uint8_t mark, int* dropped = nullptr) {
  AttachmentRef ref;
  ref.type = type;
  ref.digest[0] = mark;
  return std::make_shared<const Attachment>(ref, [dropped] {
    if (dropped != nullptr) ++*dropped;
  });
}
AttachmentPtr SpokenThing(std::uint8_t mark = 1) { return AThing("audio/ogg", mark); }
Photo Taken(std::uint8_t mark) { return {AThing("image/jpeg", mark), nullptr}; }
std::vector<int> MarksOf(const ActivityBody& body) {
  std::vector<int> marks;
  for (const AttachmentRef& ref : body.attachments) marks.push_back(ref.digest[0]);
  return marks;
}

struct WritingUp {
  WritingUp() {
    state.time->Heard(clock.now.wall_ms, clock.now);
    Station station;
    station.studio.id = 3;
    station.county.term_from = "2026-03-01";
    station.villages = {{"v1", "示例村", 1, {"一组", "二组"}}, {"v2", "柳条村", 2, {}}};
    for (const char* id : {"m1", "m2", "m3"}) {
      Member& member = station.members.emplace_back();
      member.id = id;
      member.name = id;
      member.studios = {id == std::string("m3") ? 4U : 3U};
    }
    station.mechanism.activities = {visit, meeting};
    state.station = std::make_shared<const Station>(std::move(station));
  }
  std::unique_ptr<WriteupFlow> Begin(const ActivityTemplate& asked,
                                     const ActivityBody* resumed = nullptr) {
    return std::make_unique<WriteupFlow>(store, state, clock, session, asked, resumed);
  }

  ActivityTemplate visit{"home_visit",  "上门入户", "home",
                         true,          {},         {{"households", "走了几户", "户", 50}},
                         {"说了些什么"}};
  ActivityTemplate meeting{"consultation",
                           "协商会",
                           "forum",
                           true,
                           {{"lead", "主持"}, {"participant", "参加"}},
                           {},
                           {"题目", "大家怎么说", "共识"}};
  TestClock clock;
  KioskState state;
  FakeDeskStore store;
  KeySession session{"m1", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate()), "TOKEN"};
};

}  // namespace

TEST_CASE("a write-up is filed as its template asks, by who writes it, with their card") {
  WritingUp at;
  const auto flow = at.Begin(at.meeting);
  flow->ChooseVillage(at.state.station->villages[0]);
  flow->ChooseGroup("二组");
  flow->ChooseRole(0);
  flow->ToggleCompanion("m2");
  flow->words(0).Set("水渠怎么修");
  flow->words(2).Set("先修三组");
  flow->File();
  REQUIRE(flow->step() == WriteupStep::kDone);
  REQUIRE(at.store.filed.size() == 1);
  const ActivityBody& body = at.store.filed[0];
  CHECK(body.kind == "consultation");
  CHECK(body.title == "协商会");
  CHECK(body.date == ToText(flow->Today()));
  CHECK(body.studio == 3);
  CHECK(body.place == "示例村 二组");
  CHECK(body.members == std::vector<WorkMember>{{"m1", "lead"}, {"m2", "participant"}});
  CHECK(body.words == "【题目】\n水渠怎么修\n【共识】\n先修三组");
  CHECK(body.by == "m1");
  CHECK(body.token == "TOKEN");
  CHECK_FALSE(body.late_entry);
  CHECK_FALSE(at.store.urgently[0]);
  CHECK(ActivityBodyFromJson(ToJson(body)));
}

TEST_CASE("what is missing is asked for, one after the other, and nothing is filed") {
  WritingUp at;
  const auto flow = at.Begin(at.meeting);
  flow->File();
  CHECK(flow->problem() == WriteupProblem::kChoosePlace);
  flow->ChooseVillage(at.state.station->villages[1]);
  flow->File();
  CHECK(flow->problem() == WriteupProblem::kChooseRole);
  flow->ChooseRole(1);
  flow->words(0).Set("  \n ");
  flow->File();
  CHECK(flow->problem() == WriteupProblem::kSaySomething);
  CHECK(at.store.filed.empty());
}

TEST_CASE("a day to come and one before the term are refused in words, and the day stays") {
  WritingUp at;
  const auto flow = at.Begin(at.visit);
  const CalendarDate today = flow->Today();
  CHECK_FALSE(flow->ChooseDate(AddDays(today, 1)));
  CHECK(flow->problem() == WriteupProblem::kFutureDay);
  CHECK_FALSE(flow->ChooseDate(*ParseDate("2026-02-28")));
  CHECK(flow->problem() == WriteupProblem::kBeforeTerm);
  CHECK(flow->date() == today);
  CHECK(flow->ChooseDate(*ParseDate("2026-03-01")));
  CHECK_FALSE(flow->problem());
  flow->ChooseVillage(at.state.station->villages[1]);
  flow->words(0).Set("修路");
  flow->File();
  REQUIRE(at.store.filed.size() == 1);
  CHECK(at.store.filed[0].late_entry);
}

TEST_CASE("who joined within the term writes up nothing of before they came") {
  WritingUp at;
  auto station = std::make_shared<Station>(*at.state.station);
  station->members[0].joined = "2026-06-01";
  at.state.station = station;
  const auto flow = at.Begin(at.visit);
  CHECK_FALSE(flow->ChooseDate(*ParseDate("2026-05-31")));
  CHECK(flow->ChooseDate(*ParseDate("2026-06-01")));
}

TEST_CASE("the next one keeps day, place and people, and nothing that was said") {
  WritingUp at;
  const auto flow = at.Begin(at.visit);
  const CalendarDate day = AddDays(flow->Today(), -2);
  REQUIRE(flow->ChooseDate(day));
  flow->ChooseVillage(at.state.station->villages[1]);
  flow->ToggleCompanion("m2");
  for (int i = 1; i <= 3; ++i) {
    flow->figure(0) = i;
    flow->words(0).Set("第" + std::to_string(i) + "家");
    flow->File();
    REQUIRE(flow->step() == WriteupStep::kDone);
    flow->Another();
    CHECK(flow->words(0).Blank());
    CHECK(flow->figure(0) == 0);
  }
  REQUIRE(at.store.filed.size() == 3);
  for (const ActivityBody& body : at.store.filed) {
    CHECK(body.date == ToText(day));
    CHECK(body.place == "柳条村");
    CHECK(body.members.size() == 2);
  }
  CHECK(at.store.filed[2].units.at("households") == "3");
  CHECK(at.store.drafts.empty());
}

TEST_CASE("filed twice by a quick hand it is one") {
  WritingUp at;
  const auto flow = at.Begin(at.visit);
  flow->ChooseVillage(at.state.station->villages[1]);
  flow->words(0).Set("修路");
  flow->File();
  flow->File();
  CHECK(at.store.filed.size() == 1);
}

TEST_CASE("what was not filed is kept for its writer, and comes back as it was") {
  WritingUp at;
  {
    const auto flow = at.Begin(at.meeting);
    REQUIRE(flow->ChooseDate(AddDays(flow->Today(), -1)));
    flow->ChooseVillage(at.state.station->villages[0]);
    flow->ChooseGroup("一组");
    flow->ChooseRole(1);
    flow->ToggleCompanion("m2");
    flow->words(1).Set("第一行\n第二行");
    flow->words(2).Set("都同意");
  }  // the visit ends here
  REQUIRE(at.store.drafts.count("m1") == 1);
  CHECK(at.store.drafts["m1"].token.empty());
  DeskFlow desk(at.store, at.state, at.clock, at.session);
  REQUIRE(desk.draft() != nullptr);
  REQUIRE(desk.draft_kind() != nullptr);
  const auto again = at.Begin(*desk.draft_kind(), desk.draft());
  CHECK(again->date() == AddDays(again->Today(), -1));
  CHECK(again->place() == "示例村 一组");
  CHECK(again->group() == "一组");
  CHECK(again->role() == 1);
  CHECK(again->CameAlong("m2"));
  CHECK(again->words(1).text() == "第一行\n第二行");
  CHECK(again->words(2).text() == "都同意");
  DeskFlow others(at.store, at.state, at.clock, {"m2", at.session.studio_key});
  CHECK(others.draft() == nullptr);
  again->File();
  CHECK(at.store.filed.size() == 1);
  CHECK(at.store.drafts.empty());
}

TEST_CASE("what was filed is not offered again while the desk still reads") {
  WritingUp at;
  at.store.drafts["m1"].kind = "home_visit";
  DeskFlow desk(at.store, at.state, at.clock, at.session);
  REQUIRE(desk.draft() != nullptr);
  at.store.holds_drafts = true;
  desk.ReadDraft();
  CHECK(desk.draft() == nullptr);
}

TEST_CASE("a failure loses nothing, and nothing said is kept of an empty page") {
  WritingUp at;
  at.Begin(at.visit).reset();
  CHECK(at.store.kept == 0);
  at.store.filing_fails = ErrorKind::kStorage;
  const auto flow = at.Begin(at.visit);
  flow->ChooseVillage(at.state.station->villages[1]);
  flow->words(0).Set("修路");
  flow->File();
  CHECK(flow->step() == WriteupStep::kForm);
  CHECK(flow->problem() == WriteupProblem::kStorageFull);
  CHECK(flow->words(0).text() == "修路");
  CHECK(at.store.drafts.count("m1") == 1);
  at.store.filing_fails.reset();
  flow->File();
  CHECK(flow->step() == WriteupStep::kDone);
}

TEST_CASE("what came along before, and is no longer of the studio's kinds, is not offered") {
  WritingUp at;
  ActivityBody old;
  old.kind = "gone";
  old.title = "从前的";
  at.store.drafts["m1"] = old;
  const DeskFlow desk(at.store, at.state, at.clock, at.session);
  CHECK(desk.draft() != nullptr);
  CHECK(desk.draft_kind() == nullptr);
}

TEST_CASE(
    "whom they met and what it belongs to go with it, come back, and are not the next one's") {
  WritingUp at;
  auto station = std::make_shared<Station>(*at.state.station);
  station->wishes.emplace_back().id = "w1";
  station->wishes.emplace_back().step = "confirmed";
  station->topics.emplace_back().id = "t1";
  station->topics.emplace_back().closed = true;
  station->liaisons = {{"l1", "m1", "双联", "常委示例乙"}, {"l2", "m2", "双联", "常委示例丙"}};
  at.state.station = station;
  DeskRequest request;
  request.record = Uuid::Random();
  request.body.village_name = "示例村";
  request.body.category_name = "道路桥梁";
  at.store.requests = {request};
  {
    const auto flow = at.Begin(at.visit);
    CHECK(flow->AsksAbout());
    flow->ReadLinks();
    REQUIRE(flow->links().size() == 4);
    CHECK(flow->links()[0].title == "常委示例乙");
    CHECK(flow->links()[0].about == AboutLiaison("l1"));
    CHECK(flow->links()[1].title == "示例村 · 道路桥梁");
    flow->ToggleLink(flow->links()[3]);
    flow->ToggleLink(flow->links()[3]);
    CHECK(flow->link() == nullptr);
    flow->ToggleLink(flow->links()[2]);
    flow->ToggleLink(flow->links()[1]);
    flow->met().Set("张示例\n水务站");
  }
  const auto again = at.Begin(at.visit, &at.store.drafts["m1"]);
  REQUIRE(again->link() != nullptr);
  CHECK(again->link()->to == WriteupLink::To::kRequest);
  CHECK(again->met().text() == "张示例 水务站");
  again->ChooseVillage(at.state.station->villages[1]);
  again->words(0).Set("修路");
  again->File();
  REQUIRE(at.store.filed.size() == 1);
  CHECK(at.store.filed[0].about == AboutRequest(request.record));
  CHECK(at.store.filed[0].met == "张示例 水务站");
  CHECK(ActivityBodyFromJson(ToJson(at.store.filed[0])).value() == at.store.filed[0]);
  again->Another();
  CHECK(again->about().empty());
  CHECK(again->met().Blank());
}

TEST_CASE("what a kept write-up belonged to and is gone meanwhile is not filed with it") {
  WritingUp at;
  ActivityBody kept;
  kept.kind = "home_visit";
  kept.about = AboutRequest(Uuid::Random());
  const auto flow = at.Begin(at.visit, &kept);
  CHECK(flow->link() == nullptr);
  CHECK(flow->about().empty());
}

TEST_CASE("words under headings fit a record and come apart again") {
  const std::vector<std::string> headings = {"题目", "大家怎么说", "共识"};
  const std::vector<std::string> words = {"一", "", "三\n【不是标题】\n行"};
  CHECK(SplitWords(headings, JoinedWords(headings, words)) == words);
  CHECK(SplitWords(headings, "没有标题") == std::vector<std::string>{"没有标题", "", ""});
  CHECK(SplitWords({}, "字").empty());
  std::string full;
  for (std::size_t i = 0; i < RoomUnderEach(headings); ++i) full += "字";
  CHECK(CountCharacters(JoinedWords(headings, {full, full, full})) <= kMaxActivityWords);
  CHECK(RoomUnderEach(headings) > 600);
}

TEST_CASE("voice and photos go with what is written, and each change of them is kept at once") {
  WritingUp at;
  const auto flow = at.Begin(at.visit);
  flow->ChooseVillage(at.state.station->villages[1]);
  flow->SetVoice(SpokenThing(1));
  CHECK(MarksOf(at.store.drafts["m1"]) == std::vector{1});
  CHECK(flow->AddPhoto(Taken(2)));
  CHECK(flow->AddPhoto(Taken(3)));
  CHECK(flow->AddPhoto(Taken(4)));
  CHECK_FALSE(flow->AddPhoto(Taken(5)));
  CHECK(MarksOf(at.store.drafts["m1"]) == std::vector{1, 2, 3, 4});
  flow->RemovePhoto(1);
  flow->SetVoice(SpokenThing(6));
  CHECK(MarksOf(at.store.drafts["m1"]) == std::vector{6, 2, 4});
  flow->words(0).Set("修路");
  flow->File();
  REQUIRE(at.store.filed.size() == 1);
  CHECK(MarksOf(at.store.filed[0]) == std::vector{6, 2, 4});
  CHECK(ActivityBodyFromJson(ToJson(at.store.filed[0]))->attachments ==
        at.store.filed[0].attachments);
  flow->Another();
  CHECK_FALSE(flow->added().Any());
  flow->words(0).Set("修桥");
  flow->File();
  CHECK(at.store.filed[1].attachments.empty());
}

TEST_CASE("a voice message may stand for the words, a photo may not") {
  WritingUp at;
  const auto flow = at.Begin(at.visit);
  flow->ChooseVillage(at.state.station->villages[1]);
  flow->AddPhoto(Taken(2));
  flow->File();
  CHECK(flow->problem() == WriteupProblem::kSaySomething);
  flow->SetVoice(SpokenThing());
  CHECK_FALSE(flow->problem());
  flow->File();
  CHECK(flow->step() == WriteupStep::kDone);
}

TEST_CASE("voice and photos of a draft come back with it, and what is removed is gone from it") {
  WritingUp at;
  int dropped = 0;
  {
    const auto flow = at.Begin(at.visit);
    flow->ChooseVillage(at.state.station->villages[1]);
    flow->AddPhoto({AThing("image/jpeg", 2, &dropped), nullptr});
    flow->SetVoice(SpokenThing(1));
  }                     // the visit ends here
  CHECK(dropped == 1);  // the files are the draft's
  const ActivityBody kept = at.store.drafts["m1"];
  const auto again = at.Begin(at.visit, &kept);
  REQUIRE(again->added().voice());
  REQUIRE(again->added().photos().size() == 1);
  CHECK(again->added().photos()[0].small == nullptr);
  const auto picture = std::make_shared<const ColourPicture>();
  again->ShowPhoto(kept.attachments[1].digest, picture);
  CHECK(again->added().photos()[0].small == picture);
  CHECK(again->HasSomething());
  again->RemovePhoto(0);
  CHECK(MarksOf(at.store.drafts["m1"]) == std::vector{1});
  again->File();
  REQUIRE(at.store.filed.size() == 1);
  CHECK(MarksOf(at.store.filed[0]) == std::vector{1});
}

TEST_CASE("a photo whose file is gone is said to be, and it can be filed without it") {
  WritingUp at;
  at.store.filing_fails = ErrorKind::kNotFound;
  const auto flow = at.Begin(at.visit);
  flow->ChooseVillage(at.state.station->villages[1]);
  flow->words(0).Set("修路");
  flow->AddPhoto(Taken(2));
  flow->File();
  CHECK(flow->problem() == WriteupProblem::kThingGone);
  at.store.filing_fails.reset();
  flow->RemovePhoto(0);
  CHECK_FALSE(flow->problem());
  flow->File();
  CHECK(flow->step() == WriteupStep::kDone);
}

TEST_CASE("what could not be kept is kept with the next try, though nothing was changed") {
  WritingUp at;
  at.store.keeping_fails = ErrorKind::kStorage;
  const auto flow = at.Begin(at.visit);
  flow->AddPhoto(Taken(2));
  CHECK(at.store.drafts.empty());
  at.store.keeping_fails.reset();
  flow->Keep();
  CHECK(MarksOf(at.store.drafts["m1"]) == std::vector{2});
  flow->Keep();
  CHECK(at.store.kept == 1);
}

TEST_CASE("what the disk has no room for is not begun, and what is there is filed") {
  WritingUp at;
  const auto flow = at.Begin(at.visit);
  flow->UseShortage(Shortage::kNoPhotos);
  CHECK_FALSE(flow->takes_photos());
  CHECK(flow->takes_voice());
  flow->UseShortage(Shortage::kNoVoice);
  CHECK_FALSE(flow->takes_voice());
}
