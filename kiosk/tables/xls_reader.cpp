#include "tables/xls_reader.h"

#include <freexl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <string>
#include <utility>

#include "tables/cell_numbers.h"
#include "tables/sheet_builder.h"

namespace studio {
namespace {

// The library reads files only.
class InMemory {
 public:
  explicit InMemory(std::string_view bytes) : file_(memfd_create("table", MFD_CLOEXEC)) {
    while (file_ >= 0 && !bytes.empty()) {
      const ssize_t written = write(file_, bytes.data(), bytes.size());
      if (written <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    good_ = file_ >= 0;
  }
  ~InMemory() {
    if (file_ >= 0) close(file_);
  }
  InMemory(const InMemory&) = delete;
  InMemory& operator=(const InMemory&) = delete;

  bool good() const { return good_; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
  bool good_ = false;
};

class Book {
 public:
  explicit Book(const std::string& path) {
    good_ = freexl_open(path.c_str(), &handle_) == FREEXL_OK;
  }
  ~Book() {
    if (handle_ != nullptr) freexl_close(handle_);
  }
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  bool good() const { return good_; }
  const void* handle() const { return handle_; }

 private:
  const void* handle_ = nullptr;
  bool good_ = false;
};

std::string TextOf(const FreeXL_CellValue& value) {
  switch (value.type) {
    case FREEXL_CELL_INT:
      return std::to_string(value.value.int_value);
    case FREEXL_CELL_DOUBLE:
      return NumberText(value.value.double_value);
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
      return value.value.text_value == nullptr ? "" : value.value.text_value;
    default:
      return {};
  }
}

}  // namespace

Sheets ReadXls(std::string_view bytes) {
  const InMemory file(bytes);
  const Book book(file.path());
  unsigned int sheets = 0;
  if (!file.good() || !book.good() ||
      freexl_get_info(book.handle(), FREEXL_BIFF_SHEET_COUNT, &sheets) != FREEXL_OK) {
    return RefuseTable(TableFault::kWorkbook);
  }
  std::vector<Sheet> out;
  std::size_t cells = 0;
  for (unsigned int i = 0; i < sheets && i <= 0xFFFF; ++i) {
    const auto index = static_cast<unsigned short>(i);
    const char* name = nullptr;
    unsigned int rows = 0;
    unsigned short columns = 0;
    if (freexl_get_worksheet_name(book.handle(), index, &name) != FREEXL_OK ||
        freexl_select_active_worksheet(book.handle(), index) != FREEXL_OK ||
        freexl_worksheet_dimensions(book.handle(), &rows, &columns) != FREEXL_OK) {
      return RefuseTable(TableFault::kWorkbook);
    }
    SheetBuilder sheet(name == nullptr ? "" : name);
    for (unsigned int row = 0; row < rows; ++row) {
      for (unsigned short column = 0; column < columns; ++column) {
        FreeXL_CellValue value{};
        if (freexl_get_cell_value(book.handle(), row, column, &value) != FREEXL_OK) continue;
        sheet.Put(static_cast<int>(row) + 1, column + 1, TextOf(value));
      }
    }
    cells += sheet.cells();
    if (sheet.too_large() || cells > kTableCellLimit) {
      return RefuseTable(TableFault::kTooManyRows);
    }
    if (!sheet.empty()) out.push_back(sheet.Take());
  }
  return out;
}

}  // namespace studio
