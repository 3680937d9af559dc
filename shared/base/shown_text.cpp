#include "shared/base/shown_text.h"

#include <charconv>
#include <cstdint>

#include "shared/base/utf8.h"

namespace studio {
namespace {

// Unicode's Bidi_Control, with the deprecated marks (U+206A to U+206F) that follow its isolates.
bool TurnsReading(char32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x206F);
}

bool IsMark(char32_t code) {
  return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x2028 || code == 0x2029 ||
         TurnsReading(code);
}

void AppendShown(std::string& out, char32_t code) {
  char digits[8];
  const auto end =
      std::to_chars(digits, digits + sizeof digits, static_cast<std::uint32_t>(code), 16).ptr;
  out.append("\\u{").append(digits, end) += '}';
}

void AppendEscape(std::string& out, char32_t code) {
  constexpr char kDigits[] = "0123456789abcdef";
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[code >> shift & 0xF];
}

}  // namespace

std::string ShownText(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t before = at;
    const char32_t code = NextCodePoint(utf8, at);
    if (code == kBrokenCharacter && at == before + 1) {
      AppendShown(out, static_cast<unsigned char>(utf8[before]));
    } else if (IsMark(code)) {
      AppendShown(out, code);
    } else {
      out.append(utf8, before, at - before);
    }
  }
  return out;
}

std::string ShownJson(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t before = at;
    const char32_t code = NextCodePoint(json, at);
    const bool broken = code == kBrokenCharacter && at == before + 1;
    if (broken || (code >= 0x7F && IsMark(code))) {
      AppendEscape(out, code);
    } else {
      out.append(json, before, at - before);
    }
  }
  return out;
}

}  // namespace studio
