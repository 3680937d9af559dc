#include <algorithm>

#include "ui/screens/page_pieces.h"
#include "ui/screens/request_screen.h"
#include "ui/shapes.h"
#include "ui/track_strings.h"
#include "ui/widgets.h"

namespace studio {
namespace {

TextStyle HeardStyle(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kBold);
  style.line_spacing = 1.35f;
  return style;
}

std::string Heard(const Matter& matter) {
  return say::Fill(say::kMattersHeard, {{"summary", matter.summary}});
}

// Whom one's request goes with, on the check page.
constexpr float kJoinedPad = 30, kJoinedIcon = 64;

float LeaveWidth(const Theme& theme) { return theme.size.button * 2 + theme.Px(54); }

float JoinedWidth(const Theme& theme, float panel) {
  return panel - 2 * theme.Px(kJoinedPad) - theme.Px(kJoinedIcon + 48) - LeaveWidth(theme);
}

TextStyle JoinedStyle(const Theme& theme, Weight weight, Colour ink) {
  TextStyle style = TextStyle::Of(theme.size.body, weight, ink);
  style.line_spacing = 1.35f;
  return style;
}

std::string JoinedTitle() { return std::string(say::kJoined) + "," + std::string(say::kJoinedOwn); }

float JoinedWords(const Frame& frame, const Matter& matter, float width) {
  const auto height = [&](std::string_view words, Weight weight) {
    return MeasureWrapped(frame, words, width,
                          JoinedStyle(frame.theme, weight, frame.theme.colour.ink));
  };
  return height(JoinedTitle(), Weight::kBold) + height(matter.summary, Weight::kRegular);
}

}  // namespace

void RequestScreen::DrawMatters(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::vector<const Matter*> matters = flow_.Matters();
  Rect footer = TakeFooter(frame, area);
  const bool back = SecondaryButton(
      frame, footer.TakeLeft(footer.w * (frame.wide ? 0.34f : 0.3f), theme.size.gap), say::kBack);
  const bool other = PrimaryButton(frame, footer, say::kNotTheSame);
  Question(frame, area, say::kMattersTitle, say::kMattersHint);
  area = area.Inset(theme.size.margin, 0);

  const TextStyle words = HeardStyle(theme);
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const float pad = theme.Px(34), gap = theme.Px(28),
              button = theme.size.button * 3 + theme.Px(132);
  const float width = area.w - 2 * pad - button - gap;
  const float line = soft.size * 1.4f;
  float row = theme.size.button_height;
  for (const Matter* matter : matters)
    row = std::max(row, MeasureWrapped(frame, Heard(*matter), width, words) + theme.Px(12) + line);
  row += 2 * pad;
  const Matter* joined = nullptr;
  {
    PagedList list(frame, area, "matters", matters_scroll_, static_cast<int>(matters.size()), row,
                   theme.size.gap);
    for (int i = list.First(); i < list.End(); ++i) {
      const Matter& matter = *matters[static_cast<std::size_t>(i)];
      const Rect card = list.Row(i);
      DrawCard(frame, card);
      Rect inside = card.Inset(pad);
      const Rect me = inside.TakeRight(button, gap).Centred(button, theme.size.button_height);
      if (SecondaryButton(frame, me, std::string(say::kMeToo) + "##" + matter.id, {"group_add"}))
        joined = &matter;
      const std::string heard = Heard(matter), who = say::MatterLine(matter);
      const float height = MeasureWrapped(frame, heard, inside.w, words);
      inside = inside.Centred(inside.w, height + theme.Px(12) + line);
      DrawWrapped(frame, inside.TakeTop(height, theme.Px(12)), heard, words);
      DrawText(frame, inside, who, Fitted(frame, who, soft, inside.w));
    }
  }
  if (back) flow_.Back();
  if (joined) return flow_.Join(joined->id);
  if (other) flow_.JoinNone();
}

float RequestScreen::JoinedHeight(const Frame& frame, float width) const {
  const Matter* matter = flow_.joined();
  if (!matter) return 0;
  return JoinedWords(frame, *matter, JoinedWidth(frame.theme, width)) +
         2 * frame.theme.Px(kJoinedPad) + frame.theme.size.gap;
}

void RequestScreen::DrawJoined(Frame& frame, Rect& area) {
  const Matter* matter = flow_.joined();
  if (!matter) return;
  const Theme& theme = frame.theme;
  const Tint& tint = theme.colour.jade_tint;
  Rect panel = area.TakeTop(JoinedHeight(frame, area.w) - theme.size.gap, theme.size.gap);
  FillRounded(frame, panel, theme.size.small_radius, tint.back);
  if (theme.colour.outline_everything)
    OutlineRounded(frame, panel, theme.size.small_radius, theme.Px(4), tint.ink);
  panel = panel.Inset(theme.Px(kJoinedPad));
  const float icon = theme.Px(kJoinedIcon), button = LeaveWidth(theme);
  DrawIcon(frame, panel.TakeLeft(icon, theme.Px(24)), "groups", icon, tint.ink);
  const Rect leave = panel.TakeRight(button, theme.Px(24)).Centred(button, theme.Px(96));
  panel = panel.Centred(panel.w, JoinedWords(frame, *matter, panel.w));
  panel.TakeTop(
      DrawWrapped(frame, panel, JoinedTitle(), JoinedStyle(theme, Weight::kBold, tint.ink)));
  DrawWrapped(frame, panel, matter->summary, JoinedStyle(theme, Weight::kRegular, tint.ink));
  if (SecondaryButton(frame, leave, say::kLeaveJoined)) flow_.LeaveJoined();
}

}  // namespace studio
