// CSV as WPS and Excel really write it: see text_decoding.h for the encodings; separated by comma,
// tab or semicolon, whichever fits the lines; cells in quotes may hold separators, line breaks and
// doubled quotes; lines end in CRLF, LF or CR.
#pragma once

#include <string_view>

#include "shared/sheets/sheet.h"

namespace studio {

// Never without a row. Rows are counted as an office program that opens the file counts them: what
// is in quotes is one row however many lines it has.
tl::expected<Sheet, TableRefusal> ReadCsv(std::string_view bytes);

}  // namespace studio
