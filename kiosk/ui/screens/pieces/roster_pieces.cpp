#include "ui/screens/pieces/roster_pieces.h"

#include <algorithm>

#include "app/duty/duty_words.h"
#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/staff/roster_strings.h"

namespace studio {
namespace {

TextStyle LabelStyle(const Frame& frame) {
  return TextStyle::Of(frame.theme.size.body, Weight::kBold, {0, 0, 0, 0}, Align::kCentre);
}

bool Arrow(Frame& frame, const Rect& place, std::string_view icon, std::string_view label) {
  const Press press = PressArea(frame, place, label, {.taps = Taps::kAgain});
  const Theme& theme = frame.theme;
  if (press.down) FillPill(frame, place, theme.colour.dark_key);
  DrawIcon(frame, place, icon, theme.Px(60), theme.colour.ink);
  return press.tapped;
}

}  // namespace

float PeriodStepperWidth(const Frame& frame, const PeriodLook& look) {
  const Theme& theme = frame.theme;
  return MeasureText(frame, look.label, LabelStyle(frame)) + 2 * theme.size.chip_height +
         theme.Px(40);
}

int PeriodStepper(Frame& frame, const Rect& row, const PeriodLook& look) {
  const Theme& theme = frame.theme;
  FillPill(frame, row, theme.colour.sand_tint.back);
  if (theme.colour.outline_everything) {
    OutlineRounded(frame, row, row.h / 2, theme.Px(3), theme.colour.outline);
  }
  Rect middle = row;
  const float side = std::max(theme.size.chip_height, row.h);
  const Rect left = middle.TakeLeft(side), right = middle.TakeRight(side);
  middle = middle.Inset(theme.Px(16), 0);  // off the ring of an arrow
  DrawText(frame, middle, look.label, Fitted(frame, look.label, LabelStyle(frame), middle.w));
  const bool earlier = Arrow(frame, left, "chevron_left", look.earlier);
  const bool later = Arrow(frame, right, "chevron_right", look.later);
  return later ? 1 : earlier ? -1 : 0;
}

bool RowHeader(Frame& frame, Rect& area, std::string_view title, Rect& line) {
  const Theme& theme = frame.theme;
  line = area.TakeTop(theme.size.header_height).Inset(theme.size.margin, 0);
  const Rect arrow = line.TakeLeft(theme.Px(64), theme.Px(28));
  // By the name of the button that stands at the foot of these pages in portrait.
  const bool back =
      IconButton(frame, arrow.Centred(theme.Px(64), theme.Px(80)), "arrow_back", say::kBack);
  const TextStyle bold = TextStyle::Of(theme.size.section_title, Weight::kBold);
  const float width = MeasureText(frame, title, bold) + 1;
  DrawText(frame, line.TakeLeft(width, theme.Px(40)), title, bold);
  return back;
}

DutyLook LookOf(PublicDuty duty) {
  const std::string word(PublicWord(duty));
  switch (duty) {
    case PublicDuty::kHere:
      return {word, "check_circle", Tone::kJade};
    case PublicDuty::kVisiting:
      return {word, "directions_walk", Tone::kAmber};
    case PublicDuty::kCame:
      return {word, "event_available", Tone::kJade};
    case PublicDuty::kExpected:
      return {word, "hourglass_top", Tone::kAmber};
    case PublicDuty::kPlanned:
      return {word, "schedule", Tone::kSand};
    case PublicDuty::kSwapped:
      return {word, "swap_horiz", Tone::kSand};
    case PublicDuty::kLeave:
      return {word, "event_busy", Tone::kSand};
  }
  return {};
}

bool DrawUnread(Frame& frame, const Rect& area, MonthView& view) {
  if (view.ready()) return false;
  if (!view.failed()) {
    DrawWaitingPage(frame, area, "event_note", say::kRosterReading);
    return true;
  }
  const Theme& theme = frame.theme;
  Rect block =
      area.Centred(std::min(area.w, theme.Px(640)), theme.Px(200) + theme.size.page_title * 1.4f +
                                                        theme.size.gap + theme.size.button_height);
  const Rect button = block.TakeBottom(theme.size.button_height, theme.size.gap);
  DrawEmptyPage(frame, {area.x, block.y, area.w, block.h}, "error_outline", say::kRosterFailed);
  if (SecondaryButton(frame, button, say::kRosterAgain, {"refresh"})) view.ReadAgain();
  return true;
}

}  // namespace studio
