// What members wrote beside their duty of a month: deeds of the year and handovers that lie here,
// opened with the studio's key. Throws SQLite::Exception.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "app/duty/duty_store.h"
#include "app/station/station.h"
#include "store/acts/year_reading.h"

namespace studio {

struct SealedNotes {
  std::optional<SealedYear> year;  // none: the county has not told it
  std::vector<KeptHandover> handovers;
  StudioId studio = 0;
};

SealedNotes SealedNotesOf(Tables& tables, const Station& station, std::chrono::year_month month);
// Needs no tables. Errors as OpenYear. What was left under a key that the studio has no more is
// left out.
Result<DutyNotes> OpenNotes(SealedNotes sealed, std::chrono::year_month month,
                            const BoxKeyPair& studio_key);

}  // namespace studio
