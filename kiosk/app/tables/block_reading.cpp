#include "app/tables/block_reading.h"

#include <algorithm>
#include <map>
#include <optional>

#include "shared/base/utf8.h"

namespace studio {
namespace {

CellFault FaultOf(DayFault fault) {
  switch (fault) {
    case DayFault::kNoSuchDay:
      return CellFault::kNoSuchDay;
    case DayFault::kCutZero:
      return CellFault::kCutZero;
    case DayFault::kTwoWays:
      return CellFault::kTwoWays;
    case DayFault::kWhichMonth:
      return CellFault::kWhichMonth;
    case DayFault::kWhichWeek:
      return CellFault::kWhichWeek;
    case DayFault::kNone:
    case DayFault::kNotUnderstood:
      break;
  }
  return CellFault::kBadDate;
}

class BlockReader {
 public:
  BlockReader(RosterGrid& grid, const RosterBlock& block, const RosterNames& names,
              const RosterImportInput& input, RosterRead& out)
      : grid_(grid), block_(block), names_(names), input_(input), out_(out) {
    for (const Member& member : input.members) members_[member.id] = &member;
  }

  void Take() {
    const BlockEntries entries = EntriesOf(grid_, block_, names_, input_.usual_hours);
    no_hours_ = entries.no_hours;
    for (const GridAt& heading : entries.unknown) {
      Refuse(heading, CellFault::kUnknownColumn, grid_.Text(heading));
    }
    TellPassed();
    if (!block_.also.empty()) {
      const GridAt at = block_.columns.front().heading;
      Refuse(at, CellFault::kTwoForms, grid_.Text(at));
      for (int row = block_.top; row < block_.bottom; ++row) {
        for (int i = block_.left; i < block_.right; ++i) grid_.Mark({row, i}, Fate::kRefused);
      }
      return;
    }
    FindDates(entries.entries);
    for (const RosterEntry& entry : entries.entries) Read(entry);
  }

 private:
  void TellPassed() {
    for (int i = block_.left; i < block_.right; ++i) {
      const auto& column = block_.At(i);
      if (column.guessed) {
        Note(column.heading, CellRemark::kGuessedColumn, grid_.Text(column.heading));
      }
      if (column.is != RosterColumn::kPassed || column.heading.none()) continue;
      for (int row = block_.top; row < block_.bottom; ++row) {
        if (grid_.Blank({row, i})) continue;
        Note(column.heading, CellRemark::kPassedColumn, grid_.Text(column.heading));
        break;
      }
    }
  }

  void FindDates(const std::vector<RosterEntry>& entries) {
    std::vector<DayText> texts;
    for (const RosterEntry& entry : entries) {
      if (entry.date.none()) continue;
      const auto [known, added] = dates_.try_emplace(grid_.Origin(entry.date), texts.size());
      if (!added) continue;
      texts.push_back({grid_.Text(entry.date), ReadWeekdayCell(grid_.Folded(entry.weekday))});
    }
    days_ = FindDays(texts, block_.title, input_.month);
  }

  void Note(GridAt at, CellRemark remark, std::string_view text, GridAt other = {}) {
    out_.notes.push_back({grid_.PlaceOf(at), remark, Clip(text), grid_.PlaceOf(other)});
  }

  CellProblem& Refuse(GridAt at, CellFault fault, std::string_view text) {
    CellProblem& problem = out_.problems.emplace_back();
    problem.at = grid_.PlaceOf(at);
    problem.fault = fault;
    problem.text = Clip(text);
    grid_.Mark(at, Fate::kRefused);
    return problem;
  }

  static GridAt PlaceOf(const RosterEntry& entry) {
    if (!entry.mark.none()) return entry.mark;
    if (!entry.names.none()) return entry.names;
    return entry.hours.none() ? entry.date : entry.hours;
  }

  void Mark(const RosterEntry& entry, Fate fate) {
    for (const GridAt& at : {entry.date, entry.weekday, entry.hours, entry.from, entry.to,
                             entry.names, entry.sector, entry.group, entry.studio, entry.mark}) {
      if (!at.none()) grid_.Mark(at, fate);
    }
  }

  void Read(const RosterEntry& entry) {
    const bool good = Understand(entry);
    Mark(entry, good ? Fate::kUsed : Fate::kRefused);
  }

