// Which deeds a rule speaks of, and the stretches of time over which things are owed.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/mechanism/deed.h"

namespace studio {

// A post, held from a day on until (and with) another.
struct HeldPost {
  std::string post;
  CalendarDate from{};
  std::optional<CalendarDate> until{};
};

struct AssessedMember {
  std::string id;
  std::string name{};
  std::vector<HeldPost> posts{};
  std::string sector{}, group{}, type{};
  unsigned studio = 0;
  std::string township{};
  std::optional<CalendarDate> joined{}, left{};
  bool ranked = true;

  bool Holds(std::string_view post, CalendarDate on) const;
};

// What a deed, and somebody's part in it, must be. An empty list asks nothing.
struct Condition {
  std::vector<std::string> kinds;
  std::vector<std::string> states;      // one of them was reached
  std::vector<std::string> not_states;  // none of them was
  std::vector<std::string> levels;      // of the event or, with `states`, of that state
  std::vector<std::string> forms;       // of the state
  std::vector<std::string> roles;
  std::vector<std::string> authors;  // "sole", "first", "other"
  std::vector<std::string> attendance;
  std::vector<std::string> marks, not_marks;
  std::vector<std::string> posts, not_posts;  // on the day that counts
  std::vector<std::string> types;             // of the member
  std::optional<bool> must_attend;
};

// Which day of a deed decides where it falls.
enum class CountedDay { kDone, kSubmitted, kState };

enum class Span { kMonth, kQuarter, kHalfYear, kYear, kTerm };

struct Days {
  CalendarDate first{}, last{};
  bool Has(CalendarDate day) const { return day >= first && day <= last; }
  bool operator==(const Days&) const = default;
};

bool IsAmong(const std::vector<std::string>& words, std::string_view word);
// "sole", "first" or "other": of `place` among its authors.
std::string_view AuthorOf(const Deed& deed, std::size_t place);
// Of `deed.members[place]`.
std::string_view AttendanceOf(const Deed& deed, std::size_t place);
// The state that fulfils the condition, the latest of several; nullptr: none is asked for, or none
// does.
const DeedState* StateOf(const Condition& condition, const Deed& deed);
bool Fulfils(const Condition& condition, const Deed& deed, std::size_t place,
             const AssessedMember& member, CalendarDate on);
// The day by which it counts; `state` as StateOf says.
CalendarDate DayOf(CountedDay counted, const Deed& deed, const DeedState* state);

// The stretches of `span` that lie in `whole`, in order, each cut to it.
std::vector<Days> Stretches(Span span, const Days& whole);

}  // namespace studio
