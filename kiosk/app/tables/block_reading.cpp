#include "app/tables/block_reading.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "app/tables/block_days.h"
#include "app/tables/date_cells.h"

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
    case DayFault::kWeekdayDiffers:
      return CellFault::kWeekdayDiffers;
    case DayFault::kNone:
    case DayFault::kNotUnderstood:
      break;
  }
  return CellFault::kBadDate;
}

class BlockReader {
 public:
  BlockReader(RosterGrid& grid, const RosterBlock& block, const SheetContext& sheet,
              RosterRead& out)
      : grid_(grid),
        block_(block),
        names_(sheet.names),
        words_(sheet.words),
        input_(sheet.input),
        groups_(sheet.groups),
        out_(out),
        days_(grid, block, sheet.words, sheet.input.month) {
    for (const Member& member : input_.members) members_[member.id] = &member;
  }

  void Take() {
    const BlockEntries entries = EntriesOf(grid_, block_, names_, words_);
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
    for (const GridAt& label : entries.passed) {
      Note(label, CellRemark::kLine, grid_.Text(label));
    }
    days_.Find(entries.entries);
    if (days_.AreOfAnotherYear()) {
      const GridAt at =
          block_.title_year.none() ? block_.columns.front().heading : block_.title_year;
      Refuse(at, CellFault::kTitleYear, grid_.Text(at));
      for (const RosterEntry& entry : entries.entries) Mark(entry, Fate::kRefused);
      return;
    }
    for (const RosterEntry& entry : entries.entries) Read(entry);
  }

 private:
  void TellPassed() {
    for (int i = block_.left; i < block_.right; ++i) {
      const auto& column = block_.At(i);
      if (column.guessed) {
        Note(column.heading, CellRemark::kGuessedColumn, grid_.Text(column.heading));
      }
      if (column.is == RosterColumn::kRemark) AskRemarks(i);
      const bool passed = column.is == RosterColumn::kPassed || column.is == RosterColumn::kRemark;
      if (!passed || column.heading.none()) continue;
      for (int row = block_.top; row < block_.bottom; ++row) {
        if (grid_.Blank({row, i})) continue;
        Note(column.heading, CellRemark::kPassedColumn, grid_.Text(column.heading));
        break;
      }
    }
  }

  // 示例辛请假,由示例乙代 beside a row changes what the row says.
  void AskRemarks(int column) {
    // The program's own duty sheet: what is changed is known.
    for (const auto& known : block_.columns) {
      if (grid_.Folded(known.heading) == "状态") return;
    }
    for (int row = block_.top; row < block_.bottom; ++row) {
      const GridAt at{row, column};
      const std::string& text = grid_.Folded(at);
      if (text.empty() || grid_.Origin(at) != at) continue;
      bool asked = names_.Mentions(text);
      for (const std::string_view word : {"调至", "调到", "改为", "改到", "改至", "顺延", "取消"}) {
        asked = asked || text.find(word) != std::string::npos;
      }
      if (asked) Refuse(at, CellFault::kRemark, grid_.Text(at));
    }
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
    for (const GridAt& at :
         {entry.date, entry.weekday, entry.hours, entry.from, entry.to, entry.names, entry.sector,
          entry.group, entry.studio, entry.place, entry.mark}) {
      if (!at.none()) grid_.Mark(at, fate);
    }
  }

  void Read(const RosterEntry& entry) {
    const bool good = Understand(entry);
    Mark(entry, good ? Fate::kUsed : Fate::kRefused);
  }

  // What the cell of names, or of a matrix, says.
  std::string SaidIn(const RosterEntry& entry) const {
    return entry.names_said.empty() ? grid_.Text(PlaceOf(entry)) : entry.names_said;
  }

