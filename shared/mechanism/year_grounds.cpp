#include "shared/mechanism/year_grounds.h"

#include <algorithm>
#include <map>

#include "shared/mechanism/grading.h"

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

const Member* MemberIn(const YearGrounds& grounds, const std::string& id) {
  if (!grounds.roll) {
    const auto found = grounds.members.find(id);
    return found == grounds.members.end() ? nullptr : &found->second;
  }
  const auto& roll = grounds.roll->members;
  const auto found =
      std::find_if(roll.begin(), roll.end(), [&](const Member& one) { return one.id == id; });
  return found == roll.end() ? nullptr : &*found;
}

bool IsAsked(const std::string& id, const YearGrounds& grounds, const YearQuestion& question) {
  if (!question.member.empty() && id != question.member) return false;
  if (question.studio == 0) return true;
  const auto today = grounds.members.find(id);
  if (today == grounds.members.end()) return false;
  const auto& places = today->second.studios;
  return std::find(places.begin(), places.end(), question.studio) != places.end();
}

Result<bool> CheckAsked(const YearGrounds& grounds, const YearQuestion& question) {
  const bool member_known =
      question.member.empty() || (MemberIn(grounds, question.member) != nullptr &&
                                  IsAsked(question.member, grounds, question));
  if (!member_known) {
    return Fail(ErrorKind::kNotFound, std::to_string(question.year) + " 年这里没有编号是“" +
                                          question.member + "”的委员。");
  }
  const bool studio_known =
      std::any_of(grounds.studios.begin(), grounds.studios.end(),
                  [&](const Studio& one) { return one.id == question.studio; });
  if (question.studio != 0 && !studio_known) {
    return Fail(ErrorKind::kNotFound,
                "没有编号是 " + std::to_string(question.studio) + " 的工作室。");
  }
  return true;
}

bool IsClosed(const YearGrounds& grounds, int year) {
  return std::any_of(grounds.closed.begin(), grounds.closed.end(),
                     [&](const ClosedYear& one) { return one.year == year; });
}

bool GradesNeedEverybody(const CountingRules& rules) {
  return std::any_of(rules.grades.begin(), rules.grades.end(), [](const Grade& grade) {
    return grade.share_at_most.has_value() || grade.at_most > 0;
  });
}

// The newest first, without a gap: of a year that was not closed nobody knows.
std::map<std::string, std::vector<std::string>> EarlierGrades(const YearGrounds& grounds,
                                                              int year) {
  std::vector<ClosedYear> closed = grounds.closed;
  std::sort(closed.begin(), closed.end(),
            [](const auto& a, const auto& b) { return a.year > b.year; });
  std::map<std::string, std::vector<std::string>> earlier;
  int before = year - 1;
  for (const ClosedYear& one : closed) {
    if (one.year != before) continue;
    --before;
    for (const auto& [member, grade] : one.grades) earlier[member].push_back(grade);
  }
  return earlier;
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
  input.earlier = EarlierGrades(grounds, question.year);
  return input;
}

void TakeGivenGrades(const YearGrounds& grounds, int year, std::vector<MemberResult>& members) {
  const auto given = std::find_if(grounds.closed.begin(), grounds.closed.end(),
                                  [&](const ClosedYear& one) { return one.year == year; });
  if (given == grounds.closed.end()) return;
  auto earlier = EarlierGrades(grounds, year);
  for (MemberResult& result : members) {
    const auto grade = given->grades.find(result.member);
    if (grade == given->grades.end()) continue;
    result.grade = grade->second;
    for (const Consequence& one : grounds.rules.consequences) {
      if (one.below || one.counts) continue;
      std::erase(result.consequences, one.id);
      if (FollowsFromGrade(one, result.grade, earlier[result.member]))
        result.consequences.push_back(one.id);
    }
  }
}

}  // namespace studio
