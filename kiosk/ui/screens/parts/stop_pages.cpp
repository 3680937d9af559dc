#include "ui/screens/parts/stop_pages.h"

#include <algorithm>

#include "app/duty/duty.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

void DrawEmergencyLines(Frame& frame, const Rect& area, const std::vector<Safety::Line>& lines) {
  const Theme& theme = frame.theme;
  const int columns = frame.wide ? 2 : 1;
  const int count = static_cast<int>(lines.size());
  const int rows = (count + columns - 1) / columns;
  const std::vector<Rect> cells = area.SplitGrid(columns, rows, theme.Px(24));
  const TextStyle number =
      TextStyle::Of(theme.Px(frame.wide ? 108 : 132), Weight::kBold, theme.colour.red);
  const float width = MeasureText(frame, "12356", number) + 1;
  const float pad = theme.Px(44), gap = theme.Px(32);
  TextStyle what = TextStyle::Of(theme.size.button, Weight::kBold);
  what.line_spacing = 1.3f;
  for (const Safety::Line& line : lines) {
    const float room = cells.front().w - 2 * pad - width - gap;
    if (MeasureWrapped(frame, line.what, room, what) > cells.front().h - theme.Px(16))
      what.size = theme.size.small;
  }
  for (int i = 0; i < count; ++i) {
    const Safety::Line& line = lines[static_cast<std::size_t>(i)];
    Rect card = cells[static_cast<std::size_t>(i)];
    DrawCard(frame, card);
    card = card.Inset(pad, 0);
    DrawText(frame, card.TakeLeft(width, gap), line.number, number);
    const float height = MeasureWrapped(frame, line.what, card.w, what);
    DrawWrapped(frame, card.Centred(card.w, height), line.what, what);
  }
}

// Whoever is here is called, as large as can be seen across the room; nobody is called who is not.
std::string CallFor(const ScreenParts& parts, const Moment& now) {
  const DutyToday duty = DutyOn(*parts.state.station, parts.state.CountyMs(now));
  const auto here = std::find_if(duty.lines.begin(), duty.lines.end(),
                                 [](const DutyLine& line) { return line.in; });
  if (here == duty.lines.end()) return std::string(say::kDangerCallAny);
  return say::Fill(say::kDangerCall, {{"name", here->member.name}});
}

}  // namespace

StopTap DrawDangerPage(Frame& frame, const ScreenParts& parts, std::string_view go_on) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  Rect whole = frame.area;
  whole.h += theme.Px(400);  // under what the shell takes at the foot, too
  FillRect(frame, whole, theme.colour.red_tint.back);
  const FootPair foot = TakeFootPair(frame, area, say::kDangerNot, go_on);
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(frame.wide ? 20 : 80));
  const Rect title = area.TakeTop(theme.size.home_title * 1.35f, theme.Px(8));
  frame.header = title;
  DrawText(frame, title, say::kDangerTitle,
           TextStyle::Of(theme.size.home_title, Weight::kBold, theme.colour.red_tint.ink));
  DrawText(frame, area.TakeTop(theme.size.button * 1.45f, theme.Px(24)), say::kDangerHint,
           TextStyle::Of(theme.size.button, Weight::kRegular, theme.colour.red_tint.ink));

  const std::string call = CallFor(parts, frame.now);
  const Rect banner = area.TakeBottom(theme.Px(150), theme.size.gap);
  FillRounded(frame, banner, theme.size.radius, theme.colour.red);
  Rect words = banner.Inset(theme.Px(40), 0);
  const float hand = theme.Px(84);
  TextStyle style = TextStyle::Of(theme.size.card_title, Weight::kBold, theme.colour.on_red);
  style = Fitted(frame, call, style, words.w - hand - theme.Px(24));
  words = words.Centred(hand + theme.Px(24) + MeasureText(frame, call, style) + 1, words.h);
  DrawIcon(frame, words.TakeLeft(hand, theme.Px(24)), "emergency_share", hand, theme.colour.on_red);
  DrawText(frame, words, call, style);

  DrawEmergencyLines(frame, area, say::EmergencyLines(*parts.state.station));
  StopTap tap = StopTap::kNone;
  if (SecondaryButton(frame, foot.back, say::kDangerNot)) tap = StopTap::kGoBack;
  if (PrimaryButton(frame, foot.on, go_on)) tap = StopTap::kGoOn;
  return tap;
}

StopTap DrawNotOursPage(Frame& frame, Rect area, const Safety::NotOurs& matter,
                        std::string_view note) {
  const Theme& theme = frame.theme;
  const FootPair foot = TakeFootPair(frame, area, say::kNotOursAccept, say::kNotOursGoOn);
  Question(frame, area, say::kNotOursTitle, say::Fill(say::kNotOursWhy, {{"matter", matter.name}}));
  area = area.Inset(theme.size.margin, 0);
  TextStyle where =
      TextStyle::Of(frame.wide ? theme.size.button : theme.size.card_title, Weight::kBold);
  where.line_spacing = 1.5f;
  TextStyle under = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  float pad = theme.Px(frame.wide ? 40 : 64), call_height = theme.Px(frame.wide ? 130 : 170);
  const float words = MeasureWrapped(frame, matter.where, area.w - 2 * pad, where);
  const bool call = !matter.phone.empty();
  const float note_height = MeasureWrapped(frame, note, area.w, under);
  if (words + call_height + theme.Px(24) + 2 * pad + theme.size.gap + note_height > area.h) {
    pad = theme.Px(24);
    call_height = theme.Px(110);
    under.size = theme.size.small;
  }
  Rect card =
      area.TakeTop(words + (call ? call_height + theme.Px(24) : 0) + 2 * pad, theme.size.gap);
  DrawCard(frame, card);
  card = card.Inset(pad);
  DrawWrapped(frame, card.TakeTop(words, theme.Px(24)), matter.where, where);
  if (call) DrawPhoneStrip(frame, card.TakeTop(call_height), say::kNotOursCall, matter.phone);
  DrawWrapped(frame, area, note, under);
  StopTap tap = StopTap::kNone;
  if (SecondaryButton(frame, foot.back, say::kNotOursAccept, {.icon = "home", .ends = true}))
    tap = StopTap::kLeaveHome;
  if (PrimaryButton(frame, foot.on, say::kNotOursGoOn)) tap = StopTap::kGoOn;
  return tap;
}

StopTap DrawStop(Frame& frame, Rect area, const ScreenParts& parts, SafetyStop& stop) {
  StopTap tap = StopTap::kNone;
  if (stop.page() == StopPage::kDanger) {
    tap = DrawDangerPage(frame, parts, say::kDangerGoOnSaying);
    if (tap == StopTap::kGoBack) stop.NoDanger();
    if (tap == StopTap::kGoOn) stop.GoOnInDanger();
  } else if (stop.page() == StopPage::kNotOurs) {
    tap = DrawNotOursPage(frame, area, *stop.not_ours(), say::kNotOursNothingKept);
    if (tap == StopTap::kGoOn) stop.NotThat();
  }
  return tap;
}

}  // namespace studio
