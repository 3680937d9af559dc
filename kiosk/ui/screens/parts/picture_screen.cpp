#include "ui/screens/parts/picture_screen.h"

#include <cstdint>
#include <string>

#include "ui/press/widgets.h"
#include "ui/screens/parts/photo_thumb.h"
#include "ui/words/strings.h"

namespace studio {

void PictureScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  const bool several = pictures_.size() > 1;
  const std::string n = say::Number(static_cast<std::int64_t>(shown_ + 1));
  const std::string all = say::Number(static_cast<std::int64_t>(pictures_.size()));
  const std::string title =
      several ? say::Fill(say::kPictureOf, {{"n", n}, {"all", all}}) : std::string(say::kPicture);
  if (Header(frame, area, title)) return parts_.navigator.Pop();
  const std::vector<Rect> foot =
      TakeFooter(frame, area).SplitColumns(several ? 3 : 1, theme.size.gap);
  if (SecondaryButton(frame, foot[0], say::kBack)) return parts_.navigator.Pop();
  DrawPictureSheet(frame, area.Inset(theme.size.margin, theme.Px(8)), pictures_[shown_],
                   theme.colour.paper);
  if (!several) return;
  const bool before =
      SecondaryButton(frame, foot[1], say::kPictureBefore, {"", shown_ > 0, {}, Taps::kAgain});
  const bool after = SecondaryButton(frame, foot[2], say::kPictureAfter,
                                     {"", shown_ + 1 < pictures_.size(), {}, Taps::kAgain});
  if (before) --shown_;
  if (after) ++shown_;
}

}  // namespace studio
