#include "tables/year_workbook.h"

#include <algorithm>
#include <array>

#include "shared/base/utf8.h"
#include "tables/workbook_file.h"
#include "tables/workbook_sheets.h"

namespace studio {
namespace {

constexpr std::size_t kSidesOfTab = 1000;  // programs know 1,023 breaks at the most
constexpr std::size_t kRowsOfTab = 1'000'000;
constexpr std::size_t kRowsAtOnce = 200;  // between two words of how far it is
constexpr double kPointsOfMm = 72 / 25.4;
constexpr double kPixelsOfMm = 96 / 25.4;
constexpr double kNarrower = 0.97;           // so that no program puts the last column elsewhere
constexpr std::size_t kMostOfCell = 32'000;  // bytes; a cell holds 32,767 characters

struct YearStyles {
  explicit YearStyles(lxw_workbook* workbook) {
    for (int i = 0; i < kLooks; ++i) {
      const auto look = static_cast<CellLook>(i);
      lxw_format* const format = NewSheetFormat(workbook, SizeOf(look), IsBold(look));
      if (HasBorder(look)) format_set_border(format, LXW_BORDER_THIN);
      format_set_text_wrap(format);
      if (look != CellLook::kText && look != CellLook::kLine && look != CellLook::kSign) {
        format_set_align(format, LXW_ALIGN_CENTER);
      }
      if (look == CellLook::kSign) {
        format_set_align(format, LXW_ALIGN_RIGHT);
        format_set_align(format, LXW_ALIGN_VERTICAL_BOTTOM);
      }
      if (look == CellLook::kHeading || look == CellLook::kSum) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, look == CellLook::kSum ? 0xF2F2F2 : 0xE7E6E6);
      }
      looks[static_cast<std::size_t>(i)] = format;
    }
  }
  lxw_format* Of(CellLook look) const { return looks[static_cast<std::size_t>(look)]; }

  static constexpr int kLooks = static_cast<int>(CellLook::kSign) + 1;
  std::array<lxw_format*, kLooks> looks{};
};

// A name for a tab: at most 31 characters, none of []:*?/\, not empty.
std::string TabName(const std::string& title, std::size_t number) {
  constexpr std::size_t kMostLetters = 25;
  std::string name;
  std::size_t at = 0, letters = 0;
  const std::string clean = WrittenText(title);
  while (at < clean.size() && letters < kMostLetters) {
    const std::size_t before = at;
    NextCodePoint(clean, at);
    const std::string letter = clean.substr(before, at - before);
    if (std::string_view("[]:*?/\\'\n").find(letter) != std::string_view::npos) continue;
    name += letter;
    ++letters;
  }
  if (name.empty()) name = "表";
  return number > 1 ? name + "（" + std::to_string(number) + "）" : name;
}

bool IsPlainNumber(const PrintedCell& cell) {
  return cell.figure && cell.text.find_first_not_of("0123456789.-") == std::string::npos;
}

// The figures of charts, on a tab that nobody sees.
class ChartFigures {
 public:
  explicit ChartFigures(lxw_workbook* workbook) : workbook_(workbook) {}

