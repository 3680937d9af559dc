#include "xls/old_workbook.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shared/sheets/cell_numbers.h"
#include "shared/sheets/sheet_builder.h"
#include "xls/biff_records.h"
#include "xls/compound_file.h"

namespace studio {
namespace {

constexpr std::size_t kMostOldSheets = 100;
constexpr unsigned kBiff8 = 0x0600, kWorksheet = 0x0010;

enum RecordId : unsigned {
  kFormula = 0x06,
  kEnd = 0x0A,
  kDateMode = 0x22,
  kPassword = 0x2F,
  kSheetName = 0x85,
  kManyNumbers = 0xBD,
  kRichText = 0xD6,
  kCellFormat = 0xE0,
  kMergedCells = 0xE5,
  kTexts = 0xFC,
  kTextOfTable = 0xFD,
  kNumber = 0x203,
  kLabel = 0x204,
  kTruthOrError = 0x205,
  kFormulaText = 0x207,
  kRow = 0x208,
  kShortNumber = 0x27E,
  kNumberFormat = 0x41E,
  kBegin = 0x809,
};

std::string ErrorText(unsigned code) {
  switch (code) {
    case 0x00:
      return "#NULL!";
    case 0x07:
      return "#DIV/0!";
    case 0x0F:
      return "#VALUE!";
    case 0x17:
      return "#REF!";
    case 0x1D:
      return "#NAME?";
    case 0x24:
      return "#NUM!";
    default:
      return "#N/A";
  }
}

std::string TruthOrError(unsigned value, bool error) {
  return error ? ErrorText(value) : value != 0 ? "TRUE" : "FALSE";
}

// Of 30 bits, whole or with what a double's upper half keeps, and perhaps a hundredth of it.
double ShortNumber(std::uint32_t packed) {
  const double number = (packed & 2) != 0
                            ? static_cast<double>(static_cast<std::int32_t>(packed) >> 2)
                            : std::bit_cast<double>(std::uint64_t{packed & 0xFFFFFFFCu} << 32);
  return (packed & 1) != 0 ? number / 100 : number;
}

struct SheetPlace {
  std::string name;
  std::uint32_t at = 0;  // in the stream
  bool hidden = false;
};

// Counted from 1.
struct OldCell {
  int row = 0, column = 0;
  std::string text;
};

// One sheet's cells in whatever order they come.
class OldSheet {
 public:
  void Put(int row, int column, std::string text) {
    if (room_.Take(1, text.size())) cells_.push_back({row, column, std::move(text)});
  }
  void Hide(int row) { hidden_.insert(row); }
  void Merge(MergedCells cells) {
    if (room_.Take(0, 0, 1)) merged_.push_back(cells);
  }
  const TableRoom& room() const { return room_; }

