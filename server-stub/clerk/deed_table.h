// Deeds that the county keeps as a table: plenary attendance, proposals and their course, adoption,
// honours. CSV as WPS and Excel write it (UTF-8, GB18030). The first row with 编号 and 委员 names
// the columns; each further row is one deed, or one more member or state of the deed with that
// number.
//
//   编号 类别 日期 委员   needed (类别 and 日期 in the first row of a deed)
//   角色 出席 工作室 级别 应到 状态 状态日期 状态级别 形式 标记 分数 依据
//
// Words are the mechanism's own, or the Chinese names of the common ones (全会, 提案, 出席, 请假,
// 立案); a member is named by id, or by a name that only one of them has, several of one deed with
// 、 between.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/books/deed_check.h"

namespace county {

struct DeedTable {
  struct Problem {
    int row = 0;  // as office programs show it; 0: of the whole file
    std::string sentence;
  };
  std::vector<studio::Deed> deeds;  // without those that have a problem; by their first row
  std::vector<Problem> problems;    // by row
};

DeedTable ReadDeedTable(std::string_view bytes, const DeedGrounds& grounds);

}  // namespace county
