#include "ui/screens/adding/spoken_row.h"

#include <string>

#include "ui/kit/text.h"
#include "ui/press/widgets.h"
#include "ui/words/strings.h"

namespace studio {

bool SpokenRow::Draw(Frame& frame, Rect row, std::int64_t length_ms, std::string_view note) {
  const Theme& theme = frame.theme;
  const float button = theme.size.button * 2 + theme.Px(64);
  const std::string time = say::ClockOf(length_ms);
  const Rect place = row.TakeLeft(PillWidth(frame, time, true), theme.Px(20));
  StatusPill(frame, place.x, place.CentreY() - theme.size.chip_height / 2, time, "mic", Tone::kJade,
             theme.size.chip_height);
  bool yes = false;
  if (!dropping_) {
    dropping_ = SecondaryButton(frame, row.TakeRight(button, theme.Px(20)), say::kRemoveYes);
  } else {
    const bool no = SecondaryButton(frame, row.TakeRight(button, theme.Px(16)), say::kRemoveNo);
    yes = DangerButton(frame, row.TakeRight(button, theme.Px(16)), say::kRemoveYes);
    if (yes || no) dropping_ = false;
    note = {};
  }
  if (note.empty()) return yes;
  TextStyle style = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  style.line_spacing = 1.3f;
  DrawWrapped(frame, row.Centred(row.w, MeasureWrapped(frame, note, row.w, style)), note, style);
  return yes;
}

}  // namespace studio
