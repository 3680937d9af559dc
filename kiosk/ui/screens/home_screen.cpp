#include "ui/screens/home_screen.h"

#include <algorithm>

#include "app/duty.h"
#include "ui/screens/members_screen.h"
#include "ui/screens/notices_screen.h"
#include "ui/screens/request_screen.h"
#include "ui/screens/roster_screen.h"
#include "ui/screens/track_screen.h"
#include "ui/strings.h"
#include "ui/touch.h"
#include "ui/widgets.h"

namespace studio {
namespace {

constexpr std::int64_t kIdleAfterMs = 120'000;
constexpr std::int64_t kNoticeTurnMs = 15'000;
constexpr std::size_t kDutyShown = 2;

struct DutyWord {
  std::string word;
  std::string_view icon;
  Tone tone;
};

DutyWord WordOf(const DutyLine& line) {
  switch (line.phase) {
    case DutyPhase::kNow:
      return {std::string(say::kOnDutyNow), "check_circle", Tone::kJade};
    case DutyPhase::kLater:
      return {say::Fill(say::kComesAt, {{"time", line.from}}), "schedule", Tone::kAmber};
    case DutyPhase::kOver:
      return {std::string(say::kDutyOver), "event_available", Tone::kSand};
  }
  return {};
}

std::string Joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

}  // namespace

void HomeScreen::OnEnter() { touched_ms_ = parts_.clock.Now().monotonic_ms; }

void HomeScreen::Draw(Frame& frame) {
  // The clock on screen changes with the minute.
  const std::int64_t into_minute = frame.now.wall_ms % 60'000;
  frame.RequestRedrawAt(frame.now.monotonic_ms + 60'000 - into_minute);
  if (Idle(frame)) {
    DrawNoticesInTurn(frame);
  } else if (frame.wide) {
    DrawWide(frame);
  } else {
    DrawTall(frame);
  }
}

bool HomeScreen::Idle(const Frame& frame) {
  if (touched_ms_ < 0 || frame.touch.Down() || frame.touch.Released() || !frame.typed.empty() ||
      !frame.keys.empty()) {
    touched_ms_ = frame.now.monotonic_ms;
  }
  return frame.now.monotonic_ms - touched_ms_ >= kIdleAfterMs &&
         !parts_.state.station->notices.empty();
}

void HomeScreen::DrawNoticesInTurn(Frame& frame) {
  const Theme& theme = frame.theme;
  const auto& notices = parts_.state.station->notices;
  const std::int64_t turn = frame.now.monotonic_ms / kNoticeTurnMs;
  const Notice& notice = notices[static_cast<std::size_t>(turn) % notices.size()];
  frame.RequestRedrawAt((turn + 1) * kNoticeTurnMs);
  // Nothing stands on the same pixels for long.
  const float drift = theme.Px(6) * static_cast<float>(turn % 7 - 3);
  Rect area = frame.area.Moved(drift, theme.Px(6) * static_cast<float>(turn % 5 - 2))
                  .Inset(theme.Px(72), theme.Px(frame.wide ? 60 : 160));
  DrawSign(frame, area.TakeTop(theme.Px(100), theme.Px(frame.wide ? 60 : 140)));
  const Rect foot = area.TakeBottom(theme.Px(90));
  StatusPill(frame, area.x, area.y, notice.level.empty() ? say::kNotices : notice.level, "campaign",
             Tone::kRed);
  area.TakeTop(theme.size.chip_height + theme.Px(36));
  const TextStyle title = TextStyle::Of(theme.size.home_title, Weight::kBold).Lines(3);
  area.TakeTop(DrawWrapped(frame, area, notice.title, title), theme.Px(40));
  TextStyle text = TextStyle::Of(theme.size.button, Weight::kRegular, theme.colour.soft_ink);
  text.line_spacing = 1.6f;
  text.max_lines = std::max(1, static_cast<int>(area.h / (text.size * text.line_spacing)));
  DrawWrapped(frame, area, notice.text, text);
  DrawText(frame, foot, say::kTouchToReturn,
           TextStyle::Of(theme.size.body, Weight::kBold, theme.colour.red, Align::kCentre));
}

void HomeScreen::DrawTall(Frame& frame) {
  const Theme& theme = frame.theme;
  const float gap = theme.size.gap;
  Rect area = frame.area.Inset(theme.size.margin, theme.Px(30));
  DrawSign(frame, area.TakeTop(theme.Px(94), theme.Px(26)));
  Rect foot = area.TakeBottom(theme.size.chip_height, gap);
  DrawDuty(frame, area.TakeTop(theme.Px(394), gap));
  DrawReport(frame, area.TakeTop(theme.Px(330), gap));
  const std::vector<Rect> rows = area.SplitRows(3, gap);
  const std::vector<Rect> pair = rows[0].SplitColumns(2, gap);
  DrawTrack(frame, pair[0]);
  DrawRoster(frame, pair[1]);
  DrawNotices(frame, rows[1]);
  DrawMembers(frame, rows[2]);
  DrawModes(frame, foot);
  DrawLink(frame, foot.x, foot.y);
}

void HomeScreen::DrawWide(Frame& frame) {
  const Theme& theme = frame.theme;
  const float gap = theme.size.gap;
  Rect area = frame.area.Inset(theme.Px(56), theme.Px(30));
  DrawSign(frame, area.TakeTop(theme.Px(94), theme.Px(30)));
  Rect left = area.TakeLeft(area.w * 0.33f, theme.Px(32));
  Rect modes = left.TakeBottom(theme.size.chip_height, gap);
  DrawDuty(frame, left);
  DrawModes(frame, modes);
  Rect link = area.TakeBottom(theme.size.chip_height, gap);
  DrawReport(frame, area.TakeTop(area.h * 0.38f, gap));
  const std::vector<Rect> cells = area.SplitGrid(2, 2, gap);
  DrawTrack(frame, cells[0]);
  DrawRoster(frame, cells[1]);
  DrawNotices(frame, cells[2]);
  DrawMembers(frame, cells[3]);
  DrawLink(frame, link.x, link.y);
}

void HomeScreen::DrawSign(Frame& frame, Rect row) {
  const Theme& theme = frame.theme;
  const LocalTime now = LocalTime::At(frame.now.wall_ms);
  const Rect seal = row.TakeLeft(theme.Px(80), theme.Px(26));
  DrawSeal(frame, seal.Centred(theme.Px(80), theme.Px(80)), say::kSeal);
  const TextStyle clock =
      TextStyle::Of(theme.size.clock, Weight::kBold, {0, 0, 0, 0}, Align::kRight);
  const float clock_width = MeasureText(frame, now.HourMin(), clock) + theme.Px(8);
  DrawText(frame, row.TakeRight(clock_width, theme.Px(20)), now.HourMin(), clock);
  const std::string& name = parts_.state.station->studio.name;
  DrawText(frame, row.TakeTop(row.h * 0.56f), name.empty() ? say::kSeal : std::string_view(name),
           TextStyle::Of(theme.size.button, Weight::kBold));
  DrawText(frame, row, say::DayOf(now),
           TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink));
}

void HomeScreen::DrawDuty(Frame& frame, const Rect& card) {
  const Theme& theme = frame.theme;
  const DutyToday duty = DutyOn(*parts_.state.station, frame.now.wall_ms);
  DrawCard(frame, card);
  Rect inside = card.Inset(theme.Px(44), theme.Px(36));
  Rect title = inside.TakeTop(theme.Px(66), theme.Px(20));
  DrawText(frame, title, say::kDutyToday, TextStyle::Of(theme.size.button, Weight::kBold));
  const TextStyle hours =
      TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink, Align::kRight);
  if (frame.wide) {
    TextStyle left = hours;
    left.align = Align::kLeft;
    left.line_spacing = 1.3f;
    inside.TakeTop(DrawWrapped(frame, inside, Joined(duty.hours, " · "), left), theme.Px(16));
  } else {
    DrawText(frame, title, Joined(duty.hours, "  ·  "), hours);
  }
  if (duty.lines.empty()) {
    inside = inside.Centred(inside.w, theme.Px(150));
    DrawText(
        frame, inside.TakeTop(theme.Px(70)), say::kNobodyOnDuty,
        TextStyle::Of(theme.size.button, Weight::kBold, theme.colour.soft_ink, Align::kCentre));
    DrawText(
        frame, inside, say::kNobodyHint,
        TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kCentre));
    return;
  }
  const std::size_t shown = std::min(duty.lines.size(), kDutyShown);
  const int count = static_cast<int>(shown);
  std::vector<Rect> cells = frame.wide ? inside.SplitRows(2, theme.Px(24))
                                       : inside.SplitColumns(std::max(2, count), theme.size.gap);
  for (std::size_t i = 0; i < shown; ++i) {
    const DutyLine& line = duty.lines[i];
    Rect cell = cells[i];
    if (frame.wide) cell.h = std::min(cell.h, theme.Px(230));
    FillRounded(frame, cell, theme.size.small_radius, theme.colour.well);
    cell = cell.Inset(theme.Px(24), theme.Px(20));
    const Rect circle =
        cell.TakeLeft(theme.Px(118), theme.Px(24)).Centred(theme.Px(118), theme.Px(118));
    DrawMonogram(frame, circle, line.member.name, static_cast<int>(i));
    cell = cell.Centred(cell.w, theme.Px(178));
    DrawText(frame, cell.TakeTop(theme.Px(60)), line.member.name,
             TextStyle::Of(theme.size.button, Weight::kBold));
    DrawText(frame, cell.TakeTop(theme.Px(48), theme.Px(10)), line.member.sector,
             TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink));
    const DutyWord word = WordOf(line);
    StatusPill(frame, cell.x, cell.y, word.word, word.icon, word.tone);
  }
}