  lxw_chart* Draw(const PrintedChart& chart, double wide, double high, lxw_chart_options& options) {
    const bool bars = chart.kind == PrintedChart::Kind::kBars;
    lxw_chart* const drawn = workbook_add_chart(workbook_, bars ? LXW_CHART_BAR : LXW_CHART_COLUMN);
    lxw_chart_font title{}, small{};
    title.size = 11;
    title.bold = LXW_TRUE;
    small.size = 8;
    chart_title_set_name(drawn, WrittenText(chart.title).c_str());
    chart_title_set_name_font(drawn, &title);
    chart_legend_set_position(
        drawn, chart.series.size() < 2 ? LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(drawn, &small);
    chart_axis_set_num_font(drawn->x_axis, &small);
    chart_axis_set_num_font(drawn->y_axis, &small);
    chart_axis_major_gridlines_set_visible(drawn->y_axis, LXW_FALSE);
    chart_set_series_gap(drawn, 40);  // percent of a bar
    if (bars) chart_axis_set_reverse(drawn->y_axis);
    const lxw_row_t first = row_;
    for (const std::string& label : chart.labels) labels_.push_back({row_++, label});
    const lxw_row_t last = row_ == first ? first : row_ - 1;
    lxw_col_t column = 1;
    for (const PrintedChart::Series& one : chart.series) {
      for (std::size_t i = 0; i < one.values.size(); ++i) {
        values_.push_back({first + static_cast<lxw_row_t>(i), column, one.values[i]});
      }
      lxw_chart_series* const series = chart_add_series(drawn, nullptr, nullptr);
      chart_series_set_categories(series, kTab, first, 0, last, 0);
      chart_series_set_values(series, kTab, first, column, last, column);
      chart_series_set_name(series, WrittenText(one.name).c_str());
      chart_series_set_labels(series);
      chart_series_set_labels_font(series, &small);
      ++column;
    }
    constexpr double kUsualWide = 480, kUsualHigh = 288;  // pixels
    options.x_scale = wide * kPixelsOfMm / kUsualWide;
    options.y_scale = high * kPixelsOfMm / kUsualHigh;
    return drawn;
  }

  // Last: behind all tabs.
  void WriteTab() {
    if (row_ == 0) return;
    lxw_worksheet* const sheet = workbook_add_worksheet(workbook_, kTab);
    for (const auto& [row, text] : labels_)
      WriteText(sheet, static_cast<int>(row), 0, text, nullptr);
    for (const Value& one : values_) {
      worksheet_write_number(sheet, one.row, one.column, one.value, nullptr);
    }
    worksheet_hide(sheet);
  }

 private:
  static constexpr const char* kTab = "图表数据";
  struct Value {
    lxw_row_t row;
    lxw_col_t column;
    double value;
  };
  lxw_workbook* workbook_;
  lxw_row_t row_ = 0;
  std::vector<std::pair<lxw_row_t, std::string>> labels_;
  std::vector<Value> values_;
};

class WorkbookDrawing {
 public:
  WorkbookDrawing(WorkbookFile& file, const PrintedSheet& sheet, const OnPrintedRows& progress)
      : file_(file),
        sheet_(sheet),
        styles_(file.get()),
        charts_(file.get()),
        progress_(progress),
        all_(RowsOf(sheet)) {}

  // False: it was stopped.
  bool Draw() {
    // Rows that each side repeats are a tab's own: a tab for each page, where there are few.
    const bool a_tab_each = sheet_.pages.size() <= 2;
    std::size_t sides = 0;
    for (const PrintedPage& page : sheet_.pages) {
      if (a_tab_each || sides == 0) {
        BeginTab();
        if (a_tab_each && page.repeated > 0) {
          worksheet_repeat_rows(tab_, 0, static_cast<lxw_row_t>(page.repeated - 1));
          worksheet_freeze_panes(tab_, static_cast<lxw_row_t>(page.repeated), 0);
        }
      } else {
        breaks_.push_back(row_);
      }
      if (!DrawPage(page)) return false;
      sides = (sides + 1) % kSidesOfTab;
      if (sides == 0) EndTab();
    }
    EndTab();
    charts_.WriteTab();
    return true;
  }

