#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "corpus.h"
#include "input/words/keyboard_engine.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

struct Name {
  const char *text, *keys;
};

// Made up of common surnames and characters of given names; nobody in particular.
constexpr Name kNames[] = {
    {"王贵子", "wangguizi"},    {"李秀兰", "lixiulan"},    {"张建国", "zhangjianguo"},
    {"刘洋", "liuyang"},        {"陈桂英", "chenguiying"}, {"杨秀英", "yangxiuying"},
    {"赵玉梅", "zhaoyumei"},    {"黄海燕", "huanghaiyan"}, {"周志强", "zhouzhiqiang"},
    {"吴建华", "wujianhua"},    {"徐丽华", "xulihua"},     {"孙国庆", "sunguoqing"},
    {"胡春梅", "huchunmei"},    {"朱红", "zhuhong"},       {"高明", "gaoming"},
    {"林志远", "linzhiyuan"},   {"何秀珍", "hexiuzhen"},   {"郭德福", "guodefu"},
    {"马建军", "majianjun"},    {"罗玉兰", "luoyulan"},    {"梁大海", "liangdahai"},
    {"宋小平", "songxiaoping"}, {"郑桂花", "zhengguihua"}, {"谢文", "xiewen"},
    {"韩冰", "hanbing"},        {"唐凤", "tangfeng"},      {"冯玉珍", "fengyuzhen"},
    {"于海", "yuhai"},          {"董春花", "dongchunhua"}, {"萧红", "xiaohong"},
    {"程志明", "chengzhiming"}, {"曹国强", "caoguoqiang"}, {"袁丽", "yuanli"},
    {"邓小军", "dengxiaojun"},  {"许文静", "xuwenjing"},   {"傅强", "fuqiang"},
    {"沈佳怡", "shenjiayi"},    {"曾庆华", "zengqinghua"}, {"彭德", "pengde"},
    {"吕秀莲", "lvxiulian"},    {"苏文", "suwen"},         {"卢海涛", "luhaitao"},
    {"蒋丽娟", "jianglijuan"},  {"蔡明", "caiming"},       {"贾玉", "jiayu"},
    {"丁宁", "dingning"},       {"魏国", "weiguo"},        {"薛梅", "xuemei"},
    {"叶青", "yeqing"},         {"阎丽", "yanli"},         {"欧阳秀英", "ouyangxiuying"},
};

// Whether it can be written from first pages alone: whole, or beginning by beginning.
bool Written(PhraseSession& session, std::string rest) {
  while (!rest.empty()) {
    const PhraseOffer offer = session.Offer();
    std::size_t best = offer.candidates.size(), length = 0;
    for (std::size_t i = 0; i < offer.candidates.size(); ++i) {
      const std::string& candidate = offer.candidates[i];
      if (!rest.starts_with(candidate) || candidate.size() <= length) continue;
      best = i;
      length = candidate.size();
    }
    if (length == 0) return false;
    rest.erase(0, session.Choose(best).size());
  }
  return session.Offer().typed.empty();
}

}  // namespace

TEST_CASE("a name is written from the first page, whole or character by character") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  for (const Spelling spelling : {Spelling::kStandard, Spelling::kSouthern, Spelling::kWide}) {
    engine->SetSpelling(spelling);
    for (const Name& name : kNames) {
      const auto session = engine->Begin(PhraseMode::kNames);
      for (const char* key = name.keys; *key; ++key) REQUIRE(session->Press(*key));
      CHECK_MESSAGE(Written(*session, name.text), std::string(name.text));
    }
  }
}

TEST_CASE("most names stand first or nearly, and none begins with a ghost") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  int whole = 0;
  for (const Name& name : kNames) {
    const auto offered = Offered(*engine, PhraseMode::kNames, name.keys);
    whole += std::find(offered.begin(), offered.end(), name.text) != offered.end();
    REQUIRE(offered.size() >= 3);
    for (std::size_t i = 0; i < 3; ++i) {
      for (const char* odd : {"鬼", "烂", "男", "网", "死", "病", "臭", "屎", "狗", "猪"}) {
        CHECK_MESSAGE(offered[i].find(odd) == std::string::npos, offered[i]);
      }
    }
  }
  MESSAGE("whole on the first page: ", whole, " of ", std::size(kNames));
  CHECK(whole * 10 >= static_cast<int>(std::size(kNames)) * 8);
}

TEST_CASE("a rare character of a name is still found") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  for (const auto& [keys, text] : std::vector<std::pair<std::string, std::string>>{
           {"gui", "鬼"}, {"lan", "烂"}, {"wang", "网"}, {"yan", "彦"}}) {
    const auto offered = Offered(*engine, PhraseMode::kNames, keys, 40);
    CHECK_MESSAGE(std::find(offered.begin(), offered.end(), text) != offered.end(), text);
  }
}

TEST_CASE("xian is 先 and 西安, tian 天 and 提案, and an apostrophe tells which") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  const auto offers = [&](const char* keys, const char* text) {
    const auto offered = Offered(*engine, PhraseMode::kPinyin, keys);
    return std::find(offered.begin(), offered.end(), text) != offered.end();
  };
  for (const auto& [plain, one, parted, two] : std::vector<std::array<const char*, 4>>{
           {"xian", "先", "xi'an", "西安"}, {"tian", "天", "ti'an", "提案"}}) {
    CHECK(offers(plain, one));
    CHECK(offers(plain, two));
    CHECK(offers(parted, two));
    CHECK_FALSE(offers(parted, one));
  }
}

TEST_CASE("the sixty-fifth key is refused and loses nothing") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  const auto session = engine->Begin(PhraseMode::kPinyin);
  for (int i = 0; i < 16; ++i) {
    for (const char key : {'l', 'u', 'd', 'e'}) REQUIRE(session->Press(key));
  }
  const PhraseOffer before = session->Offer();
  CHECK_FALSE(session->Press('n'));
  CHECK(session->Offer().typed == before.typed);
  CHECK(session->Offer().candidates == before.candidates);
}

}  // namespace studio
