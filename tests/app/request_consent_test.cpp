// What a villager agrees to, who reads it, and whose names are written down.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/request/request_flow.h"
#include "app/rules/names_in_text.h"
#include "fakes/fake_request_store.h"

namespace studio {
namespace {

using Names = std::vector<std::string>;

std::shared_ptr<const Station> AStation() {
  auto station = std::make_shared<Station>();
  station->categories = {{"road", "道路桥梁", "", "", 1, {}, {}},
                         {"elderly", "养老救助", "", "", 2, {}, {"money", "health"}}};
  station->villages = {{"v1", "示例村", 1, {}}};
  Safety safety;
  safety.sensitive = {{"health", "身体和看病的事", {"生病", "住院"}, {"牲口生病"}},
                      {"money", "家里钱款的事", {"低保", "欠债"}, {}}};
  station->safety = std::move(safety);
  return station;
}

AttachmentPtr Spoken() {
  AttachmentRef ref;
  ref.type = "audio/ogg";
  return std::make_shared<const Attachment>(ref, [] {});
}

struct ConsentScene {
  FakeRequestStore store;
  TestClock clock;
  RequestFlow flow{store, AStation(), clock};

  void ToWho(const std::string& words, const std::string& category = "elderly") {
    flow.ChooseCategory(category);
    flow.Next();
    flow.ChooseVillage("v1");
    flow.Next();
    flow.words().Insert(words);
    flow.Next();
    REQUIRE(flow.step() == RequestStep::kWho);
  }
  void PastWho(const std::string& words, const std::string& category = "elderly") {
    ToWho(words, category);
    flow.SetVisibility(Visibility::kAnonymous);
    flow.Next();
  }
  RequestBody Filed() {
    flow.SetAgreed(true);
    flow.Next();
    REQUIRE(flow.step() == RequestStep::kCheck);
    store.AnswerSlip();
    flow.Confirm();
    REQUIRE(store.filed.size() == 1);
    return store.filed[0].body;
  }
};

}  // namespace

TEST_CASE("a category alone asks nothing separately; words that touch it do") {
  ConsentScene scene;
  SUBCASE("the category is likely to, the words do not") {
    scene.PastWho("想问老年食堂什么时候开。");
    CHECK(scene.flow.detour() == RequestDetour::kNone);
    CHECK(scene.flow.step() == RequestStep::kConsent);
    CHECK(scene.Filed().sensitive.empty());
  }
  SUBCASE("the words do, whatever the category") {
    scene.PastWho("村路不平。老伴 住 院，接送难。", "road");
    REQUIRE(scene.flow.detour() == RequestDetour::kSensitive);
    const auto parts = scene.flow.SensitiveParts();
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].kind == "health");
    CHECK(parts[0].sentences == Names{"老伴 住 院，接送难。"});
  }
  SUBCASE("a longer word that only holds one does not") {
    scene.PastWho("养的牲口生病了，找不到人看。", "road");
    CHECK(scene.flow.step() == RequestStep::kConsent);
    CHECK(scene.flow.detour() == RequestDetour::kNone);
  }
}

TEST_CASE("who agrees to each is on to the consent page, and the record says to what") {
  ConsentScene scene;
  scene.PastWho("老伴住院了。家里欠债。");
  REQUIRE(scene.flow.detour() == RequestDetour::kSensitive);
  scene.flow.GoOnFromSensitive();
  CHECK(scene.flow.problem() == RequestProblem::kAgreeSensitive);
  scene.flow.AnswerSensitive("health", true);
  scene.flow.GoOnFromSensitive();
  CHECK(scene.flow.detour() == RequestDetour::kSensitive);
  scene.flow.AnswerSensitive("money", true);
  scene.flow.GoOnFromSensitive();
  CHECK(scene.flow.step() == RequestStep::kConsent);
  const RequestBody body = scene.Filed();
  CHECK(body.sensitive == Names{"health", "money"});
  CHECK(body.left_out.empty());
  CHECK(body.words == "老伴住院了。家里欠债。");
}

