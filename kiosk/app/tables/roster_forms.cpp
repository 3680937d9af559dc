#include "app/tables/roster_forms.h"

#include <algorithm>

#include "app/cells/date_cells.h"
#include "app/cells/duty_parts.h"

namespace studio {
namespace {

class Walking {
 public:
  Walking(RosterGrid& grid, const RosterBlock& block, const RosterNames& names,
          const SheetWords& words)
      : grid_(grid), block_(block), names_(names), words_(words) {}

  BlockEntries Take() {
    MarkHeadings();
    switch (block_.form) {
      case RosterForm::kRows:
        Rows({RosterColumn::kMember});
        break;
      case RosterForm::kShiftColumns:
        Rows({RosterColumn::kHours, RosterColumn::kMember});
        break;
      case RosterForm::kMemberColumns:
        Rows({RosterColumn::kPerson});
        break;
      case RosterForm::kDayColumns:
        Days();
        break;
    }
    return std::move(out_);
  }

 private:
  int Column(RosterColumn is) const { return block_.Find(is); }
  GridAt Cell(int row, RosterColumn is) const {
    const int column = Column(is);
    return column < 0 ? GridAt() : GridAt{row, column};
  }
  bool Blank(GridAt at) const { return at.none() || grid_.Blank(at); }

  void MarkHeadings() {
    for (int i = block_.left; i < block_.right; ++i) {
      const auto& column = block_.At(i);
      // What nobody knows is left for whoever accounts for the rest.
      if (column.heading.none()) continue;
      if (column.is == RosterColumn::kUnknown) {
        if (!LabelsDays(i)) continue;
        out_.passed.push_back(column.heading);
      }
      for (int row = column.heading.row; row < block_.top; ++row) {
        grid_.Mark({row, i}, Fate::kHeading);
      }
      for (int row = block_.headings; row < column.heading.row; ++row) {
        const GridAt above{row, i};
        if (ColumnOf(grid_.Folded(above), names_, words_) == RosterColumn::kUnknown) continue;
        grid_.Mark(above, Fate::kHeading);
      }
      grid_.Mark(column.heading, Fate::kHeading);
      if (!column.weekday.none()) grid_.Mark(column.weekday, Fate::kHeading);
      if (!column.hours.none()) grid_.Mark(column.hours, Fate::kHeading);
    }
  }

  // 第二周 at the left of the days, with nothing below it.
  bool LabelsDays(int column) const {
    if (block_.form != RosterForm::kDayColumns ||
        names_.Mentions(grid_.Folded(block_.At(column).heading)))
      return false;
    for (int i = block_.left; i <= column; ++i) {
      if (IsDay(block_.At(i).is)) return false;
    }
    for (int row = block_.top; row < block_.bottom; ++row) {
      if (!grid_.Blank({row, column})) return false;
    }
    return true;
  }
  static bool IsDay(RosterColumn is) {
    return is == RosterColumn::kDay || is == RosterColumn::kDayName;
  }

  // Cells of a row that need no reading.
  void PassOver(int row) {
    for (int i = block_.left; i < block_.right; ++i) {
      const RosterColumn is = block_.At(i).is;
      if (is == RosterColumn::kPassed || is == RosterColumn::kRemark)
        grid_.Mark({row, i}, Fate::kPassed);
      if (is != RosterColumn::kUnknown || grid_.Blank({row, i})) continue;
      grid_.Mark({row, i}, Fate::kRefused);
      const GridAt heading = block_.At(i).heading;
      const GridAt told = heading.none() || grid_.Blank(heading) ? GridAt{row, i} : heading;
      const auto known = std::find(out_.unknown.begin(), out_.unknown.end(), told);
      if (known == out_.unknown.end()) out_.unknown.push_back(told);
    }
  }

  // One line of text across the block: a remark, left for whoever accounts for the rest.
  bool IsLine(int row) const {
    if (IsRemarkRow(grid_, row, names_)) return true;
    if (grid_.Filled(row, block_.left, block_.right) != 1) return false;
    for (int i = block_.left; i < block_.right; ++i) {
      const std::string& text = grid_.Folded({row, i});
      if (text.empty()) continue;
      if (words_.explaining().contains(grid_.Origin({row, i}))) return true;
      if (IsRemark(text) && !names_.HasName(text)) return true;
      const RosterColumn is = block_.At(i).is;
      const bool place = is == RosterColumn::kMember || is == RosterColumn::kHours ||
                         is == RosterColumn::kPerson || IsDay(is);
      return !place && ReadDateCell(text).spans.empty() && is != RosterColumn::kWeekday &&
             is != RosterColumn::kShift;
    }
    return false;
  }

