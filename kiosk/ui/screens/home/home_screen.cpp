#include "ui/screens/home/home_screen.h"

#include <algorithm>

#include "ui/kit/text_layout.h"
#include "ui/press/page_pieces.h"
#include "ui/press/touch.h"
#include "ui/press/widgets.h"
#include "ui/screens/checkin/check_in_screen.h"
#include "ui/screens/desk/desk_screen.h"
#include "ui/screens/duty/roster_screen.h"
#include "ui/screens/keys/unlock_screen.h"
#include "ui/screens/manage/hub_screen.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/screens/request/request_screen.h"
#include "ui/screens/topics/topics_screen.h"
#include "ui/screens/tracking/track_screen.h"
#include "ui/screens/walls/members_screen.h"
#include "ui/screens/walls/notices_screen.h"
#include "ui/screens/walls/rules_screen.h"
#include "ui/screens/wishes/wishes_screen.h"
#include "ui/words/room_strings.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/unlock_strings.h"
#include "ui/words/strings.h"
#include "ui/words/topic_strings.h"
#include "ui/words/wall_strings.h"
#include "ui/words/wish_strings.h"

namespace studio {
namespace {

constexpr std::int64_t kIdleAfterMs = 120'000;

// Two beside each other: upright, large letters need all of the width.
bool MembersTile(Frame& frame, const Rect& rect, std::string_view title, const TileLook& look) {
  const bool narrow = rect.w < frame.theme.size.card_title * 7;
  return narrow ? SmallTile(frame, rect, title, look) : LargeTile(frame, rect, title, look);
}

}  // namespace

void HomeScreen::OnEnter() { touched_ms_ = parts_.clock.Now().monotonic_ms; }

void HomeScreen::Draw(Frame& frame) {
  // The clock on screen changes with the minute.
  const std::int64_t into_minute = parts_.state.CountyMs(frame.now) % 60'000;
  frame.RequestRedrawAt(frame.now.monotonic_ms + 60'000 - into_minute);
  const bool idle = Idle(frame);
  if (idle) {
    DrawIdle(frame);
  } else if (frame.wide) {
    DrawWide(frame);
  } else {
    DrawTall(frame);
  }
}

bool HomeScreen::OnCode(const ScannedCode& code) {
  const bool cut = code.kind == CodeKind::kCut;
  // Where it was cut, the page on which it is to be scanned again says so.
  std::vector<std::string> texts = cut ? std::vector<std::string>() : code.texts;
  if (code.texts.front().starts_with(kSlipPrefix)) {
    parts_.navigator.Push(std::make_unique<TrackScreen>(parts_, texts));
    for (std::string& text : texts) WipeText(text);
  } else {
    parts_.navigator.Push(std::make_unique<CheckInScreen>(parts_, std::move(texts)));
  }
  return !cut;
}

bool HomeScreen::Idle(const Frame& frame) {
  if (touched_ms_ < 0 || frame.touch.Down() || frame.touch.Released() || frame.by_keys ||
      !frame.typed.empty() || !frame.keys.empty()) {
    touched_ms_ = frame.now.monotonic_ms;
  }
  return frame.now.monotonic_ms - touched_ms_ >= kIdleAfterMs &&
         !(parts_.state.station->notices.empty() && parts_.state.station->honours.empty() &&
           QuotasNow(frame).empty());
}

void HomeScreen::DrawTall(Frame& frame) {
  const Theme& theme = frame.theme;
  const float gap = theme.size.gap;
  Rect area = frame.area.Inset(theme.size.margin, theme.Px(30));
  DrawSign(frame, area.TakeTop(SignHeight(theme), theme.Px(22)));
  const Rect foot = area.TakeBottom(theme.size.chip_height, gap);
  Rect modes = foot;
  parts_.modes.Draw(frame, modes);
  // A line of its own, whatever it says: nothing moves under a finger when the link changes.
  DrawLink(frame, area.TakeBottom(theme.size.chip_height, gap));
  DrawDuty(frame, area.TakeTop(DutyHeight(frame), gap));
  if (parts_.modes.theme.extra_large) return DrawLargeActions(frame, area);
  // Where many are on duty, what is said under the titles keeps its room.
  const float part = (area.h - 4 * gap) / 6.3f;
  DrawReport(frame, area.TakeTop(part * 1.5f, gap));
  const std::vector<Rect> pair = area.TakeTop(part * 1.45f, gap).SplitColumns(2, gap);
  DrawTopics(frame, pair[0]);
  DrawTrack(frame, pair[1]);
  const std::vector<Rect> members = area.TakeTop(part * 1.2f, gap).SplitColumns(2, gap);
  DrawCheckIn(frame, members[0]);
  DrawDesk(frame, members[1]);
  DrawRest(frame, area.SplitGrid(3, 2, gap));
}

// Large letters leave no room for what is said under the titles.
void HomeScreen::DrawLargeActions(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const float gap = theme.Px(20);
  DrawReport(frame, area.TakeTop(theme.Px(212), gap));
  const float rest = area.h * (frame.wide ? 0.52f : 0.4f);
  DrawRest(frame, area.TakeBottom(rest, gap).SplitGrid(3, 2, theme.Px(16)));
  if (frame.wide) {
    const std::vector<Rect> four = area.SplitGrid(2, 2, theme.Px(16));
    DrawTopics(frame, four[0]);
    DrawTrack(frame, four[1]);
    DrawCheckIn(frame, four[2]);
    return DrawDesk(frame, four[3]);
  }
  const std::vector<Rect> rows = area.SplitRows(3, theme.Px(16));
  DrawTopics(frame, rows[0]);
  DrawTrack(frame, rows[1]);
  const std::vector<Rect> members = rows[2].SplitColumns(2, theme.Px(16));
  DrawCheckIn(frame, members[0]);
  DrawDesk(frame, members[1]);
}

void HomeScreen::DrawWide(Frame& frame) {
  const Theme& theme = frame.theme;
  const float gap = theme.size.gap;
  Rect area = frame.area.Inset(theme.Px(56), theme.Px(30));
  DrawSign(frame, area.TakeTop(SignHeight(theme), theme.Px(22)));
  const Rect foot = area.TakeBottom(theme.size.chip_height, gap);
  DrawLink(frame, foot);
  Rect modes = foot;
  parts_.modes.Draw(frame, modes);
  DrawDuty(frame, area.TakeLeft(area.w * 0.33f, theme.Px(32)));
  if (parts_.modes.theme.extra_large) return DrawLargeActions(frame, area);
  const Rect top = area.TakeTop(area.h * 0.22f, gap);
  DrawReport(frame, top);
  const std::vector<Rect> four = area.TakeTop((area.h - gap) * 0.56f, gap).SplitGrid(2, 2, gap);
  DrawTopics(frame, four[0]);
  DrawTrack(frame, four[1]);
  DrawCheckIn(frame, four[2]);
  DrawDesk(frame, four[3]);
  DrawRest(frame, area.SplitGrid(3, 2, gap));
}

// The small tiles, in the order in which people look for them.
void HomeScreen::DrawRest(Frame& frame, const std::vector<Rect>& places) {
  DrawRoster(frame, places[0]);
  DrawMembers(frame, places[1]);
  DrawWishes(frame, places[2]);
  DrawNotices(frame, places[3]);
  DrawRules(frame, places[4]);
  DrawManagement(frame, places[5]);
}

void HomeScreen::DrawSign(Frame& frame, Rect row) {
  const Theme& theme = frame.theme;
  const LocalTime now = LocalTime::At(parts_.state.CountyMs(frame.now));
  frame.screen_text.Quiet(row);
  const Rect seal = row.TakeLeft(theme.Px(88), theme.Px(26));
  DrawSeal(frame, seal.Centred(theme.Px(88), theme.Px(88)), say::kSeal);
  const TextStyle clock =
      TextStyle::Of(theme.size.clock, Weight::kBold, {0, 0, 0, 0}, Align::kRight);
  const float clock_width = MeasureText(frame, now.HourMin(), clock) + theme.Px(8);
  DrawText(frame, row.TakeRight(clock_width, theme.Px(20)), now.HourMin(), clock);
  const std::string& given = parts_.state.station->studio.name;
  const std::string_view name = given.empty() ? say::kSeal : std::string_view(given);
  const TextStyle bold = TextStyle::Of(theme.size.button, Weight::kBold);
  DrawText(frame, row.TakeTop(bold.size * bold.line_spacing), name,
           Fitted(frame, name, bold, row.w));
  if (parts_.state.fault == Fault::kDatabaseSalvaged) {
    const TextStyle amber = TextStyle::Of(theme.size.small, Weight::kBold, theme.colour.amber);
    DrawText(frame, row, say::kSalvaged, amber);
    return;
  }
  DrawText(frame, row, say::DayOf(now),
           TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink));
}

void HomeScreen::DrawReport(Frame& frame, const Rect& rect) {
  // The page behind it says where else one can go.
  const bool closed = ShortageOf(parts_.state.storage) >= Shortage::kNoRequests;
  const std::string_view no_room =
      parts_.modes.theme.extra_large ? say::kNoRoomShortHint : say::kNoRoomHint;
  const std::string_view hint = closed ? no_room : say::kReportHint;
  if (BigTile(frame, rect, say::kReport, {"record_voice_over", hint})) {
    parts_.navigator.Push(std::make_unique<RequestScreen>(parts_));
  }
}

void HomeScreen::DrawTrack(Frame& frame, const Rect& rect) {
  if (LargeTile(frame, rect, say::kTrack, {"manage_search", Hint(say::kTrackHint)})) {
    parts_.navigator.Push(std::make_unique<TrackScreen>(parts_));
  }
}

void HomeScreen::DrawCheckIn(Frame& frame, const Rect& rect) {
  if (MembersTile(frame, rect, say::kCheckIn,
                  {"qr_code_scanner", Hint(say::kCheckInHint), Tone::kJade})) {
    parts_.navigator.Push(std::make_unique<CheckInScreen>(parts_));
  }
}

void HomeScreen::DrawDesk(Frame& frame, const Rect& rect) {
  if (MembersTile(frame, rect, say::kDesk, {"badge", Hint(say::kDeskHint), Tone::kJade})) {
    parts_.navigator.Push(WayToDesk(parts_));
  }
}

void HomeScreen::DrawRoster(Frame& frame, const Rect& rect) {
  if (SmallTile(frame, rect, say::kRoster, {"event_note"})) {
    parts_.navigator.Push(std::make_unique<RosterScreen>(parts_));
  }
}

void HomeScreen::DrawTopics(Frame& frame, const Rect& rect) {
  const Station& station = *parts_.state.station;
  const int open = OpenTopics(station, LocalTime::At(parts_.state.CountyMs(frame.now)).Date());
  const std::string hint = open > 0 ? say::Fill(say::kTopicsHint, {{"n", say::Number(open)}})
                                    : std::string(say::kTopicsNone);
  if (LargeTile(frame, rect, say::kTopics, {"forum", Hint(hint)})) {
    parts_.navigator.Push(std::make_unique<TopicsScreen>(parts_));
  }
}

void HomeScreen::DrawWishes(Frame& frame, const Rect& rect) {
  if (SmallTile(frame, rect, say::kWishes, {"favorite"})) {
    parts_.navigator.Push(std::make_unique<WishesScreen>(parts_));
  }
}

void HomeScreen::DrawRules(Frame& frame, const Rect& rect) {
  if (SmallTile(frame, rect, say::kRules, {"gavel"})) {
    parts_.navigator.Push(std::make_unique<RulesScreen>(parts_));
  }
}

void HomeScreen::DrawNotices(Frame& frame, const Rect& rect) {
  if (SmallTile(frame, rect, say::kNotices, {"campaign"})) {
    parts_.navigator.Push(std::make_unique<NoticesScreen>(parts_));
  }
}

void HomeScreen::DrawMembers(Frame& frame, const Rect& rect) {
  if (SmallTile(frame, rect, say::kMembers, {"groups"})) {
    parts_.navigator.Push(std::make_unique<MembersScreen>(parts_));
  }
}

void HomeScreen::DrawManagement(Frame& frame, const Rect& rect) {
  const Theme& theme = frame.theme;
  if (SmallTile(frame, rect, say::kManagement, {"admin_panel_settings"})) {
    parts_.navigator.Push(std::make_unique<UnlockScreen>(
        parts_, UnlockLook{"unlock", say::kManagement, UnlockFor::kManagers},
        [](const ScreenParts& parts, const KeySession& session) {
          return std::make_unique<HubScreen>(parts, session);
        }));
  }
  if (parts_.state.roster.refused == 0) return;
  // Changes that were not applied, and nobody has read it yet.
  const float radius = theme.Px(30);
  FillCircle(frame, rect.Right() - radius - theme.Px(14), rect.y + radius + theme.Px(14), radius,
             theme.colour.red);
  DrawIcon(
      frame,
      {rect.Right() - 2 * radius - theme.Px(14), rect.y + theme.Px(14), 2 * radius, 2 * radius},
      "priority_high", theme.Px(40), theme.colour.on_red);
}

std::string HomeScreen::LinkWords() const {
  return say::LinkLine(parts_.state.link, parts_.state.outbox, *parts_.state.station);
}

void HomeScreen::DrawLink(Frame& frame, const Rect& row) {
  const KioskState& state = parts_.state;
  frame.screen_text.Quiet(row);
  const bool good = state.link.condition == LinkCondition::kConnected ||
                    state.link.condition == LinkCondition::kClockWrong;
  const bool starting = state.link.condition == LinkCondition::kStarting;
  StatusPill(frame, row.x, row.y, LinkWords(),
             good       ? "cloud_done"
             : starting ? "cloud_queue"
                        : "cloud_off",
             good       ? Tone::kJade
             : starting ? Tone::kSand
                        : Tone::kAmber,
             row.h);
}

}  // namespace studio
