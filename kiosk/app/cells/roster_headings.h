// What a heading says of its column.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/cells/roster_names.h"

namespace studio {

class SheetWords;

enum class RosterColumn {
  kBlank,
  kUnknown,
  kDate,
  kWhen,  // 时间: the date where no other column is, else the hours
  kWeekday,
  kShift,
  kFrom,
  kTo,
  kMember,
  kSector,
  kGroup,
  kStudio,
  kPlace,    // 地点: a studio's name, or a place that does not matter
  kRemark,   // 备注: nothing of the roster, unless it speaks of a member
  kPassed,   // 电话, 带班领导: nothing of the roster
  kHours,    // 上午, 8:30-11:30: members stand below
  kDay,      // 12月1日, 1日
  kDayName,  // 星期一
  kPerson,   // a member's name
};

// By the words that offices use; never kHours and what follows it.
RosterColumn WordsOf(std::string_view folded_heading);
RosterColumn ColumnOf(std::string_view folded_heading, const RosterNames& names,
                      const SheetWords& words);

// 上午值班委员 without what is no hour of it: 上午.
std::string HoursPart(std::string_view folded_heading);

// 备注：…, 制表人：…: a line that is none of the roster.
bool IsRemark(std::string_view folded);
// 制表人：…, 联系人：…: members named in it are not on duty for that.
bool IsSignature(std::string_view folded);
// 合计, 备注, 值班电话 at the beginning of a row: the whole row is none of the roster.
bool BeginsRemarkRow(std::string_view folded);

}  // namespace studio
