// A year of one studio, as its sheets are printed from: a value, made of what a terminal knows.
// Whoever prints it decides nothing more.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/desk/desk_ledger.h"
#include "app/desk/desk_request.h"
#include "app/station/station.h"
#include "shared/base/result.h"
#include "shared/bodies/work_bodies.h"
#include "shared/mechanism/year_grounds.h"
#include "shared/mechanism_file/place_names.h"

namespace studio {

struct WrittenUp {
  std::string record;  // id; of its deed, too
  ActivityBody body;
};

// What was written at this terminal, as the studio's key opened it; of whatever year.
struct YearPapers {
  DeskLedger ledger;
  std::vector<DeskRequest> requests;
  std::vector<WrittenUp> writeups;
};

struct YearReport {
  int year = 0;
  CalendarDate as_of{};
  StudioId studio = 0;
  std::string county_name, studio_name, phone;
  CountingRules rules;
  PlaceNames names;
  Assessment assessment;  // of this studio's members, and of the studio
  std::map<std::string, Member, std::less<>> members;
  std::map<std::string, Deed, std::less<>> deeds;
  // A terminal knows its own studio alone: what hangs on everybody is the county's to fill in.
  bool ranks_known = false, grades_known = false;
  bool closed = false;  // by the county: its grades are given
  std::string closed_by;
  // By the studio (封账): then all of this is as of that day.
  std::string studio_closed_on, studio_closed_by;  // day, name; empty: it is open
  bool changed_since = false;  // what is known now makes another digest of that day
  // Shortened (shared/mechanism/assessment_digest.h): of what `assess` says on `as_of`.
  std::string digest;
  YearPapers papers;           // of that year
  std::vector<Tally> tallies;  // likewise, the oldest first
  std::vector<Topic> topics;   // with a step in that year

  std::string MemberName(std::string_view id) const;  // the id where nobody has it
  bool Has(std::string_view date) const;              // whether the day lies in the year
  const BodyResult* StudioResult() const;             // null: the studio is assessed by nothing
  // Which print-out this is: closed by whom or not, as of when, and the digest. One line.
  std::string Foot() const;
};

// As of the question's day; of a year that the studio has closed, as of the day of closing, so that
// what is printed later is the same. Errors as AssessmentJson.
Result<YearReport> MakeYearReport(YearGrounds grounds, YearQuestion question,
                                  const Station& station, YearPapers papers);

}  // namespace studio
