#include "shared/mechanism_file/mistakes.h"

#include <algorithm>

#include "shared/base/utf8.h"

namespace studio {
namespace {

std::u32string LettersOf(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) letters += NextCodePoint(text, at);
  return letters;
}

}  // namespace

std::size_t LettersApart(std::string_view one, std::string_view other) {
  const std::u32string a = LettersOf(one), b = LettersOf(other);
  std::vector<std::vector<std::size_t>> steps(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) steps[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) steps[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = steps[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      steps[i][j] = std::min({steps[i - 1][j] + 1, steps[i][j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        steps[i][j] = std::min(steps[i][j], steps[i - 2][j - 2] + 1);
      }
    }
  }
  return steps[a.size()][b.size()];
}

std::string Nearest(std::string_view word, const std::vector<std::string>& known) {
  constexpr std::size_t kLongest = 60;
  std::string nearest;
  if (word.size() > kLongest) return nearest;
  std::size_t best = std::max<std::size_t>(CountCharacters(word) / 3, 1) + 1;
  for (const std::string& one : known) {
    if (one.size() > kLongest) continue;
    const std::size_t distance = LettersApart(word, one);
    if (distance > 0 && distance < best) {
      best = distance;
      nearest = one;
    }
  }
  return nearest;
}

std::string MeantWord(std::string_view word, const std::vector<std::string>& known) {
  const std::string nearest = Nearest(word, known);
  return nearest.empty() ? "。" : "，是不是“" + nearest + "”？";
}

}  // namespace studio
