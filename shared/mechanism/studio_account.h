// One studio's year with all that its manager's pages need: who has done, owes and is worth what,
// what waits for the manager's word, and whether the year is closed. The figures are those of
// AssessmentJson over the same grounds.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/mechanism/assess.h"
#include "shared/mechanism/member_account.h"
#include "shared/mechanism/year_grounds.h"

namespace studio {

struct StudioAccount {
  StudioId studio = 0;
  int year = 0;
  CalendarDate today{};
  bool grades_given = false;      // the county has closed the year
  std::vector<int> closed_years;  // by the county
  bool grades_known = false;      // where it was reckoned
  CountingRules rules;
  std::vector<Member> people;         // of the studio, by id
  std::vector<MemberResult> results;  // theirs, in the same order
  BodyResult own;                     // what the studio as a whole has done, owes and is worth
  std::map<std::string, Deed, std::less<>> deeds;  // that are known here, by id
  std::optional<StudioYear> closing{};             // the last thing that was said of it
  bool closing_untold = false;  // said here, and the county has not told it back yet
  // Of AssessmentJson (AssessmentDigest), as hex: as of the day of closing where it is closed, else
  // as of today; empty before the year may be closed.
  std::string digest;

  bool IsClosed() const { return closing && closing->closed; }
  bool ChangedSinceClosing() const { return IsClosed() && closing->digest != digest; }
};

// question.studio is named, question.member is not. Errors as AssessmentJson.
Result<StudioAccount> StudioAccountOf(YearGrounds grounds, const YearQuestion& question);

// As AccountOf has it; nullopt: they are none of `people`.
std::optional<MemberAccount> AccountIn(const StudioAccount& account, std::string_view member);

// What members wrote up at the studio, in whatever year the county has not closed, and nobody has
// spoken of yet; the oldest first.
std::vector<const Deed*> WaitingIn(const StudioAccount& account);
// Of these, those in which the member has no part: nobody speaks of their own.
bool MayReview(const Deed& deed, std::string_view member);

// How many of the year's deeds, waiting ones left out, were done at the studio in each month.
std::vector<int> DeedsByMonth(const StudioAccount& account);

}  // namespace studio
