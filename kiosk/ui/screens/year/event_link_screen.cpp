#include "ui/screens/year/event_link_screen.h"

#include <algorithm>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/desk_foot.h"
#include "ui/words/staff/manage_strings.h"

namespace studio {

void EventLinkScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kEventFromAfar)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeDeskStep(frame, area), say::kBack)) return parts_.navigator.Pop();
  area = area.Inset(theme.size.margin, theme.size.gap);
  const std::string today = LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
  const std::string when = say::StandingOf(event_, today).words;
  TextStyle bold = TextStyle::Of(theme.size.card_title, Weight::kBold);
  TextStyle body = TextStyle::Of(theme.size.body);
  const float side = std::min(theme.Px(660), frame.wide ? area.h : area.w - 2 * theme.size.pad);
  Rect code = frame.wide ? area.TakeRight(side, theme.size.gap) : area;
  Rect words = area;
  const auto put = [&](std::string_view text, const TextStyle& style) {
    words.TakeTop(DrawWrapped(frame, words, text, style), theme.Px(16));
  };
  put(event_.title, bold);
  put(when, body);
  put(say::kEventScan, body);
  if (!frame.wide) code = words;
  DrawQr(frame, code.Centred(side, std::min(side, code.h)), event_.link);
}

}  // namespace studio
