// Points beside patterns: how they are written, the windows they are summed in, what they decide.
#include "shared/safety/safety_points.h"

#include <doctest/doctest.h>

#include "shared/safety/safety_check.h"

namespace studio {
namespace {

std::string ListWith(const std::string& points) {
  return R"({"danger":[{"id":"d","patterns":[{"any":["着火"]}]}],)"
         R"("kinds":[{"name":"老","any":["奶奶","老人"]},{"name":"水","any":["河里","河","84"]},)"
         R"({"name":"地","any":["河"]}],)"
         R"("not_ours":[{"id":"court","patterns":[{"any":["判决"]}]}],"points":[)" +
         points + "]}";
}

Result<Safety> WithPoints(const std::string& runs, const std::string& id = "danger") {
  return SafetyFromJson(ListWith(R"({"id":")" + id +
                                 R"(","base":-50,"least":100,"with_pattern":-100,"runs":{)" + runs +
                                 "}}"));
}

SafetyFindings Look(const std::string& runs, std::string_view words) {
  const auto list = WithPoints(runs);
  REQUIRE(list);
  return list->check->Look(words);
}

TEST_CASE("runs count once each, at the edges of clauses, with digits as one sign") {
  const auto sees = [](const std::string& runs, std::string_view words) {
    return !Look(runs, words).danger.empty();
  };
  CHECK(sees(R"("没气":150)", "他没气了"));
  CHECK_FALSE(sees(R"("没气":149)", "他没气了"));
  CHECK_FALSE(sees(R"("没气":149)", "没气没气,没气"));
  CHECK(sees(R"("没":50,"气":50,"了|气":50)", "没了 气了"));
  CHECK(sees(R"("没气":150)", "他 没 气 了"));
  CHECK(sees(R"("|救":150)", "快来,救人"));
  CHECK_FALSE(sees(R"("|救":150)", "来救人"));
  CHECK(sees(R"("命|":150)", "救命!"));
  CHECK(sees(R"("气|了":150)", "没气,了"));
  CHECK(sees(R"("00|":150)", "打了45"));
  CHECK(sees(R"("ab":150)", "ＡB"));
  CHECK_FALSE(sees(R"("ab":150)", ""));
  CHECK_FALSE(sees(R"("ab":150)", "。。"));
}

TEST_CASE("two characters of a clause count in their order, with one to three between") {
  const auto sees = [](std::string_view words) {
    return !Look(R"("没_气":150)", words).danger.empty();
  };
  CHECK(sees("没了气"));
  CHECK(sees("没有一点气了"));
  CHECK_FALSE(sees("没有了一点气"));
  CHECK_FALSE(sees("没气"));
  CHECK_FALSE(sees("气都没"));
  CHECK_FALSE(sees("没有,气"));
}

TEST_CASE("a kind counts for each of its words, alone, beside something, and before another") {
  const auto sees = [](const std::string& runs, std::string_view words) {
    return !Look(runs, words).danger.empty();
  };
  CHECK(sees(R"("<老>":150)", "奶奶来了"));
  CHECK(sees(R"("<老>":150)", "这个老人"));
  CHECK_FALSE(sees(R"("<老>":150)", "奶,奶来了"));
  CHECK_FALSE(sees(R"("<老>":149)", "奶奶和老人"));
  CHECK(sees(R"("<老>掉":150)", "奶奶掉了"));
  CHECK(sees(R"("掉<水>":150)", "掉河里"));
  CHECK(sees(R"("|<老>":150)", "快,奶奶"));
  CHECK(sees(R"("<水>|":150)", "掉河,快"));
  CHECK(sees(R"("<老><水>":150)", "奶奶河里洗菜"));
  CHECK(sees(R"("<水>":150)", "喝了４８"));  // a digit is as good as another
  // The longest word counts, and all its kinds.
  CHECK(sees(R"("<水>":75,"<地>":75)", "河边"));
  CHECK_FALSE(sees(R"("<水>":75,"<地>":75)", "河里"));
  CHECK(sees(R"("<老>…<水>":150)", "奶奶走了,走到河里"));
  CHECK(sees(R"("<老>…<水>":150)", "奶奶河里"));
  CHECK_FALSE(sees(R"("<老>…<水>":150)", "河里有个老人"));
  CHECK(Look(R"("<老>…<水>":150)", "奶奶在河里").danger[0].pattern == "points 100: <老>…<水> +150");
}

TEST_CASE("pairs of kinds count in one window of a long text, and not over many") {
  std::string far;
  for (int i = 0; i < 20; ++i) far += "路灯坏了要修一修吧,";
  const std::string runs = R"("<老>…<水>":400)";
  CHECK(Look(runs, far + "奶奶掉到河里," + far).danger.size() == 1);
  CHECK(Look(runs, "奶奶说," + far + "河里").danger.empty());
}

TEST_CASE("a finding by points has the window's words and says which runs counted most") {
  const SafetyFindings found = Look(R"("没气":180,"他":-10)", "他没气了");
  REQUIRE(found.danger.size() == 1);
  CHECK(found.danger[0].id == "danger");
  CHECK(found.danger[0].words == "他没气了");
  CHECK(found.danger[0].pattern == "points 120: 没气 +180, 他 -10");
}

TEST_CASE("a pattern counts unless the points speak against it") {
  CHECK(Look(R"("演":-50)", "台上演着火").danger.size() == 1);
  const SafetyFindings found = Look(R"("演":-51)", "台上演着火");
  CHECK(found.danger.empty());
  REQUIRE(found.excused.size() == 1);
  CHECK(found.excused[0].excuse == "points -101");
  // Where a pattern counts its words say what it is about.
  const SafetyFindings both = Look(R"("着火":300)", "屋里着火");
  REQUIRE(both.danger.size() == 1);
  CHECK(both.danger[0].id == "d");
}

TEST_CASE("a matter has points of its own") {
  const auto list = WithPoints(R"("官司":200,"下棋":-200)", "court");
  REQUIRE(list);
  const SafetyFindings found = list->check->Look("打官司输了");
  CHECK(found.danger.empty());
  REQUIRE(found.not_ours.size() == 1);
  CHECK(found.not_ours[0].id == "court");
  CHECK(NotOursIn("打官司输了", *list)->id == "court");
  CHECK(NotOursIn("下棋的判决", *list) == nullptr);
  CHECK(NotOursIn("判决不公", *list)->id == "court");
}

TEST_CASE("in a long text each row of whole clauses is a window") {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "路灯坏了要修一修吧,";
  const std::string runs = R"("路":-100,"没气":400)";
  CHECK(Look(runs, words).danger.empty());
  const SafetyFindings found = Look(runs, words + "他没气了");
  REQUIRE(found.danger.size() == 1);
  CHECK(found.danger[0].words == "他没气了");
  CHECK(Look(runs, "他没气了," + words).danger.size() == 1);
  CHECK(Look(R"("路":-100,"没气":200)", "他没气了,路灯坏了").danger.empty());
  // A clause that is longer than a window is cut, and runs over the cut are seen.
  std::string endless;
  for (int i = 0; i < 50; ++i) endless += "灯";
  for (int i = 0; i < 30; ++i) {
    CAPTURE(i);
    CHECK(Look(runs, endless + "没气" + endless).danger.size() == 1);
    endless += "灯";
  }
}

TEST_CASE(
    "a part of a short text counts by itself where a list says how much more is asked of it") {
  const auto look = [](const std::string& parts, std::string_view words) {
    const auto list =
        SafetyFromJson(ListWith(R"({"id":"danger","base":-50,"least":100,"with_pattern":-100,)" +
                                parts + R"("runs":{"没气":200,"灯":-400}})"));
    REQUIRE(list);
    return list->check->Look(words);
  };
  const std::string lamp = ",路灯坏了修一修";
  const auto sees = [&](const std::string& parts, std::string_view words) {
    return look(parts, words).danger.size() == 1;
  };
  CHECK(sees(R"("parts":50,)", "我们爷爷他没气了" + lamp));
  CHECK(look(R"("parts":50,)", "我们爷爷他没气了" + lamp).danger[0].words == "我们爷爷他没气了");
  CHECK_FALSE(sees(R"("parts":51,)", "我们爷爷他没气了" + lamp));
  CHECK_FALSE(sees("", "我们爷爷他没气了" + lamp));
  // Of fewer than 8 characters, and of a text of fewer than 14.
  CHECK_FALSE(sees(R"("parts":0,)", "我爷爷他没气了" + lamp));
  CHECK_FALSE(sees(R"("parts":0,)", "我们爷爷他没气了,路灯坏了呀"));
  CHECK(sees(R"("parts":0,)", "我们爷爷他没气了,路灯坏了修呀"));
  // Of the whole no more is asked.
  CHECK(sees(R"("parts":100000,)", "我们爷爷他没气了,快来人快来人"));
  // A pattern that the whole outvotes counts by its part.
  CHECK(sees(R"("parts":50,)", "我们屋里着火了快" + lamp));
  CHECK(look(R"("parts":51,)", "我们屋里着火了快" + lamp).excused[0].excuse == "points -101");
  // Of a long text's windows nothing more is asked.
  std::string endless = "路";
  while (endless.size() < std::size_t{3} * 58) endless += "路";
  CHECK(sees(R"("parts":100000,)", "我们屋里着火了快。" + endless));
}

TEST_CASE("a danger that counts alone counts whatever is asked beside it") {
  const auto look = [](const std::string& questions, std::string_view words) {
    const auto list = SafetyFromJson(
        R"({"danger":[{"id":"d","patterns":[{"any":["不想活","快死{4}怎么办"]}]}],"questions":[)" +
        questions +
        R"(],"not_ours":[{"id":"court","patterns":[{"any":["判决"]}]}],"points":[)"
        R"({"id":"court","base":0,"least":100,"with_pattern":-100,"runs":{"怎么":-200}},)"
        R"({"id":"danger","base":0,"least":100,"with_pattern":-100,"runs":{)"
        R"("怎么":-200,"找谁":-200,"请问":-200,"热":-200,"好":99,"猪":-10}}]})");
    REQUIRE(list);
    return list->check->Look(words);
  };
  const std::string asked = R"x("怎么办|请问|啊","([该]找谁)")x";
  const auto sees = [&](std::string_view words) { return look(asked, words).danger.size() == 1; };
  for (const char* words : {"孩子不想活了怎么办", "孩子不想活了,怎么办?", "怎么办孩子不想活了",
                            "请问孩子不想活了该找谁", "孩子不想活了怎么办啊", "孩子不想活了 怎么办",
                            "孩子不想活了怎么办?好好的", "孩子不想活了", "孩子不想活了怎么办找谁",
                            "孩 子 不 想 活 了 怎 么 办", "路不好,孩子不想活了怎么办,修路"}) {
    CAPTURE(words);
    CHECK(sees(words));
    CHECK(look(asked, words).excused.empty());
  }
  CHECK(look("", "孩子不想活了怎么办").excused.size() == 1);
  CHECK(look(asked, "孩子不想活了怎么办").danger[0].words == "不想活");
  // What excuses it without the question does so with it, and a question within says something.
  CHECK_FALSE(sees("热得不想活了怎么办"));
  CHECK_FALSE(sees("不想活了怎么办的戏"));
  CHECK_FALSE(sees("怎么不想活"));
  // A question that a pattern has in it, something that is no danger, and nothing but a question.
  CHECK_FALSE(sees("猪快死了怎么办"));
  CHECK(look(asked, "判决怎么办").not_ours.empty());
  CHECK_FALSE(sees("怎么办"));
}

TEST_CASE("what is wrong with questions is said in a sentence, with the place") {
  const auto said = [](const std::string& questions) {
    const auto list = SafetyFromJson(R"({"questions":[)" + questions + "]}");
    REQUIRE_FALSE(list);
    return list.error().detail;
  };
  CHECK(said(R"("怎么{3}办")") == "safety: the question \"怎么{3}办\" is a word and has a gap");
  CHECK(said(R"("(找谁")") == "safety: the question \"(找谁\" has a bracket that nothing closes");
  std::string many = R"("找谁")";
  for (int i = 0; i < 500; ++i) many += R"(,"找谁")";
  CHECK(said(many) == "safety: there are too many questions");
}

TEST_CASE("what is wrong with points is said in a sentence, with the place") {
  const auto said = [](const std::string& points) {
    const auto list = SafetyFromJson(ListWith(points));
    REQUIRE_FALSE(list);
    return list.error().detail;
  };
  const auto of = [](const std::string& id, const std::string& runs) {
    return R"({"id":")" + id + R"(","base":0,"least":0,"with_pattern":0,"runs":{)" + runs + "}}";
  };
  const std::string no_run =
      " is no run of one to three characters as texts have them, and no kind";
  for (const char* run : {"", "四个字的", "没,", "没 气", "1", "A", "藥", "|", "||", "。", "没_|",
                          "<老>_水", "<火>", "老…水", "<老>…水", "<老>老老", "没_有气"}) {
    CAPTURE(run);
    CHECK(said(of("danger", "\"" + std::string(run) + "\":1")) ==
          "safety: points danger: \"" + std::string(run) + "\"" + no_run);
  }
  const auto said_of_kinds = [](const std::string& kinds) {
    const auto list = SafetyFromJson(R"({"kinds":[)" + kinds + "]}");
    REQUIRE_FALSE(list);
    return list.error().detail;
  };
  CHECK(said_of_kinds(R"({"name":"","any":[]})") ==
        "safety: the kind <> has no name that can be written");
  CHECK(said_of_kinds(R"({"name":"a>","any":[]})") ==
        "safety: the kind <a>> has no name that can be written");
  CHECK(said_of_kinds(R"({"name":"水","any":["河"]},{"name":"水","any":["江"]})") ==
        "safety: the kind <水> is there twice");
  CHECK(said_of_kinds(R"({"name":"水","any":["河,江"]})") ==
        "safety: the kind <水>: \"河,江\" has a mark");
  CHECK(said_of_kinds(R"({"name":"水","any":[" "]})") ==
        "safety: the kind <水>: \" \" is too short or too long");
  CHECK(said_of_kinds(R"({"name":"水"})") == "safety: field any is missing or wrong");
  CHECK(said(of("danger", R"("没":100001)")) ==
        "safety: points danger: \"没\" has too many points");
  CHECK(said(of("fire", "")) == "safety: points fire: there is no such matter");
  CHECK(said(of("danger", "") + "," + of("danger", "")) ==
        "safety: points danger: are there twice");
  CHECK(said(R"({"id":"danger","base":-100001,"least":0,"with_pattern":0,"runs":{}})") ==
        "safety: points danger: base, least and with_pattern are at most 100000");
  CHECK(said(R"({"id":"danger","base":0,"least":0,"with_pattern":0,"parts":-1,"runs":{}})") ==
        "safety: points danger: parts are 0 to 100000");
  CHECK(said(R"({"id":"danger","base":0,"least":0,"with_pattern":0,"parts":1,"runs":{}},)" +
             of("court", "")) == "safety: points court: either all have parts or none");
  for (const char* wrong :
       {R"({"id":"danger","base":0,"least":0,"with_pattern":0})",
        R"({"id":"danger","base":0,"least":0,"with_pattern":0,"runs":["没"]})",
        R"({"id":"danger","base":0,"least":0,"with_pattern":0,"runs":{"没":0.5}})",
        R"({"id":"danger","base":0,"least":0,"with_pattern":0,)"
        R"("runs":{"没":18446744073709551615}})"}) {
    CAPTURE(wrong);
    CHECK(said(wrong) == "safety: field runs is missing or wrong");
  }
}

}  // namespace
}  // namespace studio
