#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/paged_words.h"
#include "ui/screens/tracking/track_screen.h"
#include "ui/words/track_strings.h"

namespace studio {

void TrackScreen::DrawReply(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const std::vector<CaseReply> replies = RepliesOf(*flow_.found());
  if (reply_ >= replies.size()) {
    reading_ = false;
    return;
  }
  Rect footer = TakeFooter(frame, area);
  area = area.Inset(theme.size.margin, theme.Px(12));
  const std::string by = say::ReplyBy(replies[reply_], reply_, replies.size());
  TextStyle soft = TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink);
  soft.line_spacing = 1.35f;
  if (!by.empty()) area.TakeTop(DrawWrapped(frame, area, by, soft), theme.Px(20));
  std::size_t turned = reply_;
  if (replies.size() > 1) {
    const auto turns =
        area.TakeBottom(theme.size.button_height, theme.size.gap).SplitColumns(2, theme.size.gap);
    const bool earlier = reply_ > 0, later = reply_ + 1 < replies.size();
    if (SecondaryButton(frame, turns[0], say::kEarlierReply,
                        {"chevron_left", earlier, {}, Taps::kAgain}))
      --turned;
    if (SecondaryButton(frame, turns[1], say::kLaterReply,
                        {"chevron_right", later, {}, Taps::kAgain}))
      ++turned;
  }
  DrawCard(frame, area);
  TextStyle style = TextStyle::Of(theme.size.button);
  style.line_spacing = 1.5f;
  DrawPagedWords(frame, area.Inset(theme.size.pad, theme.Px(32)),
                 say::ReplyWords(replies[reply_], *parts_.state.station), style, reply_page_);
  if (turned != reply_) reply_page_ = 0;
  reply_ = turned;
  if (flow_.CanRate()) {
    const Rect rate = footer.TakeRight((footer.w - theme.size.gap) / 2, theme.size.gap);
    if (PrimaryButton(frame, rate, say::kRateNow)) Rate();
  }
  if (SecondaryButton(frame, footer, say::kBackToCourse, {"timeline"})) reading_ = false;
}

}  // namespace studio
