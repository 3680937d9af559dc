#include "store/acts/duty_notes_reading.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace studio {
namespace {

bool IsOf(std::chrono::year_month month, CalendarDate date) {
  return date.year() == month.year() && date.month() == month.month();
}

// Nobody receives fewer than one, and a part of a person is rounded up.
int ReceivedIn(const Deed& deed) {
  const auto units = deed.units.find("residents");
  if (units == deed.units.end()) return 1;
  const std::int64_t whole =
      (units->second.over() + units->second.under() - 1) / units->second.under();
  return static_cast<int>(
      std::clamp<std::int64_t>(whole, 1, std::numeric_limits<int>::max() / 1000));
}

}  // namespace

SealedNotes SealedNotesOf(Tables& tables, const Station& station, std::chrono::year_month month) {
  SealedNotes out;
  if (auto year = SealedYearOf(tables, station, static_cast<int>(month.year())))
    out.year = std::move(*year);
  out.handovers = tables.handovers.All();
  out.studio = station.studio.id;
  return out;
}

Result<DutyNotes> OpenNotes(SealedNotes sealed, std::chrono::year_month month,
                            const BoxKeyPair& studio_key) {
  DutyNotes notes;
  if (sealed.year) {
    const auto year = OpenYear(std::move(*sealed.year), studio_key);
    if (!year) return tl::unexpected(year.error());
    for (const Deed& deed : year->deeds) {
      if (deed.kind != kReceptionKind || deed.studio != sealed.studio || !IsOf(month, deed.done))
        continue;
      for (const DeedMember& member : deed.members)
        notes.receptions[{ToText(deed.done), member.id}] += ReceivedIn(deed);
    }
  }
  for (const KeptHandover& kept : sealed.handovers) {
    if (auto body = kept.Open(studio_key)) notes.handovers.push_back(std::move(*body));
  }
  return notes;
}

}  // namespace studio
