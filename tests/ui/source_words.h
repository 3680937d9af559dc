// The sentences in the program's own sources, for rules over all of them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace studio {

// The text of a C++, JSON or TOML file without its lines of comment.
std::string WithoutComments(const std::filesystem::path& source);
// Its string literals, with their quotes; those that stand one after the other apart.
std::vector<std::string> LiteralsIn(const std::string& text);

// As a page shows it: literals that stand one after the other are one.
struct SourceWords {
  std::string name;  // of the constant; empty in a function
  std::string text;
};
std::vector<SourceWords> ChineseIn(const std::filesystem::path& source);

bool HasChinese(std::string_view text);

}  // namespace studio
