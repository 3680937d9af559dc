#include "app/tables/roster_forms.h"

#include <algorithm>

#include "app/tables/hour_cells.h"

namespace studio {
namespace {

class Walking {
 public:
  Walking(RosterGrid& grid, const RosterBlock& block, const RosterNames& names,
          const std::vector<UsualHours>& usual)
      : grid_(grid), block_(block), names_(names), usual_(usual) {}

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
      if (column.heading.none() || column.is == RosterColumn::kUnknown) continue;
      for (int row = column.heading.row; row < block_.top; ++row) {
        grid_.Mark({row, i}, Fate::kHeading);
      }
      grid_.Mark(column.heading, Fate::kHeading);
      if (!column.weekday.none()) grid_.Mark(column.weekday, Fate::kHeading);
      if (!column.hours.none()) grid_.Mark(column.hours, Fate::kHeading);
    }
  }

  // Cells of a row that need no reading.
  void PassOver(int row) {
    for (int i = block_.left; i < block_.right; ++i) {
      const RosterColumn is = block_.At(i).is;
      if (is == RosterColumn::kPassed) grid_.Mark({row, i}, Fate::kPassed);
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
    if (grid_.Filled(row, block_.left, block_.right) != 1) return false;
    for (int i = block_.left; i < block_.right; ++i) {
      const std::string& text = grid_.Folded({row, i});
      if (text.empty()) continue;
      const RosterColumn is = block_.At(i).is;
      if (IsRemark(text) && !names_.HasName(text)) return true;
      const bool place = is == RosterColumn::kMember || is == RosterColumn::kHours ||
                         is == RosterColumn::kPerson || is == RosterColumn::kDay ||
                         is == RosterColumn::kDayName;
      return !place && ReadDateCell(text).spans.empty() && is != RosterColumn::kWeekday &&
             is != RosterColumn::kShift;
    }
    return false;
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
        if (!IsDutyMark(grid_.Folded(at))) entry.hours = at;
      }
      out_.entries.push_back(entry);
      any = true;
    }
    if (!any) out_.entries.push_back(base);
  }

  // At the left of the days stand shifts, or members, or nothing.
  void Days() {
    int axis = -1;
    bool members = false;
    for (int i = block_.left; i < block_.right; ++i) {
      const RosterColumn is = block_.At(i).is;
      if (is == RosterColumn::kDay || is == RosterColumn::kDayName) break;
      if (is == RosterColumn::kPassed || is == RosterColumn::kSector || is == RosterColumn::kGroup)
        continue;
      int filled = 0, named = 0, hours = 0;
      for (int row = block_.top; row < block_.bottom; ++row) {
        if (grid_.Blank({row, i})) continue;
        ++filled;
        named += names_.HasName(grid_.Text({row, i}));
        hours += !ReadHoursCell(grid_.Folded({row, i}), usual_).hours.empty();
      }
      if (filled == 0) continue;
      if (named * 2 > filled || (is == RosterColumn::kMember && hours * 2 <= filled)) {
        axis = i;
        members = true;
        break;
      }
      if (hours * 2 > filled || axis < 0) axis = i;
    }
    out_.no_hours = axis < 0;
    GridAt above;
    for (int row = block_.top; row < block_.bottom; ++row) {
      if (grid_.Hidden(row) || grid_.Filled(row, block_.left, block_.right) == 0) continue;
      if (axis >= 0 && !grid_.Blank({row, axis})) above = {row, axis};
      if (IsLine(row) && (axis < 0 || grid_.Filled(row, axis + 1, block_.right) == 0)) {
        if (axis >= 0 && above.row == row && !IsRemark(grid_.Folded(above))) {
          grid_.Mark(above, Fate::kPassed);  // a shift or member without any day
        }
        continue;
      }
      PassOver(row);
      for (int i = block_.left; i < block_.right; ++i) {
        const auto& column = block_.At(i);
        const GridAt at{row, i};
        if ((column.is != RosterColumn::kDay && column.is != RosterColumn::kDayName) ||
            grid_.Blank(at))
          continue;
        RosterEntry entry;
        entry.date = column.heading;
        entry.weekday = column.weekday;
        entry.sector = Cell(row, RosterColumn::kSector);
        entry.group = Cell(row, RosterColumn::kGroup);
        if (members) {
          entry.names = above;
          entry.mark = at;
          if (!IsDutyMark(grid_.Folded(at))) entry.hours = at;
        } else {
          entry.names = at;
          entry.hours = column.hours.none() ? above : column.hours;
        }
        out_.entries.push_back(entry);
      }
    }
  }

  RosterGrid& grid_;
  const RosterBlock& block_;
  const RosterNames& names_;
  const std::vector<UsualHours>& usual_;
  BlockEntries out_;
};

}  // namespace

BlockEntries EntriesOf(RosterGrid& grid, const RosterBlock& block, const RosterNames& names,
                       const std::vector<UsualHours>& usual) {
  return Walking(grid, block, names, usual).Take();
}

}  // namespace studio
