#include "shared/safety/safety_kinds.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/safety/safety_text.h"

namespace studio {

Result<SafetyKinds> SafetyKinds::Of(const std::vector<Safety::Kind>& kinds) {
  const auto wrong = [](const std::string& what) {
    return Fail(ErrorKind::kMalformed, "safety: " + what);
  };
  if (kinds.size() > kMaxKinds) return wrong("there are too many kinds");
  SafetyKinds made;
  std::size_t count = 0;
  for (const Safety::Kind& kind : kinds) {
    const std::string place = "the kind <" + kind.name.substr(0, 60) + ">";
    if (kind.name.empty() || kind.name.size() > 60 ||
        kind.name.find_first_of("<>") != kind.name.npos) {
      return wrong(place + " has no name that can be written");
    }
    if (made.LetterOf(kind.name) != 0) return wrong(place + " is there twice");
    const auto letter = static_cast<char32_t>(kFirstKind + made.names_.size());
    made.names_.push_back(kind.name);
    for (const std::string& text : kind.any) {
      std::u32string word;
      for (const SafetyText::Character& c : CleanForSafety(text).characters) {
        if (c.mark != SafetyText::Mark::kNone || c.point == U'|') {
          return wrong(place + ": \"" + text.substr(0, 60) + "\" has a mark");
        }
        word += c.point >= U'0' && c.point <= U'9' ? U'0' : c.point;
      }
      if (word.empty() || word.size() > kMaxKindWordLength) {
        return wrong(place + ": \"" + text.substr(0, 60) + "\" is too short or too long");
      }
      if (++count > kMaxKindWords) return wrong(place + ": all words together are too many");
      std::u32string& of = made.words_[word];
      if (of.empty() || of.back() != letter) of += letter;
      made.longest_ = std::max(made.longest_, word.size());
    }
  }
  return made;
}

SafetyKinds::Word SafetyKinds::At(const std::u32string& letters, std::size_t begin,
                                  std::size_t end) const {
  for (std::size_t length = std::min(longest_, end - begin); length > 0; --length) {
    const auto found = words_.find(letters.substr(begin, length));
    if (found != words_.end()) return {length, &found->second};
  }
  return {};
}

char32_t SafetyKinds::LetterOf(std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  return found == names_.end() ? 0 : static_cast<char32_t>(kFirstKind + (found - names_.begin()));
}

}  // namespace studio
