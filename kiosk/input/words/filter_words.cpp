#include "input/words/filter_words.h"

#include <algorithm>
#include <fstream>

#include "input/words/input_data.h"

namespace studio {
namespace {

constexpr std::size_t kCharacter = 3;  // bytes of a Chinese one
constexpr std::size_t kLongest = 4 * kCharacter;

Result<std::vector<std::string>> LinesOf(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(std::move(line));
  }
  if (!in.eof()) return Fail(ErrorKind::kStorage, "cannot read " + file.string());
  return lines;
}

}  // namespace

FilterWords::FilterWords(std::vector<std::string> lines, std::vector<std::string> neighbours)
    : neighbours_(std::make_move_iterator(neighbours.begin()),
                  std::make_move_iterator(neighbours.end())) {
  for (std::string& line : lines) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '=') {
      wholes_.insert(line.substr(1));
    } else if (line.front() == '~') {
      spelled_.push_back(line.substr(1));
    } else {
      Word word;
      word.may_end_other = line.front() == '+';
      word.may_begin_other = line.back() == '+';
      word.text = line.substr(word.may_end_other);
      if (word.may_begin_other) word.text.pop_back();
      anywhere_.push_back(std::move(word));
    }
  }
}

Result<FilterWords> FilterWords::Load(const std::filesystem::path& file) {
  auto lines = LinesOf(file);
  if (!lines) return tl::unexpected(lines.error());
  auto neighbours = LinesOf(file.parent_path() / kNeighboursFile);
  return FilterWords(std::move(*lines),
                     neighbours ? std::move(*neighbours) : std::vector<std::string>{});
}

bool FilterWords::Hides(std::string_view text) const {
  return wholes_.contains(text) ||
         std::any_of(anywhere_.begin(), anywhere_.end(), [&](const Word& word) {
           for (std::size_t at = text.find(word.text); at != text.npos;
                at = text.find(word.text, at + 1)) {
             if (Stands(word, text, at)) return true;
           }
           return false;
         });
}

bool FilterWords::WantsSpelling(std::string_view text) const {
  return std::any_of(spelled_.begin(), spelled_.end(), [&](const std::string& word) {
    return text.find(word) != std::string_view::npos;
  });
}

// Whether it is that word, and no part of its neighbours.
bool FilterWords::Stands(const Word& word, std::string_view text, std::size_t at) const {
  const std::size_t end = at + word.text.size();
  const auto shared = [&](std::size_t from, std::size_t to) {
    return to - from <= kLongest && neighbours_.contains(text.substr(from, to - from));
  };
  for (std::size_t inside = at + kCharacter; inside < end; inside += kCharacter) {
    for (std::size_t out = kCharacter; out < kLongest; out += kCharacter) {
      if (word.may_end_other && out <= at && shared(at - out, inside)) return false;
      if (word.may_begin_other && end + out <= text.size() && shared(inside, end + out))
        return false;
    }
  }
  return true;
}

}  // namespace studio