 private:
  void BeginTab() {
    EndTab();
    tab_ = workbook_add_worksheet(file_.get(), TabName(sheet_.title, ++tabs_).c_str());
    row_ = 0;
    constexpr std::uint8_t kA4 = 9;
    constexpr double kMarginInches = Paper::kMargin / 25.4;
    worksheet_set_paper(tab_, kA4);
    if (sheet_.across) worksheet_set_landscape(tab_);
    worksheet_set_margins(tab_, kMarginInches, kMarginInches, kMarginInches,
                          kMarginInches + Paper::kFoot / 25.4);
    worksheet_center_horizontally(tab_);
    std::string foot;
    for (const char letter : WrittenText(sheet_.foot))
      foot += letter == '&' ? "&&" : std::string(1, letter);
    worksheet_set_footer(tab_, ("&L&8 " + foot + "&R&8 第 &P 页，共 &N 页").c_str());
    for (std::size_t i = 0; i < sheet_.grid.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      worksheet_set_column_pixels(
          tab_, column, column,
          static_cast<std::uint32_t>(sheet_.grid[i] * kPixelsOfMm * kNarrower), nullptr);
    }
  }

  void EndTab() {
    if (tab_ == nullptr) return;
    if (!breaks_.empty()) {
      breaks_.push_back(0);  // the list's end
      worksheet_set_h_pagebreaks(tab_, breaks_.data());
      breaks_.clear();
    }
    // How wide a column is, depends on the fonts of who opens it.
    worksheet_fit_to_pages(tab_, 1, 0);
    tab_ = nullptr;
  }

  bool DrawPage(const PrintedPage& page) {
    for (const PrintedRow& row : page.rows) {
      if (row_ >= kRowsOfTab) {
        BeginTab();
        breaks_.clear();
      }
      worksheet_set_row(tab_, row_, row.high * kPointsOfMm, nullptr);
      if (row.chart) {
        DrawChart(row);
      } else {
        DrawCells(row);
      }
      ++row_;
      if (++done_ % kRowsAtOnce == 0 && !progress_(done_, all_)) return false;
    }
    return true;
  }

  void DrawChart(const PrintedRow& row) {
    double wide = 0;
    for (const double one : sheet_.grid) wide += one;
    lxw_chart_options options{};
    lxw_chart* const chart = charts_.Draw(*row.chart, wide * kNarrower - 2, row.high - 2, options);
    worksheet_insert_chart_opt(tab_, row_, 0, chart, &options);
  }

  void DrawCells(const PrintedRow& row) {
    int column = 0;
    for (const PrintedCell& cell : row.cells) {
      lxw_format* const format = styles_.Of(cell.look);
      const auto first = static_cast<lxw_col_t>(column);
      if (cell.across > 1) {
        worksheet_merge_range(tab_, row_, first, row_,
                              static_cast<lxw_col_t>(column + cell.across - 1), "", format);
      }
      if (IsPlainNumber(cell)) {
        worksheet_write_number(tab_, row_, first, *cell.figure, format);
      } else {
        WriteText(tab_, static_cast<int>(row_), column, cell.text.substr(0, kMostOfCell), format);
      }
      column += cell.across;
    }
  }

  WorkbookFile& file_;
  const PrintedSheet& sheet_;
  const YearStyles styles_;
  ChartFigures charts_;
  const OnPrintedRows& progress_;
  const std::size_t all_;
  lxw_worksheet* tab_ = nullptr;
  std::size_t tabs_ = 0, done_ = 0;
  lxw_row_t row_ = 0;
  std::vector<lxw_row_t> breaks_;
};

}  // namespace

std::size_t RowsOf(const PrintedSheet& sheet) {
  std::size_t rows = 0;
  for (const PrintedPage& page : sheet.pages) rows += page.rows.size();
  return rows;
}

Result<std::string> MakeYearWorkbook(const PrintedSheet& sheet, std::int64_t made_ms,
                                     const OnPrintedRows& progress) {
  WorkbookFile file;
  if (file.get() == nullptr) return file.Take();
  file.SetProperties(sheet.title + " " + sheet.foot, made_ms);
  if (!WorkbookDrawing(file, sheet, progress).Draw()) return std::string();
  const std::size_t all = RowsOf(sheet);
  if (!progress(all, all)) return std::string();
  return file.Take();
}

}  // namespace studio
