#include "app/station/year_at_hand.h"

#include <algorithm>

namespace studio {
namespace {

constexpr std::chrono::month kLastOfClosing = std::chrono::March;

}  // namespace

bool HasClosed(const Station& station, int year) {
  return std::any_of(station.studio_years.begin(), station.studio_years.end(),
                     [&](const StudioYear& one) { return one.year == year && one.closed; });
}

int YearAtHand(const Station& station, CalendarDate today) {
  const int year = static_cast<int>(today.year());
  return today.month() <= kLastOfClosing && !HasClosed(station, year - 1) ? year - 1 : year;
}

}  // namespace studio
