#include <algorithm>

#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/topics/opinion_screen.h"
#include "ui/words/topic_strings.h"

namespace studio {

void OpinionScreen::DrawDone(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::string_view county = say::CountyName(*parts_.state.station);
  const std::vector<Rect> buttons = TakeFooter(frame, area).SplitColumns(2, theme.size.gap);
  if (SecondaryButton(frame, buttons[0], say::kOtherTopics)) {
    // This page and the topic's.
    parts_.navigator.Pop();
    parts_.navigator.Pop();
  }
  if (PrimaryButton(frame, buttons[1], say::kDone, {.ends = true})) parts_.navigator.Finish();
  area = area.Inset(theme.size.margin, 0);
  area.TakeTop(theme.Px(28));
  Rect countdown = area.TakeTop(theme.size.small * 1.5f, theme.Px(20));
  if (!HasPhonePage()) DrawCountdown(frame, countdown, parts_.timer);
  const bool late = flow_.late();
  const std::string_view title = late               ? say::kGivenLate
                                 : flow_.replaces() ? say::kGivenAgain
                                                    : say::kGiven;
  const std::string hint =
      say::Fill(late ? say::kGivenLateHint : say::kGivenHint, {{"county", county}});
  DrawOutcome(frame, area, {"check", title, hint, late ? Tone::kAmber : Tone::kJade});
  if (!late && HasPhonePage()) DrawByPhone(frame, area);
}

void OpinionScreen::DrawByPhone(Frame& frame, Rect card) {
  const Theme& theme = frame.theme;
  const float pad = theme.size.pad;
  const std::string address =
      TopicAddress(parts_.state.station->county.phone_pages, flow_.topic().id, flow_.ballot());
  TextStyle bold = TextStyle::Of(theme.size.card_title, Weight::kBold);
  TextStyle body = TextStyle::Of(theme.size.body);
  TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  const float side = frame.wide ? std::min(card.h - theme.Px(16), theme.Px(620))
                                : std::min(card.w - 2 * pad, theme.Px(660));
  const float width = frame.wide ? card.w - side - 3 * pad : card.w - 2 * pad;
  const float words = MeasureWrapped(frame, say::kByPhone, width, bold) + theme.Px(12) +
                      MeasureWrapped(frame, say::kByPhoneHint, width, body) + theme.Px(12) +
                      MeasureWrapped(frame, say::kByPhoneOwn, width, soft);
  const float high = frame.wide ? side : side + words + 2 * pad;
  card = Rect{card.x, card.y, card.w, std::min(card.h, high)};
  DrawCard(frame, card);
  Rect code = frame.wide ? card.TakeRight(side) : card.TakeTop(side + pad);
  DrawQr(frame, code.Centred(side, side), address);
  Rect text = frame.wide ? card.Inset(pad, 0).Centred(width, words)
                         : Rect{card.x + pad, card.y, width, words};
  text.TakeTop(DrawWrapped(frame, text, say::kByPhone, bold), theme.Px(12));
  text.TakeTop(DrawWrapped(frame, text, say::kByPhoneHint, body), theme.Px(12));
  DrawWrapped(frame, text, say::kByPhoneOwn, soft);
}

}  // namespace studio
