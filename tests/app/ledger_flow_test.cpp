// The ledger at the desk: what is picked of it, what is written from it, what was heard.
#include <doctest/doctest.h>

#include <memory>

#include "app/desk/heard_flow.h"
#include "app/desk/information_flow.h"
#include "fakes/fake_ledger_store.h"
#include "fakes/fake_request_store.h"
#include "shared/base/utf8.h"

using namespace studio;

namespace {

struct AtLedger {
  AtLedger() {
    state.time->Heard(clock.now.wall_ms, clock.now);
    Station station;
    station.studio.id = 3;
    station.villages = {{"v1", "示例村", 1, {}}, {"v2", "柳条村", 2, {}}};
    Category& roads = station.categories.emplace_back();
    roads.id = "roads";
    roads.name = "道路桥梁";
    for (const char* id : {"m9", "m1", "m2"}) {
      Member& member = station.members.emplace_back();
      member.id = id;
      member.name = id;
      member.studios = {id == std::string("m9") ? 4U : 3U};
    }
    state.station = std::make_shared<const Station>(std::move(station));
    Add(LineFrom::kRequest, "路灯不亮");
    Add(LineFrom::kRequest, "水渠堵了");
    Add(LineFrom::kPhone, "桥栏杆断了");
    flow = std::make_shared<LedgerFlow>(store, session);
    flow->Read();
  }
  void Add(LineFrom from, const std::string& words) {
    DeskLine line;
    line.record = Uuid::Random();
    line.from = from;
    line.date = "2026-11-20";
    line.words = words;
    if (from == LineFrom::kRequest)
      line.receipt = "03748215" + std::to_string(store.ledger.lines.size());
    store.ledger.lines.push_back(line);
  }
  const DeskLine& Line(std::size_t index) const { return store.ledger.lines[index]; }
  std::unique_ptr<InformationFlow> Write(const InformationBody* resumed = nullptr) {
    return std::make_unique<InformationFlow>(store, state, clock, flow, resumed);
  }
  static void Fill(InformationFlow& writing) {
    writing.words(InformationPart::kTitle).Set("关于路灯的信息");
    writing.words(InformationPart::kSituation).Set("三处不亮");
    writing.words(InformationPart::kSuggestion).Set("更换线路");
  }

  TestClock clock;
  KioskState state;
  FakeLedgerStore store;
  KeySession session{"m1", std::make_shared<const BoxKeyPair>(BoxKeyPair::Generate()), "TOKEN"};
  std::shared_ptr<LedgerFlow> flow;
};

}  // namespace

TEST_CASE("an information from several lines names their requests and records, and its authors") {
  AtLedger at;
  at.flow->TogglePick(at.Line(0).record);
  at.flow->TogglePick(at.Line(2).record);
  const auto writing = at.Write();
  CHECK(writing->Lines().size() == 2);
  at.Fill(*writing);
  writing->ToggleJoint("m2");
  writing->File();
  REQUIRE(writing->step() == InformationStep::kDone);
  REQUIRE(at.store.filed.size() == 1);
  const InformationBody& body = at.store.filed[0];
  CHECK(body.title == "关于路灯的信息");
  CHECK(body.form == "digest");
  CHECK(body.sources == std::vector<std::string>{at.Line(0).receipt});
  CHECK(body.lines == std::vector<std::string>{at.Line(2).record.ToString()});
  CHECK(body.members == std::vector<WorkMember>{{"m1"}, {"m2"}});
  CHECK(body.by == "m1");
  CHECK(body.token == "TOKEN");
  CHECK(body.studio == 3);
  CHECK(body.date == LocalTime::At(at.clock.now.wall_ms).Date());
  CHECK(body.handed_in_as == HandedInAs::kInformation);
  CHECK(InformationBodyFromJson(ToJson(body)) == body);
  CHECK(at.flow->Picked().empty());
  // The thread, from either end.
  at.flow->Read();
  const DeskLedger& ledger = at.flow->ledger();
  REQUIRE(ledger.MadeOf(ledger.lines[0]).size() == 1);
  CHECK(ledger.MadeOf(ledger.lines[1]).empty());
  CHECK(ledger.LinesOf(ledger.written[0].body).size() == 2);
  CHECK(at.flow->Own().size() == 1);
}

