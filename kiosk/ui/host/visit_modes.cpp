#include "ui/host/visit_modes.h"

#include <algorithm>
#include <string>

#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

// As wide as the longest of what it says: nothing moves under a finger.
float ReadingWidth(const Frame& frame) {
  return std::max({PillWidth(frame, say::kListen, true), PillWidth(frame, say::kListenStop, true),
                   PillWidth(frame, say::kListenAgain, true)});
}

float Gap(const Frame& frame) { return frame.theme.Px(20); }

void DrawReading(Frame& frame, const Rect& rect, ReadingAloud& reading) {
  const bool speaking = reading.Speaking();
  const std::string_view label = speaking       ? say::kListenStop
                                 : reading.On() ? say::kListenAgain
                                                : say::kListen;
  const ChipLook look{speaking ? "stop_circle" : "volume_up", reading.On()};
  // One button, whatever it says: the finger that comes down on it ends what sounds.
  if (Chip(frame, rect, std::string(label) + "###listen", look)) reading.Pressed();
}

}  // namespace

float VisitModes::Width(const Frame& frame) const {
  const float reading_width = reading.Available() ? ReadingWidth(frame) + Gap(frame) : 0;
  return reading_width + PillWidth(frame, say::kLarge, true) + Gap(frame) +
         PillWidth(frame, say::kContrast, true);
}

void VisitModes::Draw(Frame& frame, Rect& row) {
  const Rect whole = row;
  const auto place = [&](float width) {
    const Rect cell = row.TakeRight(width, Gap(frame));
    return cell.Centred(width, frame.theme.size.chip_height);
  };
  const Rect contrast = place(PillWidth(frame, say::kContrast, true));
  const Rect large = place(PillWidth(frame, say::kLarge, true));
  if (Chip(frame, large, say::kLarge, {"text_increase", theme.extra_large}))
    theme.extra_large = !theme.extra_large;
  if (Chip(frame, contrast, say::kContrast, {"contrast", theme.high_contrast}))
    theme.high_contrast = !theme.high_contrast;
  if (reading.Available()) DrawReading(frame, place(ReadingWidth(frame)), reading);
  frame.screen_text.Quiet({row.Right(), row.y, whole.Right() - row.Right(), row.h});
}

void VisitModes::End() {
  theme = {};
  reading.End();
}

}  // namespace studio
