#include "ui/screens/year/calendar_screen.h"

#include <memory>
#include <string>

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/screens/year/event_link_screen.h"
#include "ui/screens/year/year_pieces.h"
#include "ui/words/staff/manage_strings.h"

namespace studio {
namespace {

void DrawCalendarTitle(Frame& frame, Rect& area, std::string_view title) {
  DrawText(frame, area.TakeTop(frame.theme.size.section_title * 1.4f, frame.theme.Px(12)), title,
           TextStyle::Of(frame.theme.size.section_title, Weight::kBold));
}

}  // namespace

bool CalendarScreen::HasAny(const Station& station) {
  return !station.planned.empty() || !station.county_progress.quotas.empty();
}

void CalendarScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const Station& station = *parts_.state.station;
  if (Header(frame, area, say::kCalendarPage)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(8));
  if (station.planned.empty()) return DrawOwed(frame, area);
  if (!station.county_progress.quotas.empty()) {
    DrawOwed(frame, frame.wide ? area.TakeLeft(area.w * 0.4f, theme.size.gap)
                               : area.TakeTop(area.h * 0.42f, theme.size.gap));
  }
  DrawPlanned(frame, area);
}

void CalendarScreen::DrawOwed(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const Station& station = *parts_.state.station;
  DrawCalendarTitle(frame, area,
                    say::Fill(say::kCalendarOwed, {{"county", say::CountyName(station)}}));
  const auto bars = QuotaBars(station.county_progress.quotas);
  PagedList list(frame, area, "owed", owed_scroll_, static_cast<int>(bars.size()),
                 QuotaBarHeight(theme), theme.Px(24));
  for (int i = list.First(); i < list.End(); ++i) {
    DrawQuotaBar(frame, list.Row(i), bars[static_cast<std::size_t>(i)]);
  }
}

void CalendarScreen::DrawPlanned(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::vector<PlannedEvent>& planned = parts_.state.station->planned;
  const std::string today = LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
  DrawCalendarTitle(frame, area, say::kCalendarPlanned);
  const PlannedEvent* tapped = nullptr;
  const float height = theme.size.card_title * 1.3f + theme.size.small * 1.4f + theme.Px(32);
  PagedList list(frame, area, "planned", planned_scroll_, static_cast<int>(planned.size()), height,
                 theme.Px(14));
  for (int i = list.First(); i < list.End(); ++i) {
    const PlannedEvent& one = planned[static_cast<std::size_t>(i)];
    const say::EventStanding standing = say::StandingOf(one, today);
    const bool afar = !one.link.empty() && !one.held;
    const std::string hint =
        standing.words + (afar ? "，" + std::string(say::kEventFromAfar) : std::string());
    TileLook look{afar ? "qr_code_scanner" : standing.icon, hint, standing.tone};
    look.enabled = look.leads = afar;
    if (RowTile(frame, list.Row(i), one.title + "##" + one.id, look)) tapped = &one;
  }
  if (tapped != nullptr) parts_.navigator.Push(std::make_unique<EventLinkScreen>(parts_, *tapped));
}

}  // namespace studio
