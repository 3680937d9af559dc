// Words that no candidate list shows: what is typed here is read by many. A list of data, applied
// when candidates are shown, so that it also catches what an engine composes.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/result.h"

namespace studio {

class FilterWords {
 public:
  FilterWords() = default;  // hides nothing
  explicit FilterWords(std::vector<std::string> lines);
  // A UTF-8 text file, a word a line; empty lines and lines that begin with # are skipped. A word
  // with = in front is hidden only where it is the whole candidate.
  // kStorage: it cannot be read.
  static Result<FilterWords> Load(const std::filesystem::path& file);

  bool Hides(std::string_view text) const;

 private:
  std::vector<std::string> anywhere_;
  std::set<std::string, std::less<>> wholes_;
};

}  // namespace studio
