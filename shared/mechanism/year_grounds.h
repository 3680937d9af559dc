// What a year is assessed from, as both ends have it: made of the feed's entities by the terminal,
// of the same and its own books by the county. AssessmentJson over the same grounds is the same
// text, byte for byte.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/feed/counting_entities.h"
#include "shared/feed/entities.h"
#include "shared/mechanism/assess.h"
#include "shared/mechanism/sealed_deed.h"

namespace studio {

struct YearGrounds {
  std::string mechanism;  // its name
  CountingRules rules;
  std::string term_from{}, term_to{};  // as County has them
  std::vector<Studio> studios;
  MembersOnFeed members;
  std::vector<Deed> deeds;
  std::vector<ClosedYear> closed;
  // Where the year was closed: of whom, in the place of the members and studios above, who are
  // those of today and say where what is known.
  std::optional<ClosedRoll> roll{};
  // At a terminal: what its studio said of the year last (StudioYear), and whether the county has
  // not told that back yet.
  std::optional<StudioYear> studio_year{};
  bool studio_year_untold = false;
};

struct YearQuestion {
  int year = 0;
  CalendarDate today{};
  // A terminal knows the deeds of its own studio's members and no others, so of one studio nothing
  // is told that hangs on the rest: ranks, shares of all, groups and townships. 0: the whole
  // county.
  StudioId studio = 0;
  std::string member{};  // id; empty: everybody
};

// Of one studio: what its terminal is told (StudiosOf, PartFor).
AssessmentInput InputOf(const YearGrounds& grounds, const YearQuestion& question);

// The grades that the county's closing of the year gave stand, whatever is reckoned here, and so
// does what follows from them. Nothing where it has not closed it.
void TakeGivenGrades(const YearGrounds& grounds, int year, std::vector<MemberResult>& members);

// As the year knows them; null: not at all.
const Member* MemberIn(const YearGrounds& grounds, const std::string& id);
// Whether the question is about them: of a studio are those of today, whose deeds it has been told.
bool IsAsked(const std::string& id, const YearGrounds& grounds, const YearQuestion& question);
// kNotFound, a Chinese sentence: the question's member or studio is none of the year's.
Result<bool> CheckAsked(const YearGrounds& grounds, const YearQuestion& question);
bool IsClosed(const YearGrounds& grounds, int year);

// What to say where the rules' own figures overflow.
inline constexpr std::string_view kRulesOverflow = "规则里的数太大或者太细，加不起来。";

// Whether a grade depends on how many others have earned it.
bool GradesNeedEverybody(const CountingRules& rules);

}  // namespace studio