  // False where a problem tells of it.
  bool Understand(const RosterEntry& entry) {
    const DaysFound* const days = Days(entry);
    if (days == nullptr) return false;
    if (!entry.hours.none() && grid_.Folded(entry.hours) == kUnplannedShift) {
      Note(PlaceOf(entry), CellRemark::kNotOnRoster, grid_.Text(entry.names));
      return true;
    }
    if (SaysNobody(grid_.Text(PlaceOf(entry)))) {
      if (nobody_told_.insert(grid_.Folded(PlaceOf(entry))).second) {
        Note(PlaceOf(entry), CellRemark::kNobody, grid_.Text(PlaceOf(entry)));
      }
      return true;
    }
    if (entry.names.none()) return WithoutNames(entry);
    const auto hours = Hours(entry, *days);
    if (!hours) return false;
    if (!OfThisStudio(entry)) return false;
    std::vector<std::string> members;
    const bool all = Members(entry, members);
    bool good = true;
    for (const CalendarDate& day : days->days) {
      for (const CellHours& span : *hours) good = Add(entry, day, span, members, all) && good;
    }
    return good && all;
  }

  bool WithoutNames(const RosterEntry& entry) {
    const bool own_hours = !entry.hours.none() && !grid_.Blank(entry.hours) &&
                           entry.hours.row >= block_.top && entry.hours.row >= entry.date.row;
    if (block_.form == RosterForm::kRows && own_hours && !entry.hours.none()) {
      Refuse(entry.hours, CellFault::kNoMember, {});
      return false;
    }
    return true;  // a day, and nobody below its shifts
  }

  const DaysFound* Days(const RosterEntry& entry) {
    if (entry.date.none()) {
      Refuse(PlaceOf(entry), CellFault::kNoDate, grid_.Text(PlaceOf(entry)));
      return nullptr;
    }
    const GridAt origin = grid_.Origin(entry.date);
    const DaysFound& days = days_[dates_.at(origin)];
    const bool first = told_.insert(origin).second;
    if (days.fault != DayFault::kNone) {
      if (first) Refuse(origin, FaultOf(days.fault), grid_.Text(origin));
      if (!first && entry.date_from_above) {
        Refuse(PlaceOf(entry), CellFault::kNoDate, grid_.Text(PlaceOf(entry)));
      }
      return nullptr;
    }
    if (first && days.weekday_differs) {
      Note(origin, CellRemark::kWeekdayDiffers, grid_.Text(origin));
    }
    if (entry.date_from_above) {
      Note(PlaceOf(entry), CellRemark::kDateFromAbove, ToText(days.days.front()));
    }
    if (first) OtherMonth(origin, days);
    if (!days.rest.empty() && !RestHours(days.rest)) {
      if (first) Refuse(origin, CellFault::kBadDate, days.rest);
      return nullptr;
    }
    return &days;
  }

  std::optional<std::vector<CellHours>> RestHours(const std::string& rest) const {
    const HoursCell hours = ReadHoursCell(rest, input_.usual_hours);
    return hours.hours.empty() ? std::nullopt : std::optional(hours.hours);
  }

  void OtherMonth(GridAt at, const DaysFound& days) {
    const auto month = days.days.front().year() / days.days.front().month();
    const bool titled =
        block_.title.month == static_cast<int>(static_cast<unsigned>(month.month()));
    if (month == input_.month || titled || !months_told_.insert(month).second) return;
    Note(at, CellRemark::kOtherMonth, ToText(days.days.front()));
  }

  std::optional<std::vector<CellHours>> Hours(const RosterEntry& entry, const DaysFound& days) {
    const std::string &from = grid_.Folded(entry.from), &to = grid_.Folded(entry.to);
    if (entry.hours.none() && !from.empty() && !to.empty()) {
      const auto hours = ReadHoursCells(from, to);
      if (hours) return std::vector<CellHours>{*hours};
      Refuse(entry.from, CellFault::kBadHours, from + " " + to);
      return std::nullopt;
    }
    GridAt at = entry.hours;
    if (grid_.Folded(at).empty() && !from.empty()) at = entry.from;
    const std::string& text = grid_.Folded(at);
    if (text.empty() && !days.rest.empty()) return RestHours(days.rest);
    if (text.empty() && no_hours_) return WholeDay(entry);
    if (text.empty() && !entry.mark.none()) return WholeDay(entry);
    if (text.empty()) {
      Refuse(PlaceOf(entry), CellFault::kNoHours, {});
      return std::nullopt;
    }
    const bool heading = at.row < block_.top;
    const auto [known, added] = hours_.try_emplace(text);
    if (added) {
      known->second = ReadHoursCell(heading ? HoursPart(text) : text, input_.usual_hours);
    }
    if (!known->second.hours.empty()) return known->second.hours;
    const std::string left = known->second.left == text ? text : known->second.left;
    Refuse(at, CellFault::kBadHours, left.empty() ? text : grid_.Text(at));
    return std::nullopt;
  }

