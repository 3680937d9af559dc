#include "ui/screens/manage/rotation_screen.h"

#include <algorithm>
#include <utility>

#include "app/rules/mechanism_rules.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/duty/day_screen.h"
#include "ui/screens/manage/export_screen.h"
#include "ui/screens/manage/import_screen.h"
#include "ui/screens/pieces/month_calendar.h"
#include "ui/words/staff/roster_strings.h"

namespace studio {
namespace {

constexpr float kCalendarShare = 0.62f;  // of the width, in landscape

}  // namespace

RotationScreen::RotationScreen(ScreenParts parts, KeySession session)
    : parts_(parts),
      session_(std::move(session)),
      view_(
          std::make_shared<MonthView>(parts.duty, parts.state, parts.clock, session_.studio_key)) {}

RotationRule RotationScreen::Rule() const {
  const Station& station = *parts_.state.station;
  return RotationRuleOf(station.mechanism, station.duty_quotas);
}

bool RotationScreen::ByPlatform() const { return Rule().ByPlatform(); }

void RotationScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  view_->Update();
  Rect area = frame.area;
  if (DrawTop(frame, area)) return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, 0);
  if (!HasCheckIns(view_->shown(), view_->today()))
    return DrawEmptyPage(frame, area, "history", say::kCheckInsGone);
  if (DrawUnread(frame, area, *view_)) return;
  const bool refused = !view_->refused().empty();
  // Side by side where both have room.
  if (frame.wide && !parts_.modes.theme.extra_large) {
    DrawCalendar(frame, area.TakeLeft(area.w * kCalendarShare, theme.size.gap));
    return refused ? DrawRefused(frame, area) : DrawPanel(frame, area);
  }
  if (refused) return DrawRefused(frame, area);
  DrawTabs(frame, area.TakeTop(theme.size.chip_height, theme.Px(24)));
  return list_tab_ ? DrawPanel(frame, area) : DrawCalendar(frame, area);
}

bool RotationScreen::DrawTop(Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const PeriodLook period{say::MonthName(view_->shown()), std::string(say::kMonthBefore),
                          std::string(say::kMonthAfter)};
  const bool kept = HasCheckIns(view_->shown(), view_->today());
  bool back = false, import = false, take_along = false;
  int step = 0;
  if (frame.wide) {
    Rect line;
    back = RowHeader(frame, area, say::kRotation, line);
    line = line.Centred(line.w, theme.size.chip_height);
    step = PeriodStepper(frame, line.TakeLeft(PeriodStepperWidth(frame, period), theme.size.gap),
                         period);
    const auto chip = [&](std::string_view label, std::string_view icon) {
      return Chip(frame, line.TakeRight(PillWidth(frame, label, true), theme.Px(20)), label,
                  {icon});
    };
    take_along = kept && chip(say::kExport, "file_download");
    import = chip(say::kImport, "file_upload");
    marks_above_ = kept && MarksWidth(frame) <= line.w;
    if (marks_above_) DrawMarks(frame, line);
    area.TakeBottom(theme.Px(28));
  } else {
    back = Header(frame, area, say::kRotation);
    const auto buttons = TakeFooter(frame, area).SplitColumns(kept ? 3 : 2, theme.Px(20));
    back = SecondaryButton(frame, buttons[0], say::kBack, {"arrow_back"}) || back;
    import = SecondaryButton(frame, buttons[1], say::kImport, {"file_upload"});
    take_along = kept && SecondaryButton(frame, buttons[2], say::kExport, {"file_download"});
    const Rect row = area.TakeTop(theme.size.chip_height, theme.Px(20)).Inset(theme.size.margin, 0);
    step = PeriodStepper(frame, row, period);
    marks_above_ = false;
  }
  if (import) parts_.navigator.Push(std::make_unique<ImportScreen>(parts_, view_, session_));
  if (take_along) parts_.navigator.Push(std::make_unique<ExportScreen>(parts_, session_, view_));
  if (step != 0) Step(step);
  return back;
}

void RotationScreen::Step(int by) {
  view_->Show(view_->shown() + std::chrono::months(by));
  list_ = {};
}

