#include "ui/screens/request/request_sensitive_page.h"

#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr float kSensitivePad = 32, kSensitiveBetween = 20, kAnswer = 104;
constexpr float kAnswersBeside = 0.4f;  // of a card's width, in landscape

bool Crowded(const Frame& frame) {
  return frame.wide && frame.theme.size.body > frame.theme.Px(45);
}

TextStyle TitleStyle(const Theme& theme) { return TextStyle::Of(theme.size.button, Weight::kBold); }
TextStyle QuoteStyle(const Frame& frame) {
  const Theme& theme = frame.theme;
  TextStyle style = TextStyle::Of(Crowded(frame) ? theme.size.small : theme.size.body,
                                  Weight::kRegular, theme.colour.soft_ink);
  style.line_spacing = 1.35f;
  return style;
}

std::string TitleOf(const SensitivePart& part) {
  return say::Fill(say::kSensitiveAbout, {{"name", say::SensitiveName(part)}});
}

float CardHeight(const Frame& frame, const std::string& quote, float card) {
  const Theme& theme = frame.theme;
  float width = card - 2 * theme.Px(kSensitivePad);
  if (frame.wide) width -= width * kAnswersBeside + theme.size.gap;
  const float words = theme.size.button * 1.4f + theme.Px(kSensitiveBetween) +
                      MeasureWrapped(frame, quote, width, QuoteStyle(frame));
  const float below = frame.wide ? 0 : theme.Px(kSensitiveBetween) + theme.Px(kAnswer);
  return 2 * theme.Px(kSensitivePad) + std::max(words + below, theme.Px(kAnswer));
}

}  // namespace

RequestTap RequestSensitivePage::Draw(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::vector<SensitivePart> parts = flow_.SensitiveParts();
  Rect footer = TakeFooter(frame, area);
  const Rect back = footer.TakeLeft(footer.w * (frame.wide ? 0.2f : 0.3f), theme.size.gap);
  const Rect change = footer.TakeLeft(footer.w * 0.44f, theme.size.gap);
  if (SecondaryButton(frame, back, say::kBack)) return RequestTap::kBack;
  if (SecondaryButton(frame, change, say::kSayDifferently)) {
    flow_.ChangeSensitiveWords();
    return RequestTap::kNone;
  }
  if (PrimaryButton(frame, footer, say::kNext)) return RequestTap::kOn;
  Question(frame, area, say::kAskSensitive,
           Crowded(frame) ? std::string_view() : say::kAskSensitiveHint);
  area = area.Inset(theme.size.margin, 0);
  if (const auto problem = flow_.problem()) {
    DrawProblem(frame, area.TakeBottom(theme.Px(116), theme.Px(16)), say::ProblemLine(*problem));
  } else {
    const std::string& phone = flow_.station().county.phone;
    const std::string elsewhere =
        say::Fill(phone.empty() ? say::kSayInPerson : say::kSayElsewhere, {{"phone", phone}});
    const float height = MeasureWrapped(frame, elsewhere, area.w, QuoteStyle(frame));
    DrawWrapped(frame, area.TakeBottom(height, theme.Px(16)), elsewhere, QuoteStyle(frame));
  }
  float row = 0;
  for (const SensitivePart& part : parts)
    row = std::max(row, CardHeight(frame, say::SensitiveQuote(part, flow_), area.w));
  PagedList list(frame, area, "sensitive", scroll_, static_cast<int>(parts.size()), row,
                 theme.size.gap);
  for (int i = list.First(); i < list.End(); ++i)
    DrawPart(frame, list.Row(i), parts[static_cast<std::size_t>(i)]);
  return RequestTap::kNone;
}

void RequestSensitivePage::DrawPart(Frame& frame, const Rect& card, const SensitivePart& part) {
  const Theme& theme = frame.theme;
  DrawCard(frame, card);
  Rect inside = card.Inset(theme.Px(kSensitivePad));
  Rect places = frame.wide ? inside.TakeRight(inside.w * kAnswersBeside, theme.size.gap)
                           : inside.TakeBottom(theme.Px(kAnswer), theme.Px(kSensitiveBetween));
  const std::vector<Rect> answers =
      places.Centred(places.w, theme.Px(kAnswer)).SplitColumns(2, theme.size.gap);
  const std::string title = TitleOf(part);
  DrawText(frame, inside.TakeTop(theme.size.button * 1.4f, theme.Px(kSensitiveBetween)), title,
           Fitted(frame, title, TitleStyle(theme), inside.w));
  DrawWrapped(frame, inside, say::SensitiveQuote(part, flow_), QuoteStyle(frame));
  const auto agreed = flow_.AgreedSensitive(part.kind);
  for (const bool yes : {true, false}) {
    const std::string label =
        std::string(yes ? say::kMayKeep : say::kMayNotKeep) + "##" + part.kind;
    if (Option(frame, answers[yes ? 0 : 1], label, {"", agreed == yes}))
      flow_.AnswerSensitive(part.kind, yes);
  }
}

}  // namespace studio
