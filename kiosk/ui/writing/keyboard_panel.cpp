#include "ui/writing/keyboard_panel.h"

#include <algorithm>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/words/room_strings.h"
#include "ui/words/strings.h"
#include "ui/writing/candidates.h"
#include "ui/writing/ink_pad.h"

namespace studio {
namespace {

constexpr float kContent = 760;  // below the tabs
constexpr float kPanelPad = 24, kPartGap = 16, kBar = 264, kInkRow = 108;

float TabHeight(const Theme& theme) { return theme.Px(100); }

bool Tab(Frame& frame, const Rect& rect, WritingMode mode, bool chosen, bool works) {
  const std::string_view label = say::ModeName(mode);
  const Press press = PressArea(frame, rect, label);
  const Theme& theme = frame.theme;
  const Palette& c = theme.colour;
  Colour ink = works ? c.ink : c.soft_ink;
  if (chosen) {
    FillRounded(frame, rect, theme.Px(20), press.down ? c.red_pressed : c.red);
    ink = c.on_red;
  } else if (works) {
    FillRounded(frame, rect, theme.Px(20), press.down ? c.dark_key : c.paper);
  }
  if (c.outline_everything || !works)
    OutlineRounded(frame, rect, theme.Px(20), theme.Px(3), c.outline);
  const TextStyle style =
      TextStyle::Of(theme.size.button * 0.92f, Weight::kBold, ink, Align::kCentre);
  Rect inside = rect.Inset(theme.Px(8), 0);
  if (works) {
    DrawText(frame, inside, label, Fitted(frame, label, style, inside.w));
    return press.tapped;
  }
  const TextStyle small = TextStyle::Of(theme.Px(34), Weight::kRegular, ink, Align::kCentre);
  inside = inside.Centred(inside.w, small.size * 2.5f);
  DrawText(frame, inside.TakeTop(inside.h / 2), label, Fitted(frame, label, small, inside.w));
  DrawText(frame, inside, say::kNotNow, Fitted(frame, say::kNotNow, small, inside.w));
  return press.tapped;
}

void DrawTabs(Frame& frame, const Rect& row, Keyboard& keyboard,
              std::span<const WritingMode> modes) {
  const auto cells = row.SplitColumns(static_cast<int>(modes.size()), frame.theme.Px(12));
  for (std::size_t i = 0; i < modes.size(); ++i) {
    const WritingMode mode = modes[i];
    if (Tab(frame, cells[i], mode, mode == keyboard.mode(), keyboard.Works(mode)))
      keyboard.SwitchTo(mode);
  }
}

void DrawNotWorking(Frame& frame, const Rect& area, WritingMode mode, bool voice_closed) {
  const Theme& theme = frame.theme;
  DrawCard(frame, area, theme.size.small_radius, theme.colour.card);
  const Rect inside = area.Inset(theme.Px(60), theme.Px(40));
  const TextStyle title =
      TextStyle::Of(theme.size.section_title, Weight::kBold, theme.colour.ink, Align::kCentre);
  const TextStyle body =
      TextStyle::Of(theme.size.body, Weight::kRegular, theme.colour.soft_ink, Align::kCentre);
  const bool no_room = mode == WritingMode::kVoice && voice_closed;
  const std::string_view why = no_room ? say::kNoRoomForVoice : say::NotWorkingWhy(mode);
  const float icon = theme.Px(110), gap = theme.Px(24);
  const float first = MeasureWrapped(frame, why, inside.w, title);
  const float second = MeasureWrapped(frame, say::kOtherWays, inside.w, body);
  Rect block = inside.Centred(inside.w, icon + gap + first + second);
  DrawIcon(frame, block.TakeTop(icon, gap), mode == WritingMode::kVoice ? "mic_off" : "info", icon,
           theme.colour.icon);
  DrawWrapped(frame, block.TakeTop(first), why, title);
  DrawWrapped(frame, block, say::kOtherWays, body);
}

void DrawInkContent(Frame& frame, Rect area, const KeyTarget& target) {
  const Theme& theme = frame.theme;
  const float gap = theme.Px(kPartGap);
  const Rect row = area.TakeBottom(theme.Px(kInkRow), gap);
  if (target.keyboard.symbols()) return DrawSymbolKeys(frame, area, target);
  const float side = std::min(area.h, area.w - theme.Px(340) - gap);
  DrawInkPad(frame, area.TakeLeft(side, gap).Centred(side, side), target.keyboard);
  DrawInkCandidates(frame, area.Centred(area.w, side), target.keyboard, target.draft);
  DrawInkKeys(frame, row, target);
}

void DrawPhraseContent(Frame& frame, Rect area, const KeyTarget& target) {
  const Theme& theme = frame.theme;
  const bool strokes = target.keyboard.mode() == WritingMode::kStroke;
  const Rect bar = area.TakeTop(theme.Px(kBar), theme.Px(kPartGap));
  DrawCandidateBar(frame, bar, target.keyboard, target.draft,
                   strokes ? say::kStrokeHint : say::kPinyinHint);
  if (target.keyboard.symbols()) {
    DrawSymbolKeys(frame, area, target);
  } else if (strokes) {
    DrawStrokeKeys(frame, area, target);
  } else {
    DrawLetterKeys(frame, area, target);
  }
}

}  // namespace

WritingPlaces PlacesForWriting(const Frame& frame, Rect area) {
  const Theme& theme = frame.theme;
  const float pad = theme.Px(kPanelPad);
  const float height =
      theme.Px(kPartGap) + TabHeight(theme) + theme.Px(kPartGap) + theme.Px(kContent);
  WritingPlaces out;
  if (frame.wide) {
    area.TakeTop(theme.Px(20));
    out.bed = area.TakeRight(area.w * 0.54f);
    out.panel = out.bed.Inset(pad, 0);
    out.panel.TakeBottom(pad);
    out.panel.TakeTop(theme.Px(kPartGap));
    out.footer = TakeFooter(frame, area);
    out.page = area;
    return out;
  }
  out.footer = TakeFooter(frame, area);
  out.panel = area.TakeBottom(height).Inset(pad, 0);
  // Under what the shell takes at the foot, too.
  out.bed = {area.x, out.panel.y, area.w, frame.area.Bottom() + theme.Px(400) - out.panel.y};
  out.panel.TakeTop(theme.Px(kPartGap));
  out.page = area;
  return out;
}

Rect DrawKeyboardPanel(Frame& frame, const WritingPlaces& places, Keyboard& keyboard,
                       TextDraft& draft, KeyboardPanelState& state, const KeyboardPanelLook& look) {
  const Theme& theme = frame.theme;
  FillRoundedTop(frame, places.bed, theme.size.radius, theme.colour.keyboard_bed);
  Rect area = places.panel;
  DrawTabs(frame, area.TakeTop(TabHeight(theme), theme.Px(kPartGap)), keyboard, look.modes);
  const WritingMode mode = keyboard.mode();
  if (!keyboard.Works(mode)) {
    DrawNotWorking(frame, area, mode, keyboard.voice_closed());
    return {};
  }
  const KeyTarget target{keyboard, draft, state.hold, look.line_break};
  switch (mode) {
    case WritingMode::kSentences:
    case WritingMode::kVoice:
      return area;
    case WritingMode::kInk:
      DrawInkContent(frame, area, target);
      return {};
    case WritingMode::kPinyin:
    case WritingMode::kStroke:
      DrawPhraseContent(frame, area, target);
      return {};
    case WritingMode::kDigits:
      DrawDigitKeys(frame, area, target);
      return {};
  }
  return {};
}

}  // namespace studio