void HomeScreen::DrawReport(Frame& frame, const Rect& rect) {
  if (BigTile(frame, rect, say::kReport, {"record_voice_over", say::kReportHint})) {
    parts_.navigator.Push(std::make_unique<RequestScreen>(parts_));
  }
}

void HomeScreen::DrawTrack(Frame& frame, const Rect& rect) {
  if (LargeTile(frame, rect, say::kTrack, {"manage_search", say::kTrackHint})) {
    parts_.navigator.Push(std::make_unique<TrackScreen>(parts_));
  }
}

void HomeScreen::DrawRoster(Frame& frame, const Rect& rect) {
  if (LargeTile(frame, rect, say::kRoster, {"event_note", say::kRosterHint, Tone::kJade})) {
    parts_.navigator.Push(std::make_unique<RosterScreen>(parts_));
  }
}

void HomeScreen::DrawNotices(Frame& frame, const Rect& rect) {
  const auto& notices = parts_.state.station->notices;
  const std::string_view hint = notices.empty() ? say::kNoticesEmpty : notices.front().title;
  if ((frame.wide ? LargeTile : RowTile)(frame, rect, say::kNotices,
                                         {"campaign", hint, Tone::kSand})) {
    parts_.navigator.Push(std::make_unique<NoticesScreen>(parts_));
  }
}

