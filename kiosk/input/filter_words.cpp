#include "input/filter_words.h"

#include <algorithm>
#include <fstream>

namespace studio {

FilterWords::FilterWords(std::vector<std::string> lines) {
  for (std::string& line : lines) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '=') {
      wholes_.insert(line.substr(1));
    } else {
      anywhere_.push_back(std::move(line));
    }
  }
}

Result<FilterWords> FilterWords::Load(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(std::move(line));
  if (!in.eof()) return Fail(ErrorKind::kStorage, "cannot read " + file.string());
  return FilterWords(std::move(lines));
}

bool FilterWords::Hides(std::string_view text) const {
  return wholes_.contains(text) ||
         std::any_of(anywhere_.begin(), anywhere_.end(), [&](const std::string& word) {
           return text.find(word) != std::string_view::npos;
         });
}

}  // namespace studio
