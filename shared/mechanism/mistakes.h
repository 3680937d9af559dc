// What is wrong in a mechanism's file, told to whoever writes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace studio {

struct Mistake {
  int line = 0;        // 0: of the file as a whole
  std::string text;    // a Chinese sentence that names the key
  bool doubt = false;  // legal, and hardly meant
};

using Mistakes = std::vector<Mistake>;

// Names a word among `known` that differs in a few letters; empty: none does.
std::string Nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace studio
