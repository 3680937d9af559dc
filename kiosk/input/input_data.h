// Where the compiled dictionaries, the filter list, the characters of names and what
// handwriting needs lie, and what they
// are called.
#pragma once

#include <filesystem>

namespace studio {

inline constexpr const char* kFilterFile = "filter_words.txt";
inline constexpr const char* kNeighboursFile = "filter_neighbours.txt";
inline constexpr const char* kNamesFile = "name_characters.txt";
inline constexpr const char* kInkStrokesFile = "ink_strokes.tsv";
inline constexpr const char* kInkModel = "/usr/share/tegaki/models/zinnia/handwriting-zh_CN.model";

// `input-data` beside the program as built, else where a package puts it. It may be missing.
std::filesystem::path DefaultInputData();

}  // namespace studio
