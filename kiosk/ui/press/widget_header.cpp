#include <algorithm>

#include "ui/press/shown_targets.h"
#include "ui/press/widget_press.h"
#include "ui/press/widget_words.h"

namespace studio {

void DrawSaid(Frame& frame, Rect line) {
  const Theme& theme = frame.theme;
  const float icon = theme.Px(56);
  DrawIcon(frame, line.TakeLeft(icon, theme.Px(20)), "qr_code_scanner", icon, theme.colour.amber);
  TextStyle style = TextStyle::Of(theme.size.small, Weight::kBold, theme.colour.amber_tint.ink);
  style.line_spacing = 1.3f;
  if (MeasureWrapped(frame, frame.said, line.w, style) > line.h) style.size = theme.Px(34);
  const float height = MeasureWrapped(frame, frame.said, line.w, style);
  DrawWrapped(frame, line.Centred(line.w, height), frame.said, style);
}

bool Header(Frame& frame, Rect& area, std::string_view title, HeaderLook look) {
  const Theme& theme = frame.theme;
  frame.shown.OnPage(title);
  frame.shown.OnPage(look.step);
  Rect strip = area.TakeTop(theme.size.header_height);
  const Rect whole = strip.Inset(theme.size.margin, 0);
  bool back = false;
  frame.header = whole;
  Rect line = whole;
  line.TakeRight(frame.taken_of_header);
  if (look.back) {
    const Rect arrow = line.TakeLeft(theme.Px(64), theme.Px(28));
    back = IconButton(frame, arrow.Centred(theme.Px(64), theme.Px(80)), "arrow_back",
                      widget_words::kHeaderBack);
  }
  const bool said = !frame.said.empty();
  if (!look.step.empty() && !said) {
    const TextStyle soft = TextStyle::Of(theme.Px(36) * theme.size.body / theme.Px(40),
                                         Weight::kRegular, theme.colour.soft_ink, Align::kRight);
    DrawText(frame, line.TakeRight(MeasureText(frame, look.step, soft), theme.Px(24)), look.step,
             soft);
  }
  if (said) {
    DrawSaid(frame,
             look.progress >= 0 ? Rect{line.x, line.y, line.w, line.h - theme.Px(14)} : line);
  } else {
    DrawText(frame, line, title, TextStyle::Of(theme.size.section_title, Weight::kBold));
  }
  if (look.progress >= 0) {
    const float thick = std::max(4.f, theme.Px(14));
    DrawProgress(frame, {whole.x, whole.Bottom() - thick / 2, whole.w, thick}, look.progress,
                 theme.colour.red);
    area.TakeTop(thick);
  }
  return back;
}

void Question(Frame& frame, Rect& area, std::string_view question, std::string_view explanation) {
  const Theme& theme = frame.theme;
  frame.shown.OnPage(question);
  area.TakeTop(theme.Px(44));
  const Rect place = area.Inset(theme.size.margin, 0);
  TextStyle title = TextStyle::Of(theme.size.page_title, Weight::kBold);
  title.line_spacing = 1.3f;
  area.TakeTop(DrawWrapped(frame, place, question, title));
  if (!explanation.empty()) {
    const TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
    area.TakeTop(DrawWrapped(frame, area.Inset(theme.size.margin, 0), explanation, soft));
  }
  area.TakeTop(theme.size.gap);
}

Rect TakeFooter(const Frame& frame, Rect& area) {
  const Theme& theme = frame.theme;
  const Rect strip = area.TakeBottom(theme.size.button_height + theme.size.gap + theme.size.margin);
  return {strip.x + theme.size.margin, strip.y + theme.size.gap, strip.w - 2 * theme.size.margin,
          theme.size.button_height};
}

}  // namespace studio
