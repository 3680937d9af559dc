// The words of deeds and rules as people say them in Chinese. A place's own words are what it
// wrote.
#pragma once

#include <string>
#include <string_view>

namespace studio {

// The word itself where it has none.
std::string ChineseName(std::string_view word);
// What is meant by a name, or by another that people use for it; the name itself where it is none.
std::string WordCalled(std::string_view name);

}  // namespace studio
