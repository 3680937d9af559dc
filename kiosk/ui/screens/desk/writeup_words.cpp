// Where the words of a write-up are written, by every way of writing.
#include "ui/press/page_pieces.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
#include "ui/screens/desk/writeup_screen.h"
#include "ui/words/desk_strings.h"

namespace studio {
namespace {

constexpr WritingMode kWriteupModes[] = {WritingMode::kInk, WritingMode::kPinyin,
                                         WritingMode::kStroke, WritingMode::kDigits};
constexpr std::int64_t kKeepEveryMs = 2000;

}  // namespace

void WriteupScreen::DrawWords(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  TextDraft& words = flow_.words(words_);
  ApplyTyping(frame, words, keyboard_, true);
  const WritingPlaces places = PlacesForWriting(frame, area);
  Rect page = places.page;
  Question(frame, page, flow_.asked().words[words_]);
  page = page.Inset(theme.size.margin, 0);
  if (!frame.wide) page.TakeBottom(theme.size.gap);
  const Rect line = page.TakeBottom(theme.Px(112), theme.Px(20));
  if (keyboard_.asks_to_finish()) DrawProblem(frame, line, say::kFinishFirst);
  DrawTextArea(frame, page, "##writeup", words, text_area_,
               {say::kWriteupPlaceholder, keyboard_.refused()});
  DrawKeyboardPanel(frame, places, keyboard_, words, panel_, {kWriteupModes, true});
  // What is written outlives a power cut, but for the last moment.
  const std::int64_t now = frame.now.monotonic_ms;
  if (now - kept_ms_ >= kKeepEveryMs) {
    flow_.Keep();
    kept_ms_ = now;
  }
  frame.RequestRedrawAt(kept_ms_ + kKeepEveryMs);
  if (PrimaryButton(frame, places.footer, say::kWriteupThat) && MayLeaveWords()) EndEditing();
}

bool WriteupScreen::MayLeaveWords() { return keyboard_.MayLeave() && !flow_.StopsAt(words_); }

}  // namespace studio
