// A month of a made-up county, for import and export.
#pragma once

#include <string>
#include <string_view>

#include "tables/duty_sheet.h"
#include "tables/sheet_reader.h"

namespace studio {

inline constexpr std::chrono::year_month kMonth{std::chrono::year(2026), std::chrono::November};

// Local time in November 2026, as Unix milliseconds.
std::int64_t At(int day, int hour, int minute = 0);

// Five members of two groups; of 示例戊 there are two. Studios 1 示例乡, 2 样板镇. Noon of the
// 10th.
RotationInput SmallMonth();
Shift ShiftOn(const std::string& id, int day, const std::string& from, const std::string& to,
              std::vector<std::string> members, StudioId studio = 1);
RosterReport ReportOf(RotationInput input);

// Each mark of the duty sheet once, seen at noon of the 10th.
RosterReport EveryMark();

// 185 members in 7 groups, a morning and an afternoon every working day of November at studio 1.
RosterReport LargeReport();

std::string FileBytes(const std::string& path);

}  // namespace studio
