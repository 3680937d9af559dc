#include "app/tables/block_reading.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/cells/date_cells.h"
#include "app/tables/entry_days.h"
#include "app/tables/entry_hours.h"
#include "app/tables/entry_members.h"
#include "shared/feed/shift_hours.h"

namespace studio {
namespace {

// Where the members of a form stand.
RosterColumn PlacesOf(RosterForm form) {
  switch (form) {
    case RosterForm::kRows:
      return RosterColumn::kMember;
    case RosterForm::kShiftColumns:
      return RosterColumn::kHours;
    case RosterForm::kMemberColumns:
      return RosterColumn::kPerson;
    case RosterForm::kDayColumns:
      break;
  }
  return RosterColumn::kDay;
}

// 上午、下午
std::string HeadingsOf(const RosterGrid& grid, const RosterBlock& block, RosterColumn is) {
  std::string out;
  for (const auto& column : block.columns) {
    if (column.is == is) out += (out.empty() ? "" : "、") + grid.Folded(column.heading);
  }
  return Clip(out);
}

// Of forms that are near each other the one that somebody chose; the columns of the others are
// passed over.
std::optional<RosterBlock> ChooseForm(const RosterGrid& grid, const RosterBlock& block,
                                      CellTelling& telling) {
  std::vector<RosterForm> forms = block.also;
  forms.insert(forms.begin(), block.form);
  const GridAt at = block.columns.front().heading;
  CellProblem problem = telling.About(at, CellFault::kTwoForms, grid.Text(at));
  for (const RosterForm form : forms) {
    problem.ways.push_back(HeadingsOf(grid, block, PlacesOf(form)));
  }
  const auto way = telling.Ask(at, std::move(problem));
  if (!way) return std::nullopt;
  RosterBlock chosen = block;
  chosen.form = forms[*way];
  for (auto& column : chosen.columns) {
    for (const RosterForm form : forms) {
      if (form != chosen.form && column.is == PlacesOf(form)) column.is = RosterColumn::kPassed;
    }
  }
  return chosen;
}

class BlockReader {
 public:
  BlockReader(RosterGrid& grid, const RosterBlock& block, const SheetContext& sheet,
              RosterRead& out)
      : grid_(grid),
        block_(block),
        names_(sheet.names),
        words_(sheet.words),
        input_(sheet.input),
        out_(out),
        telling_(grid, sheet.input.answers, out.told),
        entries_(EntriesOf(grid, block, sheet.names, sheet.words)),
        days_(grid, block, sheet.words, sheet.input.month, telling_),
        hours_(grid, block, sheet.words, entries_.no_hours, telling_),
        members_(grid, sheet.names, sheet.words, sheet.input, sheet.groups, telling_) {}

  void Take() {
    for (const GridAt& heading : entries_.unknown) {
      if (telling_.Takes(heading, CellFault::kUnknownColumn, grid_.Text(heading))) {
        grid_.Mark(heading, Fate::kPassed);
      }
    }
    TellPassed();
    for (const GridAt& label : entries_.passed) {
      telling_.Note(label, CellRemark::kLine, grid_.Text(label));
    }
    if (!days_.Find(entries_.entries)) {
      for (const RosterEntry& entry : entries_.entries) Mark(entry, Fate::kRefused);
      return;
    }
    for (const RosterEntry& entry : entries_.entries) {
      const bool used = !left_out_.contains(PlaceOf(entry).row) && Understand(entry);
      Mark(entry, used ? Fate::kUsed : Fate::kRefused);
    }
  }

 private:
  void TellPassed() {
    for (int i = block_.left; i < block_.right; ++i) {
      const auto& column = block_.At(i);
      if (column.guessed) {
        telling_.Note(column.heading, CellRemark::kGuessedColumn, grid_.Text(column.heading));
      }
      if (column.is == RosterColumn::kRemark) AskRemarks(i);
      const bool passed = column.is == RosterColumn::kPassed || column.is == RosterColumn::kRemark;
      if (!passed || column.heading.none()) continue;
      for (int row = block_.top; row < block_.bottom; ++row) {
        if (grid_.Blank({row, i})) continue;
        telling_.Note(column.heading, CellRemark::kPassedColumn, grid_.Text(column.heading));
        break;
      }
    }
  }

  // 示例辛请假,由示例乙代 beside a row changes what the row says.
  void AskRemarks(int column) {
    // The program's own duty sheet: what is changed is known.
    for (const auto& known : block_.columns) {
      if (grid_.Folded(known.heading) == "状态") return;
    }
    for (int row = block_.top; row < block_.bottom; ++row) {
      const GridAt at{row, column};
      const std::string& text = grid_.Folded(at);
      if (text.empty()) continue;
      bool asked = names_.Mentions(text);
      for (const std::string_view word : {"调至", "调到", "改为", "改到", "改至", "顺延", "取消"}) {
        asked = asked || text.find(word) != std::string::npos;
      }
      if (!asked) continue;
      telling_.Takes(at, CellFault::kRemark, grid_.Text(at));
      if (telling_.LeftOut(at, CellFault::kRemark, grid_.Text(at))) left_out_.insert(row);
    }
  }

  void Mark(const RosterEntry& entry, Fate fate) {
    for (const GridAt& at :
         {entry.date, entry.weekday, entry.hours, entry.from, entry.to, entry.names, entry.sector,
          entry.group, entry.studio, entry.place, entry.mark}) {
      if (!at.none()) grid_.Mark(at, fate);
    }
  }

