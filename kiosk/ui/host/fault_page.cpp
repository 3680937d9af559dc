#include "ui/host/fault_page.h"

#include <algorithm>
#include <string>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

std::string_view SentenceOf(Fault fault) {
  switch (fault) {
    case Fault::kStorageFull:
      return say::kFaultFull;
    case Fault::kNotEnrolled:
      return say::kFaultNotEnrolled;
    case Fault::kNewerDatabase:
      return say::kFaultNewer;
    case Fault::kCrashing:
      return say::kFaultCrashing;
    case Fault::kStorageBroken:
    case Fault::kDatabaseSalvaged:
    case Fault::kNone:
      break;
  }
  return say::kFaultBroken;
}

}  // namespace

void DrawFaultPage(Frame& frame, const KioskState& state, std::int64_t since_ms) {
  const Theme& theme = frame.theme;
  // What is broken may be mended while the page stands there.
  frame.RequestRedrawAt(frame.now.monotonic_ms + 30'000);
  const Station& station = *state.station;
  const std::string& phone =
      station.studio.phone.empty() ? station.county.phone : station.studio.phone;
  const std::int64_t now_ms = state.CountyMs(frame.now);
  const std::int64_t then_ms = now_ms - (frame.now.monotonic_ms - since_ms);
  const std::string since = say::Fill(say::kFaultSince, {{"when", say::WhenOf(then_ms, now_ms)}});
  const std::string call = phone.empty() ? "" : say::Fill(say::kFaultCall, {{"phone", phone}});
  const auto centred = [](float size, Weight weight, Colour colour) {
    return TextStyle::Of(size, weight, colour, Align::kCentre);
  };
  const struct {
    std::string_view words;
    TextStyle style;
  } lines[] = {
      {say::kFaultTitle, centred(theme.size.page_title, Weight::kBold, theme.colour.ink)},
      {SentenceOf(state.fault), centred(theme.size.button, Weight::kRegular, theme.colour.ink)},
      {say::kFaultKept, centred(theme.size.body, Weight::kRegular, theme.colour.soft_ink)},
      {since, centred(theme.size.body, Weight::kRegular, theme.colour.soft_ink)},
      {call, centred(theme.size.page_title, Weight::kBold, theme.colour.red)},
  };
  const float pad = theme.Px(64), gap = theme.Px(32), icon = theme.Px(140);
  Rect card = frame.area.Inset(theme.size.margin, theme.size.margin);
  card = card.Centred(std::min(card.w, theme.Px(1300)), card.h);
  float height = 2 * pad + icon;
  for (const auto& line : lines) {
    if (line.words.empty()) continue;
    height += gap + MeasureWrapped(frame, line.words, card.w - 2 * pad, line.style);
  }
  card = card.Centred(card.w, std::min(card.h, height));
  DrawCard(frame, card);
  card = card.Inset(pad);
  DrawIcon(frame, card.TakeTop(icon), "build", theme.Px(120), theme.colour.amber);
  for (const auto& line : lines) {
    if (line.words.empty()) continue;
    card.TakeTop(gap);
    card.TakeTop(DrawWrapped(frame, card, line.words, line.style));
  }
}

}  // namespace studio
