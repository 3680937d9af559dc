// Anything as a table. What is read keeps its limits, and every filled cell of it is used or told
// of.
#include <string_view>

#include "app/tables/roster_import.h"
#include "fuzz.h"
#include "shared/base/bytes.h"
#include "shared/sheets/sheet_builder.h"
#include "tables/sheet_reader.h"

using namespace studio;

FUZZ(sheet)(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = AsText({data, size});
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) return 0;  // fuzz_old_workbook
  const Sheets sheets = ReadSheets(bytes);
  if (!sheets) return 0;
  Must(!sheets->empty());
  for (const Sheet& sheet : *sheets) {
    int row = 0;
    for (const SheetRow& filled : sheet.rows) {
      Must(filled.row > row && !filled.cells.empty() && !filled.cells.back().empty());
      Must(filled.cells.size() <= static_cast<std::size_t>(kTableColumns));
      row = filled.row;
    }
  }
  RosterImportInput input;
  input.studio = 1;
  input.month = std::chrono::year(2026) / 12;
  input.today = input.month / 1;
  input.members = {{"a", "示例甲", "经济界", "第一活动组"},
                   {"b", "示例乙", "农业界", "第一活动组"}};
  const RosterPreview preview = ReadRoster(*sheets, input);
  for (const RosterChange& change : preview.changes) Must(!change.shift.members.empty());
  return 0;
}
