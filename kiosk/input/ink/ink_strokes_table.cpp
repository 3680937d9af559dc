#include "input/ink/ink_strokes_table.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string_view>

namespace studio {
namespace {

constexpr std::string_view kLetters = "hspnz";
constexpr std::size_t kLongestCode = 64;

}  // namespace

Result<InkStrokesTable> InkStrokesTable::Load(const std::filesystem::path& file) {
  const auto broken = [&] {
    return Fail(ErrorKind::kStorage, "cannot read the table of strokes " + file.string());
  };
  std::ifstream in(file);
  InkStrokesTable table;
  float commonest = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string text, frequency;
    if (!(fields >> text >> frequency)) return broken();
    const float weight = std::strtof(frequency.c_str(), nullptr) / 100;
    if (table.characters_.empty()) commonest = weight;
    const auto character = static_cast<std::uint32_t>(table.characters_.size());
    table.characters_.push_back({text, commonest - weight});
    for (std::string letters; fields >> letters;) {
      if (letters.size() > kLongestCode) return broken();
      Code code;
      code.character = character;
      for (const char letter : letters) {
        const std::size_t kind = kLetters.find(letter);
        if (kind == kLetters.npos) return broken();
        code.kinds.push_back(static_cast<std::uint8_t>(kind));
        ++code.counts[kind];
      }
      table.codes_.push_back(std::move(code));
    }
  }
  if (table.codes_.empty()) return broken();
  std::sort(table.codes_.begin(), table.codes_.end(),
            [](const Code& a, const Code& b) { return a.kinds < b.kinds; });
  for (std::size_t i = 1; i < table.codes_.size(); ++i) {
    const auto &before = table.codes_[i - 1].kinds, &kinds = table.codes_[i].kinds;
    const auto end = std::mismatch(before.begin(), before.end(), kinds.begin(), kinds.end());
    table.codes_[i].shared = static_cast<std::uint8_t>(end.first - before.begin());
  }
  return table;
}

}  // namespace studio
