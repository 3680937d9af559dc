// What a table that somebody wrote means as a roster: which shifts it would make or change, and
// for every row that cannot be used, why. A value: nothing is applied here, and an import never
// takes a shift away. Pure; meant for the worker where tables are long.
#pragma once

#include <string>
#include <vector>

#include "app/base/sheet.h"
#include "app/tables/roster_cells.h"
#include "shared/bodies/duty_bodies.h"
#include "shared/feed/entities.h"

namespace studio {

struct RosterImportInput {
  StudioId studio = 0;            // whose roster it is; rows for other studios are refused
  std::chrono::year_month month;  // of dates that do not say
  std::vector<Member> members;
  std::vector<Studio> studios;
  std::vector<Shift> shifts;  // of all studios
  std::vector<UsualHours> usual_hours = DefaultUsualHours();
};

enum class RowFault {
  kNoDate,
  kBadDate,    // not understood
  kNoSuchDay,  // 2026-02-30
  kNoHours,
  kBadHours,
  kNoMember,
  kUnknownMember,
  kAmbiguousMember,  // `ids` are all who bear that name
  kOtherStudio,
  kUnknownStudio,
  kOverlap,          // `ids`: the member; `other_line`: the row that already has them
  kOverlapExisting,  // `ids`: the member, `shift`: where they are on duty then
};

struct RowProblem {
  int line = 0;
  RowFault fault = RowFault::kNoDate;
  std::string text;  // the offending one, as written, cut at 40 characters
  std::vector<std::string> ids;
  int other_line = 0;
  std::string shift;
};

enum class RowRemark {
  kDuplicate,        // says what `other_line` said; merged
  kDateFromAbove,    // no date of its own (merged cells)
  kWeekdayDiffers,   // the weekday written is not that of the date; the date counts
  kOtherMonth,       // than the one asked for
  kNotOfThisStudio,  // the member has their places at other studios
  kNotOnRoster,      // somebody who came without being planned: passed over
  kWholeDay,         // the table has no column of hours
};

struct RowNote {
  int line = 0;
  RowRemark remark = RowRemark::kDuplicate;
  std::string text;
  int other_line = 0;
};

struct RosterChange {
  enum class Kind { kNew, kChanged, kSame };
  Kind kind = Kind::kNew;
  // As it is to be. For a changed or same one id, changes and version are those of the shift it is
  // compared with: the version is the one to name as seen. A new one has no id yet.
  Shift shift;
  std::vector<std::string> members_before;
  std::vector<int> lines;
  // A row about this shift was refused: whoever was on it before stays on it.
  bool incomplete = false;
};

struct RosterPreview {
  enum class Refusal { kNone, kNoHeading, kNoDateColumn, kNoMemberColumn, kNoRows };
  Refusal refusal = Refusal::kNone;   // of the whole table
  std::vector<RosterChange> changes;  // by date and time
  std::vector<RowProblem> problems;   // by line
  std::vector<RowNote> notes;         // by line
  // Shifts of this studio, in the months that the table speaks of, that it does not name. They
  // stay.
  std::vector<std::string> not_named;  // ids

  int Count(RosterChange::Kind kind) const;
};

RosterPreview ReadRoster(const std::vector<Sheet>& sheets, const RosterImportInput& input);

// What is to be asked of the county, of the changes that are not kSame.
std::vector<RosterChangeBody> BodiesOf(const std::vector<RosterChange>& changes);

// One plain English line each, for command lines and the log.
std::string Sentence(const RowProblem& problem);
std::string Sentence(const RowNote& note);
std::string Sentence(RosterPreview::Refusal refusal);

// What 班次 of a 值班签到表 says where somebody came without being planned.
inline constexpr const char* kUnplannedShift = "临时";

}  // namespace studio
