#include "ui/screens/parts/consent_lines.h"

#include <algorithm>

#include "ui/kit/text.h"

namespace studio {

void DrawConsentLines(Frame& frame, Rect inside, const std::vector<ConsentLine>& lines) {
  const Theme& theme = frame.theme;
  const float icon = theme.Px(56), gap = theme.Px(22);
  const float title = theme.size.body * 3.4f;
  const float width = inside.w - icon - 2 * gap - title;
  TextStyle style = TextStyle::Of(theme.size.body);
  style.line_spacing = 1.3f;
  const auto height_of = [&](const ConsentLine& line) {
    return std::max(style.size * style.line_spacing,
                    MeasureWrapped(frame, line.text, width, style));
  };
  const auto total = [&] {
    float sum = 0;
    for (const ConsentLine& line : lines) sum += height_of(line);
    return sum;
  };
  if (total() > inside.h) style.size = theme.size.small;
  const float spare = std::max(0.f, inside.h - total()) / static_cast<float>(lines.size());
  for (const ConsentLine& line : lines) {
    const float height = height_of(line);
    Rect row = inside.TakeTop(height + spare);
    DrawIcon(frame, row.TakeLeft(icon, gap), line.icon, icon, theme.colour.red);
    DrawText(frame, row.TakeLeft(title, gap), line.title, TextStyle::Of(style.size, Weight::kBold));
    DrawWrapped(frame, row.Centred(row.w, height), line.text, style);
  }
}

}  // namespace studio
