// What a table that somebody wrote means as a roster: which shifts it would make or change, and
// for every cell that cannot be used, why. A value: nothing is applied here, and an import never
// takes a shift away. Pure; meant for the worker where tables are long.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/tables/hour_cells.h"
#include "app/tables/roster_grid.h"
#include "shared/base/calendar_date.h"
#include "shared/bodies/duty_bodies.h"
#include "shared/feed/entities.h"
#include "shared/sheets/sheet.h"

namespace studio {

struct RosterImportInput {
  StudioId studio = 0;                  // whose roster it is; rows for other studios are refused
  std::chrono::year_month month;        // of dates that do not say
  std::optional<CalendarDate> today{};  // days before it are refused; nullopt: none are
  std::vector<Member> members;
  std::vector<Studio> studios;
  std::vector<Shift> shifts;  // of all studios
  std::vector<UsualHours> usual_hours = DefaultUsualHours();
};

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
  kNoMember,
  kUnknownMember,
  kSimilarMember,    // unknown; `ids` are who may be meant
  kAmbiguousMember,  // `ids` are all who bear that name
  kGroup,            // 全体委员: not a person
  kOtherStudio,
  kUnknownStudio,
  kOverlap,          // `ids`: the member; `other`: the cell that already has them
  kOverlapExisting,  // `ids`: the member, `shift`: where they are on duty then
  kCrossesShifts,  // 全天 over 上午 and 下午, or the reverse; `shift`: one of those there are
  kUnknownColumn,  // nobody knows what stands below this heading
  kHidden,         // of a row that office programs do not show
  kRemark,         // a remark that may change what its row says
  kTwoForms,       // the table can be read in two ways
  kNotUsed,
};

struct CellProblem {
  CellAt at;
  CellFault fault = CellFault::kNoDate;
  std::string text;  // the offending one, as written, cut at 40 characters
  std::vector<std::string> ids;
  CellAt other;
  std::string shift;
  std::vector<std::string> names;  // of `ids`
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

struct RosterChange {
  enum class Kind { kNew, kChanged, kSame };
  Kind kind = Kind::kNew;
  // As it is to be. For a changed or same one id, changes and version are those of the shift it is
  // compared with: the version is the one to name as seen. A new one has no id yet.
  Shift shift;
  std::vector<std::string> members_before;
  std::vector<CellAt> cells;  // of the names
  // A cell about this shift was refused: whoever was on it before stays on it.
  bool incomplete = false;
};

struct RosterPreview {
  enum class Refusal { kNone, kNoHeading, kNoDateColumn, kNoMemberColumn, kNoRows };
  Refusal refusal = Refusal::kNone;   // of the whole table
  std::vector<RosterChange> changes;  // by date and time
  // Every filled cell of the table is part of a change, or one of these tells of it.
  std::vector<CellProblem> problems;         // by cell
  std::vector<CellNote> notes;               // by cell
  std::vector<std::string> sheets;           // their names; one: cells need not say whose they are
  std::map<std::string, std::string> names;  // of members, by id
  // Shifts of this studio, in the months that the table speaks of, that it does not name. They
  // stay.
  std::vector<std::string> not_named;  // ids

  int Count(RosterChange::Kind kind) const;
  // "B7", "12月!B7" where there are several sheets.
  std::string Where(const CellAt& at) const;
};

RosterPreview ReadRoster(const std::vector<Sheet>& sheets, const RosterImportInput& input);

// What is to be asked of the county, of the changes that are not kSame.
std::vector<RosterChangeBody> BodiesOf(const std::vector<RosterChange>& changes);

// One plain English line each, for command lines and the log.
std::string Sentence(const RosterPreview& preview, const CellProblem& problem);
std::string Sentence(const RosterPreview& preview, const CellNote& note);
std::string Sentence(RosterPreview::Refusal refusal);

// What 班次 of a 值班签到表 says where somebody came without being planned.
inline constexpr const char* kUnplannedShift = "临时";

}  // namespace studio
