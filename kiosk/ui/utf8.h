// Code points of a UTF-8 text, one after the other.
#pragma once

#include <cstddef>
#include <string_view>

namespace studio {

// The code point at `at`, which moves behind it. What is not UTF-8 (overlong forms, surrogates,
// cut sequences) gives U+FFFD and moves one byte on. `at` must lie inside the text.
char32_t NextCodePoint(std::string_view text, std::size_t& at);

}  // namespace studio
