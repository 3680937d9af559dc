#include "shared/mechanism/year_grounds.h"

#include <algorithm>

namespace studio {
namespace {

CalendarDate FirstDayOf(int year) { return std::chrono::year(year) / 1 / 1; }
CalendarDate LastDayOf(int year) { return std::chrono::year(year) / 12 / 31; }

Days TermOf(const YearGrounds& grounds, const Days& year) {
  const std::string& from = grounds.roll ? grounds.roll->term_from : grounds.term_from;
  const std::string& to = grounds.roll ? grounds.roll->term_to : grounds.term_to;
  const Days term{ParseDate(from).value_or(year.first), ParseDate(to).value_or(year.last)};
  return term.Has(year.first) && term.Has(year.last) ? term : year;
}

AssessedMember AssessedFrom(const Member& member, const std::vector<Studio>& studios) {
  AssessedMember out;
  out.id = member.id;
  out.name = member.name;
  for (const MemberPost& held : member.posts) {
    out.posts.push_back({held.post, ParseDate(held.from).value_or(FirstDayOf(1)),
                         held.until.empty() ? std::nullopt : ParseDate(held.until)});
  }
  out.sector = member.sector;
  out.group = member.group;
  out.type = member.type;
  if (!member.studios.empty()) out.studio = member.studios.front();
  for (const Studio& studio : studios) {
    if (studio.id == out.studio) out.township = studio.township;
  }
  if (!member.joined.empty()) out.joined = ParseDate(member.joined);
  if (!member.left.empty()) out.left = ParseDate(member.left);
  out.ranked = member.ranked;
  return out;
}

}  // namespace

bool GradesNeedEverybody(const CountingRules& rules) {
  return std::any_of(rules.grades.begin(), rules.grades.end(), [](const Grade& grade) {
    return grade.share_at_most.has_value() || grade.at_most > 0;
  });
}

AssessmentInput InputOf(const YearGrounds& grounds, const YearQuestion& question) {
  AssessmentInput input;
  input.year = {FirstDayOf(question.year), LastDayOf(question.year)};
  input.term = TermOf(grounds, input.year);
  input.today = question.today;
  const std::vector<Studio>& studios = grounds.roll ? grounds.roll->studios : grounds.studios;
  if (grounds.roll) {
    for (const Member& one : grounds.roll->members) {
      input.members.push_back(AssessedFrom(one, studios));
    }
  } else {
    for (const auto& [id, member] : grounds.members) {
      input.members.push_back(AssessedFrom(member, studios));
    }
  }
  for (const Studio& studio : studios) {
    if (question.studio != 0 && studio.id != question.studio) continue;
    input.studios.push_back({studio.id, studio.name, studio.township, studio.platform});
  }
  for (const Deed& deed : grounds.deeds) {
    if (question.studio == 0) {
      input.deeds.push_back(deed);
      continue;
    }
    const auto told = StudiosOf(deed, grounds.members);
    if (std::find(told.begin(), told.end(), question.studio) != told.end()) {
      input.deeds.push_back(PartFor(question.studio, deed, grounds.members));
    }
  }
  std::vector<ClosedYear> closed = grounds.closed;
  std::sort(closed.begin(), closed.end(),
            [](const auto& a, const auto& b) { return a.year > b.year; });
  // The newest first, without a gap: of a year that was not closed nobody knows.
  int before = question.year - 1;
  for (const ClosedYear& one : closed) {
    if (one.year != before) continue;
    --before;
    for (const auto& [member, grade] : one.grades) input.earlier[member].push_back(grade);
  }
  return input;
}

}  // namespace studio
