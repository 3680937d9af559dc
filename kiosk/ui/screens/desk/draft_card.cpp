#include "ui/screens/desk/draft_card.h"

#include <vector>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/widgets.h"
#include "ui/words/staff/desk_strings.h"

namespace studio {
namespace {

constexpr float kDraftPad = 24;

}  // namespace

float DraftCardHeight(const Theme& theme) {
  return theme.size.button * 1.35f + theme.size.small * 1.35f + theme.size.chip_height * 1.1f +
         theme.Px(20 + 2 * kDraftPad);
}

DraftTap DrawDraftButtons(Frame& frame, const Rect& row) {
  const std::vector<Rect> two = row.SplitColumns(2, frame.theme.size.gap);
  const bool drop = SecondaryButton(frame, two[0], say::kDraftDrop);
  if (PrimaryButton(frame, two[1], say::kDraftGoOn)) return DraftTap::kGoOn;
  return drop ? DraftTap::kDrop : DraftTap::kNone;
}

float DraftNoteHeight(const Theme& theme) {
  return (theme.size.body + theme.size.small) * 1.3f + theme.Px(28);
}

void DrawDraftNote(Frame& frame, const Rect& place, std::string_view what) {
  const Theme& theme = frame.theme;
  const Tint& tint = theme.colour.amber_tint;
  FillRounded(frame, place, theme.size.small_radius, tint.back);
  if (theme.colour.outline_everything)
    OutlineRounded(frame, place, theme.size.small_radius, theme.Px(4), tint.ink);
  const TextStyle bold = TextStyle::Of(theme.size.body, Weight::kBold, tint.ink);
  const TextStyle line = TextStyle::Of(theme.size.small, Weight::kRegular, tint.ink);
  Rect inside = place.Inset(theme.Px(30), 0);
  inside = inside.Centred(inside.w, bold.size * 1.3f + line.size * 1.3f);
  DrawText(frame, inside.TakeTop(bold.size * 1.3f), say::kDraftTitle, bold);
  DrawText(frame, inside, what, Fitted(frame, what, line, inside.w));
}

DraftTap DrawDraftCard(Frame& frame, Rect card, std::string_view what) {
  const Theme& theme = frame.theme;
  DrawCard(frame, card, theme.size.radius, theme.colour.amber_tint.back);
  card = card.Inset(theme.Px(30), theme.Px(kDraftPad));
  const Colour ink = theme.colour.amber_tint.ink;
  const TextStyle bold = TextStyle::Of(theme.size.button, Weight::kBold, ink);
  const TextStyle line = TextStyle::Of(theme.size.small, Weight::kRegular, ink);
  const Rect buttons = card.TakeBottom(theme.size.chip_height * 1.1f, theme.Px(12));
  DrawText(frame, card.TakeTop(bold.size * 1.35f), say::kDraftTitle, bold);
  DrawText(frame, card.TakeTop(line.size * 1.35f), what, Fitted(frame, what, line, card.w));
  return DrawDraftButtons(frame, buttons);
}

}  // namespace studio
