#include "tables/sheet_reader.h"

#include "shared/files/stick_file.h"
#include "shared/sheets/csv_reader.h"
#include "shared/sheets/sheet_builder.h"
#include "tables/html_reader.h"
#include "tables/old_workbook_reader.h"
#include "tables/xlsx_reader.h"

namespace studio {
namespace {

// What Excel 2 to 95 wrote without a container: the record that a workbook begins with.
bool BeginsWithRecord(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.size() > 3 && bytes[0] == 9 && "\x00\x02\x04\x08"sv.find(bytes[1]) != bytes.npos &&
         "\x04\x06\x08"sv.find(bytes[2]) != bytes.npos && bytes[3] == 0;
}

}  // namespace

Sheets ReadSheets(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.size() > kTableLargest) return RefuseTable(TableFault::kTooLarge);
  Sheets sheets;
  if (bytes.starts_with("PK\x03\x04"sv)) {
    sheets = ReadXlsx(bytes);
  } else if (bytes.starts_with("\xD0\xCF\x11\xE0"sv)) {
    sheets = ReadXls(bytes);
  } else if (BeginsWithRecord(bytes)) {
    return RefuseTable(TableFault::kOldWorkbook);
  } else if (LooksLikeHtml(bytes)) {
    sheets = ReadHtml(bytes);
  } else {
    sheets = ReadCsv(bytes).map([](Sheet sheet) { return std::vector<Sheet>{std::move(sheet)}; });
  }
  if (sheets && sheets->empty()) return RefuseTable(TableFault::kEmpty);
  return sheets;
}

Sheets ReadSheetsFile(const std::filesystem::path& path) {
  auto file = StickFile::Open(path);
  if (!file) return RefuseTable(TableFault::kUnreadable, 0, file.error().detail);
  if (file->size() > kTableLargest) return RefuseTable(TableFault::kTooLarge);
  const auto bytes = file->ReadAll(kTableLargest);
  if (!bytes && bytes.error().kind == ErrorKind::kInvalid) {
    return RefuseTable(TableFault::kTooLarge);
  }
  if (!bytes) return RefuseTable(TableFault::kUnreadable, 0, bytes.error().detail);
  return ReadSheets(*bytes);
}

std::string Sentence(const TableRefusal& refusal) {
  switch (refusal.fault) {
    case TableFault::kUnreadable:
      return "the file cannot be read: " + refusal.detail;
    case TableFault::kEmpty:
      return "the file is empty";
    case TableFault::kBinary:
      return "the file is no table";
    case TableFault::kWorkbook:
      return "the workbook cannot be opened: it is damaged or has a password";
    case TableFault::kOldWorkbook:
      return "this is an old .xls that cannot be read: save it as .xlsx";
    case TableFault::kUnknownEncoding:
      return "the file is neither UTF-8 nor UTF-16 nor GB18030";
    case TableFault::kTooLarge:
      return "the file is larger than 16 MiB";
    case TableFault::kTooManyRows:
      return "the file is too long or too wide: 100,000 rows, 256 columns or a million cells, with "
             "empty ones before filled ones";
    case TableFault::kTooMuchText:
      return "the table says too much: a file's cells may hold 32 MiB of text";
    case TableFault::kOpenQuote:
      return "line " + std::to_string(refusal.line) + ": a quotation mark is never closed";
  }
  return {};
}

}  // namespace studio
