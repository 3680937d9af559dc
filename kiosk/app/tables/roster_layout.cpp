#include "app/tables/roster_layout.h"

#include <algorithm>
#include <array>

#include "app/cells/date_cells.h"
#include "app/tables/form_choice.h"
#include "app/tables/heading_rows.h"

namespace studio {
namespace {

using Is = RosterColumn;
using Columns = BlockColumns;

bool Inherits(Is is) { return is == Is::kMember || is == Is::kHours || IsDayColumn(is); }

bool HasIn(const Columns& columns, Is is) {
  return std::any_of(columns.begin(), columns.end(),
                     [is](const auto& column) { return column.is == is; });
}

class LayoutFinding {
 public:
  LayoutFinding(const RosterGrid& grid, const RosterNames& names, const SheetWords& words)
      : grid_(grid), headings_(grid, names, words), forms_(grid, names, words) {}

  RosterLayout Take(const std::string& sheet_name) {
    facts_.Take(FoldCell(sheet_name));
    for (int row = 0; row < grid_.rows();) row = IsHeading(row) ? Begin(row) : row + 1;
    Close(grid_.rows());
    if (out_.blocks.empty()) Guess();
    out_.missing = out_.blocks.empty() ? Missing() : RosterLayout::Missing::kNothing;
    return std::move(out_);
  }

 private:
  bool IsHeading(int row) {
    if (IsDataRow(row) || !headings_.MayBeHeading(row)) return false;
    if (!open_.empty() && headings_.IsCalendarRow(row)) return false;
    const Columns columns = headings_.Read(row);
    seen_date_ = seen_date_ || HasIn(columns, Is::kDate);
    seen_member_ = seen_member_ || HasIn(columns, Is::kMember);
    return HeadingRows::IsHeading(columns) || headings_.DaysUnderNames(open_, columns);
  }

  // Under 日期 stands a date: 5日, 六, 休 beside 20日, 日, 休 is no row of days.
  bool IsDataRow(int row) const {
    bool date = false;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      if (IsDayColumn(open_[i].is)) return false;
      const std::string& text = grid_.Folded({row, static_cast<int>(i)});
      if (open_[i].is != Is::kDate || text.empty()) continue;
      if (ReadDateCell(text).spans.empty()) return false;
      date = true;
    }
    return date;
  }

