#include "ui/press/page_pieces.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/shapes.h"
#include "ui/press/shown_targets.h"
#include "ui/press/widgets.h"
#include "ui/words/slip_strings.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr float kOptionSize = 0.94f;  // of a button's letters, as Option draws them
constexpr float kOptionInset = 30;

}  // namespace

int FittingColumns(const Frame& frame, const std::vector<std::string_view>& labels, float width,
                   float gap, int most) {
  const TextStyle style = TextStyle::Of(frame.theme.size.button * kOptionSize, Weight::kBold);
  float widest = 1;
  for (const std::string_view label : labels) {
    widest = std::max(widest, MeasureText(frame, label, style));
  }
  widest += 2 * frame.theme.Px(kOptionInset) + 1;
  return std::clamp(static_cast<int>((width + gap) / (widest + gap)), 1, most);
}

void DrawProblem(Frame& frame, Rect line, std::string_view words) {
  const Theme& theme = frame.theme;
  const Tint& tint = theme.colour.amber_tint;
  FillRounded(frame, line, theme.size.small_radius, tint.back);
  if (theme.colour.outline_everything)
    OutlineRounded(frame, line, theme.size.small_radius, theme.Px(4), tint.ink);
  line = line.Inset(theme.Px(30), theme.Px(8));
  DrawIcon(frame, line.TakeLeft(theme.Px(60), theme.Px(22)), "info", theme.Px(56), tint.ink);
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kBold, tint.ink);
  style.line_spacing = 1.3f;
  if (MeasureWrapped(frame, words, line.w, style) > line.h) style.size = theme.size.small;
  const float height = MeasureWrapped(frame, words, line.w, style);
  DrawWrapped(frame, line.Centred(line.w, height), words, style);
}

void DrawPhoneStrip(Frame& frame, Rect strip, std::string_view words, std::string_view phone) {
  const Theme& theme = frame.theme;
  const Tint& tint = theme.colour.red_tint;
  FillRounded(frame, strip, theme.size.small_radius, tint.back);
  strip = strip.Inset(theme.Px(36), 0);
  DrawIcon(frame, strip.TakeLeft(theme.Px(90), theme.Px(20)), "call", theme.Px(76), tint.ink);
  const TextStyle ask = TextStyle::Of(theme.size.body, Weight::kRegular, tint.ink);
  DrawText(frame, strip.TakeLeft(MeasureText(frame, words, ask) + 1, theme.Px(32)), words, ask);
  const TextStyle digits = TextStyle::Of(theme.size.digits * 1.2f, Weight::kBold, tint.ink);
  TextStyle fitted = Fitted(frame, phone, digits, strip.w);
  fitted.size = std::min(fitted.size, std::floor(strip.h * 0.72f));
  DrawText(frame, strip, phone, fitted);
}

void DrawOutcome(Frame& frame, Rect& area, const Outcome& outcome) {
  const Theme& theme = frame.theme;
  TextStyle large = TextStyle::Of(theme.size.page_title, Weight::kBold);
  TextStyle small = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  large.line_spacing = small.line_spacing = 1.3f;
  const float side = theme.Px(136), gap = theme.Px(36);
  const float hint_height = MeasureWrapped(frame, outcome.hint, area.w - side - gap, small);
  const float title_height = large.size * large.line_spacing;
  Rect told = area.TakeTop(std::max(side, title_height + hint_height), theme.Px(30));
  const Rect mark = told.TakeLeft(side, gap).Centred(side, side);
  FillCircle(
      frame, mark.CentreX(), mark.CentreY(), side / 2,
      outcome.tone == Tone::kSand ? theme.colour.soft_ink : theme.colour.Strong(outcome.tone));
  DrawIcon(frame, mark, outcome.icon, theme.Px(92), theme.colour.on_red);
  told = told.Centred(told.w, title_height + hint_height);
  DrawText(frame, told.TakeTop(title_height), outcome.title, large);
  DrawWrapped(frame, told, outcome.hint, small);
}

