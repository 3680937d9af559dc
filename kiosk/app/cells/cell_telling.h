// What is told of a table's cells: problems, questions with what somebody has said to them, notes.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "app/cells/cell_problems.h"

namespace studio {

struct CellsTold {
  std::vector<CellProblem> problems, answered;
  std::vector<CellNote> notes;
  std::set<CellQuestion> asked;
  std::set<std::tuple<CellAt, CellRemark, std::string, CellAt>> noted;

  // `problem` has ways. The one that somebody has said; nullopt: nobody has, or it is to be left
  // out. Asked again, the answer is the same and it is told once.
  std::optional<std::size_t> Ask(CellProblem problem, const CellAnswers& answers);
};

// Of the cells of one sheet, which are marked as well.
class CellTelling {
 public:
  // All outlive it.
  CellTelling(RosterGrid& grid, const CellAnswers& answers, CellsTold& told)
      : grid_(grid), answers_(answers), told_(told) {}

  CellProblem About(GridAt at, CellFault fault, std::string_view text) const;
  CellProblem& Refuse(GridAt at, CellFault fault, std::string_view text);
  // Marked as refused where nothing is taken.
  std::optional<std::size_t> Ask(GridAt at, CellProblem problem);
  // Where there is one way to take it: as it is written.
  bool Takes(GridAt at, CellFault fault, std::string_view text);
  // Somebody has said so.
  bool LeftOut(GridAt at, CellFault fault, std::string_view text) const;
  // Once of a cell; that a member is another studio's once of all.
  void Note(GridAt at, CellRemark remark, std::string_view text, GridAt other = {});

 private:
  RosterGrid& grid_;
  const CellAnswers& answers_;
  CellsTold& told_;
};

// At most 40 characters of it.
std::string Clip(std::string_view text);

}  // namespace studio
