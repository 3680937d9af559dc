#include <algorithm>

#include "shared/bodies/reader_words.h"
#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
#include "ui/screens/adding/voice_panel.h"
#include "ui/screens/tracking/rating_screen.h"
#include "ui/words/track_strings.h"

namespace studio {
namespace {

constexpr WritingMode kRatingModes[] = {WritingMode::kVoice, WritingMode::kInk,
                                        WritingMode::kPinyin, WritingMode::kStroke,
                                        WritingMode::kDigits};

}  // namespace

// At a way that works, where the last one does not.
void RatingScreen::OpenWords() {
  if (keyboard_.Works(keyboard_.mode())) return;
  const auto works = std::find_if(std::begin(kRatingModes), std::end(kRatingModes),
                                  [&](WritingMode mode) { return keyboard_.Works(mode); });
  if (works != std::end(kRatingModes)) keyboard_.SwitchTo(*works);
}

bool RatingScreen::MayLeaveWords() {
  // Nobody is cut short: they end it themselves and see that it is kept.
  if (voice_.Busy() && voice_.step() != VoiceStep::kPlaying) {
    voice_unfinished_ = true;
    return false;
  }
  if (voice_.Busy()) voice_.Stop();
  return keyboard_.MayLeave();
}

void RatingScreen::DrawWords(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  ApplyTyping(frame, flow_.words(), keyboard_, true);
  const WritingPlaces places = PlacesForWriting(frame, area);
  Rect page = places.page;
  Question(frame, page, say::kSayAsk);
  page = page.Inset(theme.size.margin, 0);
  if (!frame.wide) page.TakeBottom(theme.size.gap);
  if (!voice_.Busy()) voice_unfinished_ = false;
  const std::string_view problem = keyboard_.asks_to_finish() ? say::kFinishFirst
                                   : voice_unfinished_        ? say::kVoiceFirst
                                                              : std::string_view();
  if (!problem.empty()) DrawProblem(frame, page.TakeBottom(theme.Px(112), theme.Px(20)), problem);
  DrawTextArea(frame, page, "##words", flow_.words(), words_area_,
               {say::kSayPlaceholder, keyboard_.refused()});
  const Rect own =
      DrawKeyboardPanel(frame, places, keyboard_, flow_.words(), panel_, {kRatingModes, true});
  if (keyboard_.mode() != WritingMode::kVoice && voice_.Busy()) voice_.Stop();
  if (!own.Empty() && keyboard_.mode() == WritingMode::kVoice) {
    DrawCard(frame, own, theme.size.radius, theme.colour.card);
    DrawVoicePanel(frame, own.Inset(theme.Px(40), theme.Px(32)), voice_,
                   WhoHears({RecordKind::kRating}, say::CountyName(*parts_.state.station)));
  }
  if (PrimaryButton(frame, places.footer, say::kSayDone, {"check"}) && MayLeaveWords())
    flow_.Next();
}

}  // namespace studio
