#include "ui/screens/desk/own_shifts_screen.h"

#include <string>
#include <utility>

#include "app/duty/roster_offers.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/duty/day_screen.h"
#include "ui/screens/pieces/roster_pieces.h"
#include "ui/words/staff/desk_strings.h"
#include "ui/words/staff/edit_strings.h"
#include "ui/words/staff/roster_strings.h"

namespace studio {

OwnShiftsScreen::OwnShiftsScreen(ScreenParts parts, KeySession session)
    : parts_(parts),
      session_(std::move(session)),
      view_(
          std::make_shared<MonthView>(parts.duty, parts.state, parts.clock, session_.studio_key)) {}

std::vector<OwnShiftsScreen::OwnPlace> OwnShiftsScreen::Places() const {
  std::vector<OwnPlace> out;
  const auto month = view_->shown();
  for (CalendarDate day = FirstOf(month); day <= LastOf(month); day = AddDays(day, 1)) {
    for (const Shift* shift : view_->ShiftsOn(day)) {
      const auto hours = HoursOf(*shift);
      if (hours ? hours->end_ms <= view_->now_ms() : day < view_->today()) continue;
      for (const DutyPlace& place : PlacesOf(*shift)) {
        if (place.planned == session_.member) {
          out.push_back({shift, {}});
        } else if (place.comes == session_.member) {
          out.push_back({shift, place.planned});
        }
      }
    }
  }
  return out;
}

void OwnShiftsScreen::Draw(Frame& frame) {
  view_->Update();
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, std::string(say::kOwnShifts) + " · " + say::MonthName(view_->shown())))
    return parts_.navigator.Pop();
  const auto buttons = TakeFooter(frame, area).SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kBack)) return parts_.navigator.Pop();
  const CalendarDate today = view_->today();
  const std::chrono::year_month now = today.year() / today.month();
  const bool here = view_->shown() == now;
  if (SecondaryButton(frame, buttons[1], here ? say::kOwnNextMonth : say::kOwnThisMonth,
                      {here ? "chevron_right" : "chevron_left"})) {
    scroll_ = {};
    view_->Show(here ? now + std::chrono::months(1) : now);
  }
  area.TakeTop(theme.Px(16));
  area = area.Inset(theme.size.margin, 0);
  if (!DrawUnread(frame, area, *view_)) DrawPlaces(frame, area);
}

void OwnShiftsScreen::DrawPlaces(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const std::vector<OwnPlace> places = Places();
  if (places.empty()) return DrawEmptyPage(frame, area, "event_available", say::kOwnShiftsNone);
  const float row = theme.size.card_title * 1.3f + theme.size.small * 2.8f + theme.Px(28);
  const Shift* chosen = nullptr;
  {
    PagedList list(frame, area, "own-shifts", scroll_, static_cast<int>(places.size()), row,
                   theme.Px(18));
    for (int i = list.First(); i < list.End(); ++i) {
      const OwnPlace& place = places[static_cast<std::size_t>(i)];
      const PendingRosterChange* pending = view_->PendingOn(place.shift->id);
      std::string about = say::PlaceChange(*view_, *place.shift, session_.member);
      if (!place.stands_in_for.empty()) {
        about = say::Fill(say::kOwnStandIn, {{"name", view_->NameOf(place.stands_in_for)}});
      } else if (about.empty()) {
        const EditBar bar = BarOf(EditKind::kLeave, *view_, *place.shift, session_.member);
        about = bar == EditBar::kNone ? say::kOwnShiftAsk : say::BarLine(bar);
      }
      const std::string hint =
          pending != nullptr
              ? say::WaitingLine(*view_, *pending, say::CountyName(*parts_.state.station))
              : say::HoursLineOf(*place.shift) + "，" + about;
      TileLook look{"event", hint, pending == nullptr ? Tone::kRed : Tone::kSand};
      look.enabled = pending == nullptr && place.stands_in_for.empty();
      if (RowTile(frame, list.Row(i), say::ShortTitleOf(*place.shift) + "##" + place.shift->id,
                  look)) {
        chosen = place.shift;
      }
    }
  }
  if (chosen != nullptr) {
    parts_.navigator.Push(std::make_unique<DayScreen>(parts_, view_, session_, *chosen));
  }
}

}  // namespace studio
