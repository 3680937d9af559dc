// What a table that somebody wrote means as a roster: which shifts it would make or change, and
// for every cell that cannot be used, why. A value: nothing is applied here, and an import never
// takes a shift away. Pure; meant for the worker where tables are long.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/cells/cell_problems.h"
#include "app/cells/hour_cells.h"
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
  CellAnswers answers{};  // to what a reading of the same table asked
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
  std::vector<CellProblem> problems;         // by cell; those with ways are asked
  std::vector<CellProblem> answered;         // by cell; what somebody has said of them was done
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

// What is to be asked of the county, of a change that is not kSame.
RosterChangeBody BodyOf(const RosterChange& change);

// One plain English line each, for command lines and the log.
std::string Sentence(const RosterPreview& preview, const CellProblem& problem);
std::string Sentence(const RosterPreview& preview, const CellNote& note);
// What is done where the problem is taken in that way.
std::string WaySentence(const CellProblem& problem, std::size_t way);
std::string Sentence(RosterPreview::Refusal refusal);

// What 班次 of a 值班签到表 says where somebody came without being planned.
inline constexpr const char* kUnplannedShift = "临时";

}  // namespace studio