TEST_CASE("who does not agree files the rest: nothing of that part is in the record") {
  ConsentScene scene;
  SUBCASE("one sentence of several") {
    scene.PastWho("老伴住院了。家里欠债。请派人来看看。");
    scene.flow.AnswerSensitive("health", false);
    scene.flow.AnswerSensitive("money", true);
    scene.flow.GoOnFromSensitive();
    const RequestBody body = scene.Filed();
    CHECK(body.words == "家里欠债。请派人来看看。");
    CHECK(body.sensitive == Names{"money"});
    CHECK(body.left_out == Names{"health"});
    CHECK(scene.flow.words().text() == "老伴住院了。家里欠债。请派人来看看。");
  }
  SUBCASE("all that was said") {
    scene.PastWho("老伴住院了");
    scene.flow.AnswerSensitive("health", false);
    scene.flow.GoOnFromSensitive();
    const RequestBody body = scene.Filed();
    CHECK(body.words.empty());
    CHECK(body.category == "elderly");
    CHECK(body.left_out == Names{"health"});
  }
  SUBCASE("a voice message, into which nobody can look") {
    scene.flow.SetVoice(Spoken());
    scene.PastWho("请派人来看看。");
    REQUIRE(scene.flow.detour() == RequestDetour::kSensitive);
    CHECK(scene.flow.SensitiveParts().size() == 2);
    for (const char* kind : {"health", "money"}) scene.flow.AnswerSensitive(kind, false);
    scene.flow.GoOnFromSensitive();
    CHECK_FALSE(scene.flow.Choice().voice);
    const RequestBody body = scene.Filed();
    CHECK(body.words == "请派人来看看。");
    CHECK(body.attachments.empty());
  }
}

TEST_CASE("a voice message asks only in a category that is likely to need it") {
  ConsentScene scene;
  scene.flow.SetVoice(Spoken());
  scene.PastWho("路不平。", "road");
  CHECK(scene.flow.step() == RequestStep::kConsent);
  CHECK(scene.flow.detour() == RequestDetour::kNone);
}

TEST_CASE(
    "who would rather say it differently comes back to the words, and is asked by the new ones") {
  ConsentScene scene;
  scene.PastWho("老伴住院了。");
  scene.flow.ChangeSensitiveWords();
  CHECK(scene.flow.step() == RequestStep::kWords);
  SUBCASE("nothing touches it any more") {
    scene.flow.words().Set("请派人来看看。");
    scene.flow.Next();
    scene.flow.Next();
    CHECK(scene.flow.step() == RequestStep::kConsent);
    CHECK(scene.flow.detour() == RequestDetour::kNone);
    CHECK(scene.Filed().left_out.empty());
  }
  SUBCASE("something else does") {
    scene.flow.words().Set("家里欠债。");
    scene.flow.Next();
    scene.flow.Next();
    REQUIRE(scene.flow.detour() == RequestDetour::kSensitive);
    CHECK(scene.flow.SensitiveParts()[0].kind == "money");
  }
}

TEST_CASE("an answer can be changed by going back, and words changed at the end are asked about") {
  ConsentScene scene;
  scene.PastWho("老伴住院了。请派人来。");
  scene.flow.AnswerSensitive("health", true);
  scene.flow.GoOnFromSensitive();
  CHECK(scene.flow.Back());
  REQUIRE(scene.flow.detour() == RequestDetour::kSensitive);
  scene.flow.AnswerSensitive("health", false);
  scene.flow.GoOnFromSensitive();
  scene.flow.SetAgreed(true);
  scene.flow.Next();
  REQUIRE(scene.flow.step() == RequestStep::kCheck);
  CHECK(scene.flow.FiledWords() == "请派人来。");
  scene.flow.EditFromCheck(RequestStep::kWords);
  scene.flow.words().Set("家里欠债。");
  scene.flow.Next();
  REQUIRE(scene.flow.detour() == RequestDetour::kSensitive);
  scene.flow.AnswerSensitive("money", true);
  scene.flow.GoOnFromSensitive();
  CHECK(scene.flow.step() == RequestStep::kCheck);
}

