#include "ui/screens/parts/round_button.h"

#include <algorithm>

#include "ui/press/widgets.h"

namespace studio {
namespace {

constexpr float kDisc = 300;     // across, at most
constexpr float kLabelGap = 20;  // between disc and label
constexpr float kLabelLine = 1.4f;
constexpr float kLeastDisc = 170;  // smaller than that it would be no larger than its label

float LabelHeight(const Frame& frame) { return frame.theme.size.card_title * kLabelLine; }

}  // namespace

Rect RoundButtonDisc(const Frame& frame, const Rect& rect) {
  const float below = LabelHeight(frame) + frame.theme.Px(kLabelGap);
  const float side = std::max(0.f, std::min(frame.theme.Px(kDisc), rect.h - below));
  if (side < frame.theme.Px(kLeastDisc)) return {};
  return {rect.CentreX() - side / 2, rect.y + (rect.h - side - below) / 2, side, side};
}

bool RoundButton(Frame& frame, const Rect& rect, std::string_view label, std::string_view icon,
                 bool enabled) {
  const Theme& theme = frame.theme;
  const Palette& c = theme.colour;
  const Rect disc = RoundButtonDisc(frame, rect);
  if (disc.Empty()) {
    const Rect place = rect.Centred(std::min(rect.w, theme.Px(720)), theme.size.button_height);
    return PrimaryButton(frame, place, label, {icon, enabled});
  }
  const TextStyle style = TextStyle::Of(theme.size.card_title, Weight::kBold,
                                        enabled ? c.ink : c.soft_ink, Align::kCentre);
  const float width = std::max(disc.w, MeasureText(frame, label, style)) + theme.Px(40);
  const Rect words{rect.CentreX() - width / 2, disc.Bottom() + theme.Px(kLabelGap), width,
                   LabelHeight(frame)};
  const Press press =
      PressArea(frame, {words.x, disc.y, width, words.Bottom() - disc.y}, label, enabled);
  const Colour fill = !enabled ? c.track : press.down ? c.red_pressed : c.red;
  FillCircle(frame, disc.CentreX(), disc.CentreY(), disc.w / 2, fill);
  if (enabled)
    RingCircle(frame, disc.CentreX(), disc.CentreY(), disc.w / 2 - theme.Px(12), theme.Px(5),
               c.on_red);
  DrawIcon(frame, disc, icon, disc.w * 0.46f, enabled ? c.on_red : c.soft_ink);
  DrawText(frame, words, label, style);
  return press.tapped;
}

}  // namespace studio
