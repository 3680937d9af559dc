#include "ui/screens/manage/health_screen.h"

#include <algorithm>
#include <vector>

#include "ui/kit/shapes.h"
#include "ui/kit/text.h"
#include "ui/press/page_pieces.h"
#include "ui/press/widgets.h"
#include "ui/screens/manage/hub_screen.h"
#include "ui/words/staff/link_strings.h"

namespace studio {
namespace {

struct LevelLook {
  Tone tone;
  std::string_view icon;
};

LevelLook LookOf(HealthLevel level) {
  switch (level) {
    case HealthLevel::kBad:
      return {Tone::kRed, "cancel"};
    case HealthLevel::kAttention:
      return {Tone::kAmber, "error"};
    case HealthLevel::kAbsent:
      return {Tone::kSand, "remove_circle_outline"};
    case HealthLevel::kUnknown:
      return {Tone::kSand, "help_outline"};
    case HealthLevel::kGood:
      break;
  }
  return {Tone::kJade, "check_circle"};
}

TextStyle NameStyle(const Theme& theme) { return TextStyle::Of(theme.size.body, Weight::kBold); }
TextStyle LineStyle(const Theme& theme) {
  TextStyle style = TextStyle::Of(theme.size.body);
  style.line_spacing = 1.3f;
  return style;
}
float NameWidth(const Frame& frame) {
  return MeasureText(frame, say::HealthName(HealthItem::kCanary), NameStyle(frame.theme)) +
         frame.theme.Px(28);
}
float Pad(const Theme& theme) { return theme.Px(18); }
float IconSize(const Theme& theme) { return theme.Px(52); }

}  // namespace

void HealthScreen::Draw(Frame& frame) {
  const Theme& theme = frame.theme;
  Rect area = frame.area;
  if (Header(frame, area, say::kHubHealth)) return parts_.navigator.Pop();
  if (SecondaryButton(frame, TakeFooter(frame, area), say::kBack, {"arrow_back"})) {
    return parts_.navigator.Pop();
  }
  const auto findings = CheckHealth(parts_.state, DevicesOf(parts_));
  const int troubles = CountTroubles(findings);
  const bool bad = findings.front().level == HealthLevel::kBad;
  if (frame.wide) {
    Rect aside = area.TakeLeft(area.w * 0.34f);
    aside = aside.Inset(theme.size.margin, 0);
    DrawMachine(frame, aside, troubles, bad);
    area.TakeRight(theme.size.margin);
  } else {
    area = area.Inset(theme.size.margin, 0);
    DrawMachine(frame, area, troubles, bad);
  }
  PagedList list(frame, area, "health", scroll_, static_cast<int>(findings.size()),
                 RowHeight(frame, area.w, findings), theme.Px(12));
  for (int i = list.First(); i < list.End(); ++i) {
    DrawFinding(frame, list.Row(i), findings[static_cast<std::size_t>(i)]);
  }
}

void HealthScreen::DrawMachine(Frame& frame, Rect& area, int troubles, bool bad) {
  const Theme& theme = frame.theme;
  const Machine& machine = parts_.state.machine;
  const std::string number = say::Number(machine.terminal);
  const std::string which =
      say::Fill(say::kMachineLine, {{"n", number}, {"version", machine.version}});
  const std::int64_t now_ms = parts_.state.CountyMs(frame.now);
  const std::int64_t then_ms = now_ms - (frame.now.monotonic_ms - machine.running_since_ms);
  const std::string since = say::Fill(say::kRunningSince, {{"when", say::WhenOf(then_ms, now_ms)}});
  const Tone tone = bad ? Tone::kRed : troubles > 0 ? Tone::kAmber : Tone::kJade;
  const float high = NoticePanel(frame, area, tone, troubles > 0 ? "build" : "check_circle",
                                 say::HealthNow(troubles), "");
  area.TakeTop(high, theme.Px(20));
  const TextStyle soft = TextStyle::Of(theme.size.small, Weight::kRegular, theme.colour.soft_ink);
  const std::string lines[] = {parts_.state.station->studio.name, which, since};
  for (const std::string& line : lines) area.TakeTop(DrawWrapped(frame, area, line, soft));
  area.TakeTop(theme.Px(20));
}

float HealthScreen::RowHeight(const Frame& frame, float width,
                              const std::vector<HealthFinding>& findings) const {
  const Theme& theme = frame.theme;
  const float around = 4 * Pad(theme) + IconSize(theme) + NameWidth(frame);
  float highest = IconSize(theme);
  for (const HealthFinding& finding : findings) {
    highest = std::max(highest, MeasureWrapped(frame, say::HealthLine(finding, parts_.state),
                                               width - around, LineStyle(theme)));
  }
  return highest + 2 * Pad(theme);
}

void HealthScreen::DrawFinding(Frame& frame, Rect row, const HealthFinding& finding) {
  const Theme& theme = frame.theme;
  const LevelLook look = LookOf(finding.level);
  const bool wrong = finding.level <= HealthLevel::kAttention;
  const Tint& tint = theme.colour.TintOf(look.tone);
  DrawCard(frame, row, theme.size.small_radius, wrong ? tint.back : theme.colour.card);
  row = row.Inset(Pad(theme), 0);
  const float icon = IconSize(theme);
  DrawIcon(frame, row.TakeLeft(icon, Pad(theme)), look.icon, icon,
           wrong ? tint.ink : theme.colour.Strong(look.tone));
  TextStyle name = NameStyle(theme), line = LineStyle(theme);
  if (wrong) name.colour = line.colour = tint.ink;
  DrawText(frame, row.TakeLeft(NameWidth(frame)), say::HealthName(finding.item), name);
  const std::string words = say::HealthLine(finding, parts_.state);
  row.TakeRight(Pad(theme));
  const float high = MeasureWrapped(frame, words, row.w, line);
  DrawWrapped(frame, row.Centred(row.w, high), words, line);
}

}  // namespace studio