  Sheet Build(const SheetPlace& place, TableRoom& room) {
    std::stable_sort(cells_.begin(), cells_.end(), [](const OldCell& a, const OldCell& b) {
      return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    SheetBuilder sheet(room, place.name);
    if (place.hidden) sheet.HideSheet();
    for (OldCell& cell : cells_) {
      if (hidden_.count(cell.row) > 0) sheet.Hide(cell.row);
      sheet.Put(cell.row, cell.column, std::move(cell.text));
    }
    for (const MergedCells& cells : merged_) sheet.Merge(cells);
    return sheet.Take();
  }

 private:
  TableRoom room_;  // of this one while it is collected
  std::vector<OldCell> cells_;
  std::set<int> hidden_;
  std::vector<MergedCells> merged_;
};

class OldWorkbook {
 public:
  explicit OldWorkbook(std::string_view stream) : stream_(stream) {}

  Sheets Read() {
    if (const auto fault = ReadBook()) return RefuseTable(*fault);
    std::vector<Sheet> out;
    TableRoom room;
    for (const SheetPlace& place : places_) {
      OldSheet sheet;
      if (const auto fault = ReadSheet(place, sheet)) return RefuseTable(*fault);
      Sheet built = sheet.Build(place, room);
      if (room.fault()) return RefuseTable(*room.fault());
      if (!built.rows.empty()) out.push_back(std::move(built));
    }
    return out;
  }

 private:
  using Fault = std::optional<TableFault>;

  Fault ReadBook() {
    BiffRecords records(stream_, 0);
    if (!records.Next() || records.id() != kBegin || records.Read().U16() != kBiff8) {
      return TableFault::kOldWorkbook;
    }
    while (records.Next()) {
      if (records.id() == kEnd) return std::nullopt;
      if (records.id() == kPassword) return TableFault::kWorkbook;
      RecordReader record = records.Read();
      TakeOfBook(records.id(), record);
      if (places_.size() > kMostOldSheets || texts_.size() > kTableCellLimit || !record.ok()) break;
    }
    return TableFault::kOldWorkbook;  // cut
  }

  void TakeOfBook(unsigned id, RecordReader& record) {
    if (id == kDateMode) {
      from_1904_ = record.U16() == 1;
    } else if (id == kSheetName) {
      SheetPlace place;
      place.at = record.U32();
      place.hidden = record.U8() != 0;
      const bool worksheet = record.U8() == 0;
      place.name = record.Text(record.U8());
      if (worksheet) places_.push_back(std::move(place));
    } else if (id == kNumberFormat) {
      const int format = record.U16();
      formats_[format] = LookOf(record.Text(record.U16()));
    } else if (id == kCellFormat) {
      record.Skip(2);  // the font
      const int format = record.U16();
      const auto own = formats_.find(format);
      looks_.push_back(own == formats_.end() ? LookOf(format) : own->second);
    } else if (id == kTexts) {
      record.Skip(4);
      const std::uint32_t count = record.U32();
      while (texts_.size() < count && texts_.size() <= kTableCellLimit && record.ok()) {
        texts_.push_back(record.Text(record.U16()));
      }
    }
  }

  Fault ReadSheet(const SheetPlace& place, OldSheet& sheet) {
    BiffRecords records(stream_, place.at);
    if (!records.Next() || records.id() != kBegin) return TableFault::kOldWorkbook;
    RecordReader begin = records.Read();
    if (begin.U16() != kBiff8) return TableFault::kOldWorkbook;
    if (begin.U16() != kWorksheet) return std::nullopt;  // a macro's sheet
    int depth = 1;                                       // charts stand inside of sheets
    waiting_.reset();
    while (records.Next()) {
      if (records.id() == kBegin) ++depth;
      if (records.id() == kEnd && --depth == 0) return std::nullopt;
      if (depth > 1) continue;
      RecordReader record = records.Read();
      TakeOfSheet(records.id(), record, sheet);
      if (sheet.room().fault()) return sheet.room().fault();
      if (!record.ok() || damaged_) break;
    }
    return TableFault::kOldWorkbook;
  }

  void TakeOfSheet(unsigned id, RecordReader& record, OldSheet& sheet) {
    switch (id) {
      case kRow: {
        constexpr unsigned kHiddenRow = 0x20;
        const int row = record.U16() + 1;
        record.Skip(10);
        if ((record.U16() & kHiddenRow) != 0) sheet.Hide(row);
        return;
      }
      case kMergedCells:
        for (int left = record.U16(); left > 0 && record.ok(); --left) {
          const int top = record.U16() + 1, bottom = record.U16() + 1;
          const int first = record.U16() + 1, last = record.U16() + 1;
          sheet.Merge({top, first, bottom, last});
        }
        return;
      case kManyNumbers:
        TakeNumbers(record, sheet);
        return;
      case kFormulaText:
        if (waiting_) Put(sheet, *std::exchange(waiting_, std::nullopt), record.Text(record.U16()));
        return;
      case kFormula:
      case kRichText:
      case kTextOfTable:
      case kNumber:
      case kLabel:
      case kTruthOrError:
      case kShortNumber: {
        const At at = ReadAt(record);
        Put(sheet, at, TextOfCell(id, at, record));
        return;
      }
      default:
        return;
    }
  }

  struct At {
    int row = 0, column = 0;
    unsigned format = 0;
  };
  static At ReadAt(RecordReader& record) {
    At at;
    at.row = record.U16() + 1;
    at.column = record.U16() + 1;
    at.format = record.U16();
    return at;
  }

  static void Put(OldSheet& sheet, const At& at, std::string text) {
    if (!text.empty()) sheet.Put(at.row, at.column, std::move(text));
  }

  void TakeNumbers(RecordReader& record, OldSheet& sheet) {
    At at;
    at.row = record.U16() + 1;
    at.column = record.U16() + 1;
    for (; record.LeftInPart() >= 6; ++at.column) {  // the last column's number is left over
      at.format = record.U16();
      Put(sheet, at, Shown(ShortNumber(record.U32()), at));
    }
  }

  std::string TextOfCell(unsigned id, const At& at, RecordReader& record) {
    switch (id) {
      case kFormula:
        return ResultOf(at, record);
      case kTextOfTable: {
        const std::uint32_t index = record.U32();
        damaged_ = damaged_ || index >= texts_.size();
        return damaged_ ? std::string() : texts_[index];
      }
      case kNumber:
        return Shown(record.Double(), at);
      case kShortNumber:
        return Shown(ShortNumber(record.U32()), at);
      case kTruthOrError: {
        const unsigned value = record.U8();
        return TruthOrError(value, record.U8() != 0);
      }
      default:
        return record.Text(record.U16());
    }
  }

  // What a formula came to: a number, or what the six bytes before 0xFFFF say.
  std::string ResultOf(const At& at, RecordReader& record) {
    const double number = record.Double();
    const auto bits = std::bit_cast<std::uint64_t>(number);
    if (bits >> 48 != 0xFFFF) return Shown(number, at);
    const unsigned kind = bits & 0xFF, value = bits >> 16 & 0xFF;
    if (kind == 0) waiting_ = at;  // its text follows
    if (kind == 1 || kind == 2) return TruthOrError(value, kind == 2);
    return {};
  }

  std::string Shown(double number, const At& at) const {
    return ShownNumber(number, at.format < looks_.size() ? looks_[at.format] : NumberLook::kNumber,
                       from_1904_);
  }

  std::string_view stream_;
  bool from_1904_ = false, damaged_ = false;
  std::vector<SheetPlace> places_;
  std::map<int, NumberLook> formats_;
  std::vector<NumberLook> looks_;  // by the format of a cell
  std::vector<std::string> texts_;
  std::optional<At> waiting_;  // for a formula's text
};

}  // namespace

Sheets ReadOldWorkbook(std::string_view bytes) {
  const CompoundFile file(bytes);
  if (file.Has(u"EncryptedPackage")) return RefuseTable(TableFault::kWorkbook);
  const auto stream = file.Stream(u"Workbook");
  if (!stream) return RefuseTable(TableFault::kOldWorkbook);
  return OldWorkbook(*stream).Read();
}

}  // namespace studio
