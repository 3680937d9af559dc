#include "ui/screens/pieces/words_page.h"

#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
#include "ui/words/staff/desk_strings.h"

namespace studio {
namespace {

constexpr WritingMode kWordsModes[] = {WritingMode::kInk, WritingMode::kPinyin,
                                       WritingMode::kStroke, WritingMode::kDigits};
constexpr std::int64_t kKeepEveryMs = 2000;

}  // namespace

void WordsPage::Restart() {
  keyboard_.Abandon();
  text_area_ = {};
}

bool WordsPage::Draw(Frame& frame, const Rect& area, TextDraft& words, const WordsAsked& asked) {
  const Theme& theme = frame.theme;
  ApplyTyping(frame, words, keyboard_, asked.lines);
  const WritingPlaces places = PlacesForWriting(frame, area);
  Rect page = places.page;
  Question(frame, page, asked.question);
  page = page.Inset(theme.size.margin, 0);
  if (!frame.wide) page.TakeBottom(theme.size.gap);
  const Rect line = page.TakeBottom(theme.Px(112), theme.Px(20));
  if (keyboard_.asks_to_finish()) {
    DrawProblem(frame, line, say::kFinishFirst);
  } else if (!asked.note.empty()) {
    TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
    soft.line_spacing = 1.3f;
    DrawWrapped(frame, line, asked.note, soft.Lines(2));
  }
  DrawTextArea(frame, page, "##words", words, text_area_, {asked.placeholder, keyboard_.refused()});
  DrawKeyboardPanel(frame, places, keyboard_, words, panel_, {kWordsModes, asked.lines});
  if (asked.keep) {
    const std::int64_t now = frame.now.monotonic_ms;
    if (now - kept_ms_ >= kKeepEveryMs) {
      asked.keep();
      kept_ms_ = now;
    }
    frame.RequestRedrawAt(kept_ms_ + kKeepEveryMs);
  }
  return PrimaryButton(frame, places.footer, say::kWriteupThat) && keyboard_.MayLeave();
}

}  // namespace studio
