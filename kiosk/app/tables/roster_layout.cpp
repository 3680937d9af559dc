#include "app/tables/roster_layout.h"

#include <algorithm>
#include <map>

#include "app/tables/hour_cells.h"

namespace studio {
namespace {

using Is = RosterColumn;
using Columns = std::vector<RosterBlock::Column>;

constexpr int kRowsLookedAt = 60;  // of a block, to say how sure a form is
constexpr double kNear = 0.15;

int CountOf(const Columns& columns, Is is) {
  return static_cast<int>(std::count_if(columns.begin(), columns.end(),
                                        [is](const auto& column) { return column.is == is; }));
}
bool Has(const Columns& columns, Is is) { return CountOf(columns, is) > 0; }

bool IsDay(Is is) { return is == Is::kDay || is == Is::kDayName; }
bool Inherits(Is is) {
  return is == Is::kMember || is == Is::kHours || is == Is::kDay || is == Is::kDayName;
}

class LayoutFinding {
 public:
  LayoutFinding(const RosterGrid& grid, const RosterNames& names,
                const std::vector<UsualHours>& usual)
      : grid_(grid), names_(names), usual_(usual) {}

  RosterLayout Take(const std::string& sheet_name) {
    facts_.Take(FoldCell(sheet_name));
    for (int row = 0; row < grid_.rows();) row = IsHeading(row) ? Begin(row) : row + 1;
    Close(grid_.rows());
    if (out_.blocks.empty()) Guess();
    out_.missing = out_.blocks.empty() ? Missing() : RosterLayout::Missing::kNothing;
    return std::move(out_);
  }

 private:
  Columns Read(int row) const {
    Columns columns(static_cast<std::size_t>(grid_.columns()));
    for (int i = 0; i < grid_.columns(); ++i) {
      const GridAt at{row, i};
      columns[static_cast<std::size_t>(i)] = {
          ColumnOf(grid_.Folded(at), names_, usual_), at, {}, {}, false};
    }
    return columns;
  }

  // 时间 alone is the day; beside a 日期 it is the hours.
  static void DecideWhen(Columns& columns) {
    const bool date = Has(columns, Is::kDate) || Has(columns, Is::kDay);
    const bool hours = Has(columns, Is::kShift) || Has(columns, Is::kFrom);
    for (auto& column : columns) {
      if (column.is != Is::kWhen) continue;
      column.is = !date ? Is::kDate : hours ? Is::kPassed : Is::kShift;
    }
  }

  static bool IsHeading(const Columns& columns) {
    const int days = CountOf(columns, Is::kDay) + CountOf(columns, Is::kDayName);
    const bool date = Has(columns, Is::kDate) || Has(columns, Is::kWeekday);
    if (CountOf(columns, Is::kDayName) >= 3 || (days >= 3 && !Has(columns, Is::kPerson))) {
      return true;
    }
    if (days == 2 && !Has(columns, Is::kPerson)) {
      return Has(columns, Is::kMember) || Has(columns, Is::kShift) || Has(columns, Is::kDate);
    }
    if (days > 0) return false;
    return date ? Has(columns, Is::kMember) ||
                      (Has(columns, Is::kHours) && !Has(columns, Is::kPerson)) ||
                      CountOf(columns, Is::kPerson) > 1
                : CountOf(columns, Is::kHours) > 1 && !Has(columns, Is::kPerson);
  }