  std::optional<std::vector<CellHours>> WholeDay(const RosterEntry& entry) {
    const HoursCell hours = ReadHoursCell("全天", input_.usual_hours);
    if (hours.hours.empty()) {
      Refuse(PlaceOf(entry), CellFault::kNoHours, {});
      return std::nullopt;
    }
    if (!whole_day_told_) Note(PlaceOf(entry), CellRemark::kWholeDay, {});
    whole_day_told_ = true;
    return hours.hours;
  }

  bool OfThisStudio(const RosterEntry& entry) {
    const std::string& text = grid_.Folded(entry.studio);
    if (text.empty()) return true;
    for (const Studio& studio : input_.studios) {
      if (FoldCell(studio.name) != text && std::to_string(studio.id) != text) continue;
      if (studio.id == input_.studio) return true;
      Refuse(entry.studio, CellFault::kOtherStudio, text);
      return false;
    }
    Refuse(entry.studio, CellFault::kUnknownStudio, text);
    return false;
  }

  bool Members(const RosterEntry& entry, std::vector<std::string>& members) {
    const RosterNames::Names names =
        names_.In(grid_.Text(entry.names), grid_.Text(entry.sector), grid_.Text(entry.group));
    const GridAt at = entry.names;
    if (names.found.empty()) {
      Refuse(at, CellFault::kNoMember, grid_.Text(at));
      return false;
    }
    bool usable = true;
    for (const RosterNames::Found& name : names.found) {
      if (name.ids.size() == 1) {
        TakeMember(at, name, members);
        continue;
      }
      const CellFault fault = name.group             ? CellFault::kGroup
                              : !name.ids.empty()    ? CellFault::kAmbiguousMember
                              : name.similar.empty() ? CellFault::kUnknownMember
                                                     : CellFault::kSimilarMember;
      CellProblem& problem = Refuse(at, fault, name.text);
      problem.ids = name.ids.empty() ? name.similar : name.ids;
      for (const std::string& id : problem.ids) problem.names.push_back(members_.at(id)->name);
      usable = false;
    }
    for (const std::string& note : names.notes) {
      const bool digits = note.find_first_not_of("0123456789- ") == std::string::npos;
      if (!digits && !names_.IsName(note)) Note(at, CellRemark::kBeside, note);
    }
    return usable;
  }

  void TakeMember(GridAt at, const RosterNames::Found& name, std::vector<std::string>& members) {
    const std::string& id = name.ids.front();
    if (std::find(members.begin(), members.end(), id) != members.end()) {
      Note(at, CellRemark::kDuplicate, name.text, at);
      return;
    }
    const auto& places = members_.at(id)->studios;
    if (!places.empty() && std::find(places.begin(), places.end(), input_.studio) == places.end()) {
      Note(at, CellRemark::kNotOfThisStudio, name.text);
    }
    members.push_back(id);
  }

  bool Add(const RosterEntry& entry, CalendarDate day, const CellHours& span,
           const std::vector<std::string>& members, bool all) {
    RosterWish wish;
    wish.at = grid_.PlaceOf(PlaceOf(entry));
    wish.shift.studio = input_.studio;
    wish.shift.date = ToText(day);
    wish.shift.from = span.from;
    wish.shift.to = span.to;
    const auto exact = HoursOf(wish.shift);
    if (!exact) {
      Refuse(PlaceOf(entry), CellFault::kBadHours, span.from + "-" + span.to);
      return false;
    }
    wish.hours = KeyOf(*exact);
    if (!all) {
      out_.partly_refused.insert(wish.hours);
      return true;
    }
    wish.shift.members = members;
    out_.wishes.push_back(std::move(wish));
    return true;
  }

  RosterGrid& grid_;
  const RosterBlock& block_;
  const RosterNames& names_;
  const RosterImportInput& input_;
  RosterRead& out_;
  std::map<std::string, const Member*> members_;
  bool no_hours_ = false, whole_day_told_ = false;
  std::map<GridAt, std::size_t> dates_;  // by the cell's origin: which of days_
  std::vector<DaysFound> days_;
  std::map<std::string, HoursCell> hours_;
  std::set<GridAt> told_;
  std::set<std::string> nobody_told_;
  std::set<std::chrono::year_month> months_told_;
};

}  // namespace

void ReadBlock(RosterGrid& grid, const RosterBlock& block, const RosterNames& names,
               const RosterImportInput& input, RosterRead& out) {
  BlockReader(grid, block, names, input, out).Take();
}

}  // namespace studio
