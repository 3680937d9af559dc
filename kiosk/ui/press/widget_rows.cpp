#include <algorithm>
#include <string>

#include "ui/press/widget_press.h"
#include "ui/press/widget_words.h"

namespace studio {
namespace {

struct RowText {
  std::string_view title, explanation;
};

TextStyle Explaining(const Frame& frame) {
  return TextStyle::Of(frame.theme.size.small * 1.06f, Weight::kRegular,
                       frame.theme.colour.soft_ink);
}

void DrawRowText(Frame& frame, const Rect& rect, const RowText& text) {
  DrawTitleAndHint(frame, rect, Shown(text.title),
                   TextStyle::Of(frame.theme.size.section_title, Weight::kBold), text.explanation,
                   Explaining(frame));
}

void DrawChosenCard(Frame& frame, const Rect& rect, const Press& press, bool chosen) {
  const Theme& theme = frame.theme;
  DrawPressCard(frame, rect, press);
  if (chosen) OutlineRounded(frame, rect, theme.size.radius, theme.Px(5), theme.colour.red);
}

}  // namespace

float ChoiceRowHeight(const Frame& frame, float width, std::string_view explanation) {
  const Theme& theme = frame.theme;
  const float text_width = width - 2 * theme.size.pad - theme.Px(60) - theme.Px(32);
  return std::max(theme.size.row_height,
                  theme.size.section_title * 1.3f +
                      MeasureWrapped(frame, explanation, text_width, Explaining(frame)) +
                      2 * theme.Px(28));
}

bool ChoiceRow(Frame& frame, const Rect& rect, std::string_view title, std::string_view explanation,
               bool selected) {
  const Press press = PressArea(frame, rect, title);
  const Theme& theme = frame.theme;
  DrawChosenCard(frame, rect, press, selected);
  Rect inside = rect.Inset(theme.size.pad, theme.Px(12));
  const Rect mark = inside.TakeLeft(theme.Px(60), theme.Px(32));
  DrawIcon(frame, mark, selected ? "radio_button_checked" : "radio_button_unchecked", theme.Px(60),
           selected ? theme.colour.red : theme.colour.icon);
  DrawRowText(frame, inside, {title, explanation});
  return press.tapped;
}

bool CheckRow(Frame& frame, const Rect& rect, std::string_view title, std::string_view explanation,
              bool checked) {
  const Press press = PressArea(frame, rect, title);
  const Theme& theme = frame.theme;
  DrawChosenCard(frame, rect, press, checked);
  Rect inside = rect.Inset(theme.size.pad, theme.Px(12));
  const Rect mark = inside.TakeLeft(theme.Px(60), theme.Px(32));
  DrawIcon(frame, mark, checked ? "check_box" : "check_box_outline_blank", theme.Px(60),
           checked ? theme.colour.red : theme.colour.icon);
  DrawRowText(frame, inside, {title, explanation});
  return press.tapped;
}

bool ToggleRow(Frame& frame, const Rect& rect, std::string_view title, std::string_view explanation,
               bool on) {
  const Press press = PressArea(frame, rect, title);
  const Theme& theme = frame.theme;
  DrawPressCard(frame, rect, press);
  Rect inside = rect.Inset(theme.size.pad, theme.Px(12));
  const Rect place = inside.TakeRight(theme.Px(124), theme.Px(24));
  const Rect rail = place.Centred(theme.Px(124), theme.Px(68));
  FillPill(frame, rail, on ? theme.colour.jade : theme.colour.icon);
  const float knob = rail.h / 2 - theme.Px(7);
  const float x = on ? rail.Right() - rail.h / 2 : rail.x + rail.h / 2;
  FillCircle(frame, x, rail.CentreY(), knob, theme.colour.card);
  DrawRowText(frame, inside, {title, explanation});
  return press.tapped;
}

bool ListRow(Frame& frame, const Rect& rect, std::string_view title, std::string_view value,
             bool tappable) {
  const Press press = tappable ? PressArea(frame, rect, title) : Press{};
  const Theme& theme = frame.theme;
  if (press.down) FillRounded(frame, rect, theme.size.small_radius, theme.colour.pressed);
  Rect inside = rect.Inset(theme.Px(12), 0);
  if (tappable) {
    const float arrow = theme.Px(52);
    DrawIcon(frame, inside.TakeRight(arrow, theme.Px(8)), "chevron_right", arrow,
             theme.colour.icon);
  }
  TextStyle soft =
      TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kRight);
  const float value_width = std::min(inside.w * 0.6f, MeasureText(frame, value, soft));
  if (!value.empty()) DrawText(frame, inside.TakeRight(value_width, theme.Px(20)), value, soft);
  DrawText(frame, inside, Shown(title), TextStyle::Of(theme.size.body, Weight::kBold));
  DrawDivider(frame, rect.x, rect.Bottom() - 1, rect.w);
  return press.tapped;
}

bool Stepper(Frame& frame, const Rect& rect, std::string_view label, std::string_view unit,
             int& value, int low, int high) {
  const Theme& theme = frame.theme;
  const std::string id(label);
  DrawCard(frame, rect);
  Rect inside = rect.Inset(theme.size.pad, 0);
  inside.w += theme.size.pad - theme.Px(16);
  const float side =
      std::max(theme.size.touch_floor, std::min(rect.h - theme.Px(24), theme.Px(112)));
  const auto button = [&](const Rect& place, const char* icon, std::string_view word,
                          bool enabled) {
    const Rect square = place.Centred(side, side);
    // "减少人数": a plain minus would say nothing to a script or a test.
    const Press press = PressArea(frame, square, std::string(word) + id, {enabled, Taps::kAgain});
    FillRounded(frame, square, theme.size.small_radius,
                press.down ? theme.colour.dark_key : theme.colour.sand_tint.back);
    if (theme.colour.outline_everything)
      OutlineRounded(frame, square, theme.size.small_radius, theme.Px(3), theme.colour.outline);
    DrawIcon(frame, square, icon, theme.Px(60), enabled ? theme.colour.ink : theme.colour.outline);
    return press.tapped;
  };
  const bool more = button(inside.TakeRight(side), "add", widget_words::kMore, value < high);
  const TextStyle number =
      TextStyle::Of(theme.size.card_title, Weight::kBold, Colour{0, 0, 0, 0}, Align::kCentre);
  const Rect place = inside.TakeRight(theme.size.card_title * 3.6f);
  const bool less = button(inside.TakeRight(side), "remove", widget_words::kLess, value > low);
  std::string shown = std::to_string(value);
  if (!unit.empty()) shown += " " + std::string(unit);
  DrawText(frame, place, shown, number);
  DrawText(frame, inside, Shown(label), TextStyle::Of(theme.size.section_title, Weight::kBold));
  if (more) ++value;
  if (less) --value;
  return more || less;
}

}  // namespace studio