  bool IsHeading(int row) {
    // Few cells have no heading in them; most rows end here.
    if (grid_.Filled(row, 0, grid_.columns()) < 2) return false;
    bool words = false;
    int days = 0;
    for (int i = 0; i < grid_.columns() && !words; ++i) {
      const std::string& text = grid_.Folded({row, i});
      if (text.empty()) continue;
      const Is is = text.size() > 60 ? Is::kUnknown : WordsOf(text);
      words = is != Is::kUnknown && is != Is::kBlank && is != Is::kPassed;
      days += text.size() < 40 && (ReadWeekdayCell(text) || !ReadDateCell(text).spans.empty());
      words = words || days >= 2 ||
              (i <= 2 && !ReadHoursCell(text, usual_).hours.empty() && grid_.Blank({row, 0}));
    }
    if (!words) return false;
    Columns columns = Read(row);
    DecideWhen(columns);
    seen_date_ = seen_date_ || Has(columns, Is::kDate);
    seen_member_ = seen_member_ || Has(columns, Is::kMember);
    return IsHeading(columns) || DaysUnderNames(columns);
  }

  // Below 星期一 … a row of days: the next week of a calendar.
  bool DaysUnderNames(const Columns& columns) const {
    if (open_.empty() || !Has(open_, Is::kDayName)) return false;
    int days = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const bool below = open_[i].is == Is::kDayName || open_[i].is == Is::kDay;
      if (columns[i].is == Is::kBlank || !below) continue;
      if (columns[i].is != Is::kDay) return false;
      ++days;
    }
    return days > 0;
  }

