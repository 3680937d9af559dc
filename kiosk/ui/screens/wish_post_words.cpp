#include "ui/screens/page_pieces.h"
#include "ui/screens/wish_post_screen.h"
#include "ui/typing.h"
#include "ui/widgets.h"
#include "ui/wish_strings.h"

namespace studio {
namespace {

constexpr WritingMode kModes[] = {WritingMode::kSentences, WritingMode::kInk, WritingMode::kPinyin,
                                  WritingMode::kStroke, WritingMode::kDigits};

}  // namespace

void WishPostScreen::DrawWords(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  Keyboard& keyboard = words_keyboard_;
  const std::size_t before = flow_.words().text().size();
  ApplyTyping(frame, flow_.words(), keyboard, false);
  const WritingPlaces places = PlacesForWriting(frame, area);
  Rect page = places.page;
  Question(frame, page, say::kAskWish);
  page = page.Inset(theme.size.margin, 0);
  if (!frame.wide) page.TakeBottom(theme.size.gap);
  const std::string_view problem =
      keyboard.asks_to_finish() ? std::string_view(say::kFinishFirst) : Problem();
  if (!problem.empty()) DrawProblem(frame, page.TakeBottom(theme.Px(112), theme.Px(20)), problem);
  page.h = std::min(page.h, theme.Px(frame.wide ? 520 : 420));
  DrawTextArea(frame, page, "##wish", flow_.words(), words_area_,
               {say::kWishPlaceholder, keyboard.refused()});
  const Rect own =
      DrawKeyboardPanel(frame, places, keyboard, flow_.words(), panel_, {kModes, false});
  if (!own.Empty() && keyboard.mode() == WritingMode::kSentences) DrawReady(frame, own);
  if (before != flow_.words().text().size()) flow_.NoteWriting();
  Rect footer = places.footer;
  if (SecondaryButton(frame, footer.TakeLeft(footer.w * 0.34f, theme.size.gap), say::kBack)) Back();
  if (PrimaryButton(frame, footer, say::kNext) && keyboard.MayLeave()) flow_.Next();
}

void WishPostScreen::DrawReady(Frame& frame, const Rect& area) {
  const Theme& theme = frame.theme;
  const std::vector<std::string>& ready = say::ReadyWishes();
  PagedList list(frame, area, "ready", ready_scroll_, static_cast<int>(ready.size()),
                 std::max(theme.Px(108), theme.size.body * 2.7f), theme.Px(18));
  for (int i = list.First(); i < list.End(); ++i) {
    const std::string& wish = ready[static_cast<std::size_t>(i)];
    if (Option(frame, list.Row(i), wish, {"favorite_border"})) flow_.UseReady(wish);
  }
}

}  // namespace studio
