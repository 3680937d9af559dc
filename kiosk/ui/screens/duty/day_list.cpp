#include <algorithm>

#include "app/duty/duty_words.h"
#include "app/rules/mechanism_rules.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/duty/day_screen.h"
#include "ui/words/staff/edit_strings.h"
#include "ui/words/staff/roster_strings.h"

namespace studio {
namespace {

constexpr EditKind kOfPlace[] = {EditKind::kLeave,    EditKind::kStandIn, EditKind::kSwap,
                                 EditKind::kTakeBack, EditKind::kReplace, EditKind::kTakeOff};
constexpr EditKind kOfShift[] = {EditKind::kAdd, EditKind::kHours, EditKind::kRemove};

struct DayMarkLook {
  std::string_view icon;
  Tone tone;
};

DayMarkLook LookOf(const DutyLineOfSheet& line) {
  switch (line.mark) {
    case DutyMark::kToCome:
      return {"schedule", Tone::kAmber};
    case DutyMark::kNotIn:
      return {"hourglass_empty", Tone::kAmber};
    case DutyMark::kOnDuty:
      if (line.presence == DutyPresence::kVisiting) return {"directions_walk", Tone::kAmber};
      return {"how_to_reg", line.late_minutes > 0 ? Tone::kAmber : Tone::kJade};
    case DutyMark::kAttended:
      return {line.late_minutes > 0    ? "schedule"
              : line.early_minutes > 0 ? "directions_run"
                                       : "check_circle",
              line.late_minutes + line.early_minutes > 0 ? Tone::kAmber : Tone::kJade};
    case DutyMark::kLeave:
      return {"event_busy", Tone::kSand};
    case DutyMark::kStandIn:
      return {"swap_horiz", Tone::kJade};
    case DutyMark::kAbsent:
      return {"cancel", Tone::kRed};
  }
  return {};
}

TextStyle SmallLine(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  style.line_spacing = 1.35f;
  return style;
}

float DayNameHeight(const Theme& theme) { return theme.size.section_title * 1.3f; }

}  // namespace

// What the day's list is made of; all are equally high.
struct DayScreen::Line {
  enum class Kind { kHeading, kNote, kPlace, kNobody, kNew };
  Kind kind = Kind::kNew;
  Shift shift;
  DutyLineOfSheet place;
  std::string note;
  bool may_change = false;
  bool over = false;
};

bool DayScreen::MayChange(const Shift& shift) const {
  return std::any_of(std::begin(kOfShift), std::end(kOfShift),
                     [&](EditKind kind) { return BarOf(kind, *view_, shift) == EditBar::kNone; });
}

bool DayScreen::MayChange(const Shift& shift, const std::string& member) const {
  return std::any_of(std::begin(kOfPlace), std::end(kOfPlace), [&](EditKind kind) {
    return BarOf(kind, *view_, shift, member) == EditBar::kNone;
  });
}

void DayScreen::AddShift(Column& column, const Shift& shift) const {
  Line line;
  line.shift = shift;
  line.kind = Line::Kind::kHeading;
  line.may_change = MayChange(shift);
  const auto hours = HoursOf(shift);
  line.over = hours && hours->end_ms <= view_->now_ms();
  const PendingRosterChange* pending = view_->PendingOn(shift.id);
  if (pending != nullptr) {
    line.note = say::WaitingLine(*view_, *pending, say::CountyName(*parts_.state.station));
  }
  column.push_back(line);
  if (pending != nullptr) {
    line.kind = Line::Kind::kNote;
    column.push_back(line);
    if (pending->body.kind == "remove") return;
  }
  auto sheet = SheetOf(shift, view_->input().attendance,
                       PunctualityRuleOf(parts_.state.station->mechanism), view_->now_ms());
  // A shift whose hours cannot be read has its places all the same.
  for (std::size_t i = 0; !hours && i < shift.members.size(); ++i) {
    sheet.emplace_back().planned = shift.members[i];
  }
  for (DutyLineOfSheet& one : sheet) {
    line.kind = Line::Kind::kPlace;
    line.may_change = !one.beside && MayChange(shift, one.planned);
    line.place = std::move(one);
    column.push_back(line);
  }
  if (shift.members.empty()) {
    line.kind = Line::Kind::kNobody;
    column.push_back(line);
  }
}

bool DayScreen::IsPast() const {
  return std::chrono::sys_days(date_) < std::chrono::sys_days(view_->today());
}

// One column of a shift each, taken in turns where there is room for two side by side.
std::vector<DayScreen::Column> DayScreen::ColumnsOfDay() const {
  std::vector<Column> columns;
  for (const Shift* shift : view_->ShiftsOn(date_)) AddShift(columns.emplace_back(), *shift);
  // What is to be taken away is in the month no more.
  for (const Shift& shift : parts_.state.station->shifts) {
    const PendingRosterChange* pending = view_->PendingOn(shift.id);
    if (shift.date == ToText(date_) && pending != nullptr && pending->body.kind == "remove" &&
        view_->ShiftWith(shift.id) == nullptr) {
      AddShift(columns.emplace_back(), shift);
    }
  }
  return columns;
}

void DayScreen::DrawDayFooter(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  // Lying, a list has no room for it.
  const bool new_here = frame.wide && view_->ready() && !IsPast() && !ColumnsOfDay().empty();
  const auto buttons = TakeFooter(frame, area).SplitColumns(new_here ? 4 : 3, theme.size.gap);
  if (new_here && SecondaryButton(frame, buttons[3], say::kAnotherShift, {"add_circle"})) {
    return BeginNew();
  }
  if (SecondaryButton(frame, buttons[0], say::kBack)) return GoBack();
  if (SecondaryButton(frame, buttons[1], say::kDayBefore, {"chevron_left"})) {
    return GoTo(AddDays(date_, -1));
  }
  if (SecondaryButton(frame, buttons[2], say::kDayAfter, {"chevron_right"})) {
    GoTo(AddDays(date_, 1));
  }
}

void DayScreen::DrawDay(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawDayFooter(frame, area);
  area.TakeTop(theme.Px(8));
  area = area.Inset(theme.size.margin, 0);
  if (!view_->ready()) {
    if (view_->failed()) return DrawEmptyPage(frame, area, "error", say::kDayFailed);
    return DrawWaitingPage(frame, area, "hourglass_top", say::kDayReading);
  }
  std::vector<Column> shifts = ColumnsOfDay();
  if (shifts.empty()) return DrawEmptyDay(frame, area);
  const std::size_t columns = frame.wide ? 2 : 1;
  if (!IsPast() && !frame.wide) shifts.back().push_back({});
  // Rows of the list: a line of each shift that stands beside the other.
  std::vector<std::vector<const Line*>> rows;
  for (std::size_t first = 0; first < shifts.size(); first += columns) {
    const std::size_t end = std::min(shifts.size(), first + columns), top = rows.size();
    for (std::size_t i = first; i < end; ++i) {
      rows.resize(std::max(rows.size(), top + shifts[i].size()),
                  std::vector<const Line*>(columns, nullptr));
      for (std::size_t k = 0; k < shifts[i].size(); ++k) rows[top + k][i - first] = &shifts[i][k];
    }
  }
  const float row = DayNameHeight(theme) + 2 * theme.size.small * 1.35f + theme.Px(18);
  PagedList list(frame, area, "day", day_scroll_, static_cast<int>(rows.size()), row, theme.Px(16));
  for (int i = list.First(); i < list.End(); ++i) {
    const auto cells = list.Row(i).SplitColumns(static_cast<int>(columns), theme.size.gap);
    for (std::size_t column = 0; column < columns; ++column) {
      const Line* line = rows[static_cast<std::size_t>(i)][column];
      if (line != nullptr) DrawLine(frame, cells[column], *line);
    }
  }
}

void DayScreen::DrawEmptyDay(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (IsPast()) return DrawEmptyPage(frame, area, "event_note", say::kDayEmptyPast);
  Rect block = area.Centred(std::min(area.w, theme.Px(1000)), std::min(area.h, theme.Px(760)));
  const Rect button = block.TakeBottom(theme.Px(190));
  DrawEmptyPage(frame, block, "event_note", say::kDayEmpty);
  if (RowTile(frame, button, say::kNewShift, {"add_circle", say::kNewShiftHint})) BeginNew();
}

void DayScreen::DrawLine(Frame& frame, const Rect& place, const Line& line) {
  const Theme& theme = frame.theme;
  switch (line.kind) {
    case Line::Kind::kHeading:
      return DrawHeading(frame, place, line);
    case Line::Kind::kNote:
      return DrawProblem(frame, place, line.note);
    case Line::Kind::kPlace:
      return DrawPlaceLine(frame, place, line);
    case Line::Kind::kNobody:
      return DrawText(frame, place, say::kPlaceEmpty,
                      TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink)),
             void();
    case Line::Kind::kNew:
      if (RowTile(frame, place, say::kAnotherShift, {"add_circle", say::kNewShiftHint})) BeginNew();
  }
}

