// The characters by the strokes they are written with, for the stroke keys. A UTF-8 text file made
// by make_tables: lines of a code (letters h s p n z: 横 竖 撇 点 折), a tab, the character, a tab,
// how common it is (a whole number), sorted by code.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace studio {

class StrokeTable {
 public:
  // kStorage: it cannot be read or has no line.
  static Result<StrokeTable> Load(const std::filesystem::path& file);

  // Those with these strokes, then those that begin with them; of each the commonest first.
  std::vector<std::string> Find(std::string_view strokes) const;

 private:
  struct Row {
    std::string code, text;
    long weight = 0;
  };
  std::vector<Row> rows_;
};

}  // namespace studio
