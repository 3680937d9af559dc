// Which strokes the characters are written with, and how common they are; made at build time by
// make_tables. A UTF-8 text file of lines: the character, a tab, the natural logarithm of how often
// it occurs in hundredths, a tab, its codes (letters h s p n z, see stroke_kinds.h) with spaces
// between. The commonest first.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "input/ink/stroke_kinds.h"
#include "shared/base/result.h"

namespace studio {

class InkStrokesTable {
 public:
  struct Character {
    std::string text;
    float rarity = 0;  // 0 for the commonest; one more: e times rarer
  };
  struct Code {
    std::uint32_t character = 0;
    std::uint8_t shared = 0;          // strokes in common with the code before
    std::vector<std::uint8_t> kinds;  // 0 to 4
    std::array<std::uint8_t, kStrokeKinds> counts{};
  };

  // kStorage: no such file, or a line is not as said.
  static Result<InkStrokesTable> Load(const std::filesystem::path& file);

  const std::vector<Character>& characters() const { return characters_; }
  const std::vector<Code>& codes() const { return codes_; }  // sorted by strokes

 private:
  std::vector<Character> characters_;
  std::vector<Code> codes_;
};

}  // namespace studio
