#include "app/saying/ready_sentence.h"

#include <algorithm>
#include <string>

namespace studio {
namespace {

constexpr std::string_view kJoin = "，";
// What may stand before a sentence and after one that has no mark of its own.
constexpr std::string_view kMarks[] = {"，", "。", "；", "！", "？", "、", ",", ".", "\n", " "};

bool EndsSo(std::string_view text) {
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return text.ends_with(mark); });
}

bool BeginsSo(std::string_view text) {
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return text.starts_with(mark); });
}

// Where it stands as a sentence, not as a part of other words; npos: nowhere.
std::size_t PlaceOf(std::string_view text, std::string_view sentence) {
  if (sentence.empty()) return text.npos;
  for (std::size_t at = text.find(sentence); at != text.npos; at = text.find(sentence, at + 1)) {
    const std::string_view before = text.substr(0, at), after = text.substr(at + sentence.size());
    const bool begins = before.empty() || EndsSo(before);
    if (begins && (after.empty() || EndsSo(sentence) || BeginsSo(after))) return at;
  }
  return text.npos;
}

}  // namespace

bool SaysSentence(std::string_view text, std::string_view sentence) {
  return PlaceOf(text, sentence) != text.npos;
}

bool AddSentence(TextDraft& words, std::string_view sentence) {
  words.MoveTo(words.text().size());
  const bool separate = !words.empty() && !EndsSo(words.text());
  const std::string addition = std::string(separate ? kJoin : "") + std::string(sentence);
  if (words.characters() + CountCharacters(addition) > words.limit()) return false;
  return words.Insert(addition);
}

void TakeOutSentence(TextDraft& words, std::string_view sentence) {
  const std::string& text = words.text();
  const std::size_t at = PlaceOf(text, sentence);
  if (at == text.npos) return;
  std::string before = text.substr(0, at), after = text.substr(at + sentence.size());
  if (after.starts_with(kJoin)) after.erase(0, kJoin.size());
  if (after.empty() && before.ends_with(kJoin)) before.resize(before.size() - kJoin.size());
  words.Set(before + after);
  words.MoveTo(before.size());
}

}  // namespace studio
