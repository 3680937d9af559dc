// Strokes to characters, at once and on the calling thread: InkRanking with what is there of
// tegaki's model and the table of strokes, then the filter. A character takes some milliseconds.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "input/ink/ink_ranking.h"
#include "input/words/filter_words.h"
#include "shared/base/result.h"
#include "shared/record/ink.h"

namespace studio {

class InkModel {
 public:
  // `data`: the folder of the keyboard's data, for the table and the filter list. kStorage: neither
  // model nor table can be read, or the list cannot.
  static Result<InkModel> Open(const std::filesystem::path& model,
                               const std::filesystem::path& data);
  // Whether the files are there that Open() needs.
  static bool Present(const std::filesystem::path& model, const std::filesystem::path& data);

  // At most kCandidatesPerPage characters, best first.
  std::vector<std::string> Rank(const Ink& ink) const;

 private:
  InkModel(InkRanking ranking, FilterWords filter);

  InkRanking ranking_;
  FilterWords filter_;
};

}  // namespace studio
