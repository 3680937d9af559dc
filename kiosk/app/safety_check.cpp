#include "app/safety_check.h"

namespace studio {
namespace {

std::string WithoutSpaces(std::string_view words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == ' ' || words[i] == '\n' || words[i] == '\t') continue;
    if (words.substr(i, 3) == "\u3000") {
      i += 2;
      continue;
    }
    out += words[i];
  }
  return out;
}

}  // namespace

std::vector<std::string> DangerWordsIn(std::string_view words, const Safety& safety) {
  const std::string text = WithoutSpaces(words);
  std::vector<std::string> found;
  for (const std::string& word : safety.danger_words) {
    if (!word.empty() && text.find(word) != std::string::npos) found.push_back(word);
  }
  return found;
}

const Safety::NotOurs* NotOursIn(std::string_view words, const Safety& safety) {
  const std::string text = WithoutSpaces(words);
  for (const Safety::NotOurs& matter : safety.not_ours) {
    for (const std::string& word : matter.words) {
      if (!word.empty() && text.find(word) != std::string::npos) return &matter;
    }
  }
  return nullptr;
}

}  // namespace studio