void HomeScreen::DrawMembers(Frame& frame, const Rect& rect) {
  const std::string hint = say::Fill(
      say::kMembersHint,
      {{"n", say::Number(static_cast<std::int64_t>(parts_.state.station->members.size()))}});
  if ((frame.wide ? LargeTile : RowTile)(frame, rect, say::kMembers,
                                         {"groups", hint, Tone::kSand})) {
    parts_.navigator.Push(std::make_unique<MembersScreen>(parts_));
  }
}

void HomeScreen::DrawLink(Frame& frame, float x, float y) {
  const KioskState& state = parts_.state;
  const bool good = state.link.condition == LinkCondition::kConnected ||
                    state.link.condition == LinkCondition::kClockWrong;
  const bool starting = state.link.condition == LinkCondition::kStarting;
  StatusPill(frame, x, y, say::LinkLine(state.link, state.outbox, *state.station),
             good       ? "cloud_done"
             : starting ? "cloud_queue"
                        : "cloud_off",
             good       ? Tone::kJade
             : starting ? Tone::kSand
                        : Tone::kAmber);
}

void HomeScreen::DrawModes(Frame& frame, Rect row) {
  const float gap = frame.theme.Px(20);
  const float contrast_width = PillWidth(frame, say::kContrast, true);
  const float large_width = PillWidth(frame, say::kLarge, true);
  const Rect contrast =
      frame.wide ? row.TakeLeft(contrast_width, gap) : row.TakeRight(contrast_width, gap);
  const Rect large = frame.wide ? row.TakeLeft(large_width) : row.TakeRight(large_width);
  ThemeChoice& theme = parts_.theme;
  if (Chip(frame, large, say::kLarge, {"text_increase", theme.extra_large})) {
    theme.extra_large = !theme.extra_large;
  }
  if (Chip(frame, contrast, say::kContrast, {"contrast", theme.high_contrast})) {
    theme.high_contrast = !theme.high_contrast;
  }
}

}  // namespace studio
