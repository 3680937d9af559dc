#include "ui/fault_page.h"

#include <algorithm>
#include <string>

#include "ui/shapes.h"
#include "ui/strings.h"
#include "ui/text.h"

namespace studio {
namespace {

std::string_view SentenceOf(Fault fault) {
  switch (fault) {
    case Fault::kStorageFull:
      return say::kFaultFull;
    case Fault::kNotEnrolled:
      return say::kFaultNotEnrolled;
    case Fault::kNewerDatabase:
      return say::kFaultNewer;
    case Fault::kStorageBroken:
    case Fault::kDatabaseSalvaged:
    case Fault::kNone:
      break;
  }
  return say::kFaultBroken;
}

}  // namespace

void DrawFaultPage(Frame& frame, const KioskState& state, std::int64_t since_ms) {
  const Theme& theme = frame.theme;
  Rect area = frame.area.Inset(theme.size.margin, theme.Px(120));
  area = area.Centred(std::min(area.w, theme.Px(1300)), theme.Px(900));
  DrawCard(frame, area);
  area = area.Inset(theme.Px(64));
  DrawIcon(frame, area.TakeTop(theme.Px(150), theme.Px(24)), "build", theme.Px(130),
           theme.colour.amber);
  DrawText(frame, area.TakeTop(theme.Px(110), theme.Px(20)), say::kFaultTitle,
           TextStyle::Of(theme.size.page_title, Weight::kBold, {0, 0, 0, 0}, Align::kCentre));
  TextStyle text = TextStyle::Of(theme.size.body, Weight::kRegular, {0, 0, 0, 0}, Align::kCentre);
  area.TakeTop(DrawWrapped(frame, area, SentenceOf(state.fault), text), theme.Px(24));
  text.colour = theme.colour.soft_ink;
  area.TakeTop(DrawWrapped(frame, area, say::kFaultKept, text), theme.Px(24));
  const std::string since =
      say::Fill(say::kFaultSince, {{"when", say::WhenOf(since_ms, frame.now.wall_ms)}});
  area.TakeTop(DrawWrapped(frame, area, since, text), theme.Px(24));
  const Station& station = *state.station;
  const std::string& phone =
      station.studio.phone.empty() ? station.county.phone : station.studio.phone;
  if (!phone.empty()) {
    DrawText(frame, area.TakeTop(theme.Px(90)), say::Fill(say::kFaultCall, {{"phone", phone}}),
             TextStyle::Of(theme.size.button, Weight::kBold, theme.colour.red, Align::kCentre));
  }
}

}  // namespace studio