  // False where a problem tells of it.
  bool Understand(const RosterEntry& entry) {
    if (!entry.date.none() && words_.IsNobody(grid_.Text(entry.date)) && entry.date_said.empty()) {
      TellNobody(entry.date, grid_.Text(entry.date));
      return true;
    }
    const auto days = Days(entry);
    if (days.empty()) return false;
    if (!entry.hours.none() && grid_.Folded(entry.hours) == kUnplannedShift) {
      Note(PlaceOf(entry), CellRemark::kNotOnRoster, grid_.Text(entry.names));
      return true;
    }
    const std::string said = SaidIn(entry);
    if (words_.IsNobody(said) && !names_.Mentions(said)) {
      if (said != "-" || entry.names_said.empty()) TellNobody(PlaceOf(entry), said);
      return true;
    }
    if (entry.names.none()) return WithoutNames(entry);
    if (!OfThisStudio(entry)) return false;
    bool good = true;
    std::vector<std::pair<const DaysFound*, std::vector<CellHours>>> when;
    for (const DaysFound* const found : days) {
      auto hours = Hours(entry, *found);
      good = good && hours.has_value();
      if (hours) when.emplace_back(found, std::move(*hours));
    }
    if (when.empty()) return false;
    std::vector<std::string> members;
    const bool all = Members(entry, members);
    for (const auto& [found, hours] : when) {
      for (const CalendarDate& day : found->days) {
        for (const CellHours& span : hours) good = Add(entry, day, span, members, all) && good;
      }
    }
    return good && all;
  }

  void TellNobody(GridAt at, const std::string& text) {
    if (nobody_told_.insert(FoldCell(text)).second) Note(at, CellRemark::kNobody, text);
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

  // None where a problem tells why.
  std::vector<const DaysFound*> Days(const RosterEntry& entry) {
    if (entry.date.none()) {
      Refuse(PlaceOf(entry), CellFault::kNoDate, grid_.Text(PlaceOf(entry)));
      return {};
    }
    const GridAt origin = grid_.Origin(entry.date);
    const bool first = told_.insert(days_.KeyOf(entry)).second;
    if (const GridAt twice = days_.TwiceWith(origin); !twice.none()) {
      if (first) {
        Refuse(origin, CellFault::kDayTwice, grid_.Text(origin)).other = grid_.PlaceOf(twice);
      }
      return {};
    }
    std::vector<const DaysFound*> out;
    for (const BlockDays::Piece& piece : days_.Of(entry)) {
      const DaysFound& days = piece.found;
      const bool rest =
          days.fault == DayFault::kNone && !days.rest.empty() && !RestHours(days.rest);
      if (days.fault == DayFault::kNone && !rest) {
        out.push_back(&days);
        continue;
      }
      const std::string& text = piece.text.empty() ? grid_.Text(origin) : piece.text;
      if (first) {
        Refuse(origin, rest ? CellFault::kBadDate : FaultOf(days.fault), rest ? days.rest : text);
      }
      if (!first && entry.date_from_above && !rest) {
        Refuse(PlaceOf(entry), CellFault::kNoDate, grid_.Text(PlaceOf(entry)));
      }
    }
    if (out.empty()) return out;
    if (entry.date_from_above) {
      Note(PlaceOf(entry), CellRemark::kDateFromAbove, ToText(out.front()->days.front()));
    }
    if (first) OtherMonth(origin, *out.front());
    return out;
  }

  std::optional<std::vector<CellHours>> RestHours(const std::string& rest) const {
    const HoursCell hours = words_.Hours(rest);
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
    const bool part = !entry.hours_said.empty();
    const std::string& text = part ? entry.hours_said : grid_.Folded(at);
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
      known->second = words_.Hours(heading && !part ? HoursPart(text) : text);
    }
    if (!known->second.hours.empty()) return known->second.hours;
    const std::string left = known->second.left == text ? text : known->second.left;
    Refuse(at, CellFault::kBadHours, left.empty() ? text : grid_.Text(at));
    return std::nullopt;
  }

