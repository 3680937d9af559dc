#include "tables/csv_reader.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <map>

#include "shared/base/stick_file.h"
#include "tables/text_decoding.h"

namespace studio {
namespace {

constexpr std::size_t kLinesLookedAt = 30;

tl::unexpected<CsvRefusal> Refuse(CsvFault fault, int line = 0, std::string detail = {}) {
  return tl::unexpected(CsvRefusal{fault, line, std::move(detail)});
}

CsvFault FaultOf(TextFault fault) {
  switch (fault) {
    case TextFault::kEmpty:
      return CsvFault::kEmpty;
    case TextFault::kBinary:
      return CsvFault::kBinary;
    case TextFault::kWorkbook:
      return CsvFault::kWorkbook;
    case TextFault::kUnknown:
      break;
  }
  return CsvFault::kUnknownEncoding;
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
    if (++column_ > kCsvColumns) return;
    if (text.empty()) return;
    row_.cells.resize(column_);
    row_.cells.back() = text;
  }

  void LineEnd() {
    if (!row_.cells.empty()) {
      cells_ += row_.cells.size();
      row_.line = line_;
      if (!too_many()) rows_.push_back(std::move(row_));
    }
    row_ = {};
    column_ = 0;
    line_ += 1 + breaks_in_row_;
    breaks_in_row_ = 0;
    ++ends_;
  }

  bool too_many() const { return rows_.size() >= kCsvRowLimit || cells_ > kCsvCellLimit; }
  int line() const { return line_; }
  int ends() const { return ends_; }
  std::vector<TableRow> Take() { return std::move(rows_); }

 private:
  std::vector<TableRow> rows_;
  TableRow row_;
  std::size_t column_ = 0, cells_ = 0;
  int line_ = 1, breaks_in_row_ = 0, ends_ = 0;
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

CsvRows ReadCsv(std::string_view bytes) {
  if (bytes.size() > kCsvLargest) return Refuse(CsvFault::kTooLarge);
  const auto decoded = DecodeText(bytes);
  if (!decoded) return Refuse(FaultOf(decoded.error()));
  const std::string text = WithPlainBreaks(*decoded);

  Rows rows;
  Parser parser(SeparatorOf(text), rows);
  std::string_view left = text;
  while (!left.empty()) {
    const std::string_view piece = left.substr(0, 65536);
    left.remove_prefix(piece.size());
    if (!parser.Feed(piece)) return Refuse(CsvFault::kTooLarge);
    if (rows.too_many()) return Refuse(CsvFault::kTooManyRows);
  }
  // Outside quotes another line end is told at once.
  const int ends = rows.ends();
  const int line = rows.line();
  if (!parser.Feed("\n") || rows.ends() == ends) return Refuse(CsvFault::kOpenQuote, line);
  auto out = rows.Take();
  if (out.empty()) return Refuse(CsvFault::kEmpty);
  return out;
}

CsvRows ReadCsvFile(const std::filesystem::path& path) {
  auto file = StickFile::Open(path);
  if (!file) return Refuse(CsvFault::kUnreadable, 0, file.error().detail);
  if (file->size() > kCsvLargest) return Refuse(CsvFault::kTooLarge);
  const auto bytes = file->ReadAll(kCsvLargest);
  if (!bytes && bytes.error().kind == ErrorKind::kInvalid) return Refuse(CsvFault::kTooLarge);
  if (!bytes) return Refuse(CsvFault::kUnreadable, 0, bytes.error().detail);
  return ReadCsv(*bytes);
}

std::string Sentence(const CsvRefusal& refusal) {
  switch (refusal.fault) {
    case CsvFault::kUnreadable:
      return "the file cannot be read: " + refusal.detail;
    case CsvFault::kEmpty:
      return "the file is empty";
    case CsvFault::kBinary:
      return "the file is not text";
    case CsvFault::kWorkbook:
      return "the file is a workbook: save it as CSV first";
    case CsvFault::kUnknownEncoding:
      return "the file is neither UTF-8 nor UTF-16 nor GB18030";
    case CsvFault::kTooLarge:
      return "the file is larger than 16 MiB";
    case CsvFault::kTooManyRows:
      return "the file has too many rows: 100,000 or more, or a million cells";
    case CsvFault::kOpenQuote:
      return "line " + std::to_string(refusal.line) + ": a quotation mark is never closed";
  }
  return {};
}

}  // namespace studio
