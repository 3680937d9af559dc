// What a year is assessed from, read from the feed's registry and opened with the studio's key. Any
// thread that has the tables; throws SQLite::Exception.
#pragma once

#include <string>
#include <vector>

#include "app/station/station.h"
#include "shared/base/keys.h"
#include "shared/mechanism/year_grounds.h"
#include "store/rows/tables.h"

namespace studio {

// As it lies in the registry.
struct SealedYear {
  int year = 0;
  YearGrounds grounds;  // without rules, deeds and closed years
  std::string rules;    // as the feed told them
  std::vector<SealedForStudio> deeds, closed;
  std::vector<OwnDeed> own;  // of which the county has not told yet
};

// By the rules, members and studios that the year was closed with, else by those of today.
// kNotFound: no rules have come, or the county has not told all that counts in that year
// (DeedYears).
Result<SealedYear> SealedYearOf(Tables& tables, const Station& station, int year);
// Needs no tables, and takes its time. Errors as OpenDeed: a deed that cannot be read would make
// every sum another one.
Result<YearGrounds> OpenYear(SealedYear sealed, const BoxKeyPair& studio_key);
// Both.
Result<YearGrounds> YearOf(Tables& tables, const Station& station, int year,
                           const BoxKeyPair& studio_key);

}  // namespace studio