  // Takes a second row of headings, hours or days below the first; gives the first row of the body.
  int Begin(int row) {
    Columns columns = headings_.Read(row);
    if (headings_.DaysUnderNames(open_, columns)) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].is == Is::kDay) columns[i].weekday = open_weekdays_[i];
        if (columns[i].is == Is::kBlank && !Inherits(open_[i].is)) columns[i] = open_[i];
      }
    }
    Close(row);
    TakeWeek(columns);
    int next = row + 1;
    if (next < grid_.rows() && headings_.IsSecond(columns, next)) headings_.Join(columns, next++);
    SetWeekdays(columns);
    for (std::size_t i = 1; i < columns.size(); ++i) {
      if (columns[i].is == Is::kBlank && Inherits(columns[i - 1].is) &&
          ColumnHas(static_cast<int>(i), next)) {
        columns[i] = columns[i - 1];
      }
    }
    open_ = columns;
    open_headings_ = row;
    open_top_ = next;
    return next;
  }

  // 12月7日-13日 at the left of 星期一, 星期二: which week it is.
  void TakeWeek(Columns& columns) {
    if (!HasIn(columns, Is::kDayName)) return;
    for (auto& column : columns) {
      if (column.is == Is::kBlank) continue;
      if (IsDayColumn(column.is) && column.is == Is::kDayName) return;
      TitleFacts said;
      said.Take(grid_.Folded(column.heading));
      if (said.days.empty()) return;
      facts_.days = said.days;
      column.is = Is::kUnknown;
      return;
    }
  }

  bool ColumnHas(int column, int from) const {
    for (int row = from; row < std::min(grid_.rows(), from + kBodyLookedAt); ++row) {
      if (!grid_.Blank({row, column})) return true;
    }
    return false;
  }

  void SetWeekdays(const Columns& columns) {
    open_weekdays_.resize(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].is == Is::kDayName) open_weekdays_[i] = columns[i].heading;
      if (columns[i].is == Is::kDay && !columns[i].weekday.none()) {
        open_weekdays_[i] = columns[i].weekday;
      }
    }
  }

  // Rows above a heading that are a title belong to what follows.
  int TitleBegins(int heading) const {
    int begin = heading;
    while (begin > open_top_ && heading - begin < 3 && !open_.empty() &&
           grid_.Filled(begin - 1, 0, grid_.columns()) == 1 && LooksLikeTitle(begin - 1)) {
      --begin;
    }
    return begin;
  }
  bool LooksLikeTitle(int row) const {
    for (int column = 0; column < grid_.columns(); ++column) {
      const std::string& text = grid_.Folded({row, column});
      if (text.empty()) continue;
      return text.find("月") != std::string::npos || text.find("表") != std::string::npos ||
             text.find("值班") != std::string::npos || text.find("安排") != std::string::npos ||
             text.find("周") != std::string::npos;
    }
    return false;
  }

  // What was begun ends before `row`; what stands above it is its title.
  void Close(int row) {
    const bool at_end = row == grid_.rows();
    const int begin = at_end ? row : TitleBegins(row);
    const bool first = open_.empty();
    if (!first) {
      Split(open_top_, begin);
      open_.clear();
    }
    for (int title = first ? 0 : begin; title < row && !at_end; ++title) {
      out_.titles.push_back(title);
      TakeTitle(title);
    }
  }

  void TakeTitle(int row) {
    for (int column = 0; column < grid_.columns(); ++column) {
      const GridAt at{row, column};
      if (grid_.Blank(at) || grid_.Origin(at) != at) continue;
      TitleFacts said;
      said.Take(grid_.Folded(at));
      if (said.year > 0) facts_.year = said.year;
      if (said.year > 0) year_at_ = at;
      if (said.month > 0) facts_.month = said.month;
      if (!said.days.empty()) facts_.days = said.days;
    }
  }

  // Where the first headings come again, another block begins.
  void Split(int top, int bottom) {
    std::vector<int> begins = {0};
    const int columns = grid_.columns();
    int first = 0, date = -1;
    while (first < columns && open_[static_cast<std::size_t>(first)].is == Is::kBlank) ++first;
    for (int i = 0; i < columns; ++i) {
      const auto& column = open_[static_cast<std::size_t>(i)];
      if (column.is != Is::kDate) continue;
      if (date >= 0 && grid_.Origin(column.heading) != grid_.Origin(HeadingAt(date))) {
        const int offset = begins.size() == 1 ? date - first : 0;
        const bool same = offset > 0 && i - offset > date &&
                          grid_.Folded(HeadingAt(i - offset)) == grid_.Folded(HeadingAt(first));
        begins.push_back(same ? i - offset : i);
      }
      if (date < 0) date = i;
    }
    begins.push_back(columns);
    for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
      RosterBlock block;
      block.headings = open_headings_;
      block.top = top;
      block.bottom = bottom;
      block.left = begins[i];
      block.right = begins[i + 1];
      block.title = facts_;
      block.columns.assign(open_.begin() + block.left, open_.begin() + block.right);
      block.title_year = year_at_;
      if (forms_.Choose(block)) out_.blocks.push_back(block);
    }
  }
  GridAt HeadingAt(int column) const { return open_[static_cast<std::size_t>(column)].heading; }

  // No heading at all: the columns are what stands in them.
  void Guess() {
    auto block = forms_.Guess();
    if (!block) return;
    for (int row = 0; row < block->top; ++row) {
      out_.titles.push_back(row);
      TakeTitle(row);
    }
    block->title = facts_;
    block->title_year = year_at_;
    out_.blocks.push_back(*block);
  }

  RosterLayout::Missing Missing() const {
    if (seen_member_ && !seen_date_) return RosterLayout::Missing::kDate;
    if (seen_date_ && !seen_member_) return RosterLayout::Missing::kMember;
    return RosterLayout::Missing::kHeading;
  }

  static constexpr int kBodyLookedAt = 60;  // rows

  const RosterGrid& grid_;
  const HeadingRows headings_;
  const FormChoice forms_;
  TitleFacts facts_;
  GridAt year_at_;
  Columns open_;  // headings whose body is being looked through
  std::vector<GridAt> open_weekdays_;
  int open_headings_ = 0, open_top_ = 0;
  bool seen_date_ = false, seen_member_ = false;
  RosterLayout out_;
};

}  // namespace

int RosterBlock::Find(RosterColumn is) const {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].is == is) return left + static_cast<int>(i);
  }
  return -1;
}

RosterLayout FindLayout(const RosterGrid& grid, const std::string& sheet_name,
                        const RosterNames& names, const SheetWords& words) {
  return LayoutFinding(grid, names, words).Take(sheet_name);
}

}  // namespace studio
