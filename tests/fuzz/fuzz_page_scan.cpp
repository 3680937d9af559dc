// A damaged database or its log, read page by page. The first byte says which, and how many columns
// the rows have that are looked for.
#include "fuzz.h"
#include "scratch_file.h"
#include "store/base/page_scan.h"

using namespace studio;

FUZZ(page_scan)(const std::uint8_t* data, std::size_t size) {
  static const ScratchFile database(".db"), log(".db-wal");
  if (size == 0) return 0;
  const ScratchFile& file = data[0] % 2 == 0 ? database : log;
  const std::size_t columns = data[0] / 2 % 32u + 1;
  file.Hold(data + 1, size - 1);
  std::size_t rows = 0, bytes = 0;
  ScanRows(file.path(), columns, [&](const ScannedRow& row) {
    Must(row.size() == columns);
    ++rows;
    for (const ScannedValue& value : row) {
      if (const auto* blob = std::get_if<Bytes>(&value)) bytes += blob->size();
      if (const auto* text = std::get_if<std::string>(&value)) bytes += text->size();
    }
  });
  // A row takes a place of its own on its page; its payload may be shared.
  Must(rows <= size);
  Must(bytes <= rows * 1024 * 1024);
  return 0;
}