void DayScreen::DrawHeading(Frame& frame, Rect place, const Line& line) {
  const Theme& theme = frame.theme;
  const float height = theme.size.chip_height, pill_height = height * 0.78f;
  place = place.TakeBottom(height + theme.Px(12));
  const auto pill = [&](std::string_view word, std::string_view icon, Tone tone) {
    const float width = PillWidth(frame, word, true);
    const Rect right = place.TakeRight(width, theme.Px(24));
    StatusPill(frame, right.x, right.CentreY() - pill_height / 2, word, icon, tone);
  };
  if (!line.note.empty()) {
    pill(say::kWaits, "hourglass_top", Tone::kAmber);
  } else if (line.over) {
    pill(say::kShiftOver, "history", Tone::kSand);
  } else if (line.may_change) {
    const float width = PillWidth(frame, say::kChangeShift, true);
    const Rect chip = place.TakeRight(width, theme.Px(24)).Centred(width, height);
    if (Chip(frame, chip, std::string(say::kChangeShift) + "##" + line.shift.id, {"edit"})) {
      shift_ = line.shift.id;
      member_.clear();
    }
  }
  const std::string title = say::ShiftTitleOf(line.shift);
  const TextStyle bold = TextStyle::Of(theme.size.section_title, Weight::kBold);
  DrawText(frame, place, title, Fitted(frame, title, bold, place.w));
}

