#include "app/duty.h"
#include "ui/screens/request_screen.h"
#include "ui/strings.h"
#include "ui/widgets.h"

namespace studio {

void RequestScreen::DrawDanger(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  FillRect(frame, frame.area, theme.colour.red_tint.back);
  Rect footer = TakeFooter(frame, area);
  area.TakeTop(theme.Px(frame.wide ? 10 : 60));
  const Rect title = area.TakeTop(theme.Px(110), theme.Px(8));
  DrawText(frame, title, say::kDangerTitle,
           TextStyle::Of(theme.size.home_title, Weight::kBold, theme.colour.red_tint.ink));
  DrawText(frame, area.TakeTop(theme.Px(66), theme.Px(24)), say::kDangerHint,
           TextStyle::Of(theme.size.button, Weight::kRegular, theme.colour.red_tint.ink));

  // The member on duty is called on the screen, as large as can be seen across the room.
  const DutyToday duty = DutyOn(flow_.station(), frame.now.wall_ms);
  std::string call(say::kDangerCallAny);
  for (const DutyLine& line : duty.lines) {
    if (line.phase != DutyPhase::kNow) continue;
    call = say::Fill(say::kDangerCall, {{"name", line.member.name}});
    break;
  }
  const Rect banner = area.TakeBottom(theme.Px(150), theme.size.gap);
  FillRounded(frame, banner, theme.size.radius, theme.colour.red);
  DrawText(
      frame, banner.Inset(theme.Px(40), 0), call,
      TextStyle::Of(theme.size.card_title, Weight::kBold, theme.colour.on_red, Align::kCentre));

  const auto& lines = flow_.station().safety.lines;
  if (!lines.empty()) {
    const int columns = frame.wide ? 2 : 1;
    const int count = static_cast<int>(lines.size());
    const int rows = (count + columns - 1) / columns;
    const std::vector<Rect> cells = area.SplitGrid(columns, rows, theme.size.gap);
    for (int i = 0; i < count; ++i) {
      const Safety::Line& line = lines[static_cast<std::size_t>(i)];
      Rect card = cells[static_cast<std::size_t>(i)];
      DrawCard(frame, card);
      card = card.Inset(theme.Px(44), theme.Px(16));
      DrawText(frame, card.TakeLeft(theme.Px(frame.wide ? 290 : 330), theme.Px(24)), line.number,
               TextStyle::Of(theme.Px(frame.wide ? 104 : 128), Weight::kBold, theme.colour.red));
      const TextStyle what = TextStyle::Of(theme.size.button, Weight::kBold);
      const float height = MeasureWrapped(frame, line.what, card.w, what);
      DrawWrapped(frame, card.Centred(card.w, height), line.what, what);
    }
  }
  const std::vector<Rect> buttons = footer.SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kDangerNot)) flow_.ContinueAfterDanger(false);
  if (PrimaryButton(frame, buttons[1], say::kDangerGoOn)) flow_.ContinueAfterDanger(true);
}

void RequestScreen::DrawNotOurs(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const Safety::NotOurs& matter = *flow_.not_ours();
  Rect footer = TakeFooter(frame, area);
  Question(frame, area, say::kNotOursTitle, say::Fill(say::kNotOursWhy, {{"matter", matter.name}}));
  Rect card = area.TakeTop(theme.Px(frame.wide ? 330 : 460), theme.size.gap);
  DrawCard(frame, card);
  card = card.Inset(theme.Px(52), theme.Px(40));
  const TextStyle where = TextStyle::Of(theme.size.card_title, Weight::kBold);
  card.TakeTop(DrawWrapped(frame, card, matter.where, where), theme.Px(30));
  if (!matter.phone.empty()) {
    Rect phone = card.TakeTop(theme.Px(130));
    DrawIcon(frame, phone.TakeLeft(theme.Px(90), theme.Px(20)), "call", theme.Px(76),
             theme.colour.red);
    const float label = MeasureText(frame, say::kNotOursCall, TextStyle::Of(theme.size.body));
    DrawText(frame, phone.TakeLeft(label, theme.Px(28)), say::kNotOursCall,
             TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
    DrawText(frame, phone, matter.phone,
             TextStyle::Of(theme.size.digits, Weight::kBold, theme.colour.red));
  }
  DrawWrapped(frame, area, say::kNotOursNothingKept,
              TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
  const std::vector<Rect> buttons = footer.SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kNotOursGoOn)) flow_.ContinueAnyway();
  if (PrimaryButton(frame, buttons[1], say::kNotOursAccept)) {
    flow_.AcceptGuidance();
    Leave();
  }
}

}  // namespace studio
