// What is wrong with a cell of a roster, or worth telling; and what is asked of it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/cells/roster_grid.h"
#include "shared/feed/entities.h"

namespace studio {

enum class CellFault {
  kNoDate,
  kBadDate,         // not understood
  kNoSuchDay,       // 2026-02-30
  kCutZero,         // 12.3, perhaps 12.30
  kTwoWays,         // 3-5: a date, or the days from 3 to 5
  kWhichMonth,      // a day alone, after the end of a month
  kWhichWeek,       // a day of the week alone
  kWeekdayDiffers,  // the day of the week that is written is not that of the date
  kTitleYear,       // the year of the title, where all days of the week are those of another
  kDayTwice,        // a day that stands in `other` already, with somebody else
  kPast,            // what would change a day that is over
  kNoHours,
  kBadHours,
  kNoEnd,  // 8:30: when it begins, not when it ends
  kNoMember,
  kUnknownMember,
  kSimilarMember,    // unknown; `ids` are who may be meant
  kAmbiguousMember,  // `ids` are all who bear that name
  kGroup,            // 全体委员: not a person
  kOtherStudio,
  kUnknownStudio,
  kOverlap,          // `ids`: the member; `other`: the cell that already has them
  kOverlapExisting,  // `ids`: the member, `shift`: the one they are on then
  kCrossesShifts,  // 全天 over 上午 and 下午, or the reverse; `shift`: one of those there are
  kUnknownColumn,  // nobody knows what stands below this heading
  kHidden,         // of a row that office programs do not show
  kRemark,         // a remark that may change what its row says
  kTwoForms,       // the table can be read in two ways
  kNotUsed,
};

// Which problem somebody speaks of: one and the same table is asked the same questions.
struct CellQuestion {
  CellAt at;
  CellFault fault = CellFault::kNoDate;
  std::string text;
  auto operator<=>(const CellQuestion&) const = default;
};
// By question which of its ways, from 0.
using CellAnswers = std::map<CellQuestion, int>;
inline constexpr int kLeftOut = -1;  // instead of a way: nothing of it is to be taken

struct CellProblem {
  CellAt at;
  CellFault fault = CellFault::kNoDate;
  std::string text;  // the offending one, as written, cut at 40 characters
  std::vector<std::string> ids;
  CellAt other;
  std::optional<Shift> shift;      // one that there is
  std::string studio;              // the name of that, where it is another
  std::vector<std::string> names;  // of `ids`; of one name what tells them apart
  // How it can be taken, where somebody says so; none: it cannot. Of a day the days it may be
  // ("2026-12-03", "2026-12-03/2026-12-05"), of a name the members, of two forms the headings to go
  // by, of a title the year; a single empty one: as it is written.
  std::vector<std::string> ways;
  std::optional<int> answer;

  CellQuestion Question() const { return {at, fault, text}; }
};

enum class CellRemark {
  kDuplicate,        // says what `other` said; merged
  kDateFromAbove,    // no date of its own (merged cells)
  kOtherMonth,       // than the one asked for and that of the title
  kNotOfThisStudio,  // the member has their places at other studios
  kNotOnRoster,      // somebody who came without being planned: passed over
  kWholeDay,         // nothing says when: taken as the whole day
  kNobody,           // 休息, 无
  kBeside,           // (带班): written beside a name
  kTitle,
  kLine,           // a remark below or beside the roster
  kPassedColumn,   // 备注, 电话: known not to matter
  kGuessedColumn,  // its heading says nothing known; read by what stands below
  kGroupList,      // 第一组:示例甲、示例乙: who a group is, as it was read
  kPassedSheet,    // one without a roster
};

struct CellNote {
  CellAt at;
  CellRemark remark = CellRemark::kDuplicate;
  std::string text;
  CellAt other;
};

}  // namespace studio