void DayScreen::DrawPlaceLine(Frame& frame, const Rect& place, const Line& line) {
  const Theme& theme = frame.theme;
  const std::string& id = line.place.beside ? line.place.came : line.place.planned;
  const std::string name = view_->NameOf(id);
  Press press;
  if (line.may_change) press = PressArea(frame, place, name + "##" + line.shift.id + id);
  DrawCard(frame, place, theme.size.radius, press.down ? theme.colour.pressed : theme.colour.card);
  Rect inside = place.Inset(theme.Px(36), theme.Px(8));
  const float arrow = theme.Px(56);
  const Rect right = inside.TakeRight(arrow, theme.Px(12));
  if (line.may_change) {
    DrawIcon(frame, right, "chevron_right", arrow, theme.colour.icon);
  }
  const std::string word = ManagerWordAndMinutes(line.place);
  const DayMarkLook look = LookOf(line.place);
  const float height = theme.size.chip_height * 0.78f;
  const Rect pill = inside.TakeRight(PillWidth(frame, word, true), theme.Px(20));
  StatusPill(frame, pill.x, pill.CentreY() - height / 2, word, look.icon, look.tone);
  std::string words = say::PlaceWords(*view_, line.shift, line.place);
  const Member* member = view_->MemberWith(id);
  if (words.empty() && member != nullptr) words = say::SectorOf(*member);
  const TextStyle small = SmallLine(theme).Lines(2);
  const float words_height = words.empty() ? 0 : MeasureWrapped(frame, words, inside.w, small);
  inside = inside.Centred(inside.w, DayNameHeight(theme) + words_height);
  const TextStyle bold = TextStyle::Of(theme.size.section_title, Weight::kBold);
  DrawText(frame, inside.TakeTop(DayNameHeight(theme)), name, Fitted(frame, name, bold, inside.w));
  if (!words.empty()) DrawWrapped(frame, inside, words, small);
  if (!press.tapped) return;
  shift_ = line.shift.id;
  member_ = id;
}

}  // namespace studio
