// Words that no candidate list shows, or only to who has spelled them out: what is typed here is
// read by many. A list of data, applied when candidates are shown, so that it also catches what an
// engine composes.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace studio {

class FilterWords {
 public:
  FilterWords() = default;  // hides nothing
  // neighbours: words of the dictionary that may share a character with a marked one.
  explicit FilterWords(std::vector<std::string> lines, std::vector<std::string> neighbours = {});
  // A UTF-8 text file, a word a line; empty lines and lines that begin with # are skipped. Its
  // marks
  // (= + ~) are explained in its heading. The neighbours lie beside it (kNeighboursFile); without
  // them every word is hidden wherever it stands.
  // kStorage: it cannot be read.
  static Result<FilterWords> Load(const std::filesystem::path& file);

  bool Hides(std::string_view text) const;
  // It has a word in it that is shown only where it was spelled out.
  bool WantsSpelling(std::string_view text) const;

 private:
  struct Word {
    std::string text;
    bool may_end_other = false, may_begin_other = false;  // its first, its last characters
  };
  bool Stands(const Word& word, std::string_view text, std::size_t at) const;

  std::vector<Word> anywhere_;
  std::vector<std::string> spelled_;
  std::set<std::string, std::less<>> wholes_, neighbours_;
};

}  // namespace studio
