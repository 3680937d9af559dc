#include "shared/bodies/reader_words.h"
#include "ui/press/page_pieces.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
#include "ui/screens/adding/voice_panel.h"
#include "ui/screens/topics/opinion_screen.h"
#include "ui/words/topic_strings.h"

namespace studio {
namespace {

constexpr WritingMode kOpinionModes[] = {WritingMode::kVoice, WritingMode::kInk,
                                         WritingMode::kPinyin, WritingMode::kStroke,
                                         WritingMode::kDigits};
constexpr float kOpinionSaidRow = 124;

}  // namespace

void OpinionScreen::DrawWords(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  TextDraft& words = flow_.words();
  const std::size_t before = words.text().size();
  ApplyTyping(frame, words, keyboard_, true);
  const WritingPlaces places = PlacesForWriting(frame, area);
  Rect page = places.page;
  Question(frame, page, say::kAskOpinion);
  page = page.Inset(theme.size.margin, 0);
  if (!frame.wide) page.TakeBottom(theme.size.gap);
  DrawSaid(frame, page.TakeBottom(theme.Px(kOpinionSaidRow), theme.Px(20)));
  DrawTextArea(frame, page, "##words", words, words_area_,
               {say::kOpinionPlaceholder, keyboard_.refused()});
  const Rect own =
      DrawKeyboardPanel(frame, places, keyboard_, words, panel_, {kOpinionModes, true});
  if (keyboard_.mode() != WritingMode::kVoice && voice_.Busy()) voice_.Stop();
  if (!own.Empty() && keyboard_.mode() == WritingMode::kVoice) {
    DrawCard(frame, own, theme.size.radius, theme.colour.card);
    DrawVoicePanel(frame, own.Inset(theme.Px(40), theme.Px(32)), voice_,
                   WhoHears({RecordKind::kOpinion}, say::CountyName(*parts_.state.station)));
  }
  if (!voice_.Busy()) voice_unfinished_ = false;
  if (before != words.text().size()) flow_.NoteWriting();
  Rect footer = places.footer;
  if (SecondaryButton(frame, footer.TakeLeft(footer.w * 0.34f, theme.size.gap), say::kBack)) Back();
  if (PrimaryButton(frame, footer, say::kNext) && MayLeaveWords()) flow_.Next();
}

bool OpinionScreen::MayLeaveWords() {
  // Nobody is cut short: they end it themselves and see that it is kept.
  if (voice_.Busy() && voice_.step() != VoiceStep::kPlaying) {
    voice_unfinished_ = true;
    return false;
  }
  if (voice_.Busy()) voice_.Stop();
  return keyboard_.MayLeave();
}

void OpinionScreen::DrawSaid(Frame& frame, Rect row) {
  const Theme& theme = frame.theme;
  if (keyboard_.asks_to_finish()) return DrawProblem(frame, row, say::kFinishFirst);
  if (voice_unfinished_) return DrawProblem(frame, row, say::kVoiceFirst);
  if (const std::string problem = Problem(); !problem.empty())
    return DrawProblem(frame, row, problem);
  TextStyle style = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  style.line_spacing = 1.3f;
  if (!flow_.voice()) {
    if (flow_.stance() == Stance::kSuggest) return;
    const float height = MeasureWrapped(frame, say::kOpinionMay, row.w, style);
    DrawWrapped(frame, row.Centred(row.w, height), say::kOpinionMay, style);
    return;
  }
  if (spoken_row_.Draw(frame, row, flow_.voice()->ref().length_ms)) voice_.Drop();
}

}  // namespace studio
