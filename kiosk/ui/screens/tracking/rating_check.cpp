#include <algorithm>
#include <vector>

#include "shared/bodies/reader_words.h"
#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/paged_words.h"
#include "ui/screens/pieces/wall_pieces.h"
#include "ui/screens/tracking/rating_screen.h"
#include "ui/words/track_strings.h"

namespace studio {
namespace {

struct RatingLine {
  std::string_view title;
  std::string text;
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
  lines.push_back(
      {say::kRateCheckNext, std::string(flow.sends_back() ? say::kSendBack : say::kOnlyOpinion)});
  return lines;
}

std::string WordsOf(const RatingFlow& flow) {
  if (*flow.satisfaction() != Satisfaction::kDissatisfied) return {};
  std::string words = flow.words().text();
  if (flow.voice()) {
    words += (words.empty() ? "" : "\n") +
             say::Fill(say::kSpoke, {{"time", say::LengthOf(flow.voice()->ref().length_ms)}});
  }
  return words;
}

TextStyle Bold(const Theme& theme) { return TextStyle::Of(theme.size.button, Weight::kBold); }
TextStyle Soft(const Theme& theme) {
  return TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
}

constexpr float kRatingCheckPad = 40;

// Title and text side by side; takes what it needs from `area`.
void DrawLines(Frame& frame, Rect& area, const std::vector<RatingLine>& lines) {
  const Theme& theme = frame.theme;
  const float pad = theme.Px(kRatingCheckPad), between = theme.Px(36),
              names = theme.size.body * 4.4f;
  const TextStyle bold = Bold(theme);
  const float width = area.w - 2 * pad - names;
  float height = 2 * pad - between;
  for (const RatingLine& line : lines)
    height += MeasureWrapped(frame, line.text, width, bold) + between;
  Rect card = area.TakeTop(height, theme.size.gap);
  DrawCard(frame, card);
  card = card.Inset(pad);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Rect row = card.TakeTop(MeasureWrapped(frame, lines[i].text, width, bold), between);
    const Rect name = row.TakeLeft(names).TakeTop(bold.size * bold.line_spacing);
    DrawText(frame, name, lines[i].title, Soft(theme));
    DrawWrapped(frame, row, lines[i].text, bold);
    if (i + 1 < lines.size()) DrawDivider(frame, card.x, row.Bottom() + between / 2, card.w);
  }
}

void DrawWordsCard(Frame& frame, Rect card, std::string_view words, std::size_t& page) {
  const Theme& theme = frame.theme;
  const float pad = theme.Px(kRatingCheckPad), title = theme.size.body * 1.4f, gap = theme.Px(12);
  card.h = std::min(
      card.h, 2 * pad + title + gap + MeasureWrapped(frame, words, card.w - 2 * pad, Bold(theme)));
  DrawCard(frame, card);
  card = card.Inset(pad);
  DrawText(frame, card.TakeTop(title, gap), say::kRateCheckWords, Soft(theme));
  DrawPagedWords(frame, card, words, Bold(theme), page);
}

}  // namespace

void RatingScreen::DrawCheck(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::string_view problem =
      flow_.problem() ? say::ProblemLine(*flow_.problem()) : std::string_view{};
  const EndingFoot foot =
      DrawEndingFoot(frame, area, {say::kBack, say::kRateConfirm, "check", problem}, 0.48f);
  Question(frame, area, say::kCheckTitle);
  area = area.Inset(theme.size.margin, 0);
  const std::string words = WordsOf(flow_);
  SenderChoice choice{RecordKind::kRating};
  choice.voice = flow_.voice() != nullptr;
  choice.sends_back = flow_.sends_back();
  const std::string who = WhoReads(choice, say::CountyName(*parts_.state.station));
  const float who_height = MeasureWrapped(frame, who, area.w, Soft(theme));
  DrawWrapped(frame, area.TakeBottom(who_height, theme.size.gap), who, Soft(theme));
  DrawLines(frame, area, LinesOf(flow_));
  if (!words.empty()) DrawWordsCard(frame, frame.wide ? foot.column : area, words, words_page_);
  if (foot.tap == FootTap::kBack) return GoBack();
  if (foot.tap == FootTap::kOn) flow_.Confirm();
}

}  // namespace studio
