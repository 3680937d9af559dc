// 有人反映过: open matters offered before another copy is filed.
#include <doctest/doctest.h>

#include "app/request/request_flow.h"
#include "fakes/fake_request_store.h"

namespace studio {
namespace {

Matter Open(std::string id, std::string village, std::string category, int voices) {
  Matter matter;
  matter.id = std::move(id);
  matter.village = std::move(village);
  matter.category = std::move(category);
  matter.summary = "村口路灯不亮";
  matter.since = "2026-11-02";
  matter.voices = voices;
  return matter;
}

std::shared_ptr<const Station> DemoVillage() {
  auto station = std::make_shared<Station>();
  station->categories = {{"road", "道路桥梁", "", "", 1, {}, {}},
                         {"water", "饮水水利", "", "", 2, {}, {}}};
  station->villages = {{"v1", "示例村", 1, {}}, {"v2", "样板村", 2, {}}};
  station->safety =
      *SafetyFromJson(R"({"danger_words":["着火"],"not_ours":[{"id":"court","name":"法院的事",)"
                      R"("words":["判决"],"where":"找法院","phone":"12368"}]})");
  station->matters = {Open("m1", "v1", "road", 2),  Open("m2", "v1", "road", 9),
                      Open("m3", "v1", "road", 2),  Open("m4", "v1", "road", 1),
                      Open("m5", "v1", "water", 4), Open("m6", "v2", "road", 4),
                      Open("m7", "v1", "road", 99)};
  station->matters.back().open = false;
  return station;
}

struct MattersScene {
  FakeRequestStore store;
  TestClock clock;
  RequestFlow flow{store, DemoVillage(), clock};

  void ToWords(std::string_view village = "v1", std::string_view category = "road") {
    flow.ChooseCategory(category);
    flow.Next();
    flow.ChooseVillage(village);
    flow.Next();
  }
  void Say(std::string_view words) {
    flow.words().Set(words);
    flow.Next();
  }
  void FromWhoToFiled() {
    REQUIRE(flow.step() == RequestStep::kWho);
    flow.SetVisibility(Visibility::kAnonymous);
    flow.Next();
    flow.SetAgreed(true);
    flow.Next();
    REQUIRE(flow.step() == RequestStep::kCheck);
    File();
  }
  void File() {
    flow.Confirm();
    if (!store.slip_asked.empty()) store.AnswerSlip();
  }
};

TEST_CASE("open matters of the same village and category are offered, the most raised first") {
  MattersScene scene;
  scene.ToWords();
  CHECK(scene.flow.detour() == RequestDetour::kNone);
  scene.Say("路灯坏了");
  REQUIRE(scene.flow.detour() == RequestDetour::kMatters);
  std::string offered;
  for (const Matter* matter : scene.flow.Matters()) offered += matter->id + " ";
  CHECK(offered == "m2 m1 m3 ");
}

TEST_CASE("我也是 joins, keeps one's own words, and says which matter") {
  MattersScene scene;
  scene.ToWords();
  scene.Say("路灯坏了");
  scene.flow.Join("m6");  // not one of those offered
  CHECK(scene.flow.detour() == RequestDetour::kMatters);
  scene.flow.Join("m1");
  REQUIRE(scene.flow.joined());
  scene.FromWhoToFiled();
  REQUIRE(scene.store.filed.size() == 1);
  CHECK(scene.store.filed[0].body.joins == "m1");
  CHECK(scene.store.filed[0].body.words == "路灯坏了");
  CHECK_FALSE(scene.store.filed[0].body.receipt.empty());
}

TEST_CASE("something else goes on as before and is not asked again") {
  MattersScene scene;
  scene.ToWords();
  scene.Say("路灯坏了");
  scene.flow.JoinNone();
  CHECK(scene.flow.step() == RequestStep::kWho);
  scene.flow.Back();
  scene.flow.Next();
  CHECK(scene.flow.detour() == RequestDetour::kNone);
  scene.FromWhoToFiled();
  CHECK(scene.store.filed[0].body.joins.empty());
}

TEST_CASE("joining is undone on the check page; words that may then not be missing are asked for") {
  MattersScene scene;
  scene.ToWords();
  scene.Say("路灯坏了");
  scene.flow.Join("m2");
  scene.flow.SetVisibility(Visibility::kAnonymous);
  scene.flow.Next();
  scene.flow.SetAgreed(true);
  scene.flow.Next();
  scene.flow.EditFromCheck(RequestStep::kWords);
  scene.flow.words().Clear();
  scene.flow.Next();
  REQUIRE(scene.flow.step() == RequestStep::kCheck);  // joined: nothing more need be said
  scene.flow.LeaveJoined();
  CHECK_FALSE(scene.flow.joined());
  scene.File();
  CHECK(scene.flow.problem() == RequestProblem::kSaySomething);
  scene.flow.EditFromCheck(RequestStep::kWords);
  scene.Say("桥栏杆断了");
  scene.File();
  REQUIRE(scene.store.filed.size() == 1);
  CHECK(scene.store.filed[0].body.joins.empty());
}

TEST_CASE("another village or category is another matter: what fits there is offered") {
  MattersScene scene;
  scene.ToWords();
  scene.Say("没有水");
  scene.flow.Join("m2");
  scene.flow.SetVisibility(Visibility::kAnonymous);
  scene.flow.Next();
  scene.flow.SetAgreed(true);
  scene.flow.Next();
  scene.flow.EditFromCheck(RequestStep::kCategory);
  scene.flow.ChooseCategory("water");
  CHECK_FALSE(scene.flow.joined());
  scene.flow.Next();
  REQUIRE(scene.flow.detour() == RequestDetour::kMatters);
  REQUIRE(scene.flow.Matters().size() == 1);
  CHECK(scene.flow.Matters()[0]->id == "m5");
  scene.flow.JoinNone();
  CHECK(scene.flow.step() == RequestStep::kCheck);
}

TEST_CASE("where nothing is open, nothing is offered") {
  MattersScene scene;
  scene.ToWords("v2", "water");
  scene.Say("没有水");
  CHECK(scene.flow.detour() == RequestDetour::kNone);
  CHECK(scene.flow.step() == RequestStep::kWho);
}

TEST_CASE("danger comes first, and then nobody is asked anything more") {
  MattersScene scene;
  scene.ToWords();
  scene.Say("房子着火了");
  CHECK(scene.flow.detour() == RequestDetour::kDanger);
  scene.flow.ContinueAfterDanger(true);
  CHECK(scene.flow.detour() == RequestDetour::kNone);
  CHECK(scene.flow.step() == RequestStep::kWho);
}

TEST_CASE("what was no danger, and what is not ours after all, is offered the matters then") {
  MattersScene scene;
  scene.ToWords();
  scene.Say("着火的判决");
  CHECK(scene.flow.detour() == RequestDetour::kDanger);
  scene.flow.ContinueAfterDanger(false);
  CHECK(scene.flow.detour() == RequestDetour::kNone);
  scene.flow.Next();
  CHECK(scene.flow.detour() == RequestDetour::kNotOurs);
  scene.flow.ContinueAnyway();
  CHECK(scene.flow.detour() == RequestDetour::kMatters);
  scene.flow.Back();
  CHECK(scene.flow.detour() == RequestDetour::kNone);
  CHECK(scene.flow.step() == RequestStep::kWords);
  scene.flow.Next();  // the same words are not asked about again, the matters are
  CHECK(scene.flow.detour() == RequestDetour::kMatters);
}

}  // namespace
}  // namespace studio
