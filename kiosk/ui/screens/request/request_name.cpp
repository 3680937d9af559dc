#include "ui/press/page_pieces.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
#include "ui/screens/request/request_screen.h"
#include "ui/words/strings.h"
#include "ui/writing/ink_pad.h"

namespace studio {
namespace {

constexpr WritingMode kRequestNameModes[] = {WritingMode::kInk, WritingMode::kPinyin,
                                             WritingMode::kStroke, WritingMode::kDigits};

bool Writes(WritingMode mode) {
  return mode != WritingMode::kSentences && mode != WritingMode::kVoice;
}

}  // namespace

void RequestScreen::OpenNamePage(Writing which) {
  if (writing_ != which) name_keyboard_.Abandon();
  writing_ = which;
  name_page_ = true;
  if (Writes(name_keyboard_.mode())) return;
  // As they wrote before; else the first way that works.
  if (Writes(words_keyboard_.mode())) return name_keyboard_.SwitchTo(words_keyboard_.mode());
  for (const WritingMode mode : kRequestNameModes) {
    if (!name_keyboard_.Works(mode)) continue;
    return name_keyboard_.SwitchTo(mode);
  }
}

void RequestScreen::DrawNamePage(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Keyboard& keyboard = name_keyboard_;
  const bool name = writing_ == Writing::kName;
  TextDraft& draft = name ? flow_.name() : flow_.representatives();
  if (ApplyTyping(frame, draft, keyboard, false)) flow_.NoteWriting();
  const WritingPlaces places = PlacesForWriting(frame, area);
  Rect page = places.page;
  Question(frame, page, name ? say::kWriteName : say::kWriteRepresentatives);
  page = page.Inset(theme.size.margin, 0);
  DrawTextArea(
      frame, page.TakeTop(theme.Px(200), theme.Px(20)), "##name", draft, name_area_,
      {name ? say::kNamePlaceholder : say::kRepresentativesPlaceholder, keyboard.refused()});
  const Rect row = page.TakeTop(theme.Px(112), theme.Px(20));
  if (keyboard.asks_to_finish()) {
    DrawProblem(frame, row, say::kFinishFirst);
  } else if (name) {
    DrawNameInkRow(frame, row);
  } else {
    DrawRepresentatives(frame, row);
  }
  if (name && keyboard.mode() == WritingMode::kInk && keyboard.Works(WritingMode::kInk)) {
    ButtonLook look;
    look.enabled = !keyboard.ink().empty() && flow_.name_ink().size() < kMaxInkCharacters;
    if (SecondaryButton(frame, page.TakeTop(theme.Px(108)), say::kKeepInk, look) &&
        flow_.AddNameInk(keyboard.ink())) {
      keyboard.ClearInk();
    }
  }
  DrawKeyboardPanel(frame, places, keyboard, draft, panel_, {kRequestNameModes, false});
  Rect footer = places.footer;
  const Rect back = footer.TakeLeft(footer.w * 0.34f, theme.size.gap);
  if (SecondaryButton(frame, back, say::kBack)) name_page_ = false;
  if (PrimaryButton(frame, footer, say::kWritten) && keyboard.MayLeave()) name_page_ = false;
  if (!name_page_) flow_.NoteWriting();
}

// What was understood of them, or that there are too many.
void RequestScreen::DrawRepresentatives(Frame& frame, const Rect& row) {
  const std::vector<std::string> names = flow_.Representatives();
  const std::size_t most = flow_.MostRepresentatives();
  if (names.size() > most) {
    const auto number = [](std::size_t n) { return say::Number(static_cast<std::int64_t>(n)); };
    DrawProblem(
        frame, row,
        say::Fill(say::kTooManyNames, {{"n", number(names.size())}, {"most", number(most)}}));
    return;
  }
  const std::string understood = say::NumberedNames(names);
  const TextStyle style = TextStyle::Of(frame.theme.size.body, Weight::kBold);
  DrawText(frame, row, understood, Fitted(frame, understood, style, row.w));
}

void RequestScreen::DrawNameInkRow(Frame& frame, Rect row) {
  if (flow_.name_ink().empty()) return;
  const Theme& theme = frame.theme;
  const Rect drop = row.TakeRight(theme.size.button * 6 + theme.Px(60), theme.Px(20));
  DrawInkName(frame, row, flow_.name_ink());
  if (SecondaryButton(frame, drop, say::kDropInk)) flow_.RemoveNameInk();
}

}  // namespace studio
