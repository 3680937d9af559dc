// Anything as an old workbook, and anything as an answer of who read one.
#include "fuzz.h"
#include "shared/base/bytes.h"
#include "shared/sheets/sheet_builder.h"
#include "xls/old_workbook.h"
#include "xls/sheet_answer.h"

using namespace studio;

FUZZ(old_workbook)(const std::uint8_t* data, std::size_t size) {
  ReadSheetAnswer({data, size});
  const Sheets sheets = ReadOldWorkbook(AsText({data, size}));
  if (!sheets) return 0;
  for (const Sheet& sheet : *sheets) {
    int row = 0;
    for (const SheetRow& filled : sheet.rows) {
      Must(filled.row > row && !filled.cells.empty() && !filled.cells.back().empty());
      Must(filled.cells.size() <= static_cast<std::size_t>(kTableColumns));
      row = filled.row;
    }
  }
  const Bytes answer = WriteSheetAnswer(sheets);
  const Sheets again = ReadSheetAnswer(answer);
  Must(again && WriteSheetAnswer(again) == answer);
  return 0;
}
