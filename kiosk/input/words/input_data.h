// Where what the build makes for the keyboard and for handwriting lies, and what it is called.
#pragma once

#include <filesystem>

namespace studio {

inline constexpr const char* kLexiconFile = "words.bin";
inline constexpr const char* kVillageFile = "village.bin";
inline constexpr const char* kStrokesFile = "strokes.tsv";
inline constexpr const char* kFilterFile = "filter_words.txt";
inline constexpr const char* kNeighboursFile = "filter_neighbours.txt";
inline constexpr const char* kNamesFile = "name_characters.txt";
inline constexpr const char* kInkStrokesFile = "ink_strokes.tsv";
inline constexpr const char* kInkModel = "/usr/share/tegaki/models/zinnia/handwriting-zh_CN.model";

// `input-data` beside the program as built, else where a package puts it. It may be missing.
std::filesystem::path DefaultInputData();

}  // namespace studio
