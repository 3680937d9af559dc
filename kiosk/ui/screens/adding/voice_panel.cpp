#include "ui/screens/adding/voice_panel.h"

#include <algorithm>
#include <cmath>

#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/parts/round_button.h"
#include "ui/words/strings.h"

namespace studio {
namespace {

constexpr int kBars = 7;             // of the level, on each side
constexpr float kRoomForDigits = 7;  // times their height: else they stand beside the heading

TextStyle Centred(float size, Weight weight, Colour colour) {
  return TextStyle::Of(size, weight, colour, Align::kCentre);
}

void DrawWhoHears(Frame& frame, Rect& area, std::string_view who) {
  const Theme& theme = frame.theme;
  const Rect line = area.TakeBottom(theme.size.small * 1.4f, theme.Px(16));
  const TextStyle style = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const float icon = theme.size.small * 1.2f, gap = theme.Px(12);
  const TextStyle fitted = Fitted(frame, who, style, line.w - icon - gap);
  Rect row = line.Centred(icon + gap + MeasureText(frame, who, fitted), line.h);
  DrawIcon(frame, row.TakeLeft(icon, gap), "hearing", icon, theme.colour.jade);
  DrawText(frame, row, who, fitted);
}

void DrawProblemLine(Frame& frame, Rect& area, const VoiceNote& note) {
  if (!note.problem()) return;
  const Theme& theme = frame.theme;
  DrawProblem(frame, area.TakeTop(theme.size.body * 2.6f + theme.Px(16), theme.Px(20)),
              say::ProblemLine(*note.problem()));
}

// A title in the middle with a smaller line under it.
void DrawHeading(Frame& frame, Rect& area, std::string_view title, std::string_view hint,
                 Colour colour) {
  const Theme& theme = frame.theme;
  const TextStyle style = Centred(theme.size.card_title, Weight::kBold, colour);
  DrawText(frame, area.TakeTop(theme.size.card_title * 1.4f), title,
           Fitted(frame, title, style, area.w));
  if (hint.empty()) return;
  DrawText(frame, area.TakeTop(theme.size.body * 1.4f, theme.Px(10)), hint,
           Centred(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
}

// Bars on both sides of the button, higher the louder it is, highest beside the button.
void DrawLevel(Frame& frame, const Rect& disc, const Rect& area, float level) {
  if (disc.Empty()) return;
  const Theme& theme = frame.theme;
  const float width = theme.Px(18), apart = theme.Px(36);
  for (int i = 0; i < kBars; ++i) {
    const float weight = 1.f - static_cast<float>(i) / kBars;
    const float height =
        std::max(width, std::round(disc.h * 0.8f * std::min(1.f, level * (0.35f + weight))));
    const float off = disc.w / 2 + theme.Px(48) + static_cast<float>(i) * apart;
    for (const float x : {disc.CentreX() - off - width, disc.CentreX() + off}) {
      const Rect bar{x, disc.CentreY() - height / 2, width, height};
      if (bar.x < area.x || bar.Right() > area.Right()) continue;
      FillPill(frame, bar, height > width ? theme.colour.red : theme.colour.track);
    }
  }
}

void DrawIdle(Frame& frame, Rect area, VoiceNote& note) {
  DrawProblemLine(frame, area, note);
  const bool available = note.Available();
  if (!available && !note.problem()) {
    DrawProblem(frame,
                area.TakeTop(frame.theme.size.body * 2.6f + frame.theme.Px(16), frame.theme.Px(20)),
                say::ProblemLine(VoiceProblem::kAbsent));
  }
  if (available) {
    DrawText(frame, area.TakeBottom(frame.theme.size.body * 1.4f, frame.theme.Px(20)),
             say::kVoiceStartHint,
             Centred(frame.theme.size.body, Weight::kRegular, frame.theme.colour.soft_ink));
  }
  if (RoundButton(frame, area, say::kVoiceStart, available ? "mic" : "mic_off", available)) {
    note.Start();
  }
}

void DrawRecording(Frame& frame, Rect area, VoiceNote& note) {
  const Theme& theme = frame.theme;
  const std::string elapsed = say::ClockOf(note.elapsed_ms());
  const std::string_view title = note.Silent() ? say::kVoiceNoSound : say::kVoiceListening;
  const Colour colour = note.Silent() ? theme.colour.amber_tint.ink : theme.colour.red;
  if (area.h < theme.size.digits * kRoomForDigits) {
    DrawHeading(frame, area, std::string(title) + "  " + elapsed, {}, colour);
  } else {
    DrawHeading(frame, area, title, {}, colour);
    DrawText(frame, area.TakeTop(theme.size.digits * 1.2f, theme.Px(10)), elapsed,
             Centred(theme.size.digits, Weight::kBold, theme.colour.ink));
  }
  const std::string left = say::Fill(say::kVoiceLeft, {{"time", say::LengthOf(note.left_ms())}});
  DrawText(frame, area.TakeBottom(theme.size.body * 1.4f, theme.Px(10)), left,
           Centred(theme.size.body, Weight::kRegular, theme.colour.soft_ink));
  const Rect bar = area.TakeBottom(theme.Px(16), theme.Px(20));
  DrawProgress(frame, bar.Inset(bar.w * 0.1f, 0),
               static_cast<float>(note.elapsed_ms()) / static_cast<float>(kVoiceLimitMs),
               theme.colour.red);
  DrawLevel(frame, RoundButtonDisc(frame, area), area, note.level());
  if (RoundButton(frame, area, say::kVoiceStop, "stop")) note.Stop();
}

void DrawSaving(Frame& frame, const Rect& area) {
  DrawText(frame, area, say::kVoiceSaving,
           Centred(frame.theme.size.card_title, Weight::kBold, frame.theme.colour.soft_ink));
}

void DrawPlaying(Frame& frame, Rect area, VoiceNote& note) {
  const Theme& theme = frame.theme;
  DrawHeading(frame, area, say::kVoicePlaying,
              say::ClockOf(note.elapsed_ms()) + " / " + say::ClockOf(note.length_ms()),
              theme.colour.jade);
  const Rect bar = area.TakeTop(theme.Px(16), theme.Px(20));
  const float length = std::max(1.f, static_cast<float>(note.length_ms()));
  DrawProgress(frame, bar.Inset(bar.w * 0.1f, 0), static_cast<float>(note.elapsed_ms()) / length,
               theme.colour.jade);
  if (RoundButton(frame, area, say::kVoiceEnough, "stop")) note.Stop();
}

void DrawRecorded(Frame& frame, Rect area, VoiceNote& note) {
  const Theme& theme = frame.theme;
  DrawProblemLine(frame, area, note);
  const auto buttons =
      area.TakeBottom(theme.size.button_height, theme.size.gap).SplitColumns(2, theme.size.gap);
  DrawHeading(frame, area, say::Fill(say::kVoiceKept, {{"time", say::LengthOf(note.length_ms())}}),
              {}, theme.colour.jade);
  if (RoundButton(frame, area, say::kVoiceListen, "play_arrow")) return note.Listen();
  if (SecondaryButton(frame, buttons[0], say::kVoiceAgain, {"replay", note.has_room()}))
    return note.Start();
  if (SecondaryButton(frame, buttons[1], say::kVoiceDrop, {"delete_outline"})) note.Drop();
}

}  // namespace

void DrawVoicePanel(Frame& frame, Rect area, VoiceNote& note, std::string_view who_hears) {
  DrawWhoHears(frame, area, who_hears);
  switch (note.step()) {
    case VoiceStep::kIdle:
      return DrawIdle(frame, area, note);
    case VoiceStep::kRecording:
      return DrawRecording(frame, area, note);
    case VoiceStep::kSaving:
      return DrawSaving(frame, area);
    case VoiceStep::kRecorded:
      return DrawRecorded(frame, area, note);
    case VoiceStep::kPlaying:
      return DrawPlaying(frame, area, note);
  }
}

}  // namespace studio
