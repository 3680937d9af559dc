#include "shared/base/utf8.h"

#include <algorithm>

namespace studio {
namespace {

unsigned ByteAt(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

char Byte(char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); }

}  // namespace

char32_t NextCodePoint(std::string_view text, std::size_t& at) {
  const unsigned lead = ByteAt(text, at);
  ++at;
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 && lead <= 0xF4 ? 3 : lead >= 0xE0 ? 2 : 1;
  if (lead < 0xC2 || lead > 0xF4) return kBrokenCharacter;
  char32_t code = lead & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) {
    const unsigned next = ByteAt(text, at + static_cast<std::size_t>(i));
    if ((next & 0xC0) != 0x80) return kBrokenCharacter;
    code = code << 6 | (next & 0x3F);
  }
  constexpr char32_t kLowest[] = {0, 0x80, 0x800, 0x10000};
  if (code < kLowest[more] || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF) {
    return kBrokenCharacter;
  }
  at += static_cast<std::size_t>(more);
  return code;
}

void AppendCodePoint(std::string& text, char32_t code) {
  if (code < 0x80) {
    text += Byte(code);
    return;
  }
  const int more = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  constexpr char32_t kLead[] = {0, 0xC0, 0xE0, 0xF0};
  text += Byte(kLead[more] | code >> (6 * more));
  for (int i = more - 1; i >= 0; --i) text += Byte(0x80 | (code >> (6 * i) & 0x3F));
}

bool IsUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    if (NextCodePoint(text, at) == kBrokenCharacter && at == before + 1) return false;
  }
  return true;
}

std::size_t CountCharacters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }));
}

}  // namespace studio
