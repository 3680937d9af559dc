#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/tracking/track_screen.h"
#include "ui/words/track_strings.h"

namespace studio {

// A member says that it is granted; who wished has the last word.
void TrackScreen::DrawWhetherCame(Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const bool back = SecondaryButton(frame, TakeFooter(frame, area), say::kBack);
  Question(frame, area, say::kWhetherAsk, say::CaseTitle(*flow_.found(), *parts_.state.station));
  area = area.Inset(theme.size.margin, 0);
  const float height = std::min(theme.Px(frame.wide ? 240 : 300), (area.h - theme.size.gap) / 2);
  if (!frame.wide) area.TakeTop((area.h - 2 * height - theme.size.gap) * 0.5f);
  const bool came = RowTile(frame, area.TakeTop(height, theme.size.gap), say::kWishCame,
                            {"task_alt", say::kWishCameHint, Tone::kJade, true, true});
  const bool not_yet =
      RowTile(frame, area.TakeTop(height), say::kWishNotYet,
              {"hourglass_bottom", say::kWishNotYetHint, Tone::kAmber, true, true});
  if (came || not_yet) flow_.SayWhether(came);
  if (came || not_yet || back) asking_wish_ = false;
}

}  // namespace studio
