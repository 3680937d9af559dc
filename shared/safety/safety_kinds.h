// Kinds of words for points: words that say much the same, so that what is learnt of one holds for
// the others. A kind is written <name>.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shared/base/result.h"
#include "shared/safety/safety_list.h"

namespace studio {

inline constexpr std::size_t kMaxKinds = 120, kMaxKindWords = 20'000, kMaxKindWordLength = 24;
// A kind as a letter: beyond all characters.
inline constexpr char32_t kFirstKind = 0x110000;

class SafetyKinds {
 public:
  // kMalformed: the detail is a sentence with the place.
  static Result<SafetyKinds> Of(const std::vector<Safety::Kind>& kinds);

  // The longest word of a kind that begins at a letter, as texts are folded. Length 0: none does.
  struct Word {
    std::size_t length = 0;
    const std::u32string* kinds = nullptr;  // as letters, ascending
  };
  Word At(const std::u32string& letters, std::size_t begin, std::size_t end) const;

  std::size_t size() const { return names_.size(); }
  std::string NameOf(char32_t kind) const { return names_[kind - kFirstKind]; }
  char32_t LetterOf(std::string_view name) const;  // 0: there is no such kind

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::u32string, std::u32string> words_;
  std::size_t longest_ = 0;
};

}  // namespace studio
