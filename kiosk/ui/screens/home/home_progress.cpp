// What the studio as a whole owes and has done, as a poster among those of home.
#include <algorithm>
#include <optional>

#include "shared/mechanism/fraction.h"
#include "ui/kit/text_layout.h"
#include "ui/press/page_pieces.h"
#include "ui/screens/home/home_screen.h"
#include "ui/words/strings.h"
#include "ui/words/wall_strings.h"

namespace studio {
namespace {

// 1: all of it is done. nullopt: no figure that a bar can show.
std::optional<float> PartOf(const StudioQuota& quota) {
  const auto done = Fraction::Parse(quota.done), owed = Fraction::Parse(quota.owed);
  if (!done || !owed || *owed <= Fraction(0)) return std::nullopt;
  return ShareDone(*done, *owed);
}

void DrawQuota(Frame& frame, Rect row, const StudioQuota& quota, const TextStyle& name) {
  const Theme& theme = frame.theme;
  const TextStyle soft =
      TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kRight);
  const std::string said = say::Fill(
      say::kProgressOf,
      {{"stretch", say::StretchWord(quota.per)}, {"owed", quota.owed}, {"done", quota.done}});
  Rect line = row.TakeTop(name.size * name.line_spacing, theme.Px(10));
  DrawText(frame, line.TakeRight(MeasureText(frame, said, soft) + 1, theme.Px(24)), said, soft);
  DrawText(frame, line, quota.title, Fitted(frame, quota.title, name, line.w));
  if (const auto part = PartOf(quota)) {
    DrawProgress(frame, row.TakeTop(theme.Px(18)), *part,
                 *part >= 1 ? theme.colour.jade : theme.colour.amber);
  }
}

}  // namespace

// Sums of a stretch that is over say nothing of today.
std::vector<StudioQuota> HomeScreen::QuotasNow(const Frame& frame) const {
  const std::string today = LocalTime::At(parts_.state.CountyMs(frame.now)).Date();
  std::vector<StudioQuota> out;
  for (const StudioQuota& quota : parts_.state.station->progress.quotas) {
    if (quota.from <= today && today <= quota.to) out.push_back(quota);
  }
  return out;
}

void HomeScreen::DrawProgressPoster(Frame& frame, Rect area,
                                    const std::vector<StudioQuota>& quotas) {
  const Theme& theme = frame.theme;
  const float pad = theme.Px(frame.wide ? 48 : 72), gap = theme.Px(frame.wide ? 28 : 44);
  TextStyle title = TextStyle::Of(theme.size.home_title, Weight::kBold).Lines(2);
  title.line_spacing = 1.3f;
  const TextStyle name = TextStyle::Of(theme.size.button, Weight::kBold);
  const float width = area.w - 2 * pad;
  const float title_height = MeasureWrapped(frame, say::kProgressTitle, width, title);
  const float around = 2 * pad + theme.size.chip_height + title_height + gap;
  const float row = name.size * name.line_spacing + theme.Px(28) + gap;
  const auto room = static_cast<std::size_t>(std::max(1.f, (area.h - around) / row));
  const std::size_t shown = std::min(room, quotas.size());
  Rect card = area.Centred(area.w, around + row * static_cast<float>(shown));
  DrawCard(frame, card);
  card = card.Inset(pad);
  DrawPills(frame, card.TakeTop(theme.size.chip_height, gap),
            {{std::string(say::kProgress), "event_note", Tone::kJade}});
  DrawWrapped(frame, card.TakeTop(title_height, gap), say::kProgressTitle, title);
  for (std::size_t i = 0; i < shown; ++i) DrawQuota(frame, card.TakeTop(row), quotas[i], name);
}

}  // namespace studio
