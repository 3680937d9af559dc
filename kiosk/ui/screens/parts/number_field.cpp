#include "ui/screens/parts/number_field.h"

#include <algorithm>
#include <numeric>

#include "ui/kit/shapes.h"
#include "ui/press/page_pieces.h"

namespace studio {

std::string GroupDigits(std::string_view digits, const DigitGroups& groups) {
  std::string out;
  for (const std::size_t group : groups) {
    if (digits.empty()) return out;
    if (!out.empty()) out += ' ';
    out += digits.substr(0, group);
    digits.remove_prefix(std::min(group, digits.size()));
  }
  out += digits;
  return out;
}

void DrawNumberField(Frame& frame, const Rect& rect, std::string_view digits,
                     const DigitGroups& groups) {
  const Theme& theme = frame.theme;
  frame.screen_text.Quiet(rect);
  DrawCard(frame, rect, theme.size.radius, theme.colour.card);
  OutlineRounded(frame, rect, theme.size.radius, theme.Px(4), theme.colour.red);

  const std::size_t places = std::accumulate(groups.begin(), groups.end(), std::size_t{0});
  const std::string full = GroupDigits(std::string(std::max(places, digits.size()), '0'), groups);
  const Rect inside = rect.Inset(theme.size.pad, 0);
  const TextStyle style =
      Fitted(frame, full, TextStyle::Of(theme.size.digits, Weight::kBold), inside.w);
  Rect line = inside.Centred(MeasureText(frame, full, style) + 1, inside.h);
  DrawText(frame, line, GroupDigits(digits, groups), style);

  // A dash for every place still empty; the next one in red.
  const float digit = MeasureText(frame, "0", style);
  const float thick = theme.Px(6), y = line.CentreY() + style.size * 0.42f;
  std::size_t place = 0;
  for (std::size_t at = 0; at < full.size(); ++at) {
    if (full[at] == ' ') continue;
    if (place >= digits.size()) {
      const float x = line.x + MeasureText(frame, std::string_view(full).substr(0, at), style);
      FillRounded(frame, {x + digit * 0.12f, y, digit * 0.76f, thick}, thick / 2,
                  place == digits.size() ? theme.colour.red : theme.colour.outline);
    }
    ++place;
  }
}

}  // namespace studio
