#include "ui/utf8.h"

namespace studio {
namespace {

constexpr char32_t kBroken = 0xFFFD;

unsigned ByteAt(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

}  // namespace

char32_t NextCodePoint(std::string_view text, std::size_t& at) {
  const unsigned lead = ByteAt(text, at);
  ++at;
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 && lead <= 0xF4 ? 3 : lead >= 0xE0 ? 2 : 1;
  if (lead < 0xC2 || lead > 0xF4) return kBroken;
  char32_t code = lead & (0x3Fu >> more);
  for (int i = 0; i < more; ++i) {
    const unsigned next = ByteAt(text, at + static_cast<std::size_t>(i));
    if ((next & 0xC0) != 0x80) return kBroken;
    code = code << 6 | (next & 0x3F);
  }
  constexpr char32_t kLowest[] = {0, 0x80, 0x800, 0x10000};
  if (code < kLowest[more] || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF) return kBroken;
  at += static_cast<std::size_t>(more);
  return code;
}

}  // namespace studio
