// What words mean in one sheet: names of shifts as the mechanism has them, unless a remark of the
// sheet says it itself (白班为上午8:30-11:30、下午14:30-17:30; △=上午); and who a group is, where
// the sheet lists it (第一组：示例甲、示例乙).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/cells/hour_cells.h"
#include "app/cells/roster_grid.h"
#include "app/cells/roster_names.h"

namespace studio {

class SheetWords {
 public:
  explicit SheetWords(std::vector<UsualHours> usual) : usual_(std::move(usual)) {}

  // Takes what the remarks and lists of a sheet say.
  void Learn(const RosterGrid& grid, const RosterNames& names);

  HoursCell Hours(std::string_view cell) const { return ReadHoursCell(cell, usual_); }
  std::size_t Ahead(std::string_view folded) const { return HoursAhead(folded, usual_); }
  // √, 值班, and what the sheet says is such a mark: on duty, not when.
  bool IsMark(std::string_view cell) const;
  // 休息, 无: nobody is on duty.
  bool IsNobody(std::string_view cell) const;

  struct Group {
    GridAt label, names;  // the same cell: behind the label
    std::string members;  // as written
  };
  // 第一组, where the sheet says who that is; null: it does not.
  const Group* GroupOf(std::string_view folded) const;
  const std::map<std::string, Group, std::less<>>& groups() const { return groups_; }

  // Cells with an explanation that was taken.
  const std::set<GridAt>& explaining() const { return explaining_; }

 private:
  void LearnLine(const std::string& folded, GridAt at);
  bool Explain(std::string_view piece);
  bool Define(std::string_view name, std::string_view meaning);
  void SetHours(const std::string& name, const std::vector<CellHours>& hours);
  void LearnGroup(const RosterGrid& grid, GridAt at, const RosterNames& names);

  std::vector<UsualHours> usual_;
  std::set<std::string, std::less<>> nobody_, marks_;
  std::map<std::string, Group, std::less<>> groups_;  // by GroupKey
  std::set<GridAt> explaining_;
};

// 第一组, 1组, 第1小组, A组 as one key each; empty: no such name.
std::string GroupKey(std::string_view folded);

}  // namespace studio
