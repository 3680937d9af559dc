#include "ui/screens/request/request_name_page.h"

#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
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

RequestNamePage::RequestNamePage(const WaysOfSaying& ways, RequestFlow& flow)
    : flow_(flow), keyboard_(ways, WritingMode::kSentences, WrittenThing::kName) {}

TextDraft& RequestNamePage::Draft() const {
  return whose_ == Whose::kSender ? flow_.name() : flow_.representatives();
}

void RequestNamePage::Open(Whose whose, WritingMode as_before) {
  if (whose_ != whose) keyboard_.Abandon();
  whose_ = whose;
  open_ = true;
  if (Writes(keyboard_.mode())) return;
  // As they wrote before; else the first way that works.
  if (Writes(as_before)) return keyboard_.SwitchTo(as_before);
  for (const WritingMode mode : kRequestNameModes) {
    if (!keyboard_.Works(mode)) continue;
    return keyboard_.SwitchTo(mode);
  }
}

void RequestNamePage::Draw(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool name = whose_ == Whose::kSender;
  TextDraft& draft = Draft();
  if (ApplyTyping(frame, draft, keyboard_, false)) flow_.NoteWriting();
  const WritingPlaces places = PlacesForWriting(frame, area);
  Rect page = places.page;
  Question(frame, page, name ? say::kWriteName : say::kWriteRepresentatives);
  page = page.Inset(theme.size.margin, 0);
  const bool keeps_ink =
      name && keyboard_.mode() == WritingMode::kInk && keyboard_.Works(WritingMode::kInk);
  const float below = theme.Px(20 + 112 + 20) + (keeps_ink ? theme.Px(108 + 24) : 0);
  const float text = std::clamp(page.h - below, theme.Px(140), theme.Px(200));
  DrawTextArea(
      frame, page.TakeTop(text, theme.Px(20)), "##name", draft, text_area_,
      {name ? say::kNamePlaceholder : say::kRepresentativesPlaceholder, keyboard_.refused()});
  const Rect row = page.TakeTop(theme.Px(112), theme.Px(20));
  if (keyboard_.asks_to_finish()) {
    DrawProblem(frame, row, say::kFinishFirst);
  } else if (name) {
    DrawInkRow(frame, row);
  } else {
    DrawRepresentatives(frame, row);
  }
  if (keeps_ink) {
    ButtonLook look;
    look.enabled = !keyboard_.ink().empty() && flow_.name_ink().size() < kMaxInkCharacters;
    if (SecondaryButton(frame, page.TakeTop(theme.Px(108)), say::kKeepInk, look) &&
        flow_.AddNameInk(keyboard_.ink())) {
      keyboard_.ClearInk();
    }
  }
  DrawKeyboardPanel(frame, places, keyboard_, draft, panel_, {kRequestNameModes, false});
  Rect footer = places.footer;
  const Rect back = footer.TakeLeft(footer.w * 0.34f, theme.size.gap);
  if (SecondaryButton(frame, back, say::kBack)) Close();
  if (PrimaryButton(frame, footer, say::kWritten) && keyboard_.MayLeave()) Close();
  if (!open_) flow_.NoteWriting();
}

// What was understood of them, or that there are too many.
void RequestNamePage::DrawRepresentatives(Frame& frame, const Rect& row) {
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

void RequestNamePage::DrawInkRow(Frame& frame, Rect row) {
  if (flow_.name_ink().empty()) return;
  const Theme& theme = frame.theme;
  const Rect drop = row.TakeRight(theme.size.button * 6 + theme.Px(60), theme.Px(20));
  DrawInkName(frame, row, flow_.name_ink());
  if (SecondaryButton(frame, drop, say::kDropInk)) flow_.RemoveNameInk();
}

}  // namespace studio
