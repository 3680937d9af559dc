#include "app/tables/roster_rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "app/tables/roster_names.h"

namespace studio {
namespace {

constexpr std::size_t kColumns = static_cast<std::size_t>(RosterColumn::kStudio) + 1;
constexpr std::size_t kTitleRows = 20;  // the heading stands within these
constexpr std::size_t kTextCharacters = 40;

std::string Clip(std::string_view text) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i] & 0xC0) != 0x80 && ++characters > kTextCharacters) {
      return std::string(text.substr(0, i)) + "…";
    }
  }
  return std::string(text);
}

// Where each column stands; -1: nowhere.
struct Heading {
  std::array<int, kColumns> at{};
  std::size_t row = 0;

  int& operator[](RosterColumn column) { return at[static_cast<std::size_t>(column)]; }
  int operator[](RosterColumn column) const { return at[static_cast<std::size_t>(column)]; }
};

Heading ReadHeading(const SheetRow& row, std::size_t index, int& known) {
  Heading heading;
  heading.at.fill(-1);
  heading.row = index;
  known = 0;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto column = ColumnOf(row.cells[i]);
    if (!column || heading[*column] >= 0) continue;
    heading[*column] = static_cast<int>(i);
    ++known;
  }
  // 时间 alone is the day; beside a 日期 it is the hours.
  const int when = heading[RosterColumn::kWhen];
  if (when >= 0) {
    auto& meant =
        heading[heading[RosterColumn::kDate] < 0 ? RosterColumn::kDate : RosterColumn::kShift];
    if (meant < 0) meant = when;
  }
  return heading;
}

// The row with most known headings; titles stand above it.
std::optional<Heading> FindHeading(const std::vector<SheetRow>& rows) {
  std::optional<Heading> best;
  int most = 1;
  for (std::size_t i = 0; i < std::min(rows.size(), kTitleRows); ++i) {
    int known = 0;
    Heading heading = ReadHeading(rows[i], i, known);
    if (known > most) {
      most = known;
      best = heading;
    }
  }
  return best;
}

class Reading {
 public:
  explicit Reading(const RosterImportInput& input) : input_(input), names_(input.members) {
    for (const Member& member : input.members) members_[member.id] = &member;
  }

  RosterRows Take(const std::vector<SheetRow>& rows) {
    out_.refusal = Start(rows);
    if (out_.refusal != RosterPreview::Refusal::kNone) return std::move(out_);
    whole_days_ = heading_[RosterColumn::kShift] < 0 && heading_[RosterColumn::kFrom] < 0;
    if (whole_days_) Note(rows[heading_.row].row, RowRemark::kWholeDay, {});
    for (std::size_t i = heading_.row + 1; i < rows.size(); ++i) {
      if (auto wish = ReadRow(rows[i])) out_.wishes.push_back(std::move(*wish));
    }
    return std::move(out_);
  }

 private:
  RosterPreview::Refusal Start(const std::vector<SheetRow>& rows) {
    const auto heading = FindHeading(rows);
    if (!heading) return RosterPreview::Refusal::kNoHeading;
    heading_ = *heading;
    if (heading_[RosterColumn::kDate] < 0) return RosterPreview::Refusal::kNoDateColumn;
    if (heading_[RosterColumn::kMember] < 0) return RosterPreview::Refusal::kNoMemberColumn;
    if (heading_.row + 1 >= rows.size()) return RosterPreview::Refusal::kNoRows;
    return RosterPreview::Refusal::kNone;
  }

  std::string_view Cell(const SheetRow& row, RosterColumn column) const {
    const auto at = static_cast<std::size_t>(heading_[column]);
    return heading_[column] >= 0 && at < row.cells.size() ? row.cells[at] : std::string_view();
  }

  void Note(int line, RowRemark remark, std::string_view text, int other_line = 0) {
    out_.notes.push_back({line, remark, Clip(text), other_line});
  }

  RowProblem& Refuse(int line, RowFault fault, std::string_view text) {
    RowProblem& problem = out_.problems.emplace_back();
    problem.line = line;
    problem.fault = fault;
    problem.text = Clip(text);
    return problem;
  }