  std::optional<std::vector<CellHours>> WholeDay(const RosterEntry& entry) {
    const HoursCell hours = words_.Hours("全天");
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
    if (text.empty()) return AtThisPlace(entry);
    for (const Studio& studio : input_.studios) {
      if (FoldCell(studio.name) != text && std::to_string(studio.id) != text) continue;
      if (studio.id == input_.studio) return true;
      Refuse(entry.studio, CellFault::kOtherStudio, text);
      return false;
    }
    Refuse(entry.studio, CellFault::kUnknownStudio, text);
    return false;
  }

  // A place is only a matter where it is another studio.
  bool AtThisPlace(const RosterEntry& entry) {
    const std::string& text = grid_.Folded(entry.place);
    for (const Studio& studio : input_.studios) {
      if (text.empty() || studio.id == input_.studio || FoldCell(studio.name) != text) continue;
      Refuse(entry.place, CellFault::kOtherStudio, text);
      return false;
    }
    return true;
  }

  bool Members(const RosterEntry& entry, std::vector<std::string>& members) {
    const std::string& said = entry.names_said.empty() ? grid_.Text(entry.names) : entry.names_said;
    return MembersIn(said, entry, members);
  }

  // 第一组, where the sheet says who that is.
  bool OfGroup(const RosterNames::Found& name, const RosterEntry& entry,
               std::vector<std::string>& members, bool& good) {
    const SheetWords::Group* const group = words_.GroupOf(FoldCell(name.text));
    if (group == nullptr || FoldCell(group->members) == FoldCell(name.text)) return false;
    for (const GridAt& at : {group->label, group->names}) grid_.Mark(at, Fate::kUsed);
    groups_.insert(group->label);
    good = MembersIn(group->members, entry, members) && good;
    return true;
  }

  bool MembersIn(const std::string& said, const RosterEntry& entry,
                 std::vector<std::string>& members) {
    const std::string &sector = grid_.Text(entry.sector), &group = grid_.Text(entry.group);
    const auto [read, added] = read_names_.try_emplace({said, sector, group});
    if (added) read->second = names_.In(said, sector, group);
    const RosterNames::Names& names = read->second;
    const GridAt at = entry.names;
    if (names.found.empty()) {
      Refuse(at, CellFault::kNoMember, said);
      return false;
    }
    bool usable = true;
    for (const RosterNames::Found& name : names.found) {
      if (name.ids.size() == 1) {
        TakeMember(at, name, members);
        continue;
      }
      if (name.group && OfGroup(name, entry, members, usable)) continue;
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
      const bool digits = note.find_first_not_of("0123456789-() ") == std::string::npos;
      if (digits || members_.contains(note)) continue;
      // (请假), (代示例乙): who comes is another.
      if (SaysNobody(note) || names_.Mentions(note)) {
        Refuse(at, CellFault::kRemark, note);
        members.clear();
        usable = false;
      } else {
        Note(at, CellRemark::kBeside, note);
      }
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
    if (!all) out_.partly_refused.insert(wish.hours);
    if (members.empty()) return true;
    wish.shift.members = members;
    out_.wishes.push_back(std::move(wish));
    return true;
  }

  RosterGrid& grid_;
  const RosterBlock& block_;
  const RosterNames& names_;
  const SheetWords& words_;
  const RosterImportInput& input_;
  std::set<GridAt>& groups_;
  RosterRead& out_;
  BlockDays days_;
  std::map<std::string, const Member*> members_;
  bool no_hours_ = false, whole_day_told_ = false;
  std::map<std::string, HoursCell> hours_;
  std::map<std::array<std::string, 3>, RosterNames::Names> read_names_;  // by cell, sector, group
  std::set<BlockDays::Key> told_;
  std::set<std::string> nobody_told_;
  std::set<std::chrono::year_month> months_told_;
};

}  // namespace

void ReadBlock(RosterGrid& grid, const RosterBlock& block, const SheetContext& sheet,
               RosterRead& out) {
  BlockReader(grid, block, sheet, out).Take();
}

}  // namespace studio
