#include "app/tables/roster_import.h"
#include "shared/base/calendar_date.h"

namespace studio {
namespace {

std::string Quoted(const std::string& text) { return "\"" + text + "\""; }

std::string Listed(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

// "12月1日 or 12月10日"
std::string DaysOf(const std::vector<std::string>& ways) {
  std::string out;
  for (const std::string& way : ways) {
    const auto day = ParseDate(way);
    if (!day) return "the month and the day, as 12月3日";
    out += (out.empty() ? "" : " or ") + std::to_string(static_cast<unsigned>(day->month())) +
           "月" + std::to_string(static_cast<unsigned>(day->day())) + "日";
  }
  return out;
}

// "2026-12-03 08:30-11:30 at 样板镇委员工作室"
std::string ShiftOf(const CellProblem& problem) {
  if (!problem.shift) return {};
  return problem.shift->date + " " + problem.shift->from + "-" + problem.shift->to +
         (problem.studio.empty() ? "" : " at " + problem.studio);
}

std::string What(const RosterPreview& preview, const CellProblem& problem) {
  const std::string text = Quoted(problem.text);
  switch (problem.fault) {
    case CellFault::kNoDate:
      return "there is no date for " + text;
    case CellFault::kBadDate:
      return text + " is not a date";
    case CellFault::kNoSuchDay:
      return text + " is no day of the calendar";
    case CellFault::kCutZero:
      return text + " may have lost a zero: write " + DaysOf(problem.ways);
    case CellFault::kTwoWays:
      return text + " may be a date or several days: write 月 and 日";
    case CellFault::kWhichMonth:
      return text + " stands after the end of a month: write the month";
    case CellFault::kWhichWeek:
      return text + " is a day of every week: write the date";
    case CellFault::kWeekdayDiffers:
      return "the weekday beside " + text + " is not that of the date: write the right one";
    case CellFault::kTitleYear:
      return "the weekdays are those of another year than " + text + ": write the right year";
    case CellFault::kDayTwice:
      return text + " stands in " + preview.Where(problem.other) + " already, with somebody else";
    case CellFault::kPast:
      return problem.text + " is over";
    case CellFault::kNoHours:
      return "there are no hours and no name of a shift";
    case CellFault::kBadHours:
      return text + " is neither hours nor the name of a shift";
    case CellFault::kNoEnd:
      return text + " says when it begins, not when it ends: write both, as 8:30-11:30";
    case CellFault::kNoMember:
      return "there is no member";
    case CellFault::kUnknownMember:
      return "nobody here is called " + text;
    case CellFault::kSimilarMember:
      return "nobody here is called " + text + ": perhaps " + Listed(problem.names) + "?";
    case CellFault::kAmbiguousMember:
      return text + " is the name of several members (" + Listed(problem.ids) +
             "): say the sector, the group or the id";
    case CellFault::kGroup:
      return text + " is not one member: write the names";
    case CellFault::kOtherStudio:
      return text + " is another studio";
    case CellFault::kUnknownStudio:
      return text + " is no studio of this county";
    case CellFault::kOverlap:
      return text + " is already on duty at that time in " + preview.Where(problem.other);
    case CellFault::kOverlapExisting:
      return text + " is already on duty then: " + ShiftOf(problem);
    case CellFault::kCrossesShifts:
      return problem.text + " crosses shifts that there are (" + ShiftOf(problem) +
             "): write the same hours, or change those first";
    case CellFault::kUnknownColumn:
      return "nobody knows what stands below " + text;
    case CellFault::kHidden:
      return "the row with " + text + " is hidden";
    case CellFault::kRemark:
      return "the remark " + text + " may change the row: write the names as they are to be";
    case CellFault::kTwoForms:
      return "the table with " + text + " can be read in two ways";
    case CellFault::kNotUsed:
      return text + " is not understood";
  }
  return {};
}

std::string What(const RosterPreview& preview, const CellNote& note) {
  const std::string text = Quoted(note.text);
  switch (note.remark) {
    case CellRemark::kDuplicate:
      return text + " was there already in " + preview.Where(note.other) + ", merged";
    case CellRemark::kDateFromAbove:
      return "no date, taken as " + note.text + " from above";
    case CellRemark::kOtherMonth:
      return note.text + " is in another month";
    case CellRemark::kNotOfThisStudio:
      return text + " belongs to other studios";
    case CellRemark::kNotOnRoster:
      return text + " came without being planned, passed over";
    case CellRemark::kWholeDay:
      return "nothing says when: taken as the whole day";
    case CellRemark::kNobody:
      return text + ": nobody is on duty";
    case CellRemark::kBeside:
      return text + " beside a name, passed over";
    case CellRemark::kTitle:
      return text + " is the title";
    case CellRemark::kLine:
      return text + " is a remark, passed over";
    case CellRemark::kPassedColumn:
      return "the column " + text + " is passed over";
    case CellRemark::kGuessedColumn:
      return "the column " + text + " is read by what stands in it";
    case CellRemark::kGroupList:
      return text + " says who the group is";
    case CellRemark::kPassedSheet:
      return "the sheet " + text + " has no roster";
  }
  return {};
}

}  // namespace

std::string Sentence(const RosterPreview& preview, const CellProblem& problem) {
  return preview.Where(problem.at) + ": " + What(preview, problem);
}
std::string Sentence(const RosterPreview& preview, const CellNote& note) {
  return preview.Where(note.at) + ": " + What(preview, note);
}

std::string WaySentence(const CellProblem& problem, std::size_t way) {
  const std::string& text = problem.ways.at(way);
  switch (problem.fault) {
    case CellFault::kAmbiguousMember:
    case CellFault::kSimilarMember:
      return problem.names.at(way);
    case CellFault::kTwoForms:
      return "by the columns " + Quoted(text);
    case CellFault::kCrossesShifts:
      return text == "shifts" ? "into the shifts that there are" : "with the hours of the table";
    default:
      return text.empty() ? "as it is written" : text;
  }
}

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
