#include "xls/sheet_answer.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/sheets/sheet_builder.h"

namespace studio {
namespace {

enum class Told : std::uint8_t { kSheets, kPassword, kTooLarge, kTooMuchText, kNotRead };

Told ToldOf(TableFault fault) {
  if (fault == TableFault::kWorkbook) return Told::kPassword;
  if (fault == TableFault::kTooMuchText) return Told::kTooMuchText;
  return fault == TableFault::kTooManyRows ? Told::kTooLarge : Told::kNotRead;
}

Bytes Only(Told told) { return {static_cast<std::uint8_t>(told)}; }

void WriteSheet(ByteWriter& out, const Sheet& sheet) {
  out.Sized32(AsBytes(sheet.name));
  out.U8(sheet.hidden ? 1 : 0);
  out.U32(static_cast<std::uint32_t>(sheet.rows.size()));
  for (const SheetRow& row : sheet.rows) {
    out.U32(static_cast<std::uint32_t>(row.row));
    out.U8(row.hidden ? 1 : 0);
    out.U16(static_cast<std::uint16_t>(row.cells.size()));
    for (const std::string& cell : row.cells) out.Sized32(AsBytes(cell));
    if (out.size() > kAnswerLargest) return;
  }
  out.U32(static_cast<std::uint32_t>(sheet.merged.size()));
  for (const MergedCells& cells : sheet.merged) {
    for (const int end : {cells.top, cells.left, cells.bottom, cells.right}) {
      out.U32(static_cast<std::uint32_t>(end));
    }
  }
}

bool IsSeen(char c) {
  return static_cast<unsigned char>(c) >= ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string ReadText(ByteReader& in) {
  std::string text(AsText(in.Sized32()));
  if (!IsUtf8(text) || !std::all_of(text.begin(), text.end(), IsSeen)) in.Refuse();
  return text;
}

// 0 where it is none.
int ReadPlace(ByteReader& in) {
  const std::uint32_t place = in.U32();
  if (place == 0 || place > 1u << 20) in.Refuse();
  return in.ok() ? static_cast<int>(place) : 0;
}

Sheet ReadSheet(ByteReader& in, TableRoom& room) {
  SheetBuilder sheet(room, ReadText(in));
  if (in.U8() != 0) sheet.HideSheet();
  for (std::uint32_t rows = in.U32(); rows > 0 && in.ok() && !room.fault(); --rows) {
    const int row = ReadPlace(in);
    if (in.U8() != 0) sheet.Hide(row);
    const int cells = in.U16();
    for (int column = 1; column <= cells && in.ok(); ++column) {
      sheet.Put(row, column, ReadText(in));
    }
  }
  for (std::uint32_t merged = in.U32(); merged > 0 && in.ok() && !room.fault(); --merged) {
    MergedCells cells;
    for (int* const end : {&cells.top, &cells.left, &cells.bottom, &cells.right}) {
      *end = ReadPlace(in);
    }
    if (in.ok()) sheet.Merge(cells);
  }
  return sheet.Take();
}

}  // namespace

Bytes WriteSheetAnswer(const Sheets& sheets) {
  if (!sheets) return Only(ToldOf(sheets.error().fault));
  ByteWriter out;
  out.U8(static_cast<std::uint8_t>(Told::kSheets));
  out.U32(static_cast<std::uint32_t>(sheets->size()));
  for (const Sheet& sheet : *sheets) {
    WriteSheet(out, sheet);
    if (out.size() > kAnswerLargest) return Only(Told::kTooLarge);
  }
  return out.Take();
}

Sheets ReadSheetAnswer(ByteView answer) {
  ByteReader in(answer);
  const auto told = static_cast<Told>(in.U8());
  if (in.AtEnd() && told == Told::kPassword) return RefuseTable(TableFault::kWorkbook);
  if (in.AtEnd() && told == Told::kTooLarge) return RefuseTable(TableFault::kTooManyRows);
  if (in.AtEnd() && told == Told::kTooMuchText) return RefuseTable(TableFault::kTooMuchText);
  std::vector<Sheet> sheets;
  TableRoom room;
  if (told != Told::kSheets) in.Refuse();
  for (std::uint32_t count = in.U32(); count > 0 && in.ok(); --count) {
    Sheet sheet = ReadSheet(in, room);
    if (room.fault()) return RefuseTable(*room.fault());
    if (!sheet.rows.empty()) sheets.push_back(std::move(sheet));
  }
  if (!in.AtEnd()) return RefuseTable(TableFault::kOldWorkbook);
  return sheets;
}

}  // namespace studio
