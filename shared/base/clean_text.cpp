#include "shared/base/clean_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "shared/base/json.h"
#include "shared/base/json_fields.h"
#include "shared/base/utf8.h"

namespace studio {
namespace {

utf8proc_category_t CategoryOf(char32_t code) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code));
}

bool Within(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

// Nearly all that is written here; needs no looking up.
bool IsPlain(char32_t code, TextKind kind) {
  return Within(code, 0x20, 0x7E) || Within(code, 0x4E00, 0x9FFF) || Within(code, 0x3001, 0x3011) ||
         Within(code, 0xFF01, 0xFF5E) || (code == '\n' && kind == TextKind::kLines);
}

bool IsPlain(std::string_view text, TextKind kind) {
  for (std::size_t at = 0; at < text.size();) {
    if (!IsPlain(NextCodePoint(text, at), kind)) return false;
  }
  return true;
}

bool IsLineBreak(char32_t code) {
  return Within(code, '\n', '\r') || code == 0x85 || code == 0x2028 || code == 0x2029;
}

constexpr char32_t kIdeographicSpace = 0x3000, kBrailleBlank = 0x2800;

bool IsSpace(char32_t code) {
  return code == '\t' || code == kBrailleBlank || CategoryOf(code) == UTF8PROC_CATEGORY_ZS;
}

bool IsFiller(char32_t code) {
  return code == 0x034F || code == 0x115F || code == 0x1160 || code == 0x17B4 || code == 0x17B5 ||
         code == 0x3164 || code == 0xFFA0;
}

bool IsVariationSelector(char32_t code) {
  return Within(code, 0xFE00, 0xFE0F) || Within(code, 0x180B, 0x180F);
}

std::string Composed(const std::string& text) {
  utf8proc_uint8_t* composed = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &composed,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (size < 0) return text;
  std::string out(reinterpret_cast<const char*>(composed), static_cast<std::size_t>(size));
  std::free(composed);
  return out;
}

// Whether somebody who looks at it is told anything. Pictographs are not drawn on the screen.
bool Says(char32_t code) {
  switch (CategoryOf(code)) {
    case UTF8PROC_CATEGORY_SO:
    case UTF8PROC_CATEGORY_SK:
      return code < 0x10000 && !Within(code, kBrailleBlank, 0x28FF) &&
             !Within(code, 0xFFFC, 0xFFFD);
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
      return true;
    default:
      return IsLetter(code);
  }
}

}  // namespace

bool IsUnseen(char32_t code) {
  switch (CategoryOf(code)) {
    case UTF8PROC_CATEGORY_CC:
      return !IsLineBreak(code) && code != '\t';
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
      return true;
    default:
      return IsFiller(code) || IsVariationSelector(code) || code == 0xFFFC || code == 0x2065 ||
             Within(code, 0xFFF0, 0xFFF8) || Within(code, 0xE0000, 0xE0FFF) ||
             Within(code, 0xFDD0, 0xFDEF) || (code & 0xFFFE) == 0xFFFE;
  }
}

bool IsLetter(char32_t code) {
  switch (CategoryOf(code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return !IsFiller(code);
    case UTF8PROC_CATEGORY_CN:
      return Within(code, 0x20000, 0x3FFFD);  // ideographs younger than the tables
    default:
      return false;
  }
}

bool IsPrivateUse(char32_t code) { return CategoryOf(code) == UTF8PROC_CATEGORY_CO; }

std::string ReadableText(std::string_view text, TextKind kind) {
  if (IsPlain(text, kind)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t code = NextCodePoint(text, at);
    const bool lines = kind == TextKind::kLines;
    if (IsLineBreak(code)) {
      if (code == '\r' && at < text.size() && text[at] == '\n') ++at;
      out += lines ? '\n' : ' ';
    } else if (code == kIdeographicSpace && lines) {
      AppendCodePoint(out, code);
    } else if (IsSpace(code)) {
      out += ' ';
    } else if (!IsUnseen(code) && !(code == kBrokenCharacter && at == before + 1)) {
      AppendCodePoint(out, code);
    }
  }
  return IsPlain(out, kind) ? out : Composed(out);
}

std::string CleanText(std::string_view text, TextKind kind) {
  const std::string readable = ReadableText(text, kind);
  std::string out;
  std::size_t breaks = 0;
  for (std::size_t at = 0; at <= readable.size();) {
    const std::size_t end = std::min(readable.find('\n', at), readable.size());
    std::string_view line = std::string_view(readable).substr(at, end - at);
    while (line.ends_with(' ') || line.ends_with("\u3000")) {
      line.remove_suffix(line.back() == ' ' ? 1 : 3);
    }
    if (kind == TextKind::kLine)
      line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (!line.empty()) {
      if (!out.empty()) out.append(breaks, '\n');
      breaks = 0;
      out += line;
    }
    ++breaks;
    at = end + 1;
  }
  return out;
}

std::string ReadableJson(std::string_view text) {
  const auto json = ParseJson(text);
  return json.is_discarded() ? std::string(text) : JsonText(json);
}

bool IsBlank(std::string_view text) {
  const std::string readable = ReadableText(text, TextKind::kLine);
  for (std::size_t at = 0; at < readable.size();) {
    if (Says(NextCodePoint(readable, at))) return false;
  }
  return true;
}

}  // namespace studio
