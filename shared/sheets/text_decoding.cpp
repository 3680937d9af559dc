#include "shared/sheets/text_decoding.h"

#include <iconv.h>

#include <array>
#include <cerrno>

namespace studio {
namespace {

// nullopt-like: empty on bytes that the encoding does not have.
bool Convert(const char* encoding, std::string_view bytes, std::string& out) {
  const iconv_t converter = iconv_open("UTF-8", encoding);
  if (converter == reinterpret_cast<iconv_t>(-1)) return false;
  std::string input(bytes);
  char* from = input.data();
  std::size_t left = input.size();
  std::array<char, 16384> piece;
  bool good = true;
  while (left > 0 && good) {
    char* to = piece.data();
    std::size_t room = piece.size();
    if (iconv(converter, &from, &left, &to, &room) == static_cast<std::size_t>(-1)) {
      good = errno == E2BIG;
    }
    out.append(piece.data(), piece.size() - room);
  }
  iconv_close(converter);
  return good;
}

bool Blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n,;") == std::string_view::npos;
}

}  // namespace

tl::expected<std::string, TextFault> DecodeText(std::string_view bytes) {
  using namespace std::string_view_literals;
  std::string text;
  if (bytes.empty()) return tl::unexpected(TextFault::kEmpty);
  if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("\xD0\xCF\x11\xE0"sv)) {
    return tl::unexpected(TextFault::kWorkbook);
  }
  const bool little = bytes.starts_with("\xFF\xFE"sv), big = bytes.starts_with("\xFE\xFF"sv);
  if (little || big) {
    if (!Convert(little ? "UTF-16LE" : "UTF-16BE", bytes.substr(2), text)) {
      return tl::unexpected(TextFault::kUnknown);
    }
  } else if (bytes.find('\0') != std::string_view::npos) {
    return tl::unexpected(TextFault::kBinary);
  } else if (!Convert("UTF-8", bytes, text)) {
    text.clear();
    if (!Convert("GB18030", bytes, text)) return tl::unexpected(TextFault::kUnknown);
  }
  if (text.starts_with("\xEF\xBB\xBF"sv)) text.erase(0, 3);
  if (text.find('\0') != std::string::npos) return tl::unexpected(TextFault::kBinary);
  if (Blank(text)) return tl::unexpected(TextFault::kEmpty);
  return text;
}

}  // namespace studio