void RotationScreen::DrawTabs(Frame& frame, Rect row) {
  const auto halves = row.SplitColumns(2, frame.theme.Px(16));
  if (Chip(frame, halves[0], say::kTabCalendar, {"calendar_today", !list_tab_})) list_tab_ = false;
  if (Chip(frame, halves[1], say::kTabMembers, {"groups", list_tab_})) list_tab_ = true;
}

void RotationScreen::DrawCalendar(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  if (!marks_above_ && !Marks().empty()) {
    DrawMarks(frame, area.TakeBottom(theme.size.chip_height * 0.78f, theme.Px(20)));
  }
  if (const auto day = DrawMonthCalendar(frame, area, *view_, DutyReader::kManager)) {
    parts_.navigator.Push(std::make_unique<DayScreen>(parts_, view_, session_, *day));
  }
}

std::vector<RotationScreen::Mark> RotationScreen::Marks() const {
  std::vector<Mark> marks;
  const int gaps = view_->month().gaps;
  const auto pending = static_cast<std::int64_t>(view_->pending().size());
  if (gaps > 0) {
    marks.push_back({say::Fill(say::kGaps, {{"n", say::Number(gaps)}}), "cancel", Tone::kRed});
  }
  if (pending > 0) {
    marks.push_back(
        {say::Fill(say::kPendingChanges, {{"n", say::Number(pending)}}), "schedule", Tone::kAmber});
  }
  return marks;
}

float RotationScreen::MarksWidth(const Frame& frame) const {
  float width = 0;
  for (const Mark& mark : Marks()) {
    width += PillWidth(frame, mark.words, true) + frame.theme.Px(20);
  }
  return width;
}

void RotationScreen::DrawMarks(Frame& frame, Rect row) {
  const Theme& theme = frame.theme;
  const float high = theme.size.chip_height * 0.78f;
  for (const Mark& mark : Marks()) {
    const Rect pill =
        StatusPill(frame, row.x, row.CentreY() - high / 2, mark.words, mark.icon, mark.tone, high);
    row.TakeLeft(pill.w, theme.Px(20));
  }
}

void RotationScreen::DrawRefused(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  DrawCard(frame, area);
  Rect inside = area.Inset(theme.Px(36), theme.Px(32));
  const auto& refused = view_->refused();
  const auto count = static_cast<std::int64_t>(refused.size());
  const std::string title = say::Fill(say::kRefusedTitle, {{"n", say::Number(count)}});
  const TextStyle bold = TextStyle::Of(theme.size.section_title, Weight::kBold);
  inside.TakeTop(DrawWrapped(frame, inside, title, bold), theme.Px(20));
  const bool read = PrimaryButton(
      frame, inside.TakeBottom(theme.size.button_height, theme.size.gap), say::kRefusedRead);
  struct Line {
    std::string what, why;
    float height;
  };
  const TextStyle what = TextStyle::Of(theme.size.body, Weight::kBold, theme.colour.amber_tint.ink);
  const TextStyle why =
      TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.amber_tint.ink);
  const float pad = theme.Px(20), width = inside.w - 2 * pad;
  std::vector<Line> lines;
  float highest = 0;
  for (const PendingRosterChange& one : refused) {
    Line line{say::ChangeLine(one.body, *view_), say::RefusedWhy(one, *parts_.state.station), 0};
    line.height = MeasureWrapped(frame, line.what, width, what) +
                  MeasureWrapped(frame, line.why, width, why) + 2 * pad;
    highest = std::max(highest, line.height);
    lines.push_back(std::move(line));
  }
  {
    PagedList list(frame, inside, "refused", refused_, static_cast<int>(lines.size()), highest,
                   theme.Px(16));
    for (int i = list.First(); i < list.End(); ++i) {
      const Line& line = lines[static_cast<std::size_t>(i)];
      Rect row = list.Row(i);
      FillRounded(frame, row, theme.size.small_radius, theme.colour.amber_tint.back);
      if (theme.colour.outline_everything) {
        OutlineRounded(frame, row, theme.size.small_radius, theme.Px(3),
                       theme.colour.amber_tint.ink);
      }
      row = row.Inset(pad);
      row.TakeTop(DrawWrapped(frame, row, line.what, what));
      DrawWrapped(frame, row, line.why, why);
    }
  }
  if (read) view_->ForgetRefused();
}

}  // namespace studio
