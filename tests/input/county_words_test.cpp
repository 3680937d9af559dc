#include <doctest/doctest.h>

#include <algorithm>

#include "corpus.h"
#include "input/county_word_list.h"
#include "input/rime_engine.h"

namespace studio {

TEST_CASE("a word of the county's comes first when its keys are typed") {
  const auto engine = RimeEngine::Open(CompiledData());
  const std::string keys = "liutiaoheshuiguansuo";
  const auto before = Offered(*engine, PhraseMode::kPinyin, keys, 5);
  CHECK(std::find(before.begin(), before.end(), "柳条河水管所") == before.end());
  engine->SetCountyWords({{"柳条河水管所", "liu tiao he shui guan suo"}});
  CHECK(Offered(*engine, PhraseMode::kPinyin, keys).front() == "柳条河水管所");
}

TEST_CASE("a word of the county's is found under the studio's spelling, and no other") {
  const auto engine = RimeEngine::Open(CompiledData());
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
  const auto engine = RimeEngine::Open(CompiledData());
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

TEST_CASE("the keys of a word may have apostrophes, and must spell it whole") {
  const CountyWordList list({{"西安里", "xi an li"}, {"先", "xian"}, {"无", ""}},
                            Spelling::kSouthern);
  REQUIRE(list.Find("xi'anli").size() == 1);
  CHECK(list.Find("xi'anli")[0].keys == 7);
  CHECK(list.Find("xianni")[0].text == "西安里");
  CHECK(list.Find("xianni")[1].text == "先");
  CHECK(list.Find("xia").empty());
}

}  // namespace studio
