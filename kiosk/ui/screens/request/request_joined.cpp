#include "ui/screens/request/request_joined.h"

#include "ui/kit/shapes.h"
#include "ui/press/widgets.h"
#include "ui/words/track_strings.h"

namespace studio {
namespace {

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

std::string JoinedTitle() {
  return std::string(say::kJoined) + "，" + std::string(say::kJoinedOwn);
}

float JoinedWords(const Frame& frame, const Matter& matter, float width) {
  const auto height = [&](std::string_view words, Weight weight) {
    return MeasureWrapped(frame, words, width,
                          JoinedStyle(frame.theme, weight, frame.theme.colour.ink));
  };
  return height(JoinedTitle(), Weight::kBold) + height(matter.summary, Weight::kRegular);
}

}  // namespace

float JoinedHeight(const Frame& frame, const Matter& matter, float width) {
  return JoinedWords(frame, matter, JoinedWidth(frame.theme, width)) +
         2 * frame.theme.Px(kJoinedPad);
}

bool DrawJoined(Frame& frame, Rect panel, const Matter& matter) {
  const Theme& theme = frame.theme;
  const Tint& tint = theme.colour.jade_tint;
  FillRounded(frame, panel, theme.size.small_radius, tint.back);
  if (theme.colour.outline_everything)
    OutlineRounded(frame, panel, theme.size.small_radius, theme.Px(4), tint.ink);
  panel = panel.Inset(theme.Px(kJoinedPad));
  const float icon = theme.Px(kJoinedIcon), button = LeaveWidth(theme);
  DrawIcon(frame, panel.TakeLeft(icon, theme.Px(24)), "groups", icon, tint.ink);
  const Rect leave = panel.TakeRight(button, theme.Px(24)).Centred(button, theme.Px(96));
  panel = panel.Centred(panel.w, JoinedWords(frame, matter, panel.w));
  panel.TakeTop(
      DrawWrapped(frame, panel, JoinedTitle(), JoinedStyle(theme, Weight::kBold, tint.ink)));
  DrawWrapped(frame, panel, matter.summary, JoinedStyle(theme, Weight::kRegular, tint.ink));
  return SecondaryButton(frame, leave, say::kLeaveJoined);
}

}  // namespace studio
