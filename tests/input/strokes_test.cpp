#include <doctest/doctest.h>
#include <iconv.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>

#include "corpus.h"
#include "input/words/keyboard_engine.h"

namespace studio {
namespace {

// The characters of GB 2312, 6,763 in two levels: everyday ones, and nearly all others in use.
std::set<std::string> StandardCharacters(int first_row, int last_row) {
  const iconv_t converter = iconv_open("UTF-8", "GB2312");
  std::set<std::string> characters;
  for (int row = first_row; row <= last_row; ++row) {
    for (int cell = 1; cell <= 94; ++cell) {
      char in[] = {static_cast<char>(row + 0xa0), static_cast<char>(cell + 0xa0)}, out[8];
      char *from = in, *to = out;
      std::size_t left = sizeof in, room = sizeof out;
      if (iconv(converter, &from, &left, &to, &room) == 0) characters.emplace(out, to);
    }
  }
  iconv_close(converter);
  return characters;
}

// Debian's strokes: the codes of each character.
std::map<std::string, std::vector<std::string>> Codes() {
  std::ifstream in("/usr/share/rime-data/stroke.dict.yaml");
  std::map<std::string, std::vector<std::string>> codes;
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t');
    if (tab != std::string::npos) codes[line.substr(0, tab)].push_back(line.substr(tab + 1));
  }
  return codes;
}

}  // namespace

TEST_CASE("the characters of a sentence are the first that their strokes offer") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  for (const Stroked& character : StrokedCharacters()) {
    CAPTURE(character.text);
    CHECK(Offered(*engine, PhraseMode::kStroke, character.keys).front() == character.text);
  }
}

TEST_CASE("strokes are shown as strokes, and begun ones offer everyday characters") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  const auto session = engine->Begin(PhraseMode::kStroke);
  CHECK_FALSE(session->Press('a'));
  for (const char key : std::string("hspnz")) CHECK(session->Press(key));
  CHECK(session->Offer().typed == "一丨丿丶乛");
  const auto begun = Offered(*engine, PhraseMode::kStroke, "pszh");
  CHECK(std::find(begun.begin(), begun.end(), "的") != begun.end());
}

TEST_CASE("standard characters are reached by their strokes") {
  const auto engine = KeyboardEngine::Open(CompiledData());
  const auto session = engine->Begin(PhraseMode::kStroke);
  const auto codes = Codes();
  // A sanitizer looks at the code, which is the same for each, and is thirty times slower.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  constexpr int kEvery = 20;
#else
  constexpr int kEvery = 1;
#endif
  int turn = 0;
  for (const auto& [name, rows] :
       {std::pair{"everyday", std::pair{16, 55}}, {"others", std::pair{56, 87}}}) {
    int all = 0, first_page = 0, reached = 0;
    for (const std::string& character : StandardCharacters(rows.first, rows.second)) {
      if (++turn % kEvery != 0) continue;
      ++all;
      const auto found = codes.find(character);
      if (found == codes.end()) continue;
      session->Clear();
      for (const char key : found->second.front()) session->Press(key);
      std::vector<std::string> offered = session->Offer().candidates;
      for (int page = 1; page < 3 && session->Offer().more; ++page) {
        session->Page(+1);
        for (std::string& text : session->Offer().candidates) offered.push_back(std::move(text));
      }
      const auto at = std::find(offered.begin(), offered.end(), character) - offered.begin();
      if (at < static_cast<std::ptrdiff_t>(kCandidatesPerPage)) ++first_page;
      if (at < static_cast<std::ptrdiff_t>(offered.size())) ++reached;
    }
    std::printf("strokes, GB 2312 %s: %d characters, %d in the first eight, %d in three pages\n",
                name, all, first_page, reached);
    CHECK(first_page >= all * 98 / 100);
    CHECK(reached >= all * 99 / 100);
  }
}

}  // namespace studio
