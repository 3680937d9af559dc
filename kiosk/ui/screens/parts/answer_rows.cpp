#include "ui/screens/parts/answer_rows.h"

#include <algorithm>

#include "ui/kit/canvas.h"
#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/kit/text_layout.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr float kGap = 24, kRoom = 44, kButton = 96;

TextStyle WordsOf(const Theme& theme) { return TextStyle::Of(theme.size.body, Weight::kBold); }
float TitleWidth(const Theme& theme) { return theme.size.body * 3.4f; }
float ChangeWidth(const Theme& theme) { return theme.size.button * 2 + theme.Px(54); }

}  // namespace

float AnswerRows::Draw(Frame& frame, const Rect& area, const std::vector<Answer>& answers) {
  const Theme& theme = frame.theme;
  const float side = theme.Px(40), edge = theme.Px(10), gap = theme.Px(kGap);
  const float width = area.w - 2 * side - TitleWidth(theme) - gap;
  std::vector<float> heights;
  float total = 0;
  for (const Answer& answer : answers) {
    const float room = answer.change ? width - ChangeWidth(theme) - gap : width;
    const float text = MeasureWrapped(frame, answer.text, room, WordsOf(theme));
    heights.push_back(answer.change ? std::max(text, theme.Px(kButton)) + theme.Px(kRoom * 0.5f)
                                    : text + theme.Px(kRoom));
    total += heights.back();
  }
  const float over = total + 2 * edge - area.h;
  for (std::size_t i = 0; over > 0 && i < answers.size(); ++i) {
    if (!answers[i].long_words) continue;
    heights[i] -= over;
    total -= over;
  }
  changed_.reset();
  DrawCard(frame, {area.x, area.y, area.w, total + 2 * edge});
  Rect rows = area.Inset(side, edge);
  rows.h = total;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    Rect row = rows.TakeTop(heights[i]);
    if (i > 0) DrawDivider(frame, row.x, row.y, row.w);
    DrawText(frame, row.TakeLeft(TitleWidth(theme), gap), answers[i].title,
             TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
    if (answers[i].change) {
      const Rect button = row.TakeRight(ChangeWidth(theme), gap);
      const std::string label = std::string(say::kChange) + "##" + std::string(answers[i].title);
      if (SecondaryButton(frame, button.Centred(button.w, theme.Px(kButton)), label)) changed_ = i;
    }
    if (over > 0 && answers[i].long_words) {
      DrawLong(frame, row.Inset(0, theme.Px(14)), answers[i].text);
      continue;
    }
    const float height = MeasureWrapped(frame, answers[i].text, row.w, WordsOf(theme));
    DrawWrapped(frame, row.Centred(row.w, height), answers[i].text, WordsOf(theme));
  }
  return total + 2 * edge;
}

void AnswerRows::DrawLong(Frame& frame, Rect row, std::string_view text) {
  const Theme& theme = frame.theme;
  const Rect more = row.TakeRight(ChangeWidth(theme), theme.Px(kGap));
  if (SecondaryButton(frame, more.Centred(more.w, theme.Px(kButton)), say::kMoreWords,
                      {.taps = Taps::kAgain}))
    ++page_;
  const TextStyle style = WordsOf(theme);
  const std::vector<TextLine> lines =
      BreakLines(frame.canvas.Faces(), style.weight, static_cast<int>(style.size), text, row.w, 0);
  const float height = style.size * style.line_spacing;
  const std::size_t shown = std::max<std::size_t>(1, static_cast<std::size_t>(row.h / height));
  if (page_ * shown >= lines.size()) page_ = 0;
  const std::size_t first = page_ * shown, end = std::min(lines.size(), first + shown);
  Rect rest = row.Centred(row.w, static_cast<float>(shown) * height);
  for (std::size_t i = first; i < end; ++i) {
    DrawText(frame, rest.TakeTop(height),
             text.substr(lines[i].begin, lines[i].end - lines[i].begin), style);
  }
}

}  // namespace studio
