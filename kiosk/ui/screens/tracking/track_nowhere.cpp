#include <vector>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/tracking/track_screen.h"
#include "ui/words/track_strings.h"

namespace studio {

void TrackScreen::DrawNowhere(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool offline = flow_.problem() == TrackProblem::kOffline;
  const std::vector<Rect> buttons = TakeFooter(frame, area).SplitColumns(2, theme.size.gap);
  const auto number = ReceiptNumber::Parse(flow_.number().text());
  Question(frame, area, offline ? say::kOfflineTitle : say::kUnknownTitle,
           number ? say::Fill(say::kFoundTitle, {{"number", number->Grouped()}}) : "");
  area = area.Inset(theme.size.margin, 0);

  const std::string_view lines[] = {offline ? say::kOfflineLater : say::kUnknownCheck,
                                    offline ? say::kOfflineThere : say::kUnknownOther};
  const std::string_view icons[] = {offline ? "schedule" : "fact_check",
                                    offline ? "home_work" : "place"};
  const std::string& phone = parts_.state.station->county.phone;
  const float pad = theme.size.pad, icon = theme.Px(72), gap = theme.Px(32);
  const float strip = phone.empty() ? 0 : theme.Px(frame.wide ? 130 : 170);
  TextStyle style = TextStyle::Of(theme.size.button, Weight::kBold);
  style.line_spacing = 1.35f;
  const float width = area.w - 2 * pad - icon - gap;
  float height = 2 * pad + strip;
  for (const std::string_view line : lines)
    height += std::max(icon, MeasureWrapped(frame, line, width, style)) + gap;
  Rect card = area.TakeTop(height - (strip > 0 ? 0 : gap));
  DrawCard(frame, card);
  card = card.Inset(pad);
  for (std::size_t i = 0; i < std::size(lines); ++i) {
    const float words = MeasureWrapped(frame, lines[i], width, style);
    Rect row = card.TakeTop(std::max(icon, words), gap);
    DrawIcon(frame, row.TakeLeft(icon, gap), icons[i], icon, theme.colour.icon);
    DrawWrapped(frame, row.Centred(row.w, words), lines[i], style);
  }
  if (strip > 0) DrawPhoneStrip(frame, card.TakeTop(strip), say::kCallAbout, phone);

  if (offline) {
    if (SecondaryButton(frame, buttons[0], say::kRetype, {"dialpad"})) return flow_.Retype();
    if (PrimaryButton(frame, buttons[1], say::kTrackAgain, {"replay"})) flow_.Again();
    return;
  }
  if (SecondaryButton(frame, buttons[0], say::kHome, {"home"})) parts_.navigator.GoHome();
  if (PrimaryButton(frame, buttons[1], say::kRetype, {"dialpad"})) flow_.Retype();
}

}  // namespace studio