  // A cell merged over the left column and days.
  bool IsAcross(int row, int axis) const {
    int days = 0;
    for (int i = axis + 1; i < block_.right && axis >= 0; ++i) {
      days += IsDay(block_.At(i).is) && grid_.Origin({row, i}) == grid_.Origin({row, axis});
    }
    return days > 1;
  }

  void Rows(const std::vector<RosterColumn>& places) {
    const bool by_heading = block_.form == RosterForm::kShiftColumns;
    out_.no_hours = !by_heading && Column(RosterColumn::kShift) < 0 &&
                    Column(RosterColumn::kFrom) < 0 && block_.form != RosterForm::kMemberColumns;
    const int date_column = Column(RosterColumn::kDate) >= 0 ? Column(RosterColumn::kDate)
                                                             : Column(RosterColumn::kWeekday);
    GridAt date, weekday, shift;
    for (int row = block_.top; row < block_.bottom; ++row) {
      if (grid_.Hidden(row) || grid_.Filled(row, block_.left, block_.right) == 0) continue;
      if (IsLine(row)) continue;
      PassOver(row);
      RosterEntry entry;
      const GridAt own{row, date_column};
      entry.date_from_above = grid_.Blank(own);
      if (!entry.date_from_above) {
        date = own;
        weekday = date_column == Column(RosterColumn::kWeekday) ? GridAt()
                                                                : Cell(row, RosterColumn::kWeekday);
        shift = {};
      }
      entry.date = date;
      entry.weekday = weekday;
      if (const GridAt here = Cell(row, RosterColumn::kShift); !Blank(here)) shift = here;
      entry.hours = shift;
      entry.from = Cell(row, RosterColumn::kFrom);
      entry.to = Cell(row, RosterColumn::kTo);
      if (!Blank(entry.from) && !Blank(entry.to)) entry.hours = {};
      entry.place = Cell(row, RosterColumn::kPlace);
      entry.sector = Cell(row, RosterColumn::kSector);
      entry.group = Cell(row, RosterColumn::kGroup);
      entry.studio = Cell(row, RosterColumn::kStudio);
      Places(row, places, entry);
    }
  }

  void Places(int row, const std::vector<RosterColumn>& places, const RosterEntry& base) {
    bool any = false;
    GridAt last;
    for (int i = block_.left; i < block_.right; ++i) {
      const auto& column = block_.At(i);
      const GridAt at{row, i};
      if (std::find(places.begin(), places.end(), column.is) == places.end() || grid_.Blank(at)) {
        continue;
      }
      // One cell across two columns of members is one place; across two shifts it is two.
      if (column.is == RosterColumn::kMember && grid_.Origin(at) == last) continue;
      last = grid_.Origin(at);
      RosterEntry entry = base;
      entry.names = at;
      if (column.is == RosterColumn::kHours) entry.hours = column.heading;
      if (column.is == RosterColumn::kPerson) {
        entry.names = column.heading;
        entry.mark = at;
        if (!words_.IsMark(grid_.Folded(at))) entry.hours = at;
        out_.entries.push_back(entry);
      } else {
        AddParts(entry, grid_.Text(at));
      }
      any = true;
    }
    if (!any) out_.entries.push_back(base);
  }

  // 上午:示例甲 下午:示例乙 in one cell.
  void AddParts(const RosterEntry& entry, const std::string& text) {
    const std::vector<DutyPart> parts = DutyPartsOf(text, words_, names_);
    for (const DutyPart& part : parts) {
      RosterEntry& added = out_.entries.emplace_back(entry);
      added.hours_said = part.hours;
      if (parts.size() > 1 || !part.hours.empty() || !entry.names_said.empty()) {
        added.names_said = part.names.empty() ? "-" : part.names;
      }
    }
  }