  // What the cell of names, or of a matrix, says.
  std::string SaidIn(const RosterEntry& entry) const {
    return entry.names_said.empty() ? grid_.Text(PlaceOf(entry)) : entry.names_said;
  }

  // False where a problem tells of it.
  bool Understand(const RosterEntry& entry) {
    if (!entry.date.none() && words_.IsNobody(grid_.Text(entry.date)) && entry.date_said.empty()) {
      TellNobody(entry.date, grid_.Text(entry.date));
      return true;
    }
    const auto days = days_.Of(entry);
    if (days.empty()) return false;
    if (!entry.hours.none() && grid_.Folded(entry.hours) == kUnplannedShift) {
      telling_.Note(PlaceOf(entry), CellRemark::kNotOnRoster, grid_.Text(entry.names));
      return true;
    }
    const std::string said = SaidIn(entry);
    if (words_.IsNobody(said) && !names_.Mentions(said)) {
      if (said != "-" || entry.names_said.empty()) TellNobody(PlaceOf(entry), said);
      return true;
    }
    if (entry.names.none()) return WithoutNames(entry);
    if (!OfThisStudio(entry)) return false;
    bool good = true;
    std::vector<std::pair<const DaysFound*, std::vector<CellHours>>> when;
    for (const DaysFound* const found : days) {
      auto hours = hours_.Of(entry, *found);
      good = good && hours.has_value();
      if (hours) when.emplace_back(found, std::move(*hours));
    }
    if (when.empty()) return false;
    std::vector<std::string> members;
    const bool all = members_.Of(entry, members);
    for (const auto& [found, hours] : when) {
      for (const CalendarDate& day : found->days) {
        for (const CellHours& span : hours) good = Add(entry, day, span, members, all) && good;
      }
    }
    return good && all;
  }

  void TellNobody(GridAt at, const std::string& text) {
    if (nobody_told_.insert(FoldCell(text)).second) {
      telling_.Note(at, CellRemark::kNobody, text);
    }
  }

  bool WithoutNames(const RosterEntry& entry) {
    const bool own_hours = !entry.hours.none() && !grid_.Blank(entry.hours) &&
                           entry.hours.row >= block_.top && entry.hours.row >= entry.date.row;
    if (block_.form == RosterForm::kRows && own_hours) {
      telling_.Refuse(entry.hours, CellFault::kNoMember, {});
      return false;
    }
    return true;  // a day, and nobody below its shifts
  }

  bool OfThisStudio(const RosterEntry& entry) {
    const std::string& text = grid_.Folded(entry.studio);
    if (text.empty()) return AtThisPlace(entry);
    for (const Studio& studio : input_.studios) {
      if (FoldCell(studio.name) != text && std::to_string(studio.id) != text) continue;
      if (studio.id == input_.studio) return true;
      telling_.Refuse(entry.studio, CellFault::kOtherStudio, text);
      return false;
    }
    telling_.Refuse(entry.studio, CellFault::kUnknownStudio, text);
    return false;
  }

  // A place is only a matter where it is another studio.
  bool AtThisPlace(const RosterEntry& entry) {
    const std::string& text = grid_.Folded(entry.place);
    for (const Studio& studio : input_.studios) {
      if (text.empty() || studio.id == input_.studio || FoldCell(studio.name) != text) continue;
      telling_.Refuse(entry.place, CellFault::kOtherStudio, text);
      return false;
    }
    return true;
  }

  bool Add(const RosterEntry& entry, CalendarDate day, const CellHours& span,
           const std::vector<std::string>& members, bool all) {
    RosterWish wish;
    wish.at = grid_.PlaceOf(PlaceOf(entry));
    wish.shift.studio = input_.studio;
    wish.shift.date = ToText(day);
    wish.shift.from = span.from;
    wish.shift.to = span.to;
    const auto exact = HoursOf(wish.shift);
    if (!exact) {
      telling_.Refuse(PlaceOf(entry), CellFault::kBadHours, span.from + "-" + span.to);
      return false;
    }
    wish.hours = KeyOf(*exact);
    if (!all) out_.partly_refused.insert(wish.hours);
    if (members.empty()) return true;
    wish.shift.members = members;
    out_.wishes.push_back(std::move(wish));
    return true;
  }

  RosterGrid& grid_;
  const RosterBlock& block_;
  const RosterNames& names_;
  const SheetWords& words_;
  const RosterImportInput& input_;
  RosterRead& out_;
  CellTelling telling_;
  const BlockEntries entries_;
  EntryDays days_;
  EntryHours hours_;
  EntryMembers members_;
  std::set<std::string> nobody_told_;
  std::set<int> left_out_;  // rows, for their remark
};

}  // namespace

void ReadBlock(RosterGrid& grid, const RosterBlock& block, const SheetContext& sheet,
               RosterRead& out) {
  if (block.also.empty()) return BlockReader(grid, block, sheet, out).Take();
  CellTelling telling(grid, sheet.input.answers, out.told);
  if (const auto chosen = ChooseForm(grid, block, telling)) {
    return BlockReader(grid, *chosen, sheet, out).Take();
  }
  for (int row = block.headings; row < block.bottom; ++row) {
    for (int i = block.left; i < block.right; ++i) grid.Mark({row, i}, Fate::kRefused);
  }
}

}  // namespace studio
