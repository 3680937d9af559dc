// Marks as GB/T 15834 has them.
#pragma once

#include <string_view>

#include "shared/base/utf8.h"

namespace studio {

// Whether a comma, colon, semicolon, question or exclamation mark or bracket of half the width
// stands beside a Chinese character or mark, or beside a {place} in such a sentence. One that is
// itself what is spoken of (“,”) may.
inline bool HalfWidthBesideChinese(std::string_view text) {
  const auto han = [](char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
  };
  const auto mark = [](char32_t c) {
    return std::u32string_view(U"“”（），。：；？！、《》…").find(c) != std::u32string_view::npos;
  };
  const auto half = [](char32_t c) {
    return std::u32string_view(U",;:?!()").find(c) != std::u32string_view::npos;
  };
  bool chinese = false;
  for (std::size_t at = 0; at < text.size();) chinese = han(NextCodePoint(text, at)) || chinese;
  if (!chinese) return false;
  const auto beside = [&](char32_t c) { return han(c) || mark(c) || c == '{' || c == '}'; };
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, at);
    std::size_t next = at;
    const bool named = before == U'“' && at < text.size() && NextCodePoint(text, next) == U'”';
    if (named) {
      before = U'”';
      at = next;
      continue;
    }
    if ((half(c) && beside(before)) || (half(before) && beside(c))) return true;
    before = c;
  }
  return false;
}

}  // namespace studio
