// What was read of a workbook, as bytes from the process that reads it to the one that asked.
#pragma once

#include "shared/base/bytes.h"
#include "shared/sheets/sheet.h"

namespace studio {

inline constexpr std::size_t kAnswerLargest = 64u << 20;

// A table that would be larger is told as too large.
Bytes WriteSheetAnswer(const Sheets& sheets);
// Of bytes that may be hostile, within the limits of sheet_builder.h. kOldWorkbook: they are no
// answer.
Sheets ReadSheetAnswer(ByteView answer);

}  // namespace studio
