// What a year is assessed from, read from the feed's registry and opened with the studio's key. Any
// thread that has the tables; throws SQLite::Exception.
#pragma once

#include "app/station/station.h"
#include "shared/base/keys.h"
#include "shared/mechanism/year_grounds.h"
#include "store/rows/tables.h"

namespace studio {

// By the rules that the year was closed by, else by those of the county's mechanism. kNotFound:
// none has come. Errors as OpenDeed: a deed that cannot be read would make every sum another one.
Result<YearGrounds> YearOf(Tables& tables, const Station& station, int year,
                           const BoxKeyPair& studio_key);

}  // namespace studio
