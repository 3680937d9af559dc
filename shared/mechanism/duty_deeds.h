// Duty as deeds: who came for a shift, late, early, for somebody else or not at all, who was on
// leave, and who came without one. Decided by the duty sheet (shared/feed/attendance.h); the county
// makes its deeds of it and a terminal its monthly rotation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/feed/attendance.h"
#include "shared/mechanism/deed.h"

namespace studio {

inline constexpr const char* kDuty = "duty";  // the deeds' kind
inline constexpr std::string_view kWalkedIn = "walked_in";
// Ids begin with it: "duty/SHIFT/MEMBER", "duty/DATE/STUDIO/MEMBER" of who was on no list.
inline constexpr std::string_view kDutyDeeds = "duty/";

// Of a duty's deed: whether its member came, for themselves or for somebody else.
bool IsComing(const Deed& duty);
// What a walk-in of the member on the day of this duty, at its place, is called on the feed.
std::string WalkInLineOf(const Deed& duty);
// Whether the walk-in is no coming of its own beside that duty: they came for a shift of that day
// there. What waits for proof takes nothing from what is proven.
bool Holds(const Deed& duty, const Deed& walk_in);

// One a member, by id. Nobody is absent before the shift is over; one of a day to come has none.
// Where the shift's date is none, nothing. `attendance` may hold other shifts' too.
std::vector<Deed> DeedsOfShift(const Shift& shift, const std::vector<Attendance>& attendance,
                               const PunctualityRule& rule, std::int64_t now_ms);
// Of who was on no list, or of a shift that exists no more; `line` as the feed names it. Its date
// is one.
Deed WalkInDeed(const std::string& line, const Attendance& one);

// All of them, as the county comes to them one after the other; sorted by id, none of a day to
// come.
std::vector<Deed> DutyDeedsOf(const std::vector<Shift>& shifts,
                              const std::vector<Attendance>& attendance,
                              const PunctualityRule& rule, std::int64_t now_ms);

}  // namespace studio
