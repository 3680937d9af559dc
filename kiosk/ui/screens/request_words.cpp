#include <algorithm>

#include "ui/screens/request_screen.h"
#include "ui/strings.h"
#include "ui/typing.h"
#include "ui/widgets.h"

namespace studio {

void RequestScreen::DrawWords(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  ApplyTyping(frame, flow_.words(), true);
  DrawFooter(frame, area, say::kNext);
  if (frame.wide) {
    Rect left = area.TakeLeft(area.w * 0.52f, theme.Px(44));
    Question(frame, left, say::kAskWords, say::kAskWordsHint);
    left.TakeLeft(theme.size.margin);
    area.TakeTop(theme.Px(44));
    area.TakeRight(theme.size.margin);
    Rect tools = left.TakeBottom(theme.Px(110), theme.size.gap);
    FieldLook look{say::kWordsPlaceholder, true, kWordsLimit, true};
    Field(frame, left, "##words", flow_.words().text(), look);
    const std::vector<Rect> buttons = tools.SplitColumns(2, theme.size.gap);
    DrawWordTools(frame, buttons[0], buttons[1]);
    DrawSentences(frame, area);
    return;
  }
  Question(frame, area, say::kAskWords, say::kAskWordsHint);
  area = area.Inset(theme.size.margin, 0);
  FieldLook look{say::kWordsPlaceholder, true, kWordsLimit, true};
  Field(frame, area.TakeTop(theme.Px(400), theme.size.gap), "##words", flow_.words().text(), look);
  const std::vector<Rect> buttons =
      area.TakeTop(theme.Px(104), theme.size.gap).SplitColumns(2, theme.size.gap);
  DrawWordTools(frame, buttons[0], buttons[1]);
  DrawSentences(frame, area);
}

void RequestScreen::DrawWordTools(Frame& frame, const Rect& left, const Rect& right) {
  const bool something = !flow_.words().empty();
  if (SecondaryButton(frame, left, say::kDeleteOne, {"backspace", something})) {
    flow_.words().DeleteBefore();
  }
  if (SecondaryButton(frame, right, say::kClearWords, {"delete_outline", something})) {
    flow_.words().Clear();
  }
}

void RequestScreen::DrawSentences(Frame& frame, Rect area) {
  const auto& sentences = flow_.category()->sentences;
  if (sentences.empty()) return;
  const Theme& theme = frame.theme;
  DrawText(frame, area.TakeTop(theme.Px(56), theme.Px(12)), say::kReadySentences,
           TextStyle::Of(theme.size.body, Weight::kBold));
  PagedList list(frame, area, "sentences", sentences_scroll_, static_cast<int>(sentences.size()),
                 std::max(theme.Px(108), theme.size.body * 2.7f), theme.Px(18));
  for (int i = list.First(); i < list.End(); ++i) {
    const std::string& sentence = sentences[static_cast<std::size_t>(i)];
    if (Option(frame, list.Row(i), sentence, {"add_circle_outline"})) flow_.AddSentence(sentence);
  }
}

}  // namespace studio