TEST_CASE("one line or none makes a single piece; the form may go in as something else") {
  AtLedger at;
  at.flow->TogglePick(at.Line(1).record);
  const auto writing = at.Write();
  at.Fill(*writing);
  writing->ChooseHandedInAs(HandedInAs::kProposal);
  writing->File();
  CHECK(at.store.filed[0].form == "single");
  CHECK(at.store.filed[0].handed_in_as == HandedInAs::kProposal);
  CHECK(InformationBodyFromJson(ToJson(at.store.filed[0])) == at.store.filed[0]);
}

TEST_CASE("what is missing is said, one thing after the other, and nothing is filed") {
  AtLedger at;
  const auto writing = at.Write();
  const auto told = [&] {
    writing->File();
    return writing->problem();
  };
  CHECK(told() == InformationProblem::kNoTitle);
  writing->words(InformationPart::kTitle).Set(" ");
  CHECK(told() == InformationProblem::kNoTitle);
  writing->words(InformationPart::kTitle).Set("题目");
  CHECK(told() == InformationProblem::kNoSituation);
  writing->words(InformationPart::kSituation).Set("情况");
  CHECK(told() == InformationProblem::kNoSuggestion);
  CHECK(at.store.filed.empty());
}

TEST_CASE("the three parts share fifteen hundred characters, and no key goes beyond them") {
  AtLedger at;
  const auto writing = at.Write();
  const auto times = [](std::size_t n) {
    std::string out;
    for (std::size_t i = 0; i < n; ++i) out += "路";
    return out;
  };
  CHECK(writing->words(InformationPart::kSituation).Insert(times(1000)));
  CHECK(writing->words(InformationPart::kAnalysis).Insert(times(400)));
  CHECK_FALSE(writing->words(InformationPart::kSuggestion).Insert(times(101)));
  CHECK(writing->Characters() == 1500);
  CHECK_FALSE(writing->words(InformationPart::kSituation).Insert("多"));
  writing->words(InformationPart::kAnalysis).DeleteBefore();
  CHECK(writing->words(InformationPart::kSituation).Insert("一"));
  CHECK(writing->Characters() == 1500);
  writing->words(InformationPart::kTitle).Set("满了");
  writing->File();
  REQUIRE(at.store.filed.size() == 1);
  CHECK(InformationBodyFromJson(ToJson(at.store.filed[0])));
}

TEST_CASE(
    "a request that is withdrawn meanwhile leaves the lines, is told once, and no word goes") {
  AtLedger at;
  at.flow->TogglePick(at.Line(0).record);
  at.flow->TogglePick(at.Line(1).record);
  const auto writing = at.Write();
  at.Fill(*writing);
  at.store.ledger.lines.erase(at.store.ledger.lines.begin());
  at.store.filing_fails = ErrorKind::kConflict;
  writing->File();
  CHECK(writing->problem() == InformationProblem::kLineGone);
  CHECK(writing->step() == InformationStep::kForm);
  CHECK(at.store.drafts.at("m1").information->title == "关于路灯的信息");
  at.store.filing_fails.reset();
  writing->File();
  REQUIRE(writing->step() == InformationStep::kDone);
  CHECK(at.store.filed[0].sources == std::vector<std::string>{at.Line(0).receipt});
  CHECK(at.store.filed[0].form == "single");
}

TEST_CASE("a draft is kept as it grows, goes on with its lines and those picked since") {
  AtLedger at;
  at.flow->TogglePick(at.Line(0).record);
  {
    const auto writing = at.Write();
    CHECK(at.store.kept == 0);
    writing->words(InformationPart::kAnalysis).Set("线路老化");
    writing->ToggleJoint("m2");
    writing->ChooseHandedInAs(HandedInAs::kTopic);
    writing->Keep();
    writing->Keep();
    CHECK(at.store.kept == 1);
  }
  at.flow->PickNone();
  at.flow->TogglePick(at.Line(0).record);
  at.flow->TogglePick(at.Line(2).record);
  at.flow->Read();
  const InformationBody kept = *at.flow->drafts().information;
  CHECK(InformationDraftFromJson(ToJson(kept)) == kept);
  const auto writing = at.Write(&kept);
  const InformationFlow& on = *writing;
  CHECK(on.words(InformationPart::kAnalysis).text() == "线路老化");
  CHECK(on.handed_in_as() == HandedInAs::kTopic);
  CHECK(on.IsJoint("m2"));
  CHECK(on.LineCount() == 2);
  CHECK_FALSE(on.problem());
  at.Fill(*writing);
  writing->File();
  CHECK_FALSE(at.store.drafts.at("m1").information);
}

