#include "app/rules/sensitive_words.h"

#include <algorithm>
#include <array>

#include "app/base/mark_at.h"

namespace studio {
namespace {

using View = std::string_view;

constexpr std::array kEnds = {View("。"), View("！"), View("？"), View("；"),
                              View("!"),  View("?"),  View(";"),  View("\n")};
constexpr std::array kBlanks = {View(" "), View("\t"), View("\u3000")};

// Each with the mark that ends it.
std::vector<View> SentencesOf(View words) {
  std::vector<View> out;
  std::size_t begin = 0, at = 0;
  while (at < words.size()) {
    const std::size_t end = MarkAt(words.substr(at), kEnds);
    at += std::max<std::size_t>(end, 1);
    if (end == 0 && at < words.size()) continue;
    out.push_back(words.substr(begin, at - begin));
    begin = at;
  }
  return out;
}

// Nobody is asked less because of a blank between two characters.
std::string WithoutBlanks(View words) {
  std::string out;
  while (!words.empty()) {
    const std::size_t blank = MarkAt(words, kBlanks);
    if (blank == 0) out += words.front();
    words.remove_prefix(std::max<std::size_t>(blank, 1));
  }
  return out;
}

bool Touches(View sentence, const Safety::Sensitive& sensitive) {
  std::string text = WithoutBlanks(sentence);
  for (const std::string& innocent : sensitive.innocent) {
    if (innocent.empty()) continue;
    for (std::size_t at = 0; (at = text.find(innocent, at)) != std::string::npos;)
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), innocent.size(), ' ');
  }
  const auto& words = sensitive.words;
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return !word.empty() && text.find(word) != std::string::npos;
  });
}

}  // namespace

std::vector<SensitivePart> SensitivePartsIn(View words, const Category& category,
                                            const Safety& safety, bool spoken) {
  const std::vector<View> sentences = SentencesOf(words);
  std::vector<SensitivePart> out;
  for (const Safety::Sensitive& sensitive : safety.sensitive) {
    SensitivePart part{sensitive.kind, sensitive.name, {}, false};
    for (const View sentence : sentences)
      if (Touches(sentence, sensitive)) part.sentences.emplace_back(sentence);
    const auto& likely = category.sensitive;
    part.spoken = spoken && std::find(likely.begin(), likely.end(), part.kind) != likely.end();
    if (part.spoken || !part.sentences.empty()) out.push_back(std::move(part));
  }
  return out;
}

std::string WithoutSentences(View words, const std::vector<SensitivePart>& parts) {
  std::string out;
  for (const View sentence : SentencesOf(words)) {
    const bool left_out = std::any_of(parts.begin(), parts.end(), [&](const SensitivePart& part) {
      return std::find(part.sentences.begin(), part.sentences.end(), sentence) !=
             part.sentences.end();
    });
    if (!left_out) out += sentence;
  }
  return out;
}

}  // namespace studio
