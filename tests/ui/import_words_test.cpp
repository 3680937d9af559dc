#include <doctest/doctest.h>

#include "ui/words/exchange_strings.h"

using namespace studio;

TEST_CASE("what the import page says of a cell names the shift in the way, and what is missing") {
  RosterPreview preview;
  preview.sheets = {""};
  CellProblem problem;
  problem.at = {0, 2, 3};
  problem.text = "8:30";
  problem.fault = CellFault::kNoEnd;
  CHECK(say::ProblemRow(preview, problem) == "C2：“8:30”只写了几点开始，没写几点结束");
  problem.text = "示例甲";
  problem.fault = CellFault::kOverlapExisting;
  problem.shift = Shift{};
  problem.shift->date = "2026-12-03";
  problem.shift->from = "08:30";
  problem.shift->to = "11:30";
  CHECK(say::ProblemRow(preview, problem) ==
        "C2：“示例甲”同一时间已经有别的班：12月3日 08:30–11:30");
  problem.studio = "样板镇委员工作室";
  CHECK(say::ProblemRow(preview, problem) ==
        "C2：“示例甲”同一时间已经有别的班：12月3日 08:30–11:30（样板镇委员工作室）");
}