void DrawCountdown(Frame& frame, const Rect& row, const VisitTimer& timer) {
  const Theme& theme = frame.theme;
  const std::int64_t now = frame.now.monotonic_ms;
  frame.RequestRedrawAt(now + 1000);
  DrawText(frame, row, say::Fill(say::kGoesHomeIn, {{"n", say::Number(timer.SecondsLeft(now))}}),
           TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink, Align::kRight));
}

bool DrawCountdownAndStay(Frame& frame, Rect row, const VisitTimer& timer) {
  const Theme& theme = frame.theme;
  const float width = PillWidth(frame, say::kStayLonger, false);
  const Rect place = row.TakeRight(width, theme.Px(24)).Centred(width, theme.size.chip_height);
  DrawCountdown(frame, row, timer);
  return Chip(frame, place, say::kStayLonger);
}

void DrawEmptyPage(Frame& frame, const Rect& area, std::string_view icon, std::string_view words) {
  const Theme& theme = frame.theme;
  TextStyle style =
      TextStyle::Of(theme.size.page_title, Weight::kBold, theme.colour.soft_ink, Align::kCentre);
  style.line_spacing = 1.4f;
  const float width = area.w - 2 * theme.size.margin;
  const float height = MeasureWrapped(frame, words, width, style);
  Rect block = area.Centred(width, theme.Px(180) + height);
  DrawIcon(frame, block.TakeTop(theme.Px(150), theme.Px(30)), icon, theme.Px(140),
           theme.colour.icon);
  DrawWrapped(frame, block, words, style);
}

void DrawWaitingPage(Frame& frame, const Rect& area, std::string_view icon,
                     std::string_view words) {
  constexpr std::int64_t kPatienceMs = 500;
  const std::int64_t shown_from = frame.shown.WaitingSince(frame.now.monotonic_ms) + kPatienceMs;
  if (frame.now.monotonic_ms >= shown_from) return DrawEmptyPage(frame, area, icon, words);
  frame.RequestRedrawAt(shown_from);
}

Rect TakeAside(const Frame& frame, Rect& area) {
  if (!frame.wide) return {};
  const Rect aside = area.TakeLeft(area.w * 0.4f);
  area.TakeTop(frame.theme.Px(20));
  area.TakeRight(frame.theme.size.margin);
  return aside;
}

bool EndButton(Frame& frame, Rect& column, std::string_view label, ButtonLook look) {
  const Sizes& size = frame.theme.size;
  look.ends = true;
  return PrimaryButton(frame, column.TakeBottom(size.button_height, size.gap), label, look);
}

Rect TakeEndRow(const Frame& frame, Rect& area) {
  const Sizes& size = frame.theme.size;
  Rect row = area.TakeBottom(size.button_height, size.gap).Inset(size.margin, 0);
  return frame.wide ? row.TakeRight(row.w * 0.44f) : row;
}

FootPair TakeFootPair(Frame& frame, Rect& area, std::string_view back, std::string_view on) {
  constexpr float kBackShare = 0.44f;
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  const TextStyle style = TextStyle::Of(theme.size.button, Weight::kBold);
  const auto needed = [&](std::string_view label) {
    return MeasureText(frame, label, style) + 2 * theme.Px(24) + theme.size.button * 1.5f;
  };
  const float room = footer.w - theme.size.gap;
  if (needed(back) <= room * kBackShare && needed(on) <= room * (1 - kBackShare)) {
    const Rect left = footer.TakeLeft(room * kBackShare, theme.size.gap);
    return {left, footer};
  }
  const Rect above = area.TakeBottom(theme.size.button_height, theme.size.gap);
  return {{footer.x, above.y, footer.w, above.h}, footer};
}

bool HomeFooter(Frame& frame, Rect& area) {
  return SecondaryButton(frame, TakeFooter(frame, area), say::kHome, {"home"});
}

}  // namespace studio
