// The tables of this folder: phrases with their pinyin, characters with their strokes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/saying/phrase_engine.h"
#include "shared/record/ink.h"

namespace studio {

struct Phrase {
  std::string text;
  std::string exact;     // keys, without spaces
  std::string accented;  // the same as somebody with a southern accent spells it
};

struct Drawn {
  std::string text;
  Ink ink;
};

struct Stroked {
  std::string text, keys;
};

std::vector<Phrase> PhrasesOf(const std::string& file);
// Of a file like ink_strokes.txt.
std::vector<Drawn> DrawnCharacters(const std::string& file = "ink_strokes.txt");
std::vector<Stroked> StrokedCharacters();

std::filesystem::path CompiledData();
// What is offered after the keys, page after page, at most so many pages.
std::vector<std::string> Offered(PhraseEngine& engine, PhraseMode mode, const std::string& keys,
                                 int pages = 1);

}  // namespace studio