  // Takes a second row of headings, hours or days below the first; gives the first row of the body.
  int Begin(int row) {
    Columns columns = Read(row);
    DecideWhen(columns);
    if (DaysUnderNames(columns)) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].is == Is::kDay) columns[i].weekday = open_weekdays_[i];
        if (columns[i].is == Is::kBlank && !Inherits(open_[i].is)) columns[i] = open_[i];
      }
    }
    Close(row);
    int next = row + 1;
    if (next < grid_.rows() && IsSecond(columns, next)) Join(columns, next++);
    SetWeekdays(columns);
    for (std::size_t i = 1; i < columns.size(); ++i) {
      if (columns[i].is == Is::kBlank && Inherits(columns[i - 1].is) &&
          ColumnHas(static_cast<int>(i), next)) {
        columns[i] = columns[i - 1];
      }
    }
    open_ = columns;
    open_top_ = next;
    return next;
  }

  bool ColumnHas(int column, int from) const {
    for (int row = from; row < std::min(grid_.rows(), from + kRowsLookedAt); ++row) {
      if (!grid_.Blank({row, column})) return true;
    }
    return false;
  }

  // All of it reads as headings, and it says something that the first does not.
  bool IsSecond(const Columns& above, int row) const {
    Columns columns = Read(row);
    bool more = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Is is = columns[i].is, was = above[i].is;
      const GridAt at{row, static_cast<int>(i)};
      if (is == Is::kBlank || grid_.Origin(at).row < row) continue;
      const bool days =
          (is == Is::kDay && was == Is::kDayName) || (is == Is::kDayName && was == Is::kDay);
      const bool under =
          is == Is::kHours &&
          (was == Is::kMember || was == Is::kBlank || was == Is::kUnknown || was == Is::kDay ||
           was == Is::kDayName || was == Is::kShift || was == Is::kPassed);
      const bool words = is == Is::kMember || is == Is::kPassed || is == Is::kSector ||
                         is == Is::kGroup || is == Is::kShift;
      if (!days && !under && !(words && was != Is::kDate)) return false;
      more = more || days || under || words;
    }
    return more;
  }

  void Join(Columns& columns, int row) const {
    const Columns second = Read(row);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Is is = second[i].is;
      if (is == Is::kBlank || grid_.Origin(second[i].heading).row < row) continue;
      if (columns[i].is == Is::kDay && is == Is::kDayName) {
        columns[i].weekday = second[i].heading;
      } else if (columns[i].is == Is::kDayName && is == Is::kDay) {
        columns[i] = {is, second[i].heading, columns[i].heading, {}, false};
      } else if (is == Is::kHours && IsDay(columns[i].is)) {
        columns[i].hours = second[i].heading;
      } else if (is == Is::kHours && columns[i].is == Is::kBlank && i > 0 &&
                 !columns[i - 1].hours.none()) {
        columns[i] = columns[i - 1];  // a day over two shifts
        columns[i].hours = second[i].heading;
      } else {
        columns[i] = second[i];
      }
    }
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
             text.find("值班") != std::string::npos || text.find("安排") != std::string::npos;
    }
    return false;
  }

  // What was begun ends before `row`; what stands above it is its title.
  void Close(int row) {
    const bool at_end = row == grid_.rows();
    const int begin = at_end ? row : TitleBegins(row);
    if (!open_.empty()) {
      Split(open_top_, begin);
      open_.clear();
    }
    if (at_end && out_.blocks.empty()) return;
    for (int title = out_.blocks.empty() && open_top_ == 0 ? 0 : begin; title < row && !at_end;
         ++title) {
      out_.titles.push_back(title);
      TakeTitle(title);
    }
  }

  void TakeTitle(int row) {
    TitleFacts said;
    for (int column = 0; column < grid_.columns(); ++column) {
      if (grid_.Origin({row, column}) == GridAt{row, column}) {
        said.Take(grid_.Folded({row, column}));
      }
    }
    if (said.year > 0) facts_.year = said.year;
    if (said.month > 0) facts_.month = said.month;
    if (!said.days.empty()) facts_.days = said.days;
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
      block.top = top;
      block.bottom = bottom;
      block.left = begins[i];
      block.right = begins[i + 1];
      block.title = facts_;
      block.columns.assign(open_.begin() + block.left, open_.begin() + block.right);
      Choose(block);
    }
  }
  GridAt HeadingAt(int column) const { return open_[static_cast<std::size_t>(column)].heading; }

  void Choose(RosterBlock& block) {
    FillUnknown(block);
    std::map<RosterForm, double> sure;
    const bool date = block.Find(Is::kDate) >= 0 || block.Find(Is::kWeekday) >= 0;
    const int days = CountOf(block.columns, Is::kDay) + CountOf(block.columns, Is::kDayName);
    if (date && block.Find(Is::kMember) >= 0) {
      sure[RosterForm::kRows] = SureOf(block, Is::kMember);
    }
    if (date && block.Find(Is::kHours) >= 0) {
      sure[RosterForm::kShiftColumns] = SureOf(block, Is::kHours);
    }
    if (date && CountOf(block.columns, Is::kPerson) > 1) {
      sure[RosterForm::kMemberColumns] = SureOf(block, Is::kPerson);
    }
    if (days >= 2 || (days > 0 && !date)) {
      sure[RosterForm::kDayColumns] = 1 + days;  // nothing else has days for headings
    }
    for (const auto& [form, how] : sure) {
      if (how > block.sure) {
        block.sure = how;
        block.form = form;
      }
    }
    if (sure.empty()) return;
    for (const auto& [form, how] : sure) {
      if (form != block.form && how > 0 && block.sure - how < kNear) block.also.push_back(form);
    }
    if (block.sure > 1) block.sure = 1;
    out_.blocks.push_back(block);
  }

  // A column without a heading, by what stands in it.
  void FillUnknown(RosterBlock& block) const {
    const bool wants_date =
        block.Find(Is::kDate) < 0 && block.Find(Is::kDay) < 0 && block.Find(Is::kDayName) < 0;
    for (int i = block.left; i < block.right; ++i) {
      auto& column = block.columns[static_cast<std::size_t>(i - block.left)];
      if (column.is != Is::kBlank && column.is != Is::kUnknown) continue;
      const Shares shares = SharesOf(i, block.top, block.bottom);
      if (shares.filled == 0) continue;
      const Is was = column.is;
      if (wants_date && shares.dates > 0.7 && block.Find(Is::kDate) < 0) {
        column.is = Is::kDate;
      } else if (shares.weekdays > 0.8 && block.Find(Is::kWeekday) < 0) {
        column.is = Is::kWeekday;
      } else if (shares.hours > 0.7 && block.Find(Is::kShift) < 0) {
        column.is = Is::kShift;
      } else if (column.is == Is::kBlank && shares.names > 0.5 && block.Find(Is::kMember) < 0 &&
                 block.Find(Is::kHours) < 0) {
        column.is = Is::kMember;
      }
      column.guessed = was == Is::kUnknown && column.is != was;
    }
  }

  struct Shares {
    int filled = 0;
    double dates = 0, weekdays = 0, hours = 0, names = 0;
  };
  Shares SharesOf(int column, int top, int bottom) const {
    Shares out;
    for (int row = top; row < std::min(bottom, top + kRowsLookedAt); ++row) {
      const std::string& text = grid_.Folded({row, column});
      if (text.empty() || text.size() > 200) continue;
      ++out.filled;
      out.weekdays += ReadWeekdayCell(text).has_value();
      out.dates += !ReadDateCell(text).spans.empty();
      out.hours += !ReadHoursCell(text, usual_).hours.empty();
      out.names += names_.HasName(text);
    }
    for (double* share : {&out.dates, &out.weekdays, &out.hours, &out.names}) {
      *share /= std::max(out.filled, 1);
    }
    return out;
  }

  // How many of the cells below these headings look as the form says.
  double SureOf(const RosterBlock& block, Is is) const {
    int filled = 0, good = 0;
    for (int row = block.top; row < std::min(block.bottom, block.top + kRowsLookedAt); ++row) {
      for (int i = block.left; i < block.right; ++i) {
        if (block.At(i).is != is || grid_.Blank({row, i})) continue;
        const std::string& text = grid_.Folded({row, i});
        ++filled;
        good += SaysNobody(text) ||
                (is == Is::kPerson ? IsDutyMark(text) || !ReadHoursCell(text, usual_).hours.empty()
                                   : names_.HasName(grid_.Text({row, i})));
      }
    }
    return 0.01 + (filled == 0 ? 0.0 : static_cast<double>(good) / filled);
  }

  // No heading at all: the columns are what stands in them.
  void Guess() {
    RosterBlock block;
    block.bottom = grid_.rows();
    block.right = grid_.columns();
    while (block.top < block.bottom && grid_.Filled(block.top, 0, grid_.columns()) < 2) ++block.top;
    for (int i = 0; i < block.right; ++i) {
      const Shares shares = SharesOf(i, block.top, block.bottom);
      Is is = Is::kUnknown;
      if (shares.filled == 0) {
        is = Is::kBlank;
      } else if (shares.names > 0.6) {
        is = Is::kMember;
      } else if (shares.weekdays > 0.8) {
        is = Is::kWeekday;
      } else if (shares.dates > 0.8 && block.Find(Is::kDate) < 0) {
        is = Is::kDate;
      } else if (shares.hours > 0.8) {
        is = Is::kShift;
      }
      block.columns.push_back({is, {}, {}, {}, false});
    }
    const bool filled = block.top < block.bottom;
    if (!filled || block.Find(Is::kDate) < 0 || block.Find(Is::kMember) < 0) return;
    for (int row = 0; row < block.top; ++row) {
      out_.titles.push_back(row);
      TakeTitle(row);
    }
    block.title = facts_;
    block.sure = 0.5;
    out_.blocks.push_back(block);
  }

  RosterLayout::Missing Missing() const {
    if (seen_member_ && !seen_date_) return RosterLayout::Missing::kDate;
    if (seen_date_ && !seen_member_) return RosterLayout::Missing::kMember;
    return RosterLayout::Missing::kHeading;
  }

  const RosterGrid& grid_;
  const RosterNames& names_;
  const std::vector<UsualHours>& usual_;
  TitleFacts facts_;
  Columns open_;  // headings whose body is being looked through
  std::vector<GridAt> open_weekdays_;
  int open_top_ = 0;
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
                        const RosterNames& names, const std::vector<UsualHours>& usual) {
  return LayoutFinding(grid, names, usual).Take(sheet_name);
}

}  // namespace studio
