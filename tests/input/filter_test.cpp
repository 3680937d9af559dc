#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "corpus.h"
#include "input/ink/ink_model.h"
#include "input/words/input_data.h"
#include "input/words/keyboard_engine.h"
#include "test_support/temp_folder.h"

namespace studio {
namespace {

std::vector<std::string> ListLines() {
  std::ifstream in(std::string(STUDIO_SOURCE_DIR) + "/assets/input/filter_words.txt");
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') lines.push_back(line);
  }
  return lines;
}

// The candidates that the list forbids, read as the list's own heading explains it.
std::vector<std::string> Forbidden(const std::vector<std::string>& candidates) {
  static const std::vector<std::string> lines = ListLines();
  REQUIRE(lines.size() > 100);
  std::vector<std::string> forbidden;
  for (const std::string& candidate : candidates) {
    for (const std::string& line : lines) {
      // Those with + are left to the test of the words that share characters with others.
      const bool shares = line.front() == '+' || line.back() == '+';
      if (line.front() == '~' || shares) continue;
      const bool whole = line.front() == '=';
      if (whole ? candidate == line.substr(1) : candidate.find(line) != std::string::npos) {
        forbidden.push_back(candidate);
      }
    }
  }
  return forbidden;
}

const std::vector<std::string> kRude{"jiba",      "shabi",        "tamade",           "caonima",
                                     "wangbadan", "kouj",         "koujiao",          "diao",
                                     "bi",        "nishigeshabi", "tashigewangbadan", "sabi"};

}  // namespace

TEST_CASE("no list over the phrases, at any key, has a word of the filter") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  for (const char* file : {"phrases_open.tsv", "phrases_aside.tsv"}) {
    for (const Phrase& phrase : PhrasesOf(file)) {
      for (const std::string& keys : {phrase.exact, phrase.accented}) {
        const auto session = engine->Begin(PhraseMode::kPinyin);
        for (const char key : keys) {
          session->Press(key);
          CHECK(Forbidden(session->Offer().candidates).empty());
        }
        CHECK(Forbidden(Offered(*engine, PhraseMode::kPinyin, keys, 5)).empty());
      }
    }
  }
}

TEST_CASE("rude keys find nothing rude, and would without the filter") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  for (const std::string& keys : kRude) {
    CHECK(Forbidden(Offered(*engine, PhraseMode::kPinyin, keys, 20)).empty());
  }
  engine->SetFilter({});
  for (const char* keys : {"jiba", "shabi", "tamade", "nishigeshabi", "koujiao"}) {
    CHECK_FALSE(Forbidden(Offered(*engine, PhraseMode::kPinyin, keys, 20)).empty());
  }
}

TEST_CASE("what the filter hides leaves no hole in a page") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  engine->SetFilter({});
  const auto all = Offered(*engine, PhraseMode::kPinyin, "shi", 1);
  engine->SetFilter(FilterWords({all[0], all[3]}));
  const auto rest = Offered(*engine, PhraseMode::kPinyin, "shi", 1);
  CHECK(rest.size() == kCandidatesPerPage);
  CHECK(rest[0] == all[1]);
  CHECK(rest[2] == all[4]);
}

TEST_CASE("strokes and the county's own words pass through the filter as well") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  for (const Stroked& character : StrokedCharacters()) {
    for (std::size_t n = 1; n <= character.keys.size(); ++n) {
      const auto keys = character.keys.substr(0, n);
      CHECK(Forbidden(Offered(*engine, PhraseMode::kStroke, keys, 5)).empty());
    }
  }
  engine->SetCountyWords({{"傻逼村", "sha bi cun"}});
  CHECK(Forbidden(Offered(*engine, PhraseMode::kPinyin, "shabicun", 5)).empty());
  engine->SetFilter(FilterWords({"村"}));
  const auto strokes = Offered(*engine, PhraseMode::kStroke, "hspnhsn", 5);
  CHECK(std::find(strokes.begin(), strokes.end(), "村") == strokes.end());
}

TEST_CASE("handwriting passes through the filter, and a page stays full") {
  const TempFolder folder;
  std::ofstream(folder.path() / kFilterFile) << "村\n";
  const Drawn drawn = DrawnCharacters().front();
  const auto plain = InkModel::Open(kInkModel, CompiledData());
  const auto filtered = InkModel::Open(kInkModel, folder.path());
  REQUIRE(plain);
  REQUIRE(filtered);
  CHECK(plain->Rank(drawn.ink).front() == "村");
  const auto ranked = filtered->Rank(drawn.ink);
  CHECK(ranked.size() == kCandidatesPerPage);
  CHECK(std::find(ranked.begin(), ranked.end(), "村") == ranked.end());
  for (const Drawn& character : DrawnCharacters()) {
    CHECK(Forbidden(plain->Rank(character.ink)).empty());
  }
}

TEST_CASE("everyday words that have a rude one inside are offered") {
  const FilterWords filter = FilterWords::Load(CompiledData() / kFilterFile).value();
  for (const char* fine : {"路口交通", "我操心", "牛犊子", "人兽医", "爷爷奶奶子女", "操场", "日子",
                           "打炮仗", "杂种玉米", "一次性交清", "几把椅子", "小儿麻痹"}) {
    CHECK_FALSE(filter.Hides(fine));
  }
  for (const char* fine : {"一夜情况", "一夜情绪", "体操你们", "广播体操你来", "节日你妈妈来",
                           "王八点来", "一只鸡八个", "支那边的人", "养狗日子", "羊毛片区",
                           "鸡婆婆喂", "过去你妈妈", "乡下贱卖", "注射精液", "妈妈逼我"}) {
    CHECK_FALSE_MESSAGE(filter.Hides(fine), fine);
  }
  for (const char* rude :
       {"操你妈", "我操你", "操你妈妈", "老王八", "王八蛋", "一夜情", "搞一夜情", "支那", "日你妈",
        "去你妈的", "妈逼", "卖逼", "狗日的", "毛片", "下贱"}) {
    CHECK_MESSAGE(filter.Hides(rude), rude);
  }
  CHECK(filter.Hides("口交"));
  CHECK(filter.Hides("他是个傻逼"));
  CHECK_FALSE(FilterWords::Load("/nowhere/list"));
}

}  // namespace studio
