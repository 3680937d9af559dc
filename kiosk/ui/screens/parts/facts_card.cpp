#include "ui/screens/parts/facts_card.h"

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/widgets.h"

namespace studio {
namespace {

constexpr float kCardSide = 36, kCardPad = 26, kCardGap = 10;

TextStyle CardTitle(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.section_title, Weight::kBold);
  style.line_spacing = 1.3f;
  return style;
}

TextStyle CardLine(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  style.line_spacing = 1.3f;
  return style;
}

}  // namespace

float FactsCardHeight(const Frame& frame, const FactsCard& facts, float width) {
  const Theme& theme = frame.theme;
  const float inside = width - 2 * theme.Px(kCardSide), gap = theme.Px(kCardGap);
  float height = 2 * theme.Px(kCardPad) + theme.size.chip_height + gap +
                 MeasureWrapped(frame, facts.title, inside, CardTitle(theme)) + 2;
  for (const std::string& line : facts.lines)
    height += gap + MeasureWrapped(frame, line, inside, CardLine(theme)) + 1;
  return height;
}

void DrawFactsCard(Frame& frame, Rect card, const FactsCard& facts) {
  const Theme& theme = frame.theme;
  const float gap = theme.Px(kCardGap);
  DrawCard(frame, card);
  card = card.Inset(theme.Px(kCardSide), theme.Px(kCardPad));
  const Rect pill = card.TakeTop(theme.size.chip_height, gap);
  StatusPill(frame, pill.x, pill.y, facts.state, facts.icon, facts.tone,
             theme.size.chip_height * 0.8f);
  const TextStyle title = CardTitle(theme), plain = CardLine(theme);
  DrawWrapped(frame, card.TakeTop(MeasureWrapped(frame, facts.title, card.w, title) + 1, gap),
              facts.title, title);
  for (const std::string& line : facts.lines)
    DrawWrapped(frame, card.TakeTop(MeasureWrapped(frame, line, card.w, plain) + 1, gap), line,
                plain);
}

}  // namespace studio
