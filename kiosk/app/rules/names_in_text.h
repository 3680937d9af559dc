// Several people's names as somebody writes them into one field.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace studio {

// Apart by spaces, lines or punctuation, each with or without a number before it ("1. 示例甲"); the
// dot within a name (买买提·示例) parts nothing. In the order written, none left out.
std::vector<std::string> NamesIn(std::string_view text);

}  // namespace studio
