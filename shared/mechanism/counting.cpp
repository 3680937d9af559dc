#include "shared/mechanism/counting.h"

#include <algorithm>

namespace studio {
namespace {

bool Allows(const std::vector<std::string>& words, std::string_view word) {
  return words.empty() || IsAmong(words, word);
}

bool Matches(const Condition& condition, const DeedState& state) {
  return IsAmong(condition.states, state.state) && Allows(condition.levels, state.level) &&
         Allows(condition.forms, state.form);
}

int MonthsOf(Span span) {
  switch (span) {
    case Span::kMonth:
      return 1;
    case Span::kQuarter:
      return 3;
    case Span::kHalfYear:
      return 6;
    default:
      return 12;
  }
}

}  // namespace

bool IsAmong(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool AssessedMember::Holds(std::string_view post, CalendarDate on) const {
  return std::any_of(posts.begin(), posts.end(), [&](const HeldPost& held) {
    return held.post == post && on >= held.from && (!held.until || on <= *held.until);
  });
}

std::string_view AuthorOf(const Deed& deed, std::size_t place) {
  if (deed.members.size() == 1) return "sole";
  return place == 0 ? "first" : "other";
}

std::string_view AttendanceOf(const Deed& deed, std::size_t place) {
  const std::string& said = deed.members[place].attendance;
  return said.empty() ? std::string_view("present") : std::string_view(said);
}

const DeedState* StateOf(const Condition& condition, const Deed& deed) {
  const DeedState* latest = nullptr;
  for (const DeedState& state : deed.states) {
    if (Matches(condition, state) && (!latest || state.on >= latest->on)) latest = &state;
  }
  return latest;
}

bool Fulfils(const Condition& condition, const Deed& deed, std::size_t place,
             const AssessedMember& member, CalendarDate on) {
  if (!Allows(condition.kinds, deed.kind)) return false;
  if (!condition.states.empty() ? !StateOf(condition, deed)
                                : !Allows(condition.levels, deed.level)) {
    return false;
  }
  const auto forbidden = [&](const DeedState& state) {
    return IsAmong(condition.not_states, state.state);
  };
  if (std::any_of(deed.states.begin(), deed.states.end(), forbidden)) return false;
  if (!Allows(condition.roles, deed.members[place].role)) return false;
  if (!Allows(condition.authors, AuthorOf(deed, place))) return false;
  if (!Allows(condition.attendance, AttendanceOf(deed, place))) return false;
  const auto marked = [&](const std::string& mark) { return deed.marks.count(mark) > 0; };
  if (!std::all_of(condition.marks.begin(), condition.marks.end(), marked)) return false;
  if (std::any_of(condition.not_marks.begin(), condition.not_marks.end(), marked)) return false;
  const auto held = [&](const std::string& post) { return member.Holds(post, on); };
  if (!condition.posts.empty() &&
      std::none_of(condition.posts.begin(), condition.posts.end(), held)) {
    return false;
  }
  if (std::any_of(condition.not_posts.begin(), condition.not_posts.end(), held)) return false;
  if (!Allows(condition.types, member.type)) return false;
  return !condition.must_attend || *condition.must_attend == deed.must_attend;
}

CalendarDate DayOf(CountedDay counted, const Deed& deed, const DeedState* state) {
  if (counted == CountedDay::kState && state) return state->on;
  if (counted != CountedDay::kDone) {
    const auto submitted =
        std::find_if(deed.states.begin(), deed.states.end(),
                     [](const DeedState& one) { return one.state == "submitted"; });
    if (submitted != deed.states.end()) return submitted->on;
  }
  return deed.done;
}

std::vector<Days> Stretches(Span span, const Days& whole) {
  if (span == Span::kTerm) return {whole};
  std::vector<Days> stretches;
  const std::chrono::months step(MonthsOf(span));
  // A year's stretches begin with the year itself, which need not be January.
  std::chrono::year_month begin{whole.first.year(), whole.first.month()};
  for (CalendarDate first = whole.first; first <= whole.last;) {
    begin += step;
    const CalendarDate next = FirstOf(begin);
    const CalendarDate last = AddDays(next, -1);
    stretches.push_back({first, std::min(last, whole.last)});
    first = next;
  }
  return stretches;
}

}  // namespace studio
