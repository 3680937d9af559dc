#include "shared/bodies/reader_words.h"
#include "ui/press/page_pieces.h"
#include "ui/press/typing.h"
#include "ui/press/widgets.h"
#include "ui/screens/adding/voice_panel.h"
#include "ui/screens/wishes/wish_post_screen.h"
#include "ui/words/wish_strings.h"

namespace studio {
namespace {

constexpr WritingMode kWishWordsModes[] = {WritingMode::kSentences, WritingMode::kVoice,
                                           WritingMode::kInk,       WritingMode::kPinyin,
                                           WritingMode::kStroke,    WritingMode::kDigits};
constexpr float kWishWordsSaidRow = 124;

}  // namespace

void WishPostScreen::DrawWords(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Keyboard& keyboard = words_keyboard_;
  const std::size_t before = flow_.words().text().size();
  ApplyTyping(frame, flow_.words(), keyboard, true);
  const WritingPlaces places = PlacesForWriting(frame, area);
  Rect page = places.page;
  Question(frame, page, say::kAskWish);
  page = page.Inset(theme.size.margin, 0);
  if (!frame.wide) page.TakeBottom(theme.size.gap);
  DrawSaid(frame, page.TakeBottom(theme.Px(kWishWordsSaidRow), theme.Px(20)));
  page.h = std::min(page.h, theme.Px(frame.wide ? 520 : 420));
  DrawTextArea(frame, page, "##wish", flow_.words(), words_area_,
               {say::kWishPlaceholder, keyboard.refused()});
  const Rect own =
      DrawKeyboardPanel(frame, places, keyboard, flow_.words(), panel_, {kWishWordsModes, true});
  if (keyboard.mode() != WritingMode::kVoice && voice_.Busy()) voice_.Stop();
  if (!own.Empty() && keyboard.mode() == WritingMode::kSentences) DrawReady(frame, own);
  if (!own.Empty() && keyboard.mode() == WritingMode::kVoice) {
    DrawCard(frame, own, theme.size.radius, theme.colour.card);
    DrawVoicePanel(frame, own.Inset(theme.Px(40), theme.Px(32)), voice_,
                   WhoHears({RecordKind::kWish}, say::CountyName(flow_.station())));
  }
  if (!voice_.Busy()) voice_unfinished_ = false;
  if (before != flow_.words().text().size()) flow_.NoteWriting();
  Rect footer = places.footer;
  if (SecondaryButton(frame, footer.TakeLeft(footer.w * 0.34f, theme.size.gap), say::kBack)) Back();
  if (PrimaryButton(frame, footer, say::kNext) && MayLeaveWords()) flow_.Next();
}

bool WishPostScreen::MayLeaveWords() {
  // Nobody is cut short: they end it themselves and see that it is kept.
  if (voice_.Busy() && voice_.step() != VoiceStep::kPlaying) {
    voice_unfinished_ = true;
    return false;
  }
  if (voice_.Busy()) voice_.Stop();
  return words_keyboard_.MayLeave();
}

void WishPostScreen::DrawSaid(Frame& frame, Rect row) {
  if (words_keyboard_.asks_to_finish()) return DrawProblem(frame, row, say::kFinishFirst);
  if (voice_unfinished_) return DrawProblem(frame, row, say::kVoiceFirst);
  if (flow_.problem()) return DrawProblem(frame, row, Problem());
  if (!flow_.voice()) return;
  const std::string note = say::WallOfSpoken(flow_);
  if (spoken_row_.Draw(frame, row, flow_.voice()->ref().length_ms, note)) voice_.Drop();
}

void WishPostScreen::DrawReady(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const std::vector<std::string>& ready = say::ReadyWishes();
  PagedList list(frame, area, "ready", ready_scroll_, static_cast<int>(ready.size()),
                 std::max(theme.Px(108), theme.size.body * 2.7f), theme.Px(18));
  for (int i = list.First(); i < list.End(); ++i) {
    const std::string& wish = ready[static_cast<std::size_t>(i)];
    const bool chosen = flow_.HasReady(wish);
    if (!Option(frame, list.Row(i), wish, {chosen ? "favorite" : "favorite_border", chosen}))
      continue;
    if (!flow_.ToggleReady(wish, ready)) words_keyboard_.Refuse();
  }
}

}  // namespace studio