  std::optional<RosterWish> ReadRow(const SheetRow& row) {
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](const std::string& cell) { return FoldCell(cell).empty(); });
    if (blank) return std::nullopt;
    const auto date = ReadDate(row);
    if (!date) return std::nullopt;
    if (FoldCell(Cell(row, RosterColumn::kShift)) == kUnplannedShift) {
      Note(row.row, RowRemark::kNotOnRoster, Cell(row, RosterColumn::kMember));
      return std::nullopt;
    }
    const auto hours = ReadHours(row, date->rest);
    if (!hours) return std::nullopt;
    RosterWish wish;
    wish.line = row.row;
    wish.shift.studio = input_.studio;
    wish.shift.date = ToText(date->date);
    wish.shift.from = hours->from;
    wish.shift.to = hours->to;
    const auto exact = HoursOf(wish.shift);
    if (!exact) {
      Refuse(row.row, RowFault::kBadHours, Cell(row, RosterColumn::kShift));
      return std::nullopt;
    }
    wish.hours = KeyOf(*exact);
    if (!OfThisStudio(row)) return std::nullopt;
    if (!ReadMembers(row, wish)) {
      out_.partly_refused.insert(wish.hours);
      return std::nullopt;
    }
    if (date->date.year() / date->date.month() != input_.month) {
      Note(row.row, RowRemark::kOtherMonth, wish.shift.date);
    }
    return wish;
  }

  // Merged cells leave the rows under the first one empty.
  std::optional<DateCell> ReadDate(const SheetRow& row) {
    const std::string_view text = Cell(row, RosterColumn::kDate);
    if (FoldCell(text).empty()) {
      if (!above_.date.ok()) {
        Refuse(row.row, RowFault::kNoDate, {});
        return std::nullopt;
      }
      Note(row.row, RowRemark::kDateFromAbove, ToText(above_.date));
      return above_;
    }
    const DateCell date = ReadDateCell(text, input_.month);
    above_ = {};
    shift_above_.clear();
    if (date.fault != DateCell::Fault::kNone) {
      Refuse(row.row,
             date.fault == DateCell::Fault::kNoSuchDay ? RowFault::kNoSuchDay : RowFault::kBadDate,
             text);
      return std::nullopt;
    }
    const auto column_weekday = ReadWeekdayCell(Cell(row, RosterColumn::kWeekday));
    for (const auto& weekday : {date.weekday, column_weekday}) {
      if (weekday && *weekday != WeekdayOf(date.date)) {
        Note(row.row, RowRemark::kWeekdayDiffers, text);
        break;
      }
    }
    above_ = date;
    return date;
  }

  std::optional<CellHours> ReadHours(const SheetRow& row, const std::string& behind_date) {
    const std::string_view from = Cell(row, RosterColumn::kFrom), to = Cell(row, RosterColumn::kTo);
    if (!FoldCell(from).empty() && !FoldCell(to).empty()) {
      const auto hours = ReadHoursCells(from, to);
      if (!hours) Refuse(row.row, RowFault::kBadHours, std::string(from) + " " + std::string(to));
      return hours;
    }
    std::string text(Cell(row, RosterColumn::kShift));
    if (FoldCell(text).empty()) text = FoldCell(from).empty() ? behind_date : std::string(from);
    if (FoldCell(text).empty()) text = whole_days_ ? "全天" : shift_above_;
    if (FoldCell(text).empty()) {
      Refuse(row.row, RowFault::kNoHours, {});
      return std::nullopt;
    }
    const auto hours = ReadHoursCell(text, input_.usual_hours);
    if (!hours) Refuse(row.row, RowFault::kBadHours, text);
    shift_above_ = hours ? text : "";
    return hours;
  }

  bool OfThisStudio(const SheetRow& row) {
    const std::string text = FoldCell(Cell(row, RosterColumn::kStudio));
    if (text.empty()) return true;
    for (const Studio& studio : input_.studios) {
      if (FoldCell(studio.name) != text && std::to_string(studio.id) != text) continue;
      if (studio.id == input_.studio) return true;
      Refuse(row.row, RowFault::kOtherStudio, text);
      return false;
    }
    Refuse(row.row, RowFault::kUnknownStudio, text);
    return false;
  }

  bool ReadMembers(const SheetRow& row, RosterWish& wish) {
    const auto found = names_.In(Cell(row, RosterColumn::kMember), Cell(row, RosterColumn::kSector),
                                 Cell(row, RosterColumn::kGroup));
    if (found.empty()) {
      Refuse(row.row, RowFault::kNoMember, {});
      return false;
    }
    bool usable = true;
    for (const auto& name : found) {
      if (name.ids.size() != 1) {
        Refuse(row.row, name.ids.empty() ? RowFault::kUnknownMember : RowFault::kAmbiguousMember,
               name.text)
            .ids = name.ids;
        usable = false;
        continue;
      }
      const std::string& id = name.ids.front();
      auto& members = wish.shift.members;
      if (std::find(members.begin(), members.end(), id) != members.end()) {
        Note(row.row, RowRemark::kDuplicate, name.text, row.row);
        continue;
      }
      const Member& member = *members_.at(id);
      const auto& places = member.studios;
      if (!places.empty() &&
          std::find(places.begin(), places.end(), input_.studio) == places.end()) {
        Note(row.row, RowRemark::kNotOfThisStudio, name.text);
      }
      members.push_back(id);
    }
    return usable;
  }

  const RosterImportInput& input_;
  const RosterNames names_;
  std::map<std::string, const Member*> members_;
  Heading heading_;
  bool whole_days_ = false;
  DateCell above_;  // of the row before
  std::string shift_above_;
  RosterRows out_;
};

}  // namespace

RosterRows UnderstandRows(const std::vector<SheetRow>& rows, const RosterImportInput& input) {
  return Reading(input).Take(rows);
}

}  // namespace studio
