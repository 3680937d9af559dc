// One fact that may count for somebody: a meeting somebody came to, a visit, a proposal with its
// course. Written by the county's books and by the terminal, read by `Assess`.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/calendar_date.h"
#include "shared/base/result.h"
#include "shared/mechanism/fraction.h"

namespace studio {

// What became of somebody's coming, in the words of a deed.
inline constexpr std::string_view kAttendanceWords[] = {
    "present",
    "late",
    "left_early",
    "walked_in",  // came without registering where one had to
    "leave",
    "leave_refused",
    "absent",
    "withdrew",
    "registered_absent",  // said that they would come, and did not
};

// A count of half days, hours, residents, and a score that a judge chose, are sums' parts: of at
// most three decimals and 100,000, so that a year's fits 64 bits.
inline constexpr int kMaxDeedFigure = 100'000;
bool IsDeedFigure(const Fraction& figure);

struct DeedMember {
  std::string id;
  std::string role{};        // "lead", "speaker", "pen_holder", …: the mechanism's words
  std::string attendance{};  // one of kAttendanceWords; empty: present
  bool confirmed = true;     // by themselves or the county, where somebody else wrote it down
  std::map<std::string, Fraction> units{};  // theirs alone; else the deed's
  bool operator==(const DeedMember&) const = default;
};

// A step of its course: "submitted", "filed", "adopted", "instructed", "merged", "withdrawn",
// "key", "excellent", or a word of the mechanism.
struct DeedState {
  std::string state;
  CalendarDate on{};
  std::string level{};  // of an adoption or instruction: "county", "city", "province", "national"
  std::string form{};   // "single", "digest"
};

struct Deed {
  std::string id;    // of the record, or the county's document number
  std::string kind;  // the mechanism's
  CalendarDate done{};
  std::vector<DeedMember> members;  // authors in their order; the first is the first proposer
  unsigned studio = 0;              // 0: none
  std::string title{}, place{};     // what and where, where somebody has said so; neither counts
  std::string level{};              // of an event, a commendation
  bool must_attend = false;
  std::map<std::string, Fraction>
      units{};  // "half_days", "hours", "residents", …; absent: 1; not < 0
  std::vector<DeedState> states{};
  std::set<std::string> marks{};    // "commissioned", "collective", …
  std::optional<Fraction> score{};  // chosen by who judges, where a rule lets them
  std::string proof{}, entered_by{}, confirmed_by{};
  std::string about{};  // what it belongs to, as ActivityBody::about; counted by nothing
  // Entered by the member and confirmed by nobody yet: shown, and not counted.
  bool waiting = false;
  // Why the studio gave it back to who wrote it; empty: it did not. It counts nowhere, and waits
  // for nobody.
  std::string sent_back{};
};

// Whoever has one of the last five of kAttendanceWords was not there.
bool StayedAway(std::string_view attendance);
bool HasPart(const Deed& deed, std::string_view member);
// Who wrote it down; of what nobody did, whose it is.
const std::string& WriterOf(const Deed& deed);

// The last day that may count: its own, or of its course.
CalendarDate LastDayOf(const Deed& deed);

// kMalformed with the place. One object, as protocol.md has it ("Deeds").
Result<Deed> DeedFromJson(std::string_view json);
std::string ToJson(const Deed& deed);

}  // namespace studio
