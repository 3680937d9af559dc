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

}  // namespace studio
