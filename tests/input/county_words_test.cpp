#include <doctest/doctest.h>

#include <algorithm>

#include "corpus.h"
#include "input/words/keyboard_engine.h"

namespace studio {

TEST_CASE("a word of the county's comes first when its keys are typed") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  const std::string keys = "liutiaoheshuiguansuo";
  const auto before = Offered(*engine, PhraseMode::kPinyin, keys, 5);
  CHECK(std::find(before.begin(), before.end(), "柳条河水管所") == before.end());
  engine->SetCountyWords({{"柳条河水管所", "liu tiao he shui guan suo"}});
  CHECK(Offered(*engine, PhraseMode::kPinyin, keys).front() == "柳条河水管所");
}

TEST_CASE("a word of the county's is found under the studio's spelling, and no other") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  engine->SetCountyWords({{"柳条河水管所", "liu tiao he shui guan suo"}});
  const auto first = [&](Spelling spelling, const char* keys) {
    engine->SetSpelling(spelling);
    return Offered(*engine, PhraseMode::kPinyin, keys).front();
  };
  CHECK(first(Spelling::kSouthern, "niutiaohesuiguanshuo") == "柳条河水管所");
  CHECK(first(Spelling::kStandard, "niutiaohesuiguanshuo") != "柳条河水管所");
  CHECK(first(Spelling::kWide, "riutiaofesuiguansuo") == "柳条河水管所");
  CHECK(first(Spelling::kSouthern, "riutiaofesuiguansuo") != "柳条河水管所");
}

TEST_CASE("keys after a word of the county's stay when it is chosen") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  engine->SetCountyWords({{"柳条河水管所", "liu tiao he shui guan suo"}});
  const auto session = engine->Begin(PhraseMode::kPinyin);
  for (const char key : std::string("liutiaoheshuiguansuoludeng")) session->Press(key);
  const auto offered = session->Offer().candidates;
  const auto found = std::find(offered.begin(), offered.end(), "柳条河水管所");
  REQUIRE(found != offered.end());
  CHECK(session->Choose(static_cast<std::size_t>(found - offered.begin())) == "柳条河水管所");
  CHECK(session->Offer().typed == "lu deng");
  CHECK(session->Offer().candidates.front() == "路灯");
}

TEST_CASE("the keys of a word may have apostrophes, and spell it whole to have it first") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  engine->SetCountyWords({{"西安里", "xi an li"}, {"无", ""}, {"写错村", "xieq cun"}});
  const auto place = [&](const char* keys) {
    const auto offered = Offered(*engine, PhraseMode::kPinyin, keys);
    return std::find(offered.begin(), offered.end(), "西安里") - offered.begin();
  };
  CHECK(place("xi'anli") == 0);
  CHECK(place("xianli") == 0);
  CHECK(place("xianni") == 0);
  CHECK(place("xia") > 0);
}

TEST_CASE("a word of the county's is part of a sentence") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  engine->SetCountyWords({{"榆钱沟", "yu qian gou"}});
  CHECK(Offered(*engine, PhraseMode::kPinyin, "yuqiangoudeludenghuaile").front() ==
        "榆钱沟的路灯坏了");
}

}  // namespace studio
