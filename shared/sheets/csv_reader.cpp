#include "shared/sheets/csv_reader.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <map>

#include "shared/sheets/sheet_builder.h"
#include "shared/sheets/text_decoding.h"

namespace studio {
namespace {

constexpr std::size_t kLinesLookedAt = 30;

TableFault FaultOf(TextFault fault) {
  switch (fault) {
    case TextFault::kEmpty:
      return TableFault::kEmpty;
    case TextFault::kBinary:
      return TableFault::kBinary;
    case TextFault::kWorkbook:
      return TableFault::kWorkbook;
    case TextFault::kUnknown:
      break;
  }
  return TableFault::kUnknownEncoding;
}

// Line breaks as LF, also those in quotes.
std::string WithPlainBreaks(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out.push_back(text[i]);
    } else if (i + 1 >= text.size() || text[i + 1] != '\n') {
      out.push_back('\n');
    }
  }
  if (!out.ends_with('\n')) out.push_back('\n');
  return out;
}

// The separator that most of the first lines have equally often: titles have none and cells may
// hold another one now and then.
char SeparatorOf(std::string_view text) {
  constexpr std::array<char, 3> kSeparators = {',', '\t', ';'};
  std::array<std::map<int, int>, 3> lines_with;  // how many lines have it so often
  std::array<int, 3> count{};
  std::size_t lines = 0;
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    for (std::size_t i = 0; i < kSeparators.size(); ++i) count[i] += c == kSeparators[i];
    if (c != '\n') continue;
    for (std::size_t i = 0; i < kSeparators.size(); ++i) {
      if (count[i] > 0) ++lines_with[i][count[i]];
    }
    count.fill(0);
    if (++lines == kLinesLookedAt) break;
  }
  char best = kSeparators.front();
  std::pair<int, int> most;  // lines, then how often in each
  for (std::size_t i = 0; i < kSeparators.size(); ++i) {
    for (const auto& [often, how_many] : lines_with[i]) {
      if (std::pair(how_many, often) > most) {
        most = {how_many, often};
        best = kSeparators[i];
      }
    }
  }
  return best;
}

// What libcsv calls back with, by cell and by line end.
class Rows {
 public:
  void Cell(std::string_view text) {
    breaks_in_row_ += static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    sheet_.Put(row_, ++column_, std::string(text));
  }

  void LineEnd() {
    column_ = 0;
    ++row_;
    line_ += 1 + breaks_in_row_;
    breaks_in_row_ = 0;
  }

  SheetBuilder& sheet() { return sheet_; }
  const TableRoom& room() const { return room_; }
  int line() const { return line_; }  // of the text
  int ends() const { return row_; }

 private:
  TableRoom room_;
  SheetBuilder sheet_{room_};
  int row_ = 1, column_ = 0, line_ = 1, breaks_in_row_ = 0;
};

void OnCell(void* text, std::size_t size, void* rows) {
  static_cast<Rows*>(rows)->Cell({static_cast<const char*>(text), size});
}
void OnLineEnd(int, void* rows) { static_cast<Rows*>(rows)->LineEnd(); }

class Parser {
 public:
  Parser(char separator, Rows& rows) : rows_(rows) {
    csv_init(&parser_, CSV_REPALL_NL);
    csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    // A tab is a blank by default and would be trimmed where it separates.
    csv_set_space_func(&parser_, [](unsigned char c) { return c == ' ' ? 1 : 0; });
  }
  ~Parser() { csv_free(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  bool Feed(std::string_view text) {
    return csv_parse(&parser_, text.data(), text.size(), OnCell, OnLineEnd, &rows_) == text.size();
  }

 private:
  csv_parser parser_;
  Rows& rows_;
};

}  // namespace

tl::expected<Sheet, TableRefusal> ReadCsv(std::string_view bytes) {
  if (bytes.size() > kTableLargest) return RefuseTable(TableFault::kTooLarge);
  const auto decoded = DecodeText(bytes);
  if (!decoded) return RefuseTable(FaultOf(decoded.error()));
  const std::string text = WithPlainBreaks(*decoded);

  Rows rows;
  Parser parser(SeparatorOf(text), rows);
  std::string_view left = text;
  while (!left.empty()) {
    const std::string_view piece = left.substr(0, 65536);
    left.remove_prefix(piece.size());
    if (!parser.Feed(piece)) return RefuseTable(TableFault::kTooLarge);
    if (rows.room().fault()) return RefuseTable(*rows.room().fault());
  }
  // Outside quotes another line end is told at once.
  const int ends = rows.ends();
  const int line = rows.line();
  if (!parser.Feed("\n") || rows.ends() == ends) return RefuseTable(TableFault::kOpenQuote, line);
  if (rows.sheet().empty()) return RefuseTable(TableFault::kEmpty);
  return rows.sheet().Take();
}

}  // namespace studio
