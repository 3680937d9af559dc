#include <algorithm>
#include <vector>

#include "ui/screens/page_pieces.h"
#include "ui/screens/paged_words.h"
#include "ui/screens/rating_screen.h"
#include "ui/shapes.h"
#include "ui/track_strings.h"
#include "ui/widgets.h"

namespace studio {
namespace {

struct RatingLine {
  std::string_view title;
  std::string text;
  bool words = false;  // their own: may be long
};

std::vector<RatingLine> LinesOf(const RatingFlow& flow) {
  std::vector<RatingLine> lines;
  lines.push_back({say::kRateCheckHow, std::string(say::SatisfactionName(*flow.satisfaction()))});
  if (*flow.satisfaction() != Satisfaction::kDissatisfied) return lines;
  std::string reasons;
  for (const std::string_view reason : kRatingReasons) {
    if (flow.HasReason(reason))
      reasons += (reasons.empty() ? "" : "、") + std::string(say::ReasonName(reason));
  }
  lines.push_back({say::kRateCheckWhy, reasons.empty() ? std::string(say::kSaidNothing) : reasons});
  std::string words = flow.words().text();
  if (flow.voice()) {
    words += (words.empty() ? "" : "\n") +
             say::Fill(say::kSpoke, {{"time", say::LengthOf(flow.voice()->ref().length_ms)}});
  }
  if (!words.empty()) lines.push_back({say::kRateCheckWords, words, true});
  lines.push_back(
      {say::kRateCheckNext, std::string(flow.sends_back() ? say::kSendBack : say::kOnlyOpinion)});
  return lines;
}

}  // namespace

void RatingScreen::DrawCheck(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Rect footer = TakeFooter(frame, area);
  const bool back =
      SecondaryButton(frame, footer.TakeLeft(footer.w * 0.34f, theme.size.gap), say::kBack);
  const bool confirm = PrimaryButton(frame, footer, say::kRateConfirm, {"check"});
  Question(frame, area, say::kCheckTitle);
  area = area.Inset(theme.size.margin, 0);
  if (flow_.problem())
    DrawProblem(frame, area.TakeTop(theme.Px(frame.wide ? 116 : 150), theme.size.gap),
                say::ProblemLine(*flow_.problem()));

  const std::vector<RatingLine> lines = LinesOf(flow_);
  const float pad = theme.Px(40), between = theme.Px(36);
  const float names = theme.size.body * 4.4f;
  const TextStyle bold = TextStyle::Of(theme.size.button, Weight::kBold);
  const TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  const float width = area.w - 2 * pad - names;
  std::vector<float> heights;
  float total = 2 * pad - between;
  for (const RatingLine& line : lines) {
    heights.push_back(MeasureWrapped(frame, line.text, width, bold));
    total += heights.back() + between;
  }
  // Their own words take what is left and page if need be.
  const float over = total - area.h;
  for (std::size_t i = 0; over > 0 && i < lines.size(); ++i) {
    if (lines[i].words) heights[i] -= over;
  }
  Rect card = area.TakeTop(std::min(total, area.h));
  DrawCard(frame, card);
  card = card.Inset(pad);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Rect row = card.TakeTop(heights[i], between);
    const Rect name = row.TakeLeft(names).TakeTop(bold.size * bold.line_spacing);
    DrawText(frame, name, lines[i].title, soft);
    if (lines[i].words) {
      DrawPagedWords(frame, row, lines[i].text, bold, words_page_);
    } else {
      DrawWrapped(frame, row, lines[i].text, bold);
    }
    if (i + 1 < lines.size()) DrawDivider(frame, card.x, row.Bottom() + between / 2, card.w);
  }
  if (back) return GoBack();
  if (confirm) flow_.Confirm();
}

}  // namespace studio