TEST_CASE("who could have written with them: of this studio first, never themselves") {
  AtLedger at;
  std::vector<std::string> ids;
  for (const Member* one : at.Write()->Others()) ids.push_back(one->id);
  CHECK(ids == std::vector<std::string>{"m2", "m9"});
}

TEST_CASE("two taps hand in one piece, and a full disk loses none of it") {
  AtLedger at;
  const auto writing = at.Write();
  at.Fill(*writing);
  at.store.holds = true;
  writing->File();
  writing->File();
  CHECK(writing->step() == InformationStep::kSaving);
  CHECK(at.store.filed.size() == 1);
  at.store.held(Fail(ErrorKind::kStorage, "test"));
  CHECK(writing->step() == InformationStep::kForm);
  CHECK(writing->problem() == InformationProblem::kFull);
  CHECK(writing->HasSomething());
}

TEST_CASE("danger in any part is asked about before it is handed in, and makes it urgent") {
  AtLedger at;
  auto station = std::make_shared<Station>(*at.state.station);
  station->safety = *SafetyFromJson(R"({"danger_words":["着火了"]})");
  at.state.station = station;
  const auto writing = at.Write();
  at.Fill(*writing);
  writing->words(InformationPart::kAnalysis).Set("仓库着火了");
  writing->File();
  CHECK(writing->stop().page() == StopPage::kDanger);
  CHECK(at.store.filed.empty());
  writing->stop().GoOnInDanger();
  writing->File();
  CHECK(at.store.filed.size() == 1);
  CHECK(at.store.urgently);
}

TEST_CASE("at most twenty lines are picked, and one that is gone is picked no more") {
  AtLedger at;
  for (int i = 0; i < 30; ++i) at.Add(LineFrom::kRequest, "又一条");
  at.flow->Read();
  for (const DeskLine& line : at.store.ledger.lines) at.flow->TogglePick(line.record);
  CHECK(at.flow->Picked().size() == kMostPicked);
  CHECK_FALSE(at.flow->CanPick(at.Line(25).record));
  CHECK(at.flow->CanPick(at.Line(0).record));
  at.store.ledger.lines.erase(at.store.ledger.lines.begin());
  at.flow->Read();
  CHECK(at.flow->Picked().size() == kMostPicked - 1);
}

TEST_CASE("a call is noted with its village and words; who rang may stay unsaid") {
  AtLedger at;
  HeardFlow noting(at.store, at.state, at.clock, at.session);
  noting.File();
  CHECK(noting.problem() == HeardProblem::kChooseVillage);
  noting.ChooseVillage(at.state.station->villages[1]);
  noting.File();
  CHECK(noting.problem() == HeardProblem::kSaySomething);
  noting.words().Set("渠里没有水");
  noting.ChooseCategory(at.state.station->categories[0]);
  noting.ChooseWay(HeardBy::kWordOfMouth);
  noting.File();
  noting.File();
  CHECK(noting.step() == HeardStep::kDone);
  REQUIRE(at.store.heard.size() == 1);
  const HeardBody& body = at.store.heard[0];
  CHECK(body.way == HeardBy::kWordOfMouth);
  CHECK(body.who.empty());
  CHECK(body.village_name == "柳条村");
  CHECK(body.category == "roads");
  CHECK(body.words == "渠里没有水");
  CHECK(body.by == "m1");
  CHECK(body.token == "TOKEN");
  CHECK(HeardBodyFromJson(ToJson(body)) == body);
}

TEST_CASE("a call that was cut off is kept for its writer, and goes on") {
  AtLedger at;
  {
    HeardFlow noting(at.store, at.state, at.clock, at.session);
    noting.who().Set("示例甲");
  }
  const HeardBody kept = *at.store.drafts.at("m1").heard;
  CHECK(HeardDraftFromJson(ToJson(kept)) == kept);
  HeardFlow noting(at.store, at.state, at.clock, at.session, &kept);
  CHECK(noting.who().text() == "示例甲");
  noting.GiveUp();
  CHECK_FALSE(at.store.drafts.at("m1").heard);
}
