#include "app/tables/roster_import.h"

namespace studio {
namespace {

std::string Line(int line) { return "line " + std::to_string(line) + ": "; }
std::string Quoted(const std::string& text) { return "\"" + text + "\""; }

std::string Listed(const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : ", ") + id;
  return out;
}

std::string What(const RowProblem& problem) {
  const std::string text = Quoted(problem.text);
  switch (problem.fault) {
    case RowFault::kNoDate:
      return "there is no date";
    case RowFault::kBadDate:
      return text + " is not a date";
    case RowFault::kNoSuchDay:
      return text + " is no day of the calendar";
    case RowFault::kNoHours:
      return "there are no hours and no name of a shift";
    case RowFault::kBadHours:
      return text + " is neither hours nor the name of a shift";
    case RowFault::kNoMember:
      return "there is no member";
    case RowFault::kUnknownMember:
      return "nobody here is called " + text;
    case RowFault::kAmbiguousMember:
      return text + " is the name of several members (" + Listed(problem.ids) +
             "): say the sector, the group or the id";
    case RowFault::kOtherStudio:
      return text + " is another studio";
    case RowFault::kUnknownStudio:
      return text + " is no studio of this county";
    case RowFault::kOverlap:
      return text + " (" + Listed(problem.ids) + ") is already on duty at that time in line " +
             std::to_string(problem.other_line);
    case RowFault::kOverlapExisting:
      return text + " (" + Listed(problem.ids) + ") is already on duty at that time in shift " +
             problem.shift;
  }
  return {};
}

std::string What(const RowNote& note) {
  const std::string text = Quoted(note.text);
  switch (note.remark) {
    case RowRemark::kDuplicate:
      return text + " was there already in line " + std::to_string(note.other_line) + ", merged";
    case RowRemark::kDateFromAbove:
      return "no date, taken as " + note.text + " from above";
    case RowRemark::kWeekdayDiffers:
      return "the weekday is not that of " + text + "; the date counts";
    case RowRemark::kOtherMonth:
      return note.text + " is in another month";
    case RowRemark::kNotOfThisStudio:
      return text + " belongs to other studios";
    case RowRemark::kNotOnRoster:
      return text + " came without being planned, passed over";
    case RowRemark::kWholeDay:
      return "no column of hours: every row is taken as the whole day";
  }
  return {};
}

}  // namespace

std::string Sentence(const RowProblem& problem) { return Line(problem.line) + What(problem); }
std::string Sentence(const RowNote& note) { return Line(note.line) + What(note); }

std::string Sentence(RosterPreview::Refusal refusal) {
  switch (refusal) {
    case RosterPreview::Refusal::kNone:
      return {};
    case RosterPreview::Refusal::kNoHeading:
      return "no row names the columns (日期, 班次, 委员)";
    case RosterPreview::Refusal::kNoDateColumn:
      return "no column is called 日期";
    case RosterPreview::Refusal::kNoMemberColumn:
      return "no column is called 委员";
    case RosterPreview::Refusal::kNoRows:
      return "there is nothing below the headings";
  }
  return {};
}

}  // namespace studio
