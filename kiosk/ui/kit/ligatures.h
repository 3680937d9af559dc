// Names of icon fonts: a ligature substitutes the letters of "check_circle" by one glyph.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace studio {

// Looks `name` up in a GSUB table (OpenType 1.9, lookup types 4 and 7). `glyph_of` gives the
// font's glyph of a letter. 0 where there is no such ligature or the table is broken.
std::uint32_t FindLigature(std::span<const std::uint8_t> gsub, std::string_view name,
                           const std::function<std::uint32_t(char)>& glyph_of);

}  // namespace studio
