#include <algorithm>

#include "app/saying/ready_sentence.h"
#include "shared/bodies/reader_words.h"
#include "ui/press/page_pieces.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/voice_panel.h"
#include "ui/screens/request/request_screen.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr WritingMode kRequestWordsModes[] = {WritingMode::kSentences, WritingMode::kVoice,
                                              WritingMode::kInk,       WritingMode::kPinyin,
                                              WritingMode::kStroke,    WritingMode::kDigits};
constexpr float kAddedRow = 112;

}  // namespace

void RequestScreen::DrawWords(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Keyboard& keyboard = words_keyboard_;
  const std::size_t before = flow_.words().text().size();
  ApplyTyping(frame, flow_.words(), keyboard, true);
  const WritingPlaces places = PlacesForWriting(frame, area);
  Rect page = places.page;
  Question(frame, page, say::kAskWords);
  page = page.Inset(theme.size.margin, 0);
  if (!frame.wide) page.TakeBottom(theme.size.gap);
  DrawAdded(frame, page.TakeBottom(theme.Px(kAddedRow), theme.Px(20)));
  DrawTextArea(frame, page, "##words", flow_.words(), words_area_,
               {say::kWordsPlaceholder, keyboard.refused()});

  const Rect own =
      DrawKeyboardPanel(frame, places, keyboard, flow_.words(), panel_, {kRequestWordsModes, true});
  if (keyboard.mode() != WritingMode::kVoice && voice_.Busy()) voice_.Stop();
  if (!own.Empty() && keyboard.mode() == WritingMode::kSentences) DrawSentences(frame, own);
  if (!own.Empty() && keyboard.mode() == WritingMode::kVoice) {
    DrawCard(frame, own, theme.size.radius, theme.colour.card);
    DrawVoicePanel(frame, own.Inset(theme.Px(40), theme.Px(32)), voice_,
                   WhoHears(flow_.Choice(), say::CountyName(flow_.station())));
  }
  if (!voice_.Busy()) voice_unfinished_ = false;
  if (before != flow_.words().text().size()) {
    flow_.NoteWriting();
    camera_missing_ = false;
  }
  Rect footer = places.footer;
  const Rect back = footer.TakeLeft(footer.w * 0.34f, theme.size.gap);
  DrawFooterButtons(frame, back, footer, say::kNext);
}

bool RequestScreen::MayLeaveWords() {
  camera_missing_ = false;
  // Nobody is cut short: they end it themselves and see that it is kept.
  if (voice_.Busy() && voice_.step() != VoiceStep::kPlaying) {
    voice_unfinished_ = true;
    return false;
  }
  if (voice_.Busy()) voice_.Stop();
  return words_keyboard_.MayLeave();
}

std::string_view RequestScreen::WordsProblem() const {
  if (words_keyboard_.asks_to_finish()) return say::kFinishFirst;
  if (voice_unfinished_) return say::kVoiceFirst;
  if (camera_missing_) return say::kNoCamera;
  if (const auto problem = flow_.problem()) return say::ProblemLine(*problem);
  return {};
}

void RequestScreen::DrawSentences(Frame& frame, Rect area) {
  const auto& sentences = flow_.category()->sentences;
  if (sentences.empty()) return DrawEmptyPage(frame, area, "edit_note", say::kNoSentences);
  const Theme& theme = frame.theme;
  PagedList list(frame, area, "sentences", sentences_scroll_, static_cast<int>(sentences.size()),
                 std::max(theme.Px(108), theme.size.body * 2.7f), theme.Px(18));
  for (int i = list.First(); i < list.End(); ++i) {
    const std::string& sentence = sentences[static_cast<std::size_t>(i)];
    const bool chosen = SaysSentence(flow_.words().text(), sentence);
    if (!Option(frame, list.Row(i), sentence,
                {chosen ? "check_circle" : "add_circle_outline", chosen}))
      continue;
    if (!flow_.ToggleSentence(sentence)) words_keyboard_.Refuse();
  }
}

}  // namespace studio
