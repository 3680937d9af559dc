#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/tracking/track_screen.h"
#include "ui/words/slip_strings.h"

namespace studio {

// What nobody can bring back, what goes on all the same, and whom to ask.
void TrackScreen::DrawLost(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const Station& station = *parts_.state.station;
  Rect footer = TakeFooter(frame, area);
  if (SecondaryButton(frame, footer.TakeLeft(footer.w * 0.34f, theme.size.gap), say::kBack))
    return GoBack();
  if (SecondaryButton(frame, footer, say::kHome, {"home"})) return parts_.navigator.GoHome();
  Question(frame, area, say::kLostTitle);
  area = area.Inset(theme.size.margin, 0);
  const struct {
    std::string_view icon;
    std::string words;
  } lines[] = {
      {"info", say::Fill(say::kLostCode, {{"county", say::CountyName(station)}})},
      {"check_circle", std::string(say::kLostGoesOn)},
      {"call", say::Fill(say::kLostAsk, {{"county", say::CountyName(station)}})},
      {"replay", std::string(say::kLostAgain)},
  };
  const std::string& phone = station.county.phone;
  const float pad = theme.size.pad, icon = theme.Px(64), gap = theme.Px(frame.wide ? 20 : 32);
  const float strip = phone.empty() ? 0 : theme.Px(frame.wide ? 120 : 170);
  TextStyle style = TextStyle::Of(theme.size.button, Weight::kBold);
  style.line_spacing = 1.3f;
  const float width = area.w - 2 * pad - icon - gap;
  const auto needed = [&] {
    float height = 2 * pad + strip - (strip > 0 ? 0 : gap);
    for (const auto& line : lines)
      height += std::max(icon, MeasureWrapped(frame, line.words, width, style)) + gap;
    return height;
  };
  if (needed() > area.h) style.size = theme.size.body;
  Rect card = area.TakeTop(needed());
  DrawCard(frame, card);
  card = card.Inset(pad);
  for (const auto& line : lines) {
    const float words = MeasureWrapped(frame, line.words, width, style);
    Rect row = card.TakeTop(std::max(icon, words), gap);
    DrawIcon(frame, row.TakeLeft(icon, gap), line.icon, icon, theme.colour.icon);
    DrawWrapped(frame, row.Centred(row.w, words), line.words, style);
  }
  if (strip > 0) DrawPhoneStrip(frame, card.TakeTop(strip), say::kLostCall, phone);
}

}  // namespace studio
