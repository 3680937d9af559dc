// Bytes of a text file as office programs write them, made UTF-8: UTF-8 with or without a byte
// order mark, UTF-16 with one (what Excel calls Unicode text), else GB18030 and with it GBK.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace studio {

enum class TextFault {
  kEmpty,     // nothing, or blanks only
  kBinary,    // zero bytes
  kWorkbook,  // an Excel or WPS workbook, not text
  kUnknown,   // none of these encodings
};

tl::expected<std::string, TextFault> DecodeText(std::string_view bytes);

}  // namespace studio
