// UTF-8, character by character. The only reader and writer of it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace studio {

inline constexpr char32_t kBrokenCharacter = 0xFFFD;

// The code point at `at`, which moves behind it. What is not UTF-8 (overlong forms, surrogates,
// cut sequences) gives kBrokenCharacter and moves one byte on; one that stands in the text moves
// three. `at` must lie inside the text.
char32_t NextCodePoint(std::string_view text, std::size_t& at);
// `code` is no surrogate and at most 0x10FFFF.
void AppendCodePoint(std::string& text, char32_t code);

bool IsUtf8(std::string_view text);
// Of a text that is UTF-8.
std::size_t CountCharacters(std::string_view text);

}  // namespace studio
