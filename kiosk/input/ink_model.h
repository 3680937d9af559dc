// Strokes to characters, at once and on the calling thread: zinnia with tegaki's model of
// simplified characters. A character takes some ten milliseconds.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "input/filter_words.h"
#include "shared/ink.h"
#include "shared/result.h"

struct zinnia_recognizer_t;  // keeps zinnia.h in this room

namespace studio {

class InkModel {
 public:
  // `data`: the folder of the keyboard's data, for the filter list. kStorage: the model or the list
  // cannot be read.
  static Result<InkModel> Open(const std::filesystem::path& model,
                               const std::filesystem::path& data);

  // At most kCandidatesPerPage characters, best first.
  std::vector<std::string> Rank(const Ink& ink) const;

 private:
  struct Close {
    void operator()(zinnia_recognizer_t* recogniser) const;
  };
  using Recogniser = std::unique_ptr<zinnia_recognizer_t, Close>;

  InkModel(Recogniser recogniser, FilterWords filter);

  Recogniser recogniser_;
  FilterWords filter_;
};

}  // namespace studio