  // At the left of the days stand shifts, or members, or nothing.
  void Days() {
    bool members = false;
    int shifts = -1;  // of members that have a row for each shift
    const int axis = AxisOf(members, shifts);
    out_.no_hours = axis < 0;
    GridAt above, shift;
    for (int row = block_.top; row < block_.bottom; ++row) {
      if (grid_.Hidden(row) || grid_.Filled(row, block_.left, block_.right) == 0) continue;
      if (axis >= 0 && !grid_.Blank({row, axis})) above = {row, axis};
      if (shifts >= 0 && !grid_.Blank({row, shifts})) shift = {row, shifts};
      if (IsAcross(row, axis) || IsRemarkRow(grid_, row, names_)) continue;
      if (IsLine(row) && (axis < 0 || grid_.Filled(row, axis + 1, block_.right) == 0)) {
        if (axis >= 0 && above.row == row && !IsRemark(grid_.Folded(above))) {
          grid_.Mark(above, Fate::kPassed);  // a shift or member without any day
        }
        continue;
      }
      if (above.row == row && PassesRow(above)) {
        for (int i = block_.left; i < block_.right; ++i) grid_.Mark({row, i}, Fate::kPassed);
        out_.passed.push_back(above);
        continue;
      }
      PassOver(row);
      for (int i = block_.left; i < block_.right; ++i) {
        const auto& column = block_.At(i);
        const GridAt at{row, i};
        if (!IsDay(column.is) || grid_.Blank(at)) continue;
        RosterEntry entry;
        entry.date = column.heading;
        entry.weekday = column.weekday;
        entry.date_said = DayOf(column.heading);
        entry.sector = Cell(row, RosterColumn::kSector);
        entry.group = Cell(row, RosterColumn::kGroup);
        if (members) {
          entry.names = above;
          entry.mark = at;
          entry.hours = column.hours.none() ? shift : column.hours;
          if (!words_.IsMark(grid_.Folded(at))) entry.hours = at;
          out_.entries.push_back(entry);
          continue;
        }
        entry.names = at;
        entry.hours = column.hours.none() ? above : column.hours;
        OnDay(entry, column);
      }
    }
  }

  // 带班领导, 合计 at the left: the row is none of the roster.
  bool PassesRow(GridAt label) const {
    const RosterColumn is = WordsOf(grid_.Folded(label));
    return (is == RosterColumn::kPassed || is == RosterColumn::kRemark) &&
           !names_.HasName(grid_.Text(label));
  }

  // 22日 of 22日冬至; empty: the whole heading.
  std::string DayOf(GridAt heading) const {
    const DayAhead ahead = DayAheadIn(grid_.Folded(heading));
    const bool word = !ahead.rest.empty() && words_.Hours(ahead.rest).hours.empty();
    return word ? ahead.day : std::string();
  }

  // The cell of a calendar may begin with its own day.
  void OnDay(RosterEntry entry, const RosterBlock::Column& column) {
    const std::string& text = grid_.Text(entry.names);
    const bool named = column.is == RosterColumn::kDayName || !column.weekday.none();
    const DayAhead own = named ? DayAheadIn(text) : DayAhead();
    if (own.day.empty()) return AddParts(entry, text);
    entry.weekday = column.weekday.none() ? column.heading : column.weekday;
    entry.date = entry.names;
    entry.date_said = own.day;
    entry.names_said = own.rest.empty() ? "-" : own.rest;
    AddParts(entry, entry.names_said);
  }

  int AxisOf(bool& members, int& shifts) const {
    int axis = -1;
    for (int i = block_.left; i < block_.right; ++i) {
      const RosterColumn is = block_.At(i).is;
      if (IsDay(is)) break;
      if (is == RosterColumn::kPassed || is == RosterColumn::kSector ||
          is == RosterColumn::kGroup || is == RosterColumn::kRemark) {
        continue;
      }
      int filled = 0, named = 0, hours = 0;
      for (int row = block_.top; row < block_.bottom; ++row) {
        if (grid_.Blank({row, i}) || IsRemarkRow(grid_, row, names_)) continue;
        ++filled;
        named += names_.HasName(grid_.Text({row, i}));
        hours += !words_.Hours(grid_.Folded({row, i})).hours.empty();
      }
      if (filled == 0) continue;
      if (!members &&
          (named * 2 > filled || (is == RosterColumn::kMember && hours * 2 <= filled))) {
        axis = i;
        members = true;
      } else if (hours * 2 > filled) {
        shifts = i;
        if (!members) axis = i;
      } else if (axis < 0) {
        axis = i;
      }
    }
    if (!members) shifts = -1;
    return axis;
  }

  RosterGrid& grid_;
  const RosterBlock& block_;
  const RosterNames& names_;
  const SheetWords& words_;
  BlockEntries out_;
};

}  // namespace

bool IsRemarkRow(const RosterGrid& grid, int row, const RosterNames& names) {
  for (int column = 0; column < grid.columns(); ++column) {
    const std::string& text = grid.Folded({row, column});
    if (text.empty()) continue;
    return text.size() < 400 && BeginsRemarkRow(text) &&
           (IsSignature(text) || !names.Mentions(text)) && ReadDateCell(text).spans.empty();
  }
  return false;
}

BlockEntries EntriesOf(RosterGrid& grid, const RosterBlock& block, const RosterNames& names,
                       const SheetWords& words) {
  return Walking(grid, block, names, words).Take();
}

}  // namespace studio
