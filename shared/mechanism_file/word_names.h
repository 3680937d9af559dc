// The words of deeds and rules as people say them in Chinese. A place's own words are what it
// wrote.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace studio {

// The word itself where it has none.
std::string ChineseName(std::string_view word);
// What is meant by a name, or by another that people use for it; the name itself where it is none.
std::string WordCalled(std::string_view name);

// The words that have a name here, in the order in which people list them.
std::vector<std::string_view> MeaningfulWords();
bool HasMeaning(std::string_view word);
// Its place among them; behind all of them where it has no name.
std::size_t PlaceInLists(std::string_view word);

}  // namespace studio