TEST_CASE("words that were changed and left by going back are asked about before they are filed") {
  ConsentScene scene;
  scene.PastWho("请派人来。");
  scene.flow.SetAgreed(true);
  scene.flow.Next();
  scene.flow.EditFromCheck(RequestStep::kWords);
  scene.flow.words().Set("家里欠债。请派人来。");
  scene.flow.Back();
  REQUIRE(scene.flow.step() == RequestStep::kCheck);
  scene.store.AnswerSlip();
  scene.flow.Confirm();
  CHECK(scene.store.filed.empty());
  REQUIRE(scene.flow.detour() == RequestDetour::kSensitive);
  scene.flow.AnswerSensitive("money", false);
  scene.flow.GoOnFromSensitive();
  scene.flow.Confirm();
  REQUIRE(scene.store.filed.size() == 1);
  CHECK(scene.store.filed[0].body.words == "请派人来。");
  CHECK(scene.store.filed[0].body.left_out == Names{"money"});
}

TEST_CASE("names written into one field are all understood, however they are parted") {
  CHECK(NamesIn("甲、乙，丙 丁\u3000戊\n己;庚；辛/壬") ==
        Names{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬"});
  CHECK(NamesIn("1. 示例甲 2. 示例乙") == Names{"示例甲", "示例乙"});
  CHECK(NamesIn("1、示例甲\n２．示例乙") == Names{"示例甲", "示例乙"});
  CHECK(NamesIn("买买提·示例 𬱖㛃") == Names{"买买提·示例", "𬱖㛃"});
  CHECK(NamesIn(" 、，\n").empty());
}

TEST_CASE(
    "no more representatives than five, nor than there are people, and none is dropped unsaid") {
  ConsentScene scene;
  scene.ToWho("路不平。", "road");
  scene.flow.SetVisibility(Visibility::kNamed);
  scene.flow.name().Insert("示例甲");
  scene.flow.SetHeadCount(3);
  scene.flow.representatives().Insert("甲、乙，丙 丁");
  CHECK(scene.flow.Representatives().size() == 4);
  scene.flow.Next();
  CHECK(scene.flow.problem() == RequestProblem::kTooManyRepresentatives);
  CHECK(scene.flow.step() == RequestStep::kWho);
  scene.flow.SetHeadCount(9);
  scene.flow.representatives().Set("甲 乙 丙 丁 戊 己");
  CHECK(scene.flow.MostRepresentatives() == 5);
  scene.flow.Next();
  CHECK(scene.flow.problem() == RequestProblem::kTooManyRepresentatives);
  scene.flow.representatives().Set("甲 乙 丙 丁 戊");
  scene.flow.Next();
  CHECK(scene.flow.step() == RequestStep::kConsent);
  CHECK(scene.Filed().representatives == Names{"甲", "乙", "丙", "丁", "戊"});
}

TEST_CASE("fewer people than representatives is seen before it is filed, whatever came last") {
  ConsentScene scene;
  scene.ToWho("路不平。", "road");
  scene.flow.SetVisibility(Visibility::kMembersOnly);
  scene.flow.name().Insert("示例甲");
  scene.flow.SetHeadCount(3);
  scene.flow.representatives().Insert("甲 乙 丙");
  scene.flow.Next();
  scene.flow.SetAgreed(true);
  scene.flow.Next();
  scene.flow.EditFromCheck(RequestStep::kWho);
  scene.flow.SetHeadCount(2);
  scene.flow.Next();
  CHECK(scene.flow.problem() == RequestProblem::kTooManyRepresentatives);
  scene.flow.SetHeadCount(1);
  CHECK(scene.flow.Representatives().empty());
}

TEST_CASE("nothing that a page offers lets the studio's members read a request") {
  for (const Visibility visibility :
       {Visibility::kNamed, Visibility::kMembersOnly, Visibility::kAnonymous}) {
    ConsentScene scene;
    scene.ToWho("路不平。", "road");
    scene.flow.SetVisibility(visibility);
    scene.flow.name().Insert("示例甲");
    scene.flow.Next();
    const SenderChoice told = scene.flow.Choice();
    const RequestBody body = scene.Filed();
    CHECK_FALSE(body.members_may_read);
    // What was told before is the choice that it is sealed by.
    CHECK(ReadershipOf(ChoiceOf(body)).county == ReadershipOf(told).county);
    CHECK(ReadershipOf(ChoiceOf(body)).unit == ReadershipOf(told).unit);
    CHECK_FALSE(ReadershipOf(ChoiceOf(body)).studio.Any());
  }
}

}  // namespace studio
